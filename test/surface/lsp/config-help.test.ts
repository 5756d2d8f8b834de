import { CompletionRequest, HoverRequest, type CompletionItem, type MarkupContent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { expect, it } from 'vitest';
import { knowledge } from '../../../rules/index.js';
import { memoryHost } from '../../../server/hosts/memory.js';
import { TestClient, plain, uri, vscode } from './client.js';

const file = '/ws/detent.config.json';
const tool = `import { tool } from 'ai';
import { z } from 'zod';
export const wipe_disk = tool({ inputSchema: z.object({}), execute: async () => 1 });
`;
const { textDocument } = vscode;
const editor = {
  ...vscode,
  textDocument: {
    ...textDocument,
    hover: { contentFormat: ['markdown' as const] },
    completion: { dynamicRegistration: true, completionItem: { snippetSupport: true } },
  },
};

/** Opens a configuration whose cursor is where `|` stands. */
async function at(marked: string, capabilities = editor, name = file) {
  const [before = '', after = ''] = marked.split('|');
  const text = before + after;
  const client = await TestClient.connect({
    folders: ['/ws'],
    host: memoryHost({ '/ws/tools.ts': tool }),
    knowledge,
    capabilities,
    initializationOptions: { rulePages: 'file:///pages' },
  });
  await client.open(name, text, 'jsonc');
  await client.settle();
  const document = TextDocument.create(uri(name), 'jsonc', 1, text);
  const where = { textDocument: { uri: uri(name) }, position: document.positionAt(before.length) };
  const items = (await client.connection.sendRequest(CompletionRequest.type, where)) as readonly CompletionItem[];
  const hover = await client.connection.sendRequest(HoverRequest.type, where);
  const labels = items.map(({ label }) => label);
  /** The text once one is chosen, its places for the cursor left out. */
  const choose = (label: string): string => {
    const { textEdit } = items.find((item) => item.label === label)!;
    const edit = textEdit as { readonly range: never; readonly newText: string };
    return TextDocument.applyEdits(document, [{ ...edit, newText: edit.newText.replaceAll('$1', '') }]);
  };
  return { client, labels, choose, items, said: (hover?.contents as MarkupContent | undefined)?.value };
}

it('completes keys with what they mean, and leaves out those that are there', async () => {
  const { labels, choose, items } = await at('{\n  // Ours.\n  "sets": ["strict"],\n  |\n}');
  expect(labels).toContain('controls');
  expect(labels).not.toContain('sets');
  expect(choose('ignore')).toBe('{\n  // Ours.\n  "sets": ["strict"],\n  "ignore": []\n}');
  expect(choose('failOn')).toContain('"failOn": ""');
  const { documentation } = items.find(({ label }) => label === 'minCertainty')!;
  expect((documentation as MarkupContent).value).toContain('How sure a finding must be to be reported.');
});

it('completes a key that is half written, and one that has its value', async () => {
  expect((await at('{ "fai|" }')).choose('failOn')).toBe('{ "failOn": "" }');
  expect((await at('{ "fai|": "error" }')).choose('failOn')).toBe('{ "failOn": "error" }');
});

it('takes no more than what was begun, where a text has no end yet', async () => {
  expect((await at('{\n  "sets": ["strict", "re|],\n  "failOn": "error"\n}')).choose('recommended')).toBe(
    '{\n  "sets": ["strict", "recommended"],\n  "failOn": "error"\n}',
  );
});

it('completes rules with their summaries, and their severities', async () => {
  const { labels, items } = await at('{ "rules": { "permission/missing-hints": "off", "|" } }');
  expect(labels).toContain('permission/missing-tier');
  expect(labels).not.toContain('permission/missing-hints');
  const { documentation } = items.find(({ label }) => label === 'permission/missing-tier')!;
  expect((documentation as MarkupContent).value).toContain('(file:///pages/permission/missing-tier.md)');
  const severity = await at('{ "rules": { "permission/missing-tier": "|" } }');
  expect(severity.labels).toEqual(['error', 'warning', 'information', 'hint', 'off']);
  expect(severity.choose('hint')).toBe('{ "rules": { "permission/missing-tier": "hint" } }');
});

it('completes what stands in lists, once each', async () => {
  expect((await at('{ "sets": ["strict", |] }')).labels).toEqual([
    'recommended',
    'profile:claude-directory',
    'profile:chatgpt-apps',
    'opt-in',
  ]);
  expect((await at('{ "controls": { "write": ["|"] } }')).labels).toEqual(['approval', 'idempotency-key', 'timeout', 'environment-guard']);
  expect((await at('{ "reportInTests": | }')).labels).toEqual(['true', 'false']);
});

it('knows the tools and the names of the project', async () => {
  expect((await at('{ "ignoreTools": ["|"] }')).labels).toEqual(['wipe_disk']);
  expect((await at('{ "tiers": [{ "tools": "|" }] }')).labels).toEqual(['wipe_disk']);
  const named = '{ "tierNames": { "danger": "destructive" }, ';
  const tiers = ['observe', 'write', 'destructive', 'privileged', 'danger'];
  expect((await at(`${named}"tiers": [{ "tools": "wipe_disk", "tier": "|" }] }`)).labels).toEqual(tiers);
  expect((await at(`${named}"controls": { | } }`)).labels).toEqual(tiers);
});

it('says what a key, and a value, means', async () => {
  expect((await at('{ "fail|On": "error" }')).said).toBe(
    '**`failOn`**\n\nThe mildest severity that makes `detent check` exit with 1.\n\nOne of `error`, `warning`, `information`, `hint`, `never`.\n\nDefault: `"error"`.',
  );
  expect((await at('{ "tiers": [{ "to|ols": "a" }] }')).said).toContain('Names of tools; `*` stands for any text.');
  const rule = await at('{ "rules": { "permission/missing-tier": "o|ff" } }');
  expect(rule.said).toContain('[The page of the rule](file:///pages/permission/missing-tier.md)');
  expect((await at('{ | }')).said).toBeUndefined();
});

it('says nothing about other files, and what is wrong only once', async () => {
  const { labels, said } = await at('{ "|fai": 1 }', editor, '/ws/other.json');
  expect([labels, said]).toEqual([[], undefined]);
  const { client } = await at('{ "failOm|": "error" }');
  expect((await client.pull(file)).map(({ message }) => message)).toEqual(['Unknown key "failOm". Did you mean "failOn"?']);
});

it('is asked for in configurations alone, where the client can', async () => {
  const { client } = await at('{|}');
  expect(client.result.capabilities).not.toHaveProperty('completionProvider');
  expect(client.registrations.flatMap(({ registrations }) => registrations)).toContainEqual(
    expect.objectContaining({
      method: 'textDocument/completion',
      registerOptions: { triggerCharacters: ['"'], documentSelector: [{ pattern: '**/detent.config.json' }] },
    }),
  );
  const other = await at('{ | }', plain as typeof editor);
  expect(other.client.result.capabilities).toHaveProperty('completionProvider');
  expect(other.choose('failOn')).toBe('{ "failOn":  }');
});
