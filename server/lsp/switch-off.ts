import { applyEdits, modify } from 'jsonc-parser';
import type { TextEdit } from '../analysis/finding.js';

/** The configuration that would say that a rule is off. */
export interface RuleSettings {
  readonly file: string;
  /** Absent: there is no such file yet. */
  readonly text?: string;
}

/** The edits that switch a rule off; `undefined` for a file that cannot be read. */
export function switchedOff(ruleId: string, { file, text }: RuleSettings): readonly TextEdit[] | undefined {
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  try {
    const edits = modify(text ?? '{}', ['rules', ruleId], 'off', { formattingOptions });
    if (text === undefined) return [{ file, span: { start: 0, end: 0 }, text: `${applyEdits('{}', edits)}\n` }];
    return edits.map(({ offset, length, content }) => ({ file, span: { start: offset, end: offset + length }, text: content }));
  } catch {
    return undefined;
  }
}
