import type { Edit, FixGrade, Tool } from './model.js';

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
