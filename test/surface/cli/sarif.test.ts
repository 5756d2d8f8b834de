/** SARIF as its own tools read it. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import multitool from '@microsoft/sarif-multitool';
import { expect, test } from 'vitest';
import { knowledge } from '../../../rules/index.js';
import { taxonOf } from '../../../server/cli/reporters/taxonomies.js';
import { play, type Scene } from './transcript.js';

const files = {
  'package.json': '{ "dependencies": { "@modelcontextprotocol/sdk": "1.24.0" } }',
  'src/my server.ts': `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { clean } from './clean.js';

const server = new McpServer({ name: 'files', version: '1.0.0' });

server.registerTool(
  'clean_folder',
  { description: 'Cleans a folder', inputSchema: { folder: z.string() }, annotations: { readOnlyHint: true } },
  async ({ folder }) => {
    await clean(folder);
    return { content: [{ type: 'text', text: 'done' }] };
  },
);
`,
  'src/clean.ts': `import { rm } from 'node:fs/promises';

export async function clean(folder: string) {
  await rm(folder, { recursive: true, force: true });
}
`,
};

async function sarifOf(given: Scene['files'], args = ''): Promise<string> {
  const { console } = await play({ title: '', files: given, stdin: '', after: {}, console: `$ detent check --format sarif ${args}\n` });
  return console.slice(console.indexOf('{'), console.lastIndexOf('}') + 1);
}

/** What Microsoft's validator says: the published schema, and rules about what viewers need. */
function validate(log: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'detent-sarif-'));
  try {
    const [input, output] = [join(folder, 'log.sarif'), join(folder, 'answer.sarif')];
    writeFileSync(input, log);
    // Packages are installed without running their scripts, which would allow this.
    chmodSync(multitool, 0o755);
    const env = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' };
    const done = spawnSync(multitool, ['validate', input, '--output', output, '--log', 'ForceOverwrite'], { encoding: 'utf8', env });
    if (done.error !== undefined) throw done.error;
    const { runs } = JSON.parse(readFileSync(output, 'utf8')) as {
      readonly runs: readonly {
        readonly results?: readonly { readonly ruleId: string; readonly message: { readonly arguments?: readonly string[] } }[];
      }[];
    };
    return runs.flatMap(({ results = [] }) => results.map(({ ruleId, message }) => `${ruleId} ${message.arguments?.join(' ') ?? ''}`));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Log {
  readonly runs: readonly [
    {
      readonly tool: {
        readonly driver: { readonly rules: readonly { readonly id: string; readonly relationships: readonly unknown[] }[] };
      };
      readonly invocations: readonly [{ readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly unknown[] }];
      readonly taxonomies: readonly { readonly name: string; readonly taxa: readonly { readonly id: string }[] }[];
      readonly results: readonly Readonly<Record<string, unknown>>[];
    },
  ];
}

/** That it says no address of its own, where one would be told more, is so as long as it has none. */
const noAddress = ['SARIF2005 runs[0].tool.driver Detent'];

test('a log is valid, with chains, fixes, fingerprints and lists of weaknesses', async () => {
  const log = await sarifOf(files, '--set recommended,strict');
  expect(validate(log)).toEqual(noAddress);
  const [run] = (JSON.parse(log) as Log).runs;
  const found = run.results.find(({ ruleId }) => ruleId === 'permission/read-only-hint-mismatch');
  const at = (uri: string, startLine: number, startColumn: number, endColumn: number): object => ({
    artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
    region: { startLine, startColumn, endLine: startLine, endColumn },
  });
  expect(found).toMatchObject({
    level: 'error',
    locations: [{ physicalLocation: at('src/my%20server.ts', 9, 103, 107) }],
    codeFlows: [
      {
        threadFlows: [
          {
            locations: [
              { location: { physicalLocation: at('src/my%20server.ts', 11, 11, 16), message: { text: 'clean' } } },
              { location: { physicalLocation: at('src/clean.ts', 4, 9, 11), message: { text: 'rm' } } },
            ],
          },
        ],
      },
    ],
    fixes: [
      {
        description: { text: 'Set `readOnlyHint: false, destructiveHint: true`' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'src/my%20server.ts' },
            replacements: [{ deletedRegion: { startLine: 9 }, insertedContent: { text: 'false, destructiveHint: true' } }],
          },
        ],
      },
    ],
    properties: { certainty: 'certain', tool: 'clean_folder' },
  });
  expect(found?.['partialFingerprints']).toEqual({ 'detent/v1': expect.stringMatching(/^[0-9a-z-]+$/) });
  const { rules } = run.tool.driver;
  expect(rules.map(({ id }) => id)).toEqual([...new Set(run.results.map(({ ruleId }) => ruleId as string))].sort());
  expect(rules.find(({ id }) => id === 'permission/read-only-hint-mismatch')?.relationships).toContainEqual({
    target: { id: 'ASI02', toolComponent: { name: 'OWASP Agentic 2026' } },
    kinds: ['relevant'],
  });
  expect(run.taxonomies.find(({ name }) => name === 'CWE')?.taxa).toContainEqual({ id: '863' });
  expect(run.invocations[0]).toEqual({ executionSuccessful: true, toolExecutionNotifications: [] });
});

test('code that could not be read is a note with its place', async () => {
  const log = await sarifOf({ ...files, 'src/clean.ts': files['src/clean.ts'].replace('true });', 'true );') });
  const [run] = (JSON.parse(log) as Log).runs;
  expect(run.invocations[0]).toMatchObject({
    executionSuccessful: true,
    toolExecutionNotifications: [
      {
        level: 'note',
        message: { text: 'Could not tell: the code could not be read here, so tools and calls around it may be missing' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'src/clean.ts' }, region: { startLine: 4 } } }],
      },
    ],
  });
});

test('what could not be checked is told, and fails the run', async () => {
  const log = await sarifOf({ ...files, 'detent.config.json': '{ "rules": { "permission/missing-teir": "off" } }' }, 'src gone');
  expect(validate(log)).toEqual(noAddress);
  const [{ invocations }] = (JSON.parse(log) as Log).runs;
  expect(invocations[0].executionSuccessful).toBe(false);
  expect(invocations[0].toolExecutionNotifications).toMatchObject([
    { level: 'error', locations: [{ physicalLocation: { artifactLocation: { uri: 'detent.config.json' }, region: { startLine: 1 } } }] },
    { level: 'error', message: { text: 'Until this is put right, nothing is said by permission/missing-tier.' } },
    { level: 'error', message: { text: 'gone: there is no such file or folder' } },
  ]);
});

test('every list that a rule names is one that is known', () => {
  const strange = knowledge.checks.flatMap(({ id, maps }) =>
    maps.filter((map) => taxonOf(map) === undefined).map((map) => `${id}: ${map}`),
  );
  expect(strange).toEqual([]);
});
