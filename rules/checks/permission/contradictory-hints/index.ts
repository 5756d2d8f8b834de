import { booleanIn, defineRule, flipHint, gradeOf, hintField, isHint, literalIn, meantBy } from '../../../kit/index.js';
import type { HintEntry, HintName } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/contradictory-hints',
  summary: 'A hint is written so that no host reads it, or two hints say the opposite.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'auto',
  maps: ['MAST-2.6', 'OWASP-Agentic-2026-ASI02', 'CWE-863', 'CWE-1188'],
  messages: {
    misspelt: '`{tool}` says `{key}`, which no host reads, so people are asked as if it had said nothing. Write `{hint}`.',
    worded: '`{tool}` says `{key}: {value}`, which is no boolean, so hosts refuse all tools of the server. Write `{meant}`.',
    unsaid: '`{tool}` says `{key}: {value}`, which is no boolean, so hosts refuse all tools of the server. Say yes or no, or nothing.',
    misplaced: '`{tool}` has `{key}` among its parameters, so the model fills it in and no host reads it. Move it to the annotations.',
    both: '`{tool}` says that it only reads and that it destroys, so one host asks nobody and another one always. Keep what is true.',
    titles: '`{tool}` has two titles, so people approve "{one}" in one host and "{other}" in another one. Keep one of them.',
    rename: 'Rename it to `{hint}`',
    unquote: 'Write `{meant}`',
    reads: 'It only reads: set `{hint}` to `false`',
    writes: 'It does more than read: set `{hint}` to `false`',
  },

  check(tool, report) {
    const data = { tool: tool.name.value };
    const common = { certainty: 'certain' as const };
    for (const entry of tool.hintEntries ?? []) {
      const name = meantBy(entry.key);
      if (name === undefined) continue;
      if (!isHint(tool, entry.key)) misspelt(entry, name);
      // What Pydantic is given as text, it reads as a boolean.
      else if (typeof entry.value !== 'boolean' && tool.language !== 'python') worded(entry, name);
    }
    for (const { name: key, place } of tool.inputs)
      if (isHint(tool, key) && place !== undefined) report({ ...common, message: 'misplaced', data: { ...data, key }, at: place });

    const { readOnly, destructive } = tool.hints;
    if (readOnly?.value === true && destructive?.value === true && (readOnly.said ?? destructive.said) === undefined) {
      const fix = (name: 'readOnly' | 'destructive', message: 'reads' | 'writes') => {
        const edits = [flipHint(name === 'readOnly' ? readOnly : destructive)];
        return { message, data: { hint: hintField(tool, name) }, grade: 'choice' as const, edits };
      };
      const fixes = readOnly.computed || destructive.computed ? [] : [fix('destructive', 'reads'), fix('readOnly', 'writes')];
      report({ ...common, message: 'both', data, at: readOnly, severity: 'warning', fixes });
    }
    const title = tool.hintEntries?.find(({ key }) => key === 'title');
    const one = tool.title?.value;
    // A name that is repeated is no title.
    const isName = one === tool.name.value || title?.value === tool.name.value;
    if (title !== undefined && typeof title.value === 'string' && one !== undefined && title.value !== one && !isName)
      report({ ...common, message: 'titles', data: { ...data, one, other: title.value }, at: title, severity: 'warning' });

    function misspelt(entry: HintEntry, name: HintName): void {
      const { key, keyAt } = entry;
      if (tool.hints[name] !== undefined) return;
      const hint = hintField(tool, name);
      const edits = [{ kind: 'replace' as const, at: keyAt, text: hint }];
      const fixes = [{ message: 'rename' as const, data: { hint }, grade: gradeOf(tool, entry, name, entry.value), edits }];
      report({ ...common, message: 'misspelt', data: { ...data, key, hint }, at: keyAt, fixes });
    }

    function worded(entry: HintEntry, name: HintName): void {
      const told = { ...data, key: entry.key, value: JSON.stringify(entry.value).slice(0, 20) };
      const value = booleanIn(entry);
      if (value === undefined) return report({ ...common, message: 'unsaid', data: told, at: entry });
      const meant = literalIn(entry.file, value);
      const edits = [{ kind: 'replace' as const, at: { file: entry.file, span: entry.span }, text: meant }];
      const fixes = [{ message: 'unquote' as const, data: { meant }, grade: gradeOf(tool, entry, name, value), edits }];
      report({ ...common, message: 'worded', data: { ...told, meant }, at: entry, fixes });
    }
  },
});
