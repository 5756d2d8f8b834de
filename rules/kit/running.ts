/** Words and judgments that rules about agents share. */
import type { AgentFacts, StepLimit } from './agents.js';
import { accusing, isUnsafeToRepeat, needsApproval, worst } from './effects-of.js';
import { isApproved } from './gates.js';
import type { Edit, Effect, FixGrade, Tool } from './model.js';

/** What an agent is called in a message: its name, else what makes it. */
export function agentName({ name, api }: Pick<AgentFacts, 'name' | 'api'>): string {
  return name === undefined || name === '' || name.length > 40 ? api.replace(/^new /, '').replace('#', '.') : name;
}

/** How many steps it may take, as far as that is certain; infinite where nothing ends them. */
export function mostSteps({ limit, limitOpen }: Pick<AgentFacts, 'limit' | 'limitOpen'>): number | undefined {
  if (limit === undefined || limitOpen === true || limit.unsure === true) return undefined;
  return limit.value === null ? Number.POSITIVE_INFINITY : limit.value;
}

/** Title of {@link limitFixes}. */
export const limitMessages = { bound: 'Stop after {steps} steps: `{limit}`' } as const;

/** Puts a limit where the call takes one; how many steps is a choice. */
export function limitFixes({ slot, suggested, name }: StepLimit): readonly {
  readonly message: keyof typeof limitMessages;
  readonly data: { readonly steps: string; readonly limit: string };
  readonly grade: FixGrade;
  readonly edits: readonly Edit[];
}[] {
  if (slot === undefined || suggested === undefined || (slot.existing ?? slot.insert) === undefined) return [];
  const steps = typeof suggested === 'number' ? String(suggested) : '20';
  return [{ message: 'bound', data: { steps, limit: name }, grade: 'choice', edits: [{ kind: 'set', slot, value: suggested }] }];
}

/** The tools that are certain to do their work once more when a step is repeated. */
export function unsafeTools(tools: readonly Tool[]): readonly Tool[] {
  return tools.filter((tool) => isCertain(worst(tool.effects.known.filter(isUnsafeToRepeat))));
}

/** The tools that are certain to destroy something, or to do as they are told, and that ask no human. */
export function unaskedTools(tools: readonly Tool[]): readonly Tool[] {
  return tools.filter((tool) => !isApproved(tool) && isCertain(worst(tool.effects.known.filter(needsApproval))));
}

function isCertain(effect: Effect | undefined): boolean {
  return effect !== undefined && accusing(effect) === 'certain';
}

/** `mail`, `mail and pay`, `mail, pay and 3 more`: names of tools as code. */
export function namesOfTools(tools: readonly Tool[]): string {
  const [first, second, ...more] = tools.map(({ name }) => `\`${name.value.slice(0, 40)}\``);
  if (second === undefined) return first ?? '';
  return more.length === 0 ? `${first} and ${second}` : `${first}, ${second} and ${more.length} more`;
}
