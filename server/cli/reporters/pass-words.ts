import { decimalOf } from '../../analysis/reliability/fraction.js';
import type { Inconsistency } from '../../analysis/reliability/consistency.js';
import type { Comparison, EvaluatedTrials, Gate } from '../evaluation.js';
import { significance } from '../evaluation.js';
import { printable } from '../../analysis/printable.js';
import { count } from '../style.js';

/** Drawing so few tasks again and again says little of others. */
const few = 10;

/** `50 tasks, 4 trials each`. */
export function sizeOf({ set, report }: EvaluatedTrials): string {
  const each = report.largest === set.planned ? `${set.planned}` : `${report.largest} to ${set.planned}`;
  return `${count(set.tasks.length, 'task')}, ${each} ${each === '1' ? 'trial' : 'trials'} each`;
}

/** What is said of the trials of one model, on one domain: `gpt-4.1 on airline`. */
export function subjectOf({ set }: EvaluatedTrials): string {
  const { model, domain } = set.about;
  return [model, domain].flatMap((word) => (word === undefined ? [] : printable(word))).join(' on ');
}

/** What was counted how, and what was left out: nothing of it happens in silence. */
export function remarksOf({ set, report }: EvaluatedTrials): readonly string[] {
  const { crashed, noReward, partialReward, oddReward, notRun, repeated, contradicting, missing } = set.notes;
  const { fewest, rows, left, untried } = report;
  const last = rows.at(-1);
  const lines: string[] = [];
  if (set.tasks.length < few)
    lines.push(`${count(set.tasks.length, 'task')} ${set.tasks.length === 1 ? 'is' : 'are'} few: the interval is a rough guess.`);
  if (untried.length > 0)
    lines.push(`${count(untried.length, 'task')} without a trial that counts: left out of all this (${listed(untried.map(nameOf))}).`);
  if (notRun > 0) lines.push(`${count(notRun, 'trial')} never ran (infrastructure errors): left out.`);
  if (missing > 0) lines.push(`${count(missing, 'trial')} of ${set.planned} for each task ${missing === 1 ? 'is' : 'are'} missing.`);
  if (left > 0 && last?.strict) {
    lines.push(
      `Counted as failures, these ${left} would make pass^1 ${decimalOf(rows[0]!.strict!, 3)}${last.k === 1 ? '' : ` and pass^${last.k} ${decimalOf(last.strict, 3)}`}.`,
    );
  }
  if (crashed > 0) lines.push(`${count(crashed, 'trial')} crashed: counted as ${crashed === 1 ? 'a failure' : 'failures'}.`);
  if (noReward > 0) lines.push(`${count(noReward, 'trial')} ${noReward === 1 ? 'has' : 'have'} no reward: counted as failures.`);
  if (partialReward > 0) lines.push(`${count(partialReward, 'reward')} between 0 and 1: counted as failures, since only 1 is success.`);
  if (oddReward > 0) lines.push(`${count(oddReward, 'reward')} outside of 0 to 1: counted as failures.`);
  if (repeated > 0) {
    const against = contradicting.length === 0 ? '' : `, and ${contradicting.length} with another outcome, of which the worse counts`;
    lines.push(`${count(repeated, 'trial')} ${repeated === 1 ? 'stands' : 'stand'} there more than once: counted once${against}.`);
  }
  if (fewest !== undefined) {
    const more = fewest.tasks === 1 ? '' : `, as ${fewest.tasks === 2 ? 'one other has' : `${fewest.tasks - 1} others have`}`;
    const named = `Task ${JSON.stringify(printable(fewest.task).slice(0, 60))} has ${count(fewest.trials, 'trial')} that count${fewest.trials === 1 ? 's' : ''}${more}`;
    lines.push(`${named}, so k ends at ${report.largest}.`);
  }
  return lines;
}

/** Tasks that are named one by one. */
const named = 6;

/** The tasks that succeed now and then, those that nearly always do first: with them begins who wants pass^k to rise. */
export function sometimesOf({ set }: EvaluatedTrials): string | undefined {
  const some = set.tasks
    .filter(({ successes, trials }) => successes > 0 && successes < trials)
    .toSorted((a, b) => b.successes / b.trials - a.successes / a.trials);
  return some.length === 0
    ? undefined
    : `Sometimes: ${listed(some.map(({ task, successes, trials }) => `${nameOf(task)} (${successes} of ${trials})`))}.`;
}

/** The tasks that got worse. */
export function worseOf({ worse }: Comparison): string | undefined {
  if (worse.length === 0) return undefined;
  const said = worse.map(
    ({ task, before, after }) => `${nameOf(task)} (${before.successes} of ${before.trials}, now ${after.successes} of ${after.trials})`,
  );
  return `Less often: ${listed(said)}.`;
}

function nameOf(task: string): string {
  return printable(task).slice(0, 40);
}

function listed(said: readonly string[]): string {
  const more = said.length - named;
  return `${said.slice(0, named).join(', ')}${more > 0 ? `, and ${count(more, 'other')}` : ''}`;
}

/** How the tasks are spread: what a single run hides. */
export function spreadOf({ set, report: { always, never, untried } }: EvaluatedTrials): string {
  const tasks = set.tasks.length - untried.length;
  const sometimes = tasks - always - never;
  const part = (tasks: number, verb: string): string => `${tasks} ${verb}`;
  return `Of ${count(tasks, 'task')}, ${part(always, always === 1 ? 'always succeeds' : 'always succeed')}, ${part(never, never === 1 ? 'never does' : 'never do')}, and ${part(sometimes, sometimes === 1 ? 'does in some trials' : 'do in some trials')}.`;
}

export function gateWords({ k, written, lowerBound, passed, row, stated, domain = '' }: Gate): string {
  const asked = `pass^${k} ≥ ${written}${lowerBound ? ' at the lower end' : ''}`;
  if (row === undefined) return `${passed ? 'Passed' : 'Failed'} on ${printable(domain)}: ${asked}. Stated: ${stated}.`;
  const { value, interval } = row;
  // With tasks of many trials, the fraction says nothing to anybody.
  const exact = value.lower < 1_000_000n ? ` (${value.upper}/${value.lower})` : '';
  const numbers = `${decimalOf(value, 3)}${exact}, 95 % interval ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`;
  return `${passed ? 'Passed' : 'Failed'}: ${asked}. It is ${numbers}.`;
}

/** What a comparison comes to, for the largest k. */
export function changeWords({ rows }: Comparison, k: number | undefined): string {
  const row = rows.find((one) => one.k === k) ?? rows.at(-1);
  if (row === undefined) return 'No task has enough trials on both sides to be compared.';
  const { upper } = row.difference;
  if (upper === 0n) return `pass^${row.k} is the same.`;
  const moved = `pass^${row.k} ${upper < 0n ? 'fell' : 'rose'} by ${decimalOf({ ...row.difference, upper: upper < 0n ? -upper : upper }, 3)}`;
  const often = `${(row.p * 100).toFixed(row.p < 0.01 ? 1 : 0)} of 100 times`;
  return row.p < significance
    ? `${moved}. By chance alone that happens ${often} (p = ${row.p.toFixed(3)}): it is a change.`
    : `${moved}, but by chance alone that happens ${often} (p = ${row.p.toFixed(3)}): it need not be a change.`;
}

export function inconsistencyWords({ kind, k, value, other, otherK }: Inconsistency, whole: number): string {
  const shown = other === undefined ? '' : Number(other.toFixed(3));
  switch (kind) {
    case 'outside':
      return `pass^${k} is ${value}, and lies between 0 and ${whole}.`;
    case 'beyond':
      return `pass^${k} is given, and there were ${shown} trials of each task.`;
    case 'mixed':
      return `pass^${k} is ${value} beside ${shown} for k = ${otherK}: one is a part of 1, the other a percentage.`;
    case 'scale':
      return `All numbers are at most 1, where percentages belong.`;
    case 'rising':
      return `pass^${k} is ${value}, above ${shown} for k = ${otherK}: it cannot rise with k.`;
    case 'too low':
      return `pass^${k} is ${value}, and with that pass^1 and so many trials it is at least ${shown}.`;
    case 'unlikely':
      return `pass^${k} is ${value}, below pass^1 to the power of ${k} (${shown}), which real results hardly are.`;
  }
}
