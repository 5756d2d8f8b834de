import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Span } from '../../../../rules/kit/index.js';
import type { Binding, Expression, Statement } from '../ir.js';
import { readPattern } from './patterns.js';
import type { Reader } from './reader.js';

const { Identifier } = SyntaxKind;

/**
 * Reads `const a = 1, { b } = c`. Each declarator is a statement of its own, but all have the span of the whole, so
 * that a line can be put before any of them.
 */
export function readVariables(r: Reader, list: ts.VariableDeclarationList, span: Span, out: Statement[], exported = false): void {
  for (const declaration of list.declarations) {
    let bindings: Binding[] | undefined;
    const simple = declaration.name.kind === Identifier;
    const type = declaration.type && r.type(declaration.type);
    const value = declaration.initializer && r.expression(declaration.initializer);
    const others = readPattern(r, declaration.name, undefined, (name, path, fallback) => {
      const binding = r.names.value(r.nameOf(name));
      if (binding === undefined) return;
      if (simple) binding.type ??= type;
      if (value !== undefined && path !== undefined) r.initialise(binding, { kind: 'value', value, path, fallback });
      if (bindings === undefined) bindings = [binding];
      else bindings.push(binding);
      if (exported) r.exported(binding.name, binding.span, binding);
    });
    out.push({ kind: 'declare', span, bindings: bindings ?? [], value });
    pushAll(others, out);
  }
}

/** Expressions that are evaluated but belong to no statement of ours. */
export function pushAll(values: readonly Expression[], out: Statement[]): void {
  for (const value of values) out.push({ kind: 'expression', span: value.span, value });
}
