/** What steps that mostly work come to: p^n. It shows what a budget of steps asks for; it predicts no run. */
import type { AgentFacts, StepBudget, Tool } from '../../rules/kit/index.js';

/** What is taken for granted of one step, and what all of them are to reach; from 0 to 1. */
export interface Assumed {
  readonly step: number;
  readonly target: number;
}

export const usualAssumption: Assumed = { step: 0.95, target: 0.9 };

/** `undefined` where no number of steps is known, or there is no end to them. */
export function budgetOf({ limit }: Pick<AgentFacts, 'limit'>, { step, target }: Assumed): StepBudget | undefined {
  const steps = limit?.unsure === true ? undefined : limit?.value;
  return typeof steps !== 'number' || steps <= 0 ? undefined : { steps, step, all: step ** steps, target, needed: target ** (1 / steps) };
}

/** `36 %`, `99.47 %`; what rounds to nothing, or to certainty, says that it is not. */
export function percent(chance: number, digits = 0): string {
  const shown = (chance * 100).toFixed(digits);
  const least = (10 ** -digits).toFixed(digits);
  if (chance > 0 && Number(shown) === 0) return `< ${least} %`;
  return chance < 1 && Number(shown) === 100 ? `> ${(100 - 10 ** -digits).toFixed(digits)} %` : `${shown} %`;
}

/** Tools that may be called twice, of all that an agent has. */
export function repeatable(tools: readonly Pick<Tool, 'inferred'>[]): number {
  return tools.filter(isRepeatable).length;
}

export function isRepeatable({ inferred }: Pick<Tool, 'inferred'>): boolean {
  return inferred.readOnly === true || inferred.idempotent === true;
}

/** Why the number is no prediction. */
export const caveat =
  'This takes steps for independent and beyond repair. Real ones are neither: tools that are safe to repeat, checks of what was done and checkpoints are what repairs a step.';
