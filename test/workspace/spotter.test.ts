import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { createSpotter, inUnits, type Spotted } from '../../server/analysis/spotter/spotter.js';
import { memoryHost } from '../../server/hosts/memory.js';
import { encode } from '../../server/workspace/decode.js';
import { createFilters } from '../../server/workspace/filters.js';
import { prepare } from '../../server/workspace/prepared.js';
import { createReader } from '../../server/workspace/reading.js';
import { findPages, repository } from '../harness/pages.js';
import { secret } from '../harness/secrets.js';

const utf8 = new TextEncoder();

/** One word after the other, at each place. */
function naive(words: readonly Spotted[], text: string): readonly string[] {
  return words.flatMap(({ text: word, exact }, number) => {
    const [wanted, where] = exact ? [word, text] : [word.toLowerCase(), text.toLowerCase()];
    return Array.from(where, (_, start) => start).flatMap((start) => (where.startsWith(wanted, start) ? [`${number} at ${start}`] : []));
  });
}

function spotted(words: readonly Spotted[], text: string): readonly string[] {
  const found = createSpotter(words)?.spot(utf8.encode(text)) ?? [];
  expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).toSorted((a, b) => a - b));
  return found.map(({ word, start }) => `${word} at ${start}`);
}

describe('words in bytes', () => {
  const letters = fc.constantFrom('a', 'b', 'A', '_', ' ', '\0');
  const word = fc.record({
    text: fc.array(letters, { minLength: 2, maxLength: 7 }).map((parts) => parts.join('')),
    exact: fc.boolean(),
  });

  test('are found as by looking for one after the other', () => {
    const text = fc.array(letters, { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), text, (words, where) => {
        expect(spotted(words, where).toSorted()).toEqual(naive(words, where).toSorted());
      }),
    );
  });

  test('are found across the parts in which long texts are searched, and what was there before is not', () => {
    const spotter = createSpotter([{ text: 'needle', exact: false }]);
    const places = [0, 65_526, 65_533, 131_070, 199_994];
    const text = Array.from({ length: 200_000 }, () => 'x');
    for (const place of places) text.splice(place, 6, ...'Needle');
    expect(spotter?.spot(utf8.encode(text.join('')))?.map(({ start }) => start)).toEqual(places);
    expect(spotter?.spot(utf8.encode('need'))).toEqual([]);
    expect(spotter?.spot(new Uint8Array(0))).toEqual([]);
    expect(spotter?.spot(new Uint8Array(3_000_000))).toBeUndefined();
  });

  test('stand where they stand in the text', () => {
    const text = 'é 🔑 key, 鍵 KEY';
    const bytes = utf8.encode(text);
    const found = createSpotter([{ text: 'key', exact: false }])?.spot(bytes) ?? [];
    expect(inUnits(found, bytes).map(({ start }) => text.slice(start, start + 3))).toEqual(['key', 'KEY']);
  });

  test('of one letter, or of others than ASCII, are not looked for', () => {
    for (const text of ['a', '', 'naïve']) expect(createSpotter([{ text, exact: true }])).toBeUndefined();
  });
});

describe('what is said of a file by its bytes is what is said of it by its text', () => {
  const prepared = prepare(knowledge);
  const filters = createFilters(prepared.knowledge, prepared.tools);
  // Answers about a text are remembered with the knowledge, so the other reader has its own.
  const others = createFilters({ credentials: { ...prepared.knowledge.credentials } }, prepared.tools);
  const searching = async (): Promise<void> => {
    const reader = createReader(memoryHost({ '/ws/a.ts': 'export {};' }), filters);
    for (let i = 0; i < 100; i += 1) await reader.fetch('/ws/a.ts', 'filtered');
    expect(filters.spots(utf8.encode('a key'))).toMatchObject({ any: expect.any(Boolean) });
  };
  const compared = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<number> => {
    // Few files are read without it.
    await searching();
    const host = memoryHost(files);
    const quick = createReader(host, filters);
    const slow = createReader(host, { ...others, spots: () => undefined });
    let kept = 0;
    for (const file of Object.keys(files)) {
      const looked = await quick.fetch(file, 'filtered');
      expect([file, looked]).toEqual([file, await slow.fetch(file, 'filtered')]);
      kept += looked.text === undefined ? 0 : 1;
    }
    return kept;
  };

  test('for the cases of the rules about environments', async () => {
    const pages = findPages('rules/checks', 'findings', (name) => name.startsWith('environment/'));
    const files = pages.flatMap(({ name, cases }) =>
      cases.flatMap((one, number) => one.blocks.map(({ file, text }) => [`/ws/${name}/${number}/${file}`, text] as const)),
    );
    expect(files.length).toBeGreaterThan(50);
    expect(await compared(Object.fromEntries(files))).toBeGreaterThan(20);
  });

  test('for code of packages', async () => {
    const folder = join(repository, 'node_modules/@modelcontextprotocol');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[cm]?js$/.test(name));
    expect(await compared(Object.fromEntries(names.map((name) => [`/ws/${name}`, readFileSync(join(folder, name))])))).toBeGreaterThan(20);
  });

  test('however far behind its name a value stands', async () => {
    const value = secret('aws-secret', 3);
    const files = [0, 60, 90, 104, 110, 200].map((far) => [`/ws/${far}.ts`, `const secret = ${'é'.repeat(far)} '${value}';\n`] as const);
    expect(await compared(Object.fromEntries(files))).toBe(4);
  });

  test('in every encoding, and where nothing is a text', async () => {
    const key = `const é = '🔑'; export const apiKey = '${secret('stripe-live')}';\n`;
    const plain = `export const key = '${secret('stripe-live', 2)}';\n`;
    const files = {
      '/ws/utf8.ts': key,
      '/ws/marked.ts': encode(key, 'utf-8-bom')!,
      '/ws/wide.ts': encode(key, 'utf-16le')!,
      '/ws/big.ts': encode(key, 'utf-16be')!,
      '/ws/latin1.ts': encode(`// ä\n${plain}`, 'latin1')!,
      '/ws/binary.ts': Uint8Array.of(0, 1, 2, 3),
      '/ws/hidden.ts': Uint8Array.of(...utf8.encode(plain), 0),
      '/ws/nothing.ts': 'export {};\n',
      '/ws/prose.ts': '// The key of the environment is a token, for short.\n',
      '/ws/environments/dev/mode.ts': "export const sandbox = false; // environment: 'prod'\n",
    };
    // Those with a key, and the one of development.
    expect(await compared(files)).toBe(6);
  });
});
