/** `items.forEach(async (item) => {…})` as a loop that waits. */
import { behind, spanning, type Floating } from '../../../../rules/kit/index.js';
import type { FunctionNode } from '../../syntax/ir.js';
import { eachStatement } from '../../trace/catches.js';
import type { ToolContext } from '../tools.js';
import type { CallSeat } from './way-to.js';

/** The pieces that differ; `undefined` where the function leaves early, takes more than the item, or stands for something. */
export function waitingLoop({ textOf }: ToolContext, { module, call, way, fn }: CallSeat, each: FunctionNode): Floating['loop'] {
  const { file } = module;
  const text = textOf(file);
  const statement = way.at(-2);
  const [parameter, ...others] = each.parameters;
  if (text === undefined || fn?.async !== true || statement?.kind !== 'expression' || statement.value !== call) return undefined;
  if (call.args.length !== 1 || call.args[0]!.value !== each || call.callee.kind !== 'member' || call.callee.optional) return undefined;
  if (!each.async || parameter === undefined || others.length > 0 || parameter.rest || parameter.fallback !== undefined) return undefined;
  if (call.callee.property !== 'forEach') return undefined;
  let leaves = false;
  eachStatement(each.body, ({ kind }) => (leaves ||= kind === 'return'));
  const open = text.indexOf('{', parameter.span.end);
  const close = each.span.end - 1;
  if (
    leaves ||
    open < 0 ||
    open > close ||
    text[close] !== '}' ||
    !/^\s*\)\s*=>\s*$|^\s*=>\s*$|^\s*\)\s*$/.test(text.slice(parameter.span.end, open))
  )
    return undefined;
  const items = text.slice(call.callee.object.span.start, call.callee.object.span.end);
  const item = parameter.type === undefined ? text.slice(parameter.span.start, parameter.span.end) : parameter.name;
  if (item === undefined) return undefined;
  const begin = spanning({ file, span: statement.span }, parameter, open - parameter.span.end);
  return [
    { at: begin, text: `for (const ${item} of ${items}) ` },
    { at: behind({ file, span: each.span }, { file, span: statement.span }), text: '' },
  ];
}
