/** Promises and coroutines on the way to an effect for which nobody waits. */
import { spanning, startOf, type Effect, type Floating } from '../../../../rules/kit/index.js';
import type { FunctionNode } from '../../syntax/ir.js';
import { waitingLoop } from './each.js';
import { callsOf, isHandedTo, promiseOf, seatAt, type Asked } from './steps.js';
import { usesOf, type Use } from './uses.js';
import { decoratorsAround, seatOf, type CallSeat } from './way-to.js';
import { lastName } from '../../syntax/last-name.js';

/** Puts several promises together into one. */
const gathering = /^(?:all|allSettled|race|any|gather|wait|as_completed)$/;
const tasks = /^(?:create_task|ensure_future)$/;
const perItem = /^(?:forEach|map|flatMap)$/;

/** The place where an effect is left to itself. */
export function floatingOf(context: Asked, effect: Effect): Floating | undefined {
  let pending: 'promise' | 'lazy' | undefined;
  let inner: FunctionNode | undefined;
  for (const place of callsOf(effect)) {
    let seat = seatAt(context, place);
    if (seat === undefined) return undefined;
    if (inner === undefined) pending = promiseOf(context, effect, seat);
    else if (isHandedTo(seat.call, inner)) {
      if (pending === undefined || !perItem.test(lastName(seat.call.callee) ?? '') || seat.module.language === 'python') return undefined;
      if (usesOf(seat).every(isLost)) return floating(seat, 'each', usesOf(seat), waitingLoop(context, seat, inner));
    }
    let uses = usesOf(seat);
    const together = gathered(seat, uses);
    if (together !== undefined) {
      seat = together;
      uses = usesOf(seat);
    } else if (inner !== undefined && isHandedTo(seat.call, inner)) return undefined;
    if (pending !== undefined) {
      const left = leftBy(seat, uses, pending);
      if (left !== undefined) return left;
    }
    const { fn, module } = seat;
    if (fn === undefined || fn.generator) return undefined;
    const handsOn =
      pending !== undefined && uses.some(({ how, path, awaited }) => how === 'returned' && awaited === undefined && path.length === 0);
    const waits = pending !== undefined && uses.some(({ awaited, later }) => awaited !== undefined && later !== true);
    if (module.language === 'python') pending = isWrapped(seat, fn) ? undefined : fn.async ? 'lazy' : handsOn ? pending : undefined;
    // What is done before anybody waits is done, whoever calls; a coroutine of Python further out does nothing at all.
    else if (pending === undefined || !(handsOn || (fn.async && waits))) return undefined;
    else if (fn.async) pending = 'promise';
    inner = fn;
  }
  return undefined;
}

/** Something else may run the coroutine. */
function isWrapped({ way }: CallSeat, fn: FunctionNode): boolean {
  return decoratorsAround(way, fn).some((decorator) => !plain.test(lastName(decorator) ?? ''));
}

const plain = /^(?:staticmethod|classmethod|override|final|abstractmethod)$/;

function isLost({ how, awaited }: Use): boolean {
  return how === 'dropped' && awaited === undefined;
}

/** The call that waits for several at once, if this one is handed to it. */
function gathered({ module, call }: CallSeat, uses: readonly Use[]): CallSeat | undefined {
  const to = uses.length === 1 ? uses[0]!.to : undefined;
  return to === undefined || to === call || !gathering.test(lastName(to.callee) ?? '') ? undefined : seatOf(module, to.callee.span);
}

/** Nobody waits here: neither a name, nor who calls, nor other code gets it. */
function leftBy(seat: CallSeat, uses: readonly Use[], pending: 'promise' | 'lazy'): Floating | undefined {
  const own = uses.filter(({ later }) => later !== true);
  const isPython = seat.module.language === 'python';
  const task = isPython && own.length === 1 ? own[0]!.to : undefined;
  if (task !== undefined && tasks.test(lastName(task.callee) ?? '')) {
    const held = seatOf(seat.module, task.callee.span);
    return held !== undefined && usesOf(held).every(isLost) ? floating(held, 'task', usesOf(held)) : undefined;
  }
  if (own.length === 0 || !own.every(isLost) || isForLater(seat)) return undefined;
  return floating(seat, pending === 'lazy' && own.every(({ path }) => path.length === 0 || !isPython) ? 'idle' : 'dropped', own);
}

/** The function around it is handed to what runs it behind the answer, or when something happens. */
export function isForLater({ way, fn }: CallSeat): boolean {
  const around = fn === undefined ? undefined : way[way.indexOf(fn) - 1];
  return around?.kind === 'call' && fn !== around.callee && later.test(lastName(around.callee) ?? '');
}

const later =
  /^(?:setImmediate|setTimeout|setInterval|queueMicrotask|nextTick|waitUntil|wait_until|after|defer|on|once|addListener|addEventListener|call_later|call_soon\w*|add_task|run_in_background|enqueue)$/;

function floating(seat: CallSeat, how: Floating['how'], uses: readonly Use[], loop?: Floating['loop']): Floating {
  const { module, way, fn, call } = seat;
  const { file } = module;
  const statement = way.findLast((node) => node.kind === 'expression');
  const isStatement = statement !== undefined && uses.length > 0 && uses.every(({ at }) => at === statement);
  const begins = isStatement ? statement : call;
  const meant = uses.some((use) => use.meant === true);
  const waits = fn?.async === true && how !== 'each' && how !== 'task' && !meant;
  return {
    ...spanning({ file, span: call.span }, call.callee),
    label: how === 'idle' ? 'nobody waits for it, so it does not run' : 'nobody waits for it',
    how,
    ...(meant ? { meant: true } : {}),
    ...(waits ? { awaitAt: startOf({ file, span: begins.span }) } : {}),
    ...(loop === undefined ? {} : { loop }),
  };
}
