/** The calls on the way from an effect to the handler, from the inside out. */
import type { Answering, Effect, Effects, Place, Span } from '../../../../rules/kit/index.js';
import { matchesGlob } from '../../glob.js';
import { pythonName } from '../../languages.js';
import type { CallExpression, Expression, FunctionNode, Module } from '../../syntax/ir.js';
import type { ToolContext } from '../tools.js';
import { seatOf, type CallSeat } from './way-to.js';
import { lastName } from '../../syntax/last-name.js';

/** What is asked about one tool: many of its ways share their calls. */
export interface Asked extends ToolContext {
  readonly seats: Map<Span, CallSeat | undefined>;
}

/** The call of an effect, or of a function on the way to it. */
export function seatAt({ tracer, seats }: Asked, { file, span }: Place): CallSeat | undefined {
  if (seats.has(span)) return seats.get(span);
  const module = tracer.program.moduleOf(file);
  const seat = module === undefined ? undefined : seatOf(module, span);
  seats.set(span, seat);
  return seat;
}

/** The places of the calls, the effect first. */
export function callsOf(effect: Effect): readonly Place[] {
  return [effect, ...effect.via.toReversed()];
}

/** The function is given to the call, which runs it in its own way. */
export function isHandedTo(call: CallExpression, fn: FunctionNode): boolean {
  if (lastName(call.callee) !== undefined && lastName(call.callee) === fn.name) return false;
  return call.args.some(({ value }) => stands(value, fn));
}

function stands(value: Expression, fn: FunctionNode): boolean {
  if (value === fn) return true;
  if (value.kind === 'member') return fn.name !== undefined && value.property === fn.name;
  if (value.kind !== 'name' || value.binding === undefined) return false;
  const { source } = value.binding;
  return (source?.kind === 'function' && source.fn === fn) || (source?.kind === 'value' && source.value === fn);
}

/** Calls that show a value to nobody but the operator. */
const logging = /^(?:log|error|warn|warning|info|debug|trace|print)$/;

/** What is handed to the call comes no further than a log. */
export function isLogged({ callee }: CallExpression): boolean {
  return logging.test(lastName(callee) ?? '');
}

/** What is known of the library of an effect, and the path of its call in it. */
export function describedBy(
  { tracer }: ToolContext,
  { api }: Effect,
  module: Module,
): { readonly about: Effects; readonly path: string } | undefined {
  const colon = api.indexOf(': ');
  const library = api.slice(0, colon);
  const about = tracer.libraries.about(module.language === 'python' ? pythonName(library) : library);
  return about === undefined || colon < 0 ? undefined : { about, path: api.slice(colon + 2) };
}

/** What the call of an effect gives before it is done: `lazy` does nothing until somebody waits. */
export function promiseOf(context: ToolContext, effect: Effect, { module, call }: CallSeat): 'promise' | 'lazy' | undefined {
  const described = describedBy(context, effect, module);
  if (described === undefined || (module.language === 'typescript' && isToldBack(call))) return undefined;
  const { about, path } = described;
  if (about.lazy?.some((pattern) => matchesGlob(pattern, path)) === true) return 'lazy';
  return about.promises?.some((pattern) => matchesGlob(pattern, path)) === true && !path.endsWith('Sync') ? 'promise' : undefined;
}

/** `fs.writeFile(path, text, done)`: a function gets the answer. */
function isToldBack({ args }: CallExpression): boolean {
  const last = args.at(-1)?.value;
  return last !== undefined && (last.kind === 'function' || (last.kind === 'name' && /^(?:cb|callback|done|next)$/i.test(last.name)));
}

/** How the call of an effect answers when it failed, if it answers at all. */
export function answeringOf(context: ToolContext, effect: Effect, { module }: CallSeat): Answering | undefined {
  const described = describedBy(context, effect, module);
  return described?.about.answers?.find(({ callees }) => callees.some((pattern) => matchesGlob(pattern, described.path)));
}
