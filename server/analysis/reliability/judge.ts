import type { ResultFormat, ResultKnowledge, Way } from '../../../rules/kit/index.js';
import type { Scalar } from './json-scanner.js';
import type { Trial } from './trials.js';

/** What stands in a row, by the ways from it. `true` stands for an object or a list as well. */
export type Bag = ReadonlyMap<Way, { readonly value: Scalar; readonly at: number }>;

/** A reward this close to 1 is success: programs add up parts. */
const tolerance = 1e-6;

type Judgement = Pick<Trial, 'outcome' | 'note'>;

/** Reads a row as a trial of a format; `undefined` when it is none, as far as that can be told from what is there. */
export function trialOf(
  format: ResultFormat,
  bag: Bag,
  key: string | undefined,
  at: number,
  words: ResultKnowledge['words'],
): Trial | undefined {
  const { proof = [], ended, notRun = [], error } = format;
  if (!proof.every((way) => bag.has(way))) return undefined;
  const task = format.task === 'key' ? key : nameIn(bag, format.task);
  const reward = format.reward.map((way) => bag.get(way)).find((found) => found !== undefined);
  // Where nothing else tells what a row is, the reward does.
  if (task === undefined || (reward === undefined && proof.length === 0)) return undefined;
  const trial = nameIn(bag, format.trial ?? []);
  const base = { task, at, ...(trial === undefined ? {} : { trial }) };
  const end = ended === undefined ? undefined : bag.get(ended)?.value;
  if (notRun.includes(String(end))) return { ...base, outcome: 'excluded', note: 'not run' };
  const problem = error === undefined ? undefined : bag.get(error)?.value;
  if (problem !== undefined && problem !== null && problem !== false && problem !== '')
    return { ...base, outcome: 'failure', note: 'crashed' };
  return { ...base, ...judged(reward?.value, words) };
}

/** Success is a reward of 1, or a word for it. All else is failure, and what is odd about it is said. */
export function judged(reward: Scalar | undefined, words: ResultKnowledge['words']): Judgement {
  if (reward === undefined || reward === null) return { outcome: 'failure', note: 'no reward' };
  if (typeof reward === 'boolean') return { outcome: reward ? 'success' : 'failure' };
  if (typeof reward === 'string') {
    const word = reward.trim().toLowerCase();
    if (word === '') return { outcome: 'failure', note: 'no reward' };
    if (words.success.includes(word)) return { outcome: 'success' };
    if (words.failure.includes(word)) return { outcome: 'failure' };
    return /^[\d.eE+-]{1,40}$/.test(word) ? judged(Number(word), words) : { outcome: 'failure', note: 'odd reward' };
  }
  if (Number.isNaN(reward)) return { outcome: 'failure', note: 'no reward' };
  if (Math.abs(reward - 1) <= tolerance) return { outcome: 'success' };
  if (Math.abs(reward) <= tolerance) return { outcome: 'failure' };
  return { outcome: 'failure', note: reward > 0 && reward < 1 ? 'partial reward' : 'odd reward' };
}

function nameIn(bag: Bag, ways: readonly Way[]): string | undefined {
  for (const way of ways) {
    const value = bag.get(way)?.value;
    if (typeof value === 'string' || typeof value === 'number') return String(value);
  }
  return undefined;
}
