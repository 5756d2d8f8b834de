import { readMarks } from '../harness/marks.js';

/**
 * A rule's page for people: without what the tests read from it. Names of files stand above their text, and what is found in them
 * is said by the name of the rule.
 *
 * @param page text of `rules/checks/<rule>/README.md`
 * @param rule its id
 * @param keysOf keys of the messages of a rule; `undefined` when there is no such rule
 */
export function forReading(page: string, rule: string, keysOf: (rule: string) => readonly string[] | undefined): string {
  const vocabulary = { kind: 'findings', rule, keysOf } as const;
  return page
    .replace(/^<!-- Generated above .*-->\n\n/mu, '')
    .replace(/\n\n?(?:off|mirrors|no Python): .*(?=\n)/gu, '')
    .replace(/^tracked: (.+)$/gmu, 'In git: $1.')
    .replace(/^ignored: (.+)$/gmu, 'Ignored by git: $1.')
    .replace(/^set: (.+)$/gmu, 'With `"sets": ["$1"]` in the configuration:')
    .replace(/^```(\w+) file=(\S+)([^\n]*)\n([\s\S]*?)^```$/gmu, (_block, language: string, file: string, info: string, text: string) => {
      const { text: code, marks } = readMarks(file, text.split('\n').slice(0, -1), 1, vocabulary);
      const sign = /\.(?:[cm]?[jt]sx?|jsonc?)$/u.test(file) ? '//' : '#';
      const lines = code.split('\n').map((line, i) => {
        const rules = marks.flatMap(({ line: at, said, state }) =>
          at === i + 1 && said.kind === 'finding' && state !== 'missed' ? [said.rule] : [],
        );
        return rules.length === 0 ? line : `${line}  ${sign} ← ${[...new Set(rules)].join(', ')}`;
      });
      const caption = info.startsWith(' after') ? `\`${file}\`, after the fix:` : `\`${file}\`:`;
      return `${caption}\n\n\`\`\`${language}\n${lines.join('\n')}\`\`\``;
    });
}
