/** Dictionaries, and the collections that a comprehension makes. */
import type { Expression, LoopStatement, NameExpression, ObjectEntry, Statement } from '../ir.js';
import type { Draft } from '../typescript/names.js';
import { inFunction } from './functions.js';
import type { Reader } from './reader.js';
import { readLoopTargets } from './loops.js';
import { fieldOf, fieldsOf, partsOf, type Node } from './tree.js';

export function readDictionary(r: Reader, node: Node): Expression {
  const entries = partsOf(node).flatMap((part): ObjectEntry[] => {
    if (part.type === 'dictionary_splat') {
      const [inner] = partsOf(part);
      return inner === undefined ? [] : [{ kind: 'spread', value: r.expression(inner), span: r.span(part) }];
    }
    const key = fieldOf(part, 'key');
    const value = fieldOf(part, 'value');
    if (part.type !== 'pair' || key === undefined || value === undefined) return [];
    const read = r.expression(key);
    const name = read.kind === 'literal' && read.value !== undefined ? keyText(read.value) : read;
    if (typeof name === 'string') r.mention(name);
    return [{ kind: 'entry', key: name, keySpan: r.span(key), value: r.expression(value), span: r.span(part), shorthand: false }];
  });
  return { kind: 'object', span: r.span(node), entries };
}

/** A key as the text that a subscript with the same constant has. */
function keyText(value: string | number | boolean | null): string {
  return String(value);
}

/**
 * A comprehension is a generator that is called where it is written. That of a dictionary yields pairs, which `dict` puts together.
 */
export function readComprehension(r: Reader, node: Node): Expression {
  const span = r.span(node);
  const clauses = partsOf(node).filter(({ type }) => type === 'for_in_clause' || type === 'if_clause');
  const body = fieldOf(node, 'body');
  // The first iterable is evaluated outside.
  const fn = inFunction(r, node, { arrow: true, generator: true, isAsync: false }, () => {
    const out: Statement[] = [];
    readClauses(r, clauses, node, out, (inner) => {
      if (body !== undefined)
        inner.push({
          kind: 'expression',
          span,
          value: { kind: 'unary', span: r.span(body), operator: 'yield', operand: readItem(r, body) },
        });
    });
    return out;
  });
  const end = r.range(node.end, node.end);
  const generated: Expression = { kind: 'call', span, callee: fn, args: [], isNew: false, optional: false, argsSpan: end };
  if (node.type !== 'dictionary_comprehension') return generated;
  const dict: NameExpression = { kind: 'name', span, name: 'dict', binding: undefined };
  return {
    kind: 'call',
    span,
    callee: dict,
    args: [{ value: generated, spread: false, span }],
    isNew: false,
    optional: false,
    argsSpan: end,
  };
}

function readItem(r: Reader, body: Node): Expression {
  if (body.type !== 'pair') return r.expression(body);
  const items = ['key', 'value'].flatMap((field) => fieldsOf(body, field).map((part) => ({ value: r.expression(part), spread: false })));
  return { kind: 'array', span: r.span(body), items };
}

function readClauses(r: Reader, clauses: readonly Node[], whole: Node, out: Statement[], end: (out: Statement[]) => void): void {
  const [clause, ...rest] = clauses;
  if (clause === undefined) return end(out);
  const span = r.span(clause);
  if (clause.type === 'if_clause') {
    const [test] = partsOf(clause);
    const then: Statement[] = [];
    const read = test === undefined ? r.opaque(clause, []) : r.expression(test);
    readClauses(r, rest, whole, then, end);
    out.push({ kind: 'if', span, test: read, then, otherwise: [] });
    return;
  }
  const right = fieldsOf(clause, 'right');
  const iterable = right[0] === undefined ? r.opaque(clause, []) : r.expression(right[0]);
  const loop: Draft<LoopStatement> = {
    kind: 'loop',
    span: r.range(clause.start, whole.end),
    form: 'of',
    init: [],
    iterable,
    test: undefined,
    update: undefined,
    bindings: [],
    body: [],
    outer: r.owner,
  };
  r.inside('loop', loop, new Map(), () => {
    const body: Statement[] = [];
    const left = fieldOf(clause, 'left');
    if (left !== undefined) loop.bindings = readLoopTargets(r, left, loop, body, true);
    readClauses(r, rest, whole, body, end);
    loop.body = body;
  });
  out.push(loop);
}
