/** Whether a failure that a clause ends is noticed after all, or is meant to make no difference. */
import type { Effect, Swallow } from '../../../../rules/kit/index.js';
import type { Expression, FunctionNode, Statement, TryStatement } from '../../syntax/ir.js';
import { failsBehind, isLogLine, isNoted } from './behind.js';
import { isForLater } from './floating.js';
import { callsOf, isHandedTo, isLogged, seatAt, type Asked } from './steps.js';
import { usesOf, type Use } from './uses.js';
import { wayTo, type CallSeat, type Node } from './way-to.js';
import { lastName } from '../../syntax/last-name.js';

/** The mark of an effect, with what is known beyond the clause; `undefined` when its failure is not hidden. */
export function noticedOf(context: Asked, effect: Effect, toolName: string): Swallow | undefined {
  const { swallowedBy } = effect;
  if (swallowedBy === undefined) return undefined;
  const seats = callsOf(effect).map((place) => seatAt(context, place));
  const at = seats.findIndex((seat) => seat !== undefined && catcherIn(seat, swallowedBy) !== undefined);
  const seat = seats[at];
  if (seat === undefined) return swallowedBy;
  const catcher = catcherIn(seat, swallowedBy)!;
  const inside = [seat.fn?.name, ...effect.via.slice(effect.via.length - at).map(({ label }) => label)];
  const isMeant =
    (!closing.test(toolName) && inside.some((name) => closing.test(name ?? ''))) || saysSo(context, swallowedBy, catcher, seat, toolName);
  const becomes = becomesOf(seats, at, swallowedBy, effect.class === 'read');
  // `isSupported` answers what it was asked, and not that something was done.
  const answers = swallowedBy.how === 'success' && effect.class === 'read' && asking.test(seat.fn?.name ?? '');
  const isHeard = answers || isLookedAt(seat, catcher) || becomes === 'part' || seats.slice(at).some(isLeft);
  return {
    ...swallowedBy,
    // Nobody takes the value for an answer when nobody takes it.
    ...(becomes === 'nothing' && swallowedBy.how === 'empty-value' ? { how: 'empty' } : {}),
    ...(isMeant ? { meant: true } : {}),
    ...(isHeard ? { heard: true } : {}),
  };
}

/** Functions that say whether something holds. */
const asking = /^[_#]*(?:is|has|can|should|supports?|needs?)(?=_|[A-Z])/;

/** Functions in which something ends that the program had opened or begun. */
const closing =
  /^[_#]*(?:(?:async_?)?(?:close|stop|shut_?down|dispose|tear_?down|clean_?up|disconnect|terminate|kill|abort|cancel|release|quit|detach|unlock|rollback)|__a?exit__)(?=$|_|[A-Z])/i;

/** Words by which code says that a failure makes no difference. */
const words =
  /\bbest[- ]?effort|\bnon-?(?:critical|fatal|blocking|essential)\b|\bnot (?:critical|fatal|essential)|\boptional|\bignor(?:e|ed|ing)\b|\b(?:do not|don['\u2019]?t|never|must not|should not|shouldn['\u2019]?t) (?:fail|block|break|interrupt|throw|crash|raise|abort|stop)|\bsilent(?:ly)?\b|\bfall(?:ing|s)?[- ]?(?:through|back)\b|\bintentional|\bon purpose|\bswallow|\bharmless\b|\b(?:that'?s|is|are) (?:fine|ok|okay|expected)\b|\bexpected\b|\bproceed|\banyway\b|\bcontinu(?:e|ing) (?:without|with|even|on)\b|\bwithout it\b|\bfail[- ]?open|\bgraceful|\bdegrad/i;

/** Words for what is kept beside the work, and is none of it: `audit_append_failed`. */
const records =
  /(?<![a-z])(?:audit(?:ing|[_ -]?(?:log|trail))?|telemetry|analytics|metrics|(?:activity|usage)[_ -]?log(?:s|ged|ging)?|log(?:ging)?[_ -]?(?:activity|usage))(?![a-z])/i;

function saysSo({ textOf }: Asked, { file, span, body }: Swallow, catcher: Node, { way }: CallSeat, toolName: string): boolean {
  const text = textOf(file) ?? '';
  const end = text.indexOf('\n', Math.max(span.end, body.span.end));
  const parent = way[way.indexOf(catcher) - 1];
  // What is all that a test is for, is what the comment above the test is about.
  const opens = parent?.kind === 'if' && parent.then[0] === catcher ? [catcher, parent] : [catcher];
  const clause = text.slice(span.start, end < 0 ? undefined : end);
  const isBeside = records.test(clause) && !/audit|telemetry|analytics|metrics|activity|usage/i.test(toolName);
  return isBeside || words.test(clause) || opens.some((node) => words.test(commentAbove(text, node.span.start)));
}

/** The lines right above a place that are comments and nothing else. */
function commentAbove(text: string, place: number): string {
  let from = place;
  for (let line = 0; line < longest && from >= 0; line++) from = text.lastIndexOf('\n', from - 1);
  const lines = text
    .slice(from + 1, place)
    .split('\n')
    .slice(0, -1)
    .toReversed();
  const other = lines.findIndex((line) => !/^\s*(?:#|\/\/|\/?\*)/.test(line));
  return lines.slice(0, other < 0 ? undefined : other).join('\n');
}

/** More lines than a comment has that is about one statement. */
const longest = 12;

/** The `try` statement, or the call of `.catch`, around a call. */
function catcherIn({ way }: CallSeat, { span }: Swallow): Node | undefined {
  const isIt = (place: { readonly start: number; readonly end: number }): boolean => place.start === span.start && place.end === span.end;
  return way.find(
    (node) =>
      (node.kind === 'try' && node.handlers.some((handler) => isIt(handler.span))) ||
      (node.kind === 'call' && node.args[0] !== undefined && isIt(node.args[0].value.span)),
  );
}

/** Something failed already, what stands behind it fails in any case, or a variable tells what was reached. */
function isLookedAt({ way, fn }: CallSeat, catcher: Node): boolean {
  const around = way.slice(0, way.indexOf(catcher));
  const isAfterFailure = around.some((node) => node.kind === 'try' && fn !== undefined && isWithin(node, fn) && isBehind(node, catcher));
  if (isAfterFailure || endsLoop(catcher) || failsBehind(way, catcher, fn)) return true;
  return catcher.kind === 'try' && fn !== undefined && isNoted(catcher, fn);
}

/** `except OSError: break`: something that goes on for as long as it can has come to its end. */
function endsLoop(catcher: Node): boolean {
  return catcher.kind === 'try' && catcher.handlers.some(({ body }) => body.some(({ kind }) => kind === 'break'));
}

function isWithin(node: Node, fn: FunctionNode): boolean {
  return fn.span.start <= node.span.start && node.span.end <= fn.span.end;
}

/** In a clause of it, or in what is done at its end. */
function isBehind({ handlers, finalizer }: TryStatement, { span }: Node): boolean {
  const holds = (body: readonly Statement[]): boolean => body.some((one) => one.span.start <= span.start && span.end <= one.span.end);
  return holds(finalizer) || handlers.some(({ body }) => holds(body));
}

/** What the clause answers comes to the model as it is, or somebody on the way looks at it or makes something else of it. */
function becomesOf(
  seats: readonly (CallSeat | undefined)[],
  at: number,
  { how, nothing }: Swallow,
  isRead: boolean,
): 'answer' | 'part' | 'nothing' {
  if (how !== 'empty-value' && how !== 'catch-call') return 'answer';
  let inner = seats[at]!.fn;
  for (let i = how === 'catch-call' ? at : at + 1; i < seats.length; i++) {
    const seat = seats[i];
    if (seat === undefined) return 'part';
    const isLast = i === seats.length - 1;
    const isRunElsewhere = i > at && inner !== undefined && isHandedTo(seat.call, inner);
    const uses = usesOf(seat).filter(({ to }) => to === undefined || !isLogged(to));
    const isPassedOn = nothing === true && uses.some((use) => answersNothing(seat, use));
    if (nothing === true && !isPassedOn && uses.some(isTold)) return 'part';
    if (uses.every(({ how: end }) => end === 'dropped')) return isRead ? 'part' : 'nothing';
    if (isLast) return 'answer';
    if (!isRunElsewhere && !isPassedOn && !uses.some(isHandedOn)) return 'part';
    inner = seat.fn;
  }
  return 'answer';
}

function isHandedOn({ how, path, awaited }: Use): boolean {
  return how === 'returned' && path.length <= (awaited ?? 0);
}

/** It is asked whether there is something, or something is asked of it, which fails. */
function isTold({ how, path }: Use): boolean {
  return how === 'tested' || path.some((name) => name !== '()' && name !== '*');
}

/** `if not found: return []`: who asks whether there is something answers with nothing as well. */
function answersNothing({ module }: CallSeat, { how, at }: Use): boolean {
  if (how !== 'tested' || at.kind !== 'unary' || at.operator !== '!') return false;
  const around = wayTo(module, at)?.at(-2);
  if (around?.kind !== 'if' || around.test !== at) return false;
  const [first, ...others] = around.then.filter((statement) => !isLogLine(statement));
  return first?.kind === 'return' && others.length === 0 && isEmpty(first.value);
}

function isEmpty(value: Expression | undefined): boolean {
  if (value === undefined) return true;
  if (value.kind === 'literal') return value.value === null || value.value === undefined || value.value === '';
  return (value.kind === 'array' && value.items.length === 0) || (value.kind === 'object' && value.entries.length === 0);
}

const tasks = /^(?:create_task|ensure_future|setTimeout|setImmediate|waitUntil|add_task|start_soon|Thread|Timer)$/;

/** It is done beside the answer, or behind it. */
function isLeft(seat: CallSeat | undefined): boolean {
  if (seat === undefined) return false;
  if (isForLater(seat) || tasks.test(lastName(seat.call.callee) ?? '')) return true;
  return usesOf(seat).some(({ to }) => to !== undefined && tasks.test(lastName(to.callee) ?? ''));
}
