import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Binding, Expression, ObjectEntry, Statement } from '../ir.js';
import { hoist, hoistVars, readAll } from './hoist.js';
import { addMutation, type Draft, newBinding } from './names.js';
import { readKey } from './objects.js';
import { ExportKeyword, hasModifier, type Reader } from './reader.js';

const { Identifier, ModuleBlock, ModuleDeclaration } = SyntaxKind;

/** An enum is a constant object. Members without a value count on from the number before them. */
export function readEnum(r: Reader, node: ts.EnumDeclaration, out: Statement[]): void {
  const binding = node.name.escapedText === '' ? undefined : r.names.value(r.nameOf(node.name));
  const entries: ObjectEntry[] = [];
  const scope = r.names.enter();
  let next: number | undefined = 0;
  for (const member of node.members) {
    const key = readKey(r, member.name);
    const keySpan = r.span(member.name);
    const value: Expression = member.initializer === undefined ? counted(next, keySpan) : r.expression(member.initializer);
    next = value.kind === 'literal' && typeof value.value === 'number' ? value.value + 1 : undefined;
    entries.push({ kind: 'entry', key, keySpan, value, span: r.span(member), shorthand: false });
    if (typeof key !== 'string') continue;
    // Later members may refer to this one by its bare name.
    const known = newBinding(key, 'const', r.owner, keySpan);
    known.source = { kind: 'value', value, path: [] };
    r.names.declare(known);
  }
  r.names.leave(scope);
  declareObject(r, node, binding, entries, out);
}

/** A namespace is a constant object of what it exports; its statements run where it stands. */
export function readNamespace(r: Reader, node: ts.ModuleDeclaration, out: Statement[]): void {
  // `declare module 'x'` and `declare global` add types to something else.
  if (node.name.kind !== Identifier || node.name.escapedText === 'global') return;
  const { body } = node;
  const binding = r.names.value(r.nameOf(node.name));
  const entries: ObjectEntry[] = [];
  const scope = r.names.enter();
  const { exported } = r;
  r.exported = (key, span, value) => {
    if (value.kind === 'type') return;
    entries.push({
      kind: 'entry',
      key,
      keySpan: span,
      value: { kind: 'name', span, name: value.name, binding: value },
      span,
      shorthand: true,
    });
  };
  const inner: Statement[] = [];
  if (body?.kind === ModuleBlock) {
    hoistVars(r, body.statements, r.owner);
    hoist(r, body.statements);
    inner.push(...readAll(r, body.statements));
  } else if (body?.kind === ModuleDeclaration) {
    // `namespace A.B { … }`: B is exported from A.
    hoist(r, [body]);
    r.statement(body, inner);
    const nested = body.name.kind === Identifier ? r.names.value(r.nameOf(body.name)) : undefined;
    if (nested !== undefined) r.exported(nested.name, nested.span, nested);
  }
  r.exported = exported;
  r.names.leave(scope);
  declareObject(r, node, binding, entries, inner);
  out.push({ kind: 'block', span: r.span(node), body: inner });
}

/** What is declared under a name that is taken already (a function, another part of the same enum) is put into that. */
function declareObject(
  r: Reader,
  node: ts.EnumDeclaration | ts.ModuleDeclaration,
  binding: Draft<Binding> | undefined,
  entries: readonly ObjectEntry[],
  out: Statement[],
): void {
  const span = r.span(node);
  const value: Expression = { kind: 'object', span, entries };
  if (binding === undefined) {
    out.push({ kind: 'expression', span, value });
    return;
  }
  if (binding.source === undefined && binding.kind === 'const') {
    binding.source = { kind: 'value', value, path: [] };
    if (hasModifier(node, ExportKeyword)) r.exported(binding.name, binding.span, binding);
  } else {
    for (const entry of entries) {
      if (entry.kind !== 'spread') addMutation(binding, { kind: 'set', key: entry.key, value: entry.value, within: r.within });
    }
  }
  out.push({ kind: 'declare', span, bindings: [binding], value });
}

function counted(value: number | undefined, span: { readonly start: number; readonly end: number }): Expression {
  return value === undefined ? { kind: 'opaque', span, children: [] } : { kind: 'literal', span, value };
}
