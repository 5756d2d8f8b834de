import { changes, needsApproval, worst } from './effects-of.js';
import type { Edit, Effect, FixGrade, LineGuard, Tool } from './model.js';

/** A human sees each call before it changes anything. A host asks by the hints; a wrong one has a rule of its own. */
export function isApproved({ gate, hosted, agent, effects }: Tool): boolean {
  if (gate.kind === 'always' || gate.kind === 'conditional' || (gate.kind === 'host' && !(hosted && agent !== undefined))) return true;
  const changing = effects.known.filter(changes);
  return changing.length > 0 && effects.complete && changing.every(({ approvedBy }) => approvedBy !== undefined);
}

/** The effect to speak about that a human should see first, and does not. */
export function toApprove({ effects }: Tool): Effect | undefined {
  const unasked = effects.known.filter((one) => changes(one) && one.approvedBy === undefined);
  return worst(unasked.filter(needsApproval)) ?? worst(unasked);
}

/** Title of {@link gateFixes}, for the messages of a rule that offers them. */
export const gateMessages = { gate: 'Require approval for `{tool}`' } as const;

/** Switches the framework's own approval on, where the place for that is provable. */
export function gateFixes(tool: Tool): readonly {
  readonly message: keyof typeof gateMessages;
  readonly data: { readonly tool: string };
  readonly grade: FixGrade;
  readonly edits: readonly Edit[];
}[] {
  const slot = tool.gateSlot;
  if (slot === undefined || (slot.existing === undefined && slot.insert === undefined)) return [];
  const edits = [{ kind: 'set' as const, slot, value: slot.value }];
  return [{ message: 'gate', data: { tool: tool.name.value }, grade: 'exact', edits }];
}

/** Title of {@link guardFixes}. */
export const guardMessages = { guard: 'Refuse outside of development and tests' } as const;

/** A line that refuses: a list of what is allowed, so that an environment that nobody thought of is refused. */
export function guardFixes(guard: LineGuard | undefined) {
  if (guard === undefined) return [];
  const { at, text, needs } = guard;
  const imports: readonly Edit[] = needs === undefined ? [] : [{ kind: 'import', file: at.file, from: needs }];
  const edits: readonly Edit[] = [...imports, { kind: 'line-above', at, text, comment: false }];
  return [{ message: 'guard', data: {}, grade: 'choice', edits } as const];
}

/** Title of {@link timeoutFixes}. */
export const timeoutMessages = { give_up: 'Give up after a while: `{option}`' } as const;

/** Tells a call when to give up, where the place for that is provable; how long is a choice. */
export function timeoutFixes({ endless }: Effect) {
  const { slot, value } = endless ?? {};
  if (endless === undefined || slot === undefined || value === undefined || (slot.existing ?? slot.insert) === undefined) return [];
  const edits: readonly Edit[] = [{ kind: 'set', slot, value }];
  return [{ message: 'give_up', data: { option: endless.shown }, grade: 'choice', edits } as const];
}
