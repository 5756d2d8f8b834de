import type { Edit, FixGrade, Tool } from './model.js';

/** The title of {@link gateFixes}, for the messages of a rule that offers it. */
export const gateMessages = { gate: 'Require approval for `{tool}`' } as const;

/** The framework's own approval, where it has one that can be switched on here. */
export function gateFixes(tool: Tool): readonly {
  readonly message: 'gate';
  readonly data: { readonly tool: string };
  readonly grade: FixGrade;
  readonly edits: readonly Edit[];
}[] {
  const slot = tool.gateSlot;
  if (slot === undefined || (slot.existing === undefined && slot.insert === undefined)) return [];
  return [{ message: 'gate', data: { tool: tool.name.value }, grade: 'exact', edits: [{ kind: 'set', slot, value: slot.value }] }];
}
