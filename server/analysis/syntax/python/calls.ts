import type { Span } from '../../../../rules/kit/index.js';
import type { Argument, CallExpression, Expression } from '../ir.js';
import { addMutation, noteChange } from '../typescript/names.js';
import { recordAssignment } from '../typescript/patterns.js';
import type { Reader } from './reader.js';
import { fieldOf, partsOf, type Node } from './tree.js';

export function readCall(r: Reader, node: Node): Expression {
  const fn = fieldOf(node, 'function')!;
  const given = fieldOf(node, 'arguments');
  if (given === undefined) return r.opaque(node, [r.expression(fn)]);
  const callee = r.expression(fn);
  mentionCalled(r, callee);
  const args = readArguments(r, given);
  const set = setAttribute(r, node, callee, args);
  if (set !== undefined) return set;
  const call: CallExpression = {
    kind: 'call',
    span: r.span(node),
    ...base(callee, args),
    isNew: false,
    optional: false,
    argsSpan: r.span(given),
  };
  noteCall(r, call);
  return call;
}

/** `setattr(object, name, value)` assigns like `object.name = value`. */
function setAttribute(r: Reader, node: Node, callee: Expression, args: readonly Argument[]): Expression | undefined {
  const [object, name, value] = args.map((argument) => argument.value);
  if (callee.kind !== 'name' || callee.name !== 'setattr' || callee.binding !== undefined || args.length !== 3) return undefined;
  if (args.some((argument) => argument.spread || argument.name !== undefined)) return undefined;
  const property = name!.kind === 'literal' && typeof name!.value === 'string' ? name!.value : name!;
  if (typeof property === 'string') r.mention(property);
  const span = r.span(node);
  const target: Expression = { kind: 'member', span, object: object!, property, propertySpan: name!.span, optional: false };
  recordAssignment(r, target, '=', value!, []);
  return { kind: 'assign', span, operator: '=', target, value: value! };
}

/** `super().__init__(x)`, and `Base.__init__(self, x)` as it was written before, run the constructor of the base class. */
function base(callee: Expression, args: readonly Argument[]): Pick<CallExpression, 'callee' | 'args'> {
  if (callee.kind !== 'member' || callee.property !== '__init__') return { callee, args };
  if (callee.object.kind === 'super') return { callee: { kind: 'super', span: callee.span }, args };
  if (args[0]?.value.kind === 'this' && callee.object.kind === 'name')
    return { callee: { kind: 'super', span: callee.span }, args: args.slice(1) };
  return { callee, args };
}

/** `tool()` and `messages.create()` for calls of these: common words mean more where they are called. */
export function mentionCalled(r: Reader, callee: Expression): void {
  if (callee.kind === 'name') return r.mention(`${callee.name.slice(callee.name.lastIndexOf('.') + 1)}()`);
  if (callee.kind !== 'member' || typeof callee.property !== 'string') return;
  r.mention(`${callee.property}()`);
  const { object } = callee;
  const holder = object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : undefined;
  if (typeof holder === 'string') r.mention(`${holder}.${callee.property}()`);
}

export function readArguments(r: Reader, node: Node): readonly Argument[] {
  if (node.type === 'generator_expression') {
    const value = r.expression(node);
    return [{ value, spread: false, span: value.span }];
  }
  return partsOf(node).map((part) => readArgument(r, part));
}

function readArgument(r: Reader, node: Node): Argument {
  const span = r.span(node);
  const value = (): Expression => {
    const [part] = partsOf(node);
    return part === undefined ? r.opaque(node, []) : r.expression(part);
  };
  switch (node.type) {
    case 'keyword_argument': {
      const name = r.textOf(fieldOf(node, 'name')!);
      r.mention(name);
      const given = fieldOf(node, 'value');
      return { value: given === undefined ? r.opaque(node, []) : r.expression(given), spread: false, name, span };
    }
    case 'list_splat':
      return { value: value(), spread: true, span };
    case 'dictionary_splat':
      return { value: value(), spread: true, name: '**', span };
    default:
      return { value: r.expression(node), spread: false, span };
  }
}

/** `list += [item]` does what `list.extend([item])` does. */
export function extending(r: Reader, node: Node, object: Expression, value: Expression): CallExpression {
  const copy = ({ start, end }: Span): Span => r.range(start, end);
  const at = object.span;
  const callee: Expression = { kind: 'member', span: copy(at), object, property: 'extend', propertySpan: copy(at), optional: false };
  const args: readonly Argument[] = [{ value, spread: false, span: copy(value.span) }];
  const span = r.span(node);
  const call: CallExpression = { kind: 'call', span, callee, args, isNew: false, optional: false, argsSpan: copy(value.span) };
  noteCall(r, call);
  return call;
}

/** Notes what a call of a member does to what the name holds. */
function noteCall(r: Reader, call: Expression & { kind: 'call' }): void {
  const { callee } = call;
  if (
    callee.kind === 'member' &&
    callee.object.kind === 'name' &&
    callee.object.binding !== undefined &&
    typeof callee.property === 'string'
  )
    addMutation(callee.object.binding, { kind: 'call', method: callee.property, call, within: r.within });
  else if (callee.kind === 'member' && callee.object.kind === 'member' && filling.has(String(callee.property)))
    noteChange(callee.object, { kind: 'call', method: String(callee.property), call, within: r.within });
}

/** Methods that put something into a list, set or dictionary. */
const filling: ReadonlySet<string> = new Set('append appendleft add insert extend extendleft update setdefault'.split(' '));
