/** Of a workspace of many files, one edit is answered like a fresh start although only the edited file is looked at. */
import { expect, test } from 'vitest';
import { knowledge as plain } from '../../rules/index.js';
import { createAnalyzer } from '../../server/analysis/analyze.js';
import { marked } from '../../server/analysis/languages.js';
import { snapshots, type Texts } from './incremental-edits.js';

const knowledge = marked(plain);
const told = JSON.stringify;

/** Each step edits one file; `files`: those that are reported on. */
function answers(files: readonly string[] | undefined, steps: readonly Texts[]) {
  const kept = createAnalyzer(knowledge);
  const see = snapshots();
  const texts = new Map<string, string>();
  return steps.map((step) => {
    for (const [file, text] of step) texts.set(file, text);
    const seen = see(texts);
    const snapshot = files === undefined ? seen : { ...seen, files };
    const answer = kept.analyze(snapshot);
    expect(told(answer)).toEqual(told(createAnalyzer(knowledge).analyze(snapshot)));
    return answer;
  });
}

const file = (name: string, text: string): Texts => new Map([[`/w/${name}`, text]]);

test('what a file says of environments is heard when it comes to say it, and no more when it does not', () => {
  const other = 'export const limit = 3;\n';
  const fallback = "export const url = process.env.DATABASE_URL ?? 'postgres://db.prod.acme.io/app';\n";
  const found = answers(undefined, [
    new Map([...file('a.ts', other), ...file('b.ts', other)]),
    file('a.ts', fallback),
    file('b.ts', 'export const limit = 4;\n'),
    file('b.ts', fallback),
    file('a.ts', other),
    file('b.ts', other),
  ]);
  expect(found.map(({ findings }) => findings.filter(({ ruleId }) => ruleId === 'environment/prod-fallback').length)).toEqual([
    0, 1, 1, 2, 1, 0,
  ]);
});

test('a comment that silences a rule works from the moment that it is written', () => {
  const fallback = "export const url = process.env.DATABASE_URL ?? 'postgres://db.prod.acme.io/app';\n";
  const found = answers(undefined, [
    new Map([...file('a.ts', fallback), ...file('b.ts', 'export const limit = 3;\n')]),
    file('a.ts', `// detent-ignore-next-line environment/prod-fallback -- a copy without data\n${fallback}`),
    file('a.ts', fallback),
  ]);
  expect(found.map(({ findings }) => findings.filter(({ ruleId }) => ruleId === 'environment/prod-fallback').length)).toEqual([1, 0, 1]);
});

test('a file that is only imported is read when an edit makes it mention what registers tools', () => {
  const server = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { more } from './shared/more.js';

export function register(server: McpServer, name: string) {
  server.registerTool(name, {}, async () => ({ content: [] }));
}

export const server = new McpServer({ name: 'notes', version: '1' });
register(server, 'first');
console.log(more);
`;
  // It imports the same before and after.
  const idle = "import * as all from '../server.js';\n\nexport const more = () => all.server;\n";
  const busy = idle + "all.register(all.server, 'second');\n";
  const found = answers(
    ['/w/server.ts'],
    [new Map([...file('server.ts', server), ...file('shared/more.ts', idle)]), file('shared/more.ts', busy), file('shared/more.ts', idle)],
  );
  expect(found.map(({ tools }) => tools.map(({ name }) => name.value).sort())).toEqual([['first'], ['first', 'second'], ['first']]);
});
