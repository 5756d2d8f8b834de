import { applyEdits, findNodeAtLocation, modify, parseTree, type JSONPath } from 'jsonc-parser';
import type { TextEdit } from '../analysis/finding.js';
import type { RuleLevel } from '../protocol/index.js';

/** The configuration that would say what a project wants. */
export interface ProjectSettings {
  readonly file: string;
  /** Absent: there is no such file yet. */
  readonly text?: string;
}

/** Lists of names in the configuration that a function can be put on from where it is called. */
export type NameList = 'idempotencyWrappers' | 'approvalWrappers';

/** The edits that give a rule another severity, or switch it off; `undefined` for a file that cannot be read. */
export function ruleSetTo(ruleId: string, level: RuleLevel, settings: ProjectSettings): readonly TextEdit[] | undefined {
  return readable(() => changed(settings, ['rules', ruleId], level));
}

/** The edits that put a name on a list; `undefined` for a file that cannot be read, and for a name that is there. */
export function nameAdded(list: NameList, name: string, settings: ProjectSettings): readonly TextEdit[] | undefined {
  return readable(() => {
    const { file, text = '{}' } = settings;
    const root = parseTree(text, [], { allowTrailingComma: true });
    const { type, children = [] } = (root && findNodeAtLocation(root, [list])) ?? {};
    const last = children.at(-1);
    if (type !== 'array' || last === undefined) return changed(settings, [list], [name]);
    if (children.some(({ value }) => value === name)) return undefined;
    // In the way in which the list is written: on one line, or each name on its own.
    const end = last.offset + last.length;
    const before = /\r?\n[\t ]*$/.exec(text.slice(Math.max(0, last.offset - 200), last.offset))?.[0] ?? ' ';
    return [{ file, span: { start: end, end }, text: `,${before}${JSON.stringify(name)}` }];
  });
}

function changed({ file, text }: ProjectSettings, path: JSONPath, value: unknown): readonly TextEdit[] {
  const edits = modify(text ?? '{}', path, value, { formattingOptions: { insertSpaces: true, tabSize: 2, eol: '\n' } });
  if (text === undefined) return [{ file, span: { start: 0, end: 0 }, text: `${applyEdits('{}', edits)}\n` }];
  return edits.map(({ offset, length, content }) => ({ file, span: { start: offset, end: offset + length }, text: content }));
}

/** What is no object, or nested too deeply, makes the library throw. */
export function readable<T>(edits: () => T): T | undefined {
  try {
    return edits();
  } catch {
    return undefined;
  }
}
