/** Words and judgments that rules about agents share. */
import type { AgentFacts } from './agents.js';
import { accusing, isUnsafeToRepeat, needsApproval, worst } from './effects-of.js';
import { isApproved } from './gates.js';
import type { Data, Edit, Effect, FixGrade, Slot, Tool } from './model.js';

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

interface LimitFix {
  readonly message: keyof typeof limitMessages;
  readonly data: { readonly steps: string; readonly limit: string };
  readonly grade: FixGrade;
  readonly edits: readonly Edit[];
}

/** Puts a limit where the call takes one, or else into each run, where all of them take one; how many steps is a choice. */
export function limitFixes({ limit, runs }: Pick<AgentFacts, 'limit' | 'runs'>): readonly LimitFix[] {
  if (limit === undefined) return [];
  const own = edited(limit.slot, limit.suggested);
  const later = limit.place === undefined ? runs.flatMap(({ limitSlot, suggested }) => edited(limitSlot, suggested)) : [];
  const edits = own.length > 0 ? own : later.length === runs.length ? later : [];
  const value = own.length > 0 ? limit.suggested : runs[0]?.suggested;
  const steps = typeof value === 'number' ? String(value) : '20';
  return edits.length === 0 ? [] : [{ message: 'bound', data: { steps, limit: limit.name }, grade: 'choice', edits }];
}

function edited(slot: Slot | undefined, value: Data | undefined): readonly Edit[] {
  return slot === undefined || value === undefined || (slot.existing ?? slot.insert) === undefined ? [] : [{ kind: 'set', slot, value }];
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
