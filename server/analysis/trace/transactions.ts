/** Writes to a database that stand alone: nothing on the way makes several of them one. */
import { called, writesTo, type Evidence } from '../../../rules/kit/index.js';
import type { CallExpression, Expression, UnaryExpression } from '../syntax/ir.js';
import type { TracedEffect } from './traced.js';

const opening = /^(?:with|in|run|run_?in|do|use|execute)?_?\$?(?:transaction(?:al(?:ly)?)?|tx|trx|atomic(?:ally)?|unit_?of_?work|batch)$/i;
/** What follows in the function is one, until it is told that this is all. */
const beginning = /^(?:begin|start)_?(?:transaction|tx|trx)?$|^(?:begin|start)_transaction$/i;
const statement = /^\s{0,20}(?:BEGIN|START TRANSACTION|SAVEPOINT)\b/i;

/** Something of this name makes what is done under it one. */
export function isTransaction(name: string): boolean {
  return opening.test(name);
}

export class Transactions {
  /** From where on the writes of a function are one. */
  readonly #begun = new WeakMap<TracedEffect[], number>();
  readonly #entered = new WeakMap<object, number>();

  /** A call, which may make one of what it is given, or begin a transaction. */
  around(call: CallExpression, effects: TracedEffect[], run: () => void): void {
    const first = effects.length;
    run();
    const { whole, begins } = roleOf(call);
    if (whole && effects.length > first) joined(effects, first);
    else if (begins && !this.#begun.has(effects)) this.#begun.set(effects, first);
  }

  /** `with transaction.atomic():`, and the end of that block. */
  block({ operator, operand }: UnaryExpression, effects: TracedEffect[]): void {
    if ((operator !== 'with' && operator !== 'leave') || operand.kind !== 'name' || operand.binding === undefined) return;
    const { source } = operand.binding;
    if (source?.kind !== 'value' || !names(source.value).some((name) => isTransaction(name) || beginning.test(name))) return;
    if (operator === 'with') this.#entered.set(operand.binding, effects.length);
    else joined(effects, this.#entered.get(operand.binding) ?? effects.length);
  }

  /** The function is over. */
  close(effects: TracedEffect[]): void {
    const from = this.#begun.get(effects);
    if (from !== undefined) joined(effects, from);
  }
}

/** From one place of the list on, either all of it is done or nothing. */
export function joined(effects: TracedEffect[], first: number): void {
  for (let i = first; i < effects.length; i++) {
    const { alone, afterWrite: _afterWrite, ...effect } = effects[i]!;
    if (alone !== undefined) effects[i] = effect;
  }
}

type Written = Pick<TracedEffect, 'alone' | 'afterWrite' | 'afterOther' | 'api' | 'class' | 'resource' | 'step'>;

/**
 * What was written before on each way (by the numbers of what was met) that stands alone, too, and belongs to the same library; and what was
 * changed in another system. What is in another step is done apart.
 */
export function earlierWrites(
  effect: Written,
  effects: readonly TracedEffect[],
  before: () => readonly number[],
): Pick<TracedEffect, 'afterWrite' | 'afterOther'> {
  const system = writesTo(effect);
  if (effect.alone === undefined && system === undefined) return {};
  const others = before().flatMap((index) => {
    const one = effects[index];
    return one === undefined || one.own === true || one.step !== effect.step || one.class === 'read' ? [] : [one];
  });
  const library = `${effect.api.slice(0, effect.api.indexOf(': '))}: `;
  const same = effect.alone === undefined ? undefined : others.findLast(({ alone, api }) => alone !== undefined && api.startsWith(library));
  const other = system === undefined ? undefined : others.findLast((one) => ![undefined, system].includes(writesTo(one)));
  const afterWrite = effect.afterWrite ?? (same && seen(same));
  const afterOther = effect.afterOther ?? (other && seen(other));
  return { ...(afterWrite === undefined ? {} : { afterWrite }), ...(afterOther === undefined ? {} : { afterOther }) };
}

function seen(effect: TracedEffect): Evidence {
  return { file: effect.file, span: effect.span, label: called(effect) };
}

/** Names of what is called, and of what is called for that: `db.transaction().execute`. */
function names(expression: Expression): readonly string[] {
  const found: string[] = [];
  let at: Expression | undefined = expression;
  for (let steps = 0; at !== undefined && steps < 8; steps++) {
    if (at.kind === 'name') found.push(at.name);
    else if (at.kind === 'member' && typeof at.property === 'string') found.push(at.property);
    at =
      at.kind === 'call'
        ? at.callee
        : at.kind === 'unary'
          ? at.operand
          : at.kind === 'member' && at.object.kind === 'call'
            ? at.object
            : undefined;
  }
  return found;
}

/** What a call is to a transaction. */
interface Role {
  /** All that is done under it is one. */
  readonly whole: boolean;
  /** What follows it is one. */
  readonly begins: boolean;
}

/** Asked of every call at every walk: its names stay the same. */
const roles = new WeakMap<CallExpression, Role>();

function roleOf(call: CallExpression): Role {
  let role = roles.get(call);
  if (role === undefined) roles.set(call, (role = asTold(call)));
  return role;
}

const none: Role = { whole: false, begins: false };

function asTold(call: CallExpression): Role {
  const said = names(call.callee);
  const whole = said.some(isTransaction) || (said.includes('begin') && call.args.some(({ value }) => value.kind === 'function'));
  const begun = begins(call, said);
  return whole || begun ? { whole, begins: begun } : none;
}

function begins({ args }: CallExpression, [name]: readonly string[]): boolean {
  const [first] = args;
  if (first?.value.kind === 'literal' && typeof first.value.value === 'string' && statement.test(first.value.value)) return true;
  return name !== undefined && name !== 'start' && name !== 'begin' && (beginning.test(name) || isTransaction(name));
}
