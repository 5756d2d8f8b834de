/** Every case that plants a secret goes through every way in which the program speaks; `test/tools/outputs.ts` asks whether one was said. */
import { describe, expect, test } from 'vitest';
import { CodeLensRequest, HoverRequest } from 'vscode-languageserver/node';
import { knowledge } from '../../rules/index.js';
import type { Rule } from '../../rules/kit/index.js';
import { memoryHost } from '../../server/hosts/memory.js';
import { filesOf } from '../harness/findings.js';
import { heard, listened, plant, takeLeaks } from '../harness/outputs.js';
import { findPages } from '../harness/pages.js';
import { secret } from '../harness/secrets.js';
import { cwd, detent, worldOf } from './cli/cache/world.js';
import { TestClient, uri, whole } from './lsp/client.js';

const commands = [
  ['check', '--set', 'strict'],
  ...['json', 'sarif', 'github', 'gitlab', 'junit', 'markdown'].map((format) => ['check', '--set', 'strict', '--format', format]),
  ['check', '--set', 'strict', '--fix-dry-run'],
  ['tools'],
  ['tools', '--format', 'json'],
  ['tools', '--format', 'markdown'],
];
const cases = ['rules/checks', 'test/checks'].flatMap((folder) =>
  findPages(folder, 'findings')
    .filter(({ secrets }) => secrets.length > 0)
    .flatMap(({ file, secrets, cases: own }) => {
      const worlds = own.map((one) => Object.fromEntries(filesOf(one.blocks.filter(({ after }) => after === undefined))));
      return [{ file, worlds: worlds.filter((files) => secrets.some((value) => Object.values(files).join('\n').includes(value))) }];
    }),
);

let cards = 0;

describe.each(cases)('$file', ({ worlds }) => {
  test('the command line, its cache and its baseline keep secrets', async () => {
    for (const files of worlds) {
      for (const argv of commands) await detent(worldOf(files), argv);
      const host = worldOf(files);
      await detent(host, ['check', '--set', 'strict', '--baseline', 'known.json', '--update-baseline']);
      const known = await host.read(`${cwd}/known.json`);
      if (!('bytes' in known)) throw new Error('no baseline was written');
      heard('the baseline', new TextDecoder().decode(known.bytes));
    }
  });

  test('editors are told none', async () => {
    for (const files of worlds) {
      const texts = Object.entries(files).map(([name, text]) => [`/ws/${name}`, text] as const);
      const client = await TestClient.connect({ folders: ['/ws'], host: memoryHost(Object.fromEntries(texts)), knowledge });
      for (const [file, text] of texts) {
        await client.open(file, text);
        await client.pull(file);
        await client.actions(file, whole);
        await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri: uri(file) } });
        for (const [line, written] of text.split('\n').entries()) {
          for (const { index: character } of /tool|\bdef\b/i.test(written) ? written.matchAll(/\w+/g) : []) {
            const params = { textDocument: { uri: uri(file) }, position: { line, character } };
            if ((await client.connection.sendRequest(HoverRequest.type, params)) !== null) cards += 1;
          }
        }
      }
      await client.workspace();
    }
  });
});

test('a rule that breaks on a secret does not tell it', async () => {
  const value = secret('stripe-live');
  const broken: Rule = {
    ...knowledge.checks.find(({ subject }) => subject === 'environment')!,
    id: 'permission/broken',
    check: () => {
      throw new Error(value);
    },
  } as unknown as Rule;
  const files = { '/ws/.env.development': `STRIPE_KEY=${value}\n` };
  const client = await TestClient.connect({
    folders: ['/ws'],
    host: memoryHost(files),
    knowledge: { ...knowledge, checks: [broken, ...knowledge.checks] },
    initializationOptions: { status: true },
  });
  await client.open('/ws/.env.development', files['/ws/.env.development']);
  expect((await client.pull('/ws/.env.development')).length).toBeGreaterThan(0);
  await client.until('failed', () => client.statuses.at(-1)?.state === 'failed');
});

test('a secret that was said would be seen', () => {
  const before = listened();
  expect(before.pieces).toBeGreaterThan(200);
  expect(before.outputs).toBeGreaterThan(500);
  expect(cards).toBeGreaterThan(20);
  heard('a report', 'STRIPE_KEY is set to sk_live_…');
  expect(takeLeaks()).toEqual([]);
  for (const value of [secret('stripe-live'), secret('github').slice(0, 20), secret('postgres-prod'), plant('q8Zt3Lw9XbR2')]) {
    heard('a report', `The value is ${value}.`);
    expect(takeLeaks()).toEqual([expect.stringMatching(/^a report holds a planted secret: The value is /)]);
  }
});
