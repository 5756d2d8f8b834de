import type { Binding, Expression, NameExpression, Statement } from '../ir.js';
import { pythonName } from '../../languages.js';
import { newBinding } from '../typescript/names.js';
import { readBody } from './bodies.js';
import { mayLeave } from '../leaving.js';
import type { Reader } from './reader.js';
import { readAssignment } from './targets.js';
import { childOf, fieldOf, fieldsOf, partsOf, type Node } from './tree.js';

/** `with manager as name`: entering gives the name its value, and leaving may do something, too. */
export function readWith(r: Reader, node: Node, out: Statement[]): void {
  const items = (childOf(node, 'with_clause') ?? node).children.filter(({ type }) => type === 'with_item');
  const suppressed = items.length === 1 ? suppress(r, items[0]!) : undefined;
  if (suppressed !== undefined) {
    const { end } = items[0]!;
    const handler = { types: suppressed, body: [], span: r.span(items[0]!), bodySpan: r.range(end, end) };
    out.push({ kind: 'try', span: r.span(node), body: readBody(r, fieldOf(node, 'body')), handlers: [handler], finalizer: [] });
    return;
  }
  const managers: NameExpression[] = [];
  for (const item of items) {
    const value = fieldOf(item, 'value') ?? partsOf(item)[0];
    if (value === undefined) continue;
    const alias = value.type === 'as_pattern' ? fieldsOf(value, 'alias')[0] : undefined;
    const given = value.type === 'as_pattern' ? partsOf(value)[0]! : value;
    const manager = keep(r, r.expression(given), out);
    managers.push(manager);
    const entered: Expression = { kind: 'unary', span: manager.span, operator: 'with', operand: manager };
    if (alias === undefined) out.push({ kind: 'expression', span: manager.span, value: entered });
    else readAssignment(r, alias, entered, item, out);
  }
  const body = readBody(r, fieldOf(node, 'body'));
  const leaving = managers.reverse().map((manager): Statement => {
    const value: Expression = { kind: 'unary', span: manager.span, operator: 'leave', operand: manager };
    return { kind: 'expression', span: manager.span, value };
  });
  // Who goes away from inside leaves all the same.
  if (mayLeave(body)) out.push({ kind: 'try', span: r.span(node), body, handlers: [], finalizer: leaving });
  else out.push(...body, ...leaving);
}

/** The failures that `with suppress(OSError)` drops, as a clause without a body does. */
function suppress(r: Reader, item: Node): readonly Expression[] | undefined {
  const value = fieldOf(item, 'value') ?? partsOf(item)[0];
  const callee = value?.type === 'call' ? fieldOf(value, 'function') : undefined;
  if (value === undefined || callee === undefined || !/^(?:contextlib\.)?suppress$/.test(r.textOf(callee))) return undefined;
  const source = r.lookup(r.textOf(callee).replace('.suppress', ''))?.source;
  if (source?.kind !== 'import' || source.from !== pythonName('contextlib')) return undefined;
  const call = r.expression(value);
  return call.kind === 'call' ? call.args.map((argument) => argument.value) : undefined;
}

/** A name for a manager, so that it is made once. */
function keep(r: Reader, value: Expression, out: Statement[]): NameExpression {
  const binding = newBinding('with', 'const', r.owner, value.span);
  binding.source = { kind: 'value', value, path: [] };
  out.push({ kind: 'declare', span: value.span, bindings: [binding as Binding], value });
  return { kind: 'name', span: value.span, name: 'with', binding };
}
