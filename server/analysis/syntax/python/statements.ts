import type { Binding, Expression, Statement } from '../ir.js';
import type { Draft } from '../typescript/names.js';
import { recordAssignment } from '../typescript/patterns.js';
import { readBody } from './bodies.js';
import { extending } from './calls.js';
import { readClassStatement, readDecorated } from './classes.js';
import { giveFunction } from './declarations.js';
import { readFunction } from './functions.js';
import { readImport, readImportFrom } from './imports.js';
import { readLoop } from './loops.js';
import { readMatch } from './match.js';
import type { Reader } from './reader.js';
import { readAssignment } from './targets.js';
import { childOf, fieldOf, fieldsOf, partsOf, type Node } from './tree.js';
import { readTry } from './tries.js';
import { readWith } from './with.js';

type Read = (r: Reader, node: Node, out: Statement[]) => void;

/** Reads a statement. What cannot be one, such as the rest of broken text, is read for its parts. */
export function readStatement(r: Reader, node: Node, out: Statement[]): void {
  (readers[node.type] ?? readExpressionStatement)(r, node, out);
}

const readExpressionStatement: Read = (r, node, out) => {
  const value = r.expression(node);
  out.push({ kind: 'expression', span: value.span, value });
};

const nothing: Read = () => {};

const end =
  (kind: 'break' | 'continue'): Read =>
  (r, node, out) =>
    void out.push({ kind, span: r.span(node) });

const readers: Readonly<Record<string, Read>> = {
  expression_statement: (r, node, out) => {
    for (const part of partsOf(node)) {
      if (part.type === 'assignment') readChain(r, part, out);
      else if (part.type === 'augmented_assignment') readAugmented(r, part, out);
      else readExpressionStatement(r, part, out);
    }
  },
  return_statement: (r, node, out) => {
    const [value] = partsOf(node);
    out.push({ kind: 'return', span: r.span(node), value: value && r.expression(value) });
  },
  raise_statement: (r, node, out) => {
    const [value] = partsOf(node);
    out.push({ kind: 'throw', span: r.span(node), value: value && r.expression(value) });
  },
  assert_statement: (r, node, out) => {
    const [test] = partsOf(node);
    if (test === undefined) return;
    const span = r.span(node);
    const negated: Expression = { kind: 'unary', span, operator: '!', operand: r.expression(test) };
    out.push({ kind: 'if', span, test: negated, then: [{ kind: 'throw', span: r.span(node), value: undefined }], otherwise: [] });
  },
  delete_statement: (r, node, out) => {
    const parts = partsOf(node).flatMap((part) => (part.type === 'expression_list' ? partsOf(part) : [part]));
    for (const part of parts) {
      const operand = r.expression(part);
      const span = r.span(part);
      if (operand.kind === 'member') out.push({ kind: 'expression', span, value: { kind: 'unary', span, operator: 'delete', operand } });
    }
  },
  if_statement: readIf,
  for_statement: readLoop,
  while_statement: readLoop,
  try_statement: readTry,
  with_statement: readWith,
  match_statement: readMatch,
  import_statement: readImport,
  import_from_statement: readImportFrom,
  future_import_statement: nothing,
  function_definition: (r, node, out) => {
    const fn = readFunction(r, node, undefined);
    out.push({ kind: 'function', span: fn.span, fn, binding: giveFunction(r, node, fn) });
  },
  class_definition: readClassStatement,
  decorated_definition: readDecorated,
  type_alias_statement: (r, node) => {
    const name = fieldOf(node, 'left')?.children[0];
    const right = fieldOf(node, 'right');
    const binding = name === undefined ? undefined : r.lookup(r.textOf(name));
    if (binding?.kind === 'type' && right !== undefined) binding.source = { kind: 'type', type: r.type(right) };
  },
  pass_statement: nothing,
  global_statement: nothing,
  nonlocal_statement: nothing,
  break_statement: end('break'),
  continue_statement: end('continue'),
  comment: nothing,
  block: (r, node, out) => out.push(...readBody(r, node)),
};

/** `a = b = value` gives the value to `a` first. */
function readChain(r: Reader, node: Node, out: Statement[]): void {
  const targets: Node[] = [];
  let at = node;
  let type: Node | undefined;
  for (;;) {
    const left = fieldOf(at, 'left');
    if (left !== undefined) targets.push(left);
    type ??= fieldOf(at, 'type');
    const right = fieldsOf(at, 'right').at(-1);
    if (right === undefined) break;
    if (right.type !== 'assignment') {
      const value = r.expression(right);
      annotate(r, targets[0], type);
      for (const target of targets) readAssignment(r, target, value, node, out);
      return;
    }
    at = right;
  }
  annotate(r, targets[0], type);
  const [only] = targets;
  if (only?.type === 'identifier') {
    const name = r.name(only);
    if (name.kind === 'name' && name.binding !== undefined) out.push({ kind: 'declare', span: r.span(node), bindings: [name.binding] });
  }
}

function annotate(r: Reader, target: Node | undefined, type: Node | undefined): void {
  if (type === undefined) return;
  const read = r.type(type);
  const binding = target?.type === 'identifier' ? r.lookup(r.textOf(target)) : undefined;
  if (binding !== undefined && binding.type === undefined) (binding as Draft<Binding>).type = read;
}

function readAugmented(r: Reader, node: Node, out: Statement[]): void {
  const left = fieldOf(node, 'left')!;
  const right = fieldOf(node, 'right')!;
  const target = left.type === 'identifier' ? r.name(left) : r.expression(left);
  const value = r.expression(right);
  const operator = r.textOf(fieldOf(node, 'operator')!);
  if (operator === '+=' && value.kind === 'array' && target.kind === 'name') {
    out.push({ kind: 'expression', span: r.span(node), value: extending(r, node, target, value) });
    return;
  }
  recordAssignment(r, target, operator, value, []);
  const span = r.span(node);
  out.push({ kind: 'expression', span, value: { kind: 'assign', span, operator, target, value } });
}

function readIf(r: Reader, node: Node, out: Statement[]): void {
  const condition = fieldOf(node, 'condition');
  const test = condition === undefined ? r.opaque(node, []) : r.expression(condition);
  const then = readBody(r, fieldOf(node, 'consequence'));
  out.push({ kind: 'if', span: r.span(node), test, then, otherwise: readElse(r, fieldsOf(node, 'alternative'), node.end) });
}

/** `elif` is an `if` in the other side. */
function readElse(r: Reader, clauses: readonly Node[], end: number): Statement[] {
  const [clause, ...rest] = clauses;
  if (clause === undefined) return [];
  if (clause.type === 'else_clause') return readBody(r, fieldOf(clause, 'body') ?? childOf(clause, 'block'));
  const condition = fieldOf(clause, 'condition');
  const test = condition === undefined ? r.opaque(clause, []) : r.expression(condition);
  const then = readBody(r, fieldOf(clause, 'consequence'));
  return [{ kind: 'if', span: r.range(clause.start, end), test, then, otherwise: readElse(r, rest, end) }];
}
