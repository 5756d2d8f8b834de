import { changes } from './effects-of.js';
import type { Edit, FixGrade, Tool } from './model.js';

/** A human sees each call before it changes anything. A host asks by the hints; a wrong one has a rule of its own. */
export function isApproved({ gate, hosted, agent, effects }: Tool): boolean {
  if (gate.kind === 'always' || gate.kind === 'conditional' || (gate.kind === 'host' && !(hosted && agent !== undefined))) return true;
  const changing = effects.known.filter(changes);
  return changing.length > 0 && effects.complete && changing.every(({ approvedBy }) => approvedBy !== undefined);
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
