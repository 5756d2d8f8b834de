import { describe, expect, test } from 'vitest';
import { digestOf } from '../../../../server/cli/cache/digest.js';
import type { MemoryHost } from '../../../../server/hosts/memory.js';
import { cwd, detent, entryIn, freshly, kept, project, said, worldOf } from './world.js';

const argv = ['check', '--format', 'json'];

/** A world whose answer is kept, with that entry. */
async function looked(): Promise<{ readonly host: MemoryHost; readonly file: string; readonly bytes: Uint8Array }> {
  const host = worldOf(project);
  await detent(host, argv);
  return { host, ...(await entryIn(host)) };
}

const flipped = (bytes: Uint8Array, at: number): Uint8Array => bytes.with(at, bytes[at]! ^ 1);

describe('a damaged entry is ignored and made anew', () => {
  test('wherever a bit of it is another', async () => {
    const { host, file, bytes } = await looked();
    const fresh = await freshly(host, argv);
    // The checksum, the end of its line, the beginning and the end of the body, and places all over it.
    const places = [0, 1, 31, 32, 33, 34, bytes.length - 2, bytes.length - 1];
    for (let at = 57; at < bytes.length; at += Math.ceil(bytes.length / 40)) places.push(at);
    for (const at of places) {
      await host.write(file, flipped(bytes, at));
      expect.soft(await detent(host, argv), `byte ${at}`).toMatchObject({ ...fresh, from: 'looking', written: [file] });
      expect((await entryIn(host)).bytes).toEqual(bytes);
    }
  });

  test.each<readonly [string, (bytes: Uint8Array) => Uint8Array]>([
    ['empty', () => new Uint8Array()],
    ['cut off in its checksum', (bytes) => bytes.slice(0, 20)],
    ['cut off behind its checksum', (bytes) => bytes.slice(0, 33)],
    ['cut off in the middle', (bytes) => bytes.slice(0, bytes.length >> 1)],
    ['cut off before its last byte', (bytes) => bytes.slice(0, -1)],
    ['longer than it was', (bytes) => Uint8Array.from([...bytes, 32])],
    ['without its first byte', (bytes) => bytes.slice(1)],
    ['zeros', (bytes) => new Uint8Array(bytes.length)],
    ['not text', (bytes) => bytes.map((byte) => byte ^ 0xa5)],
    ['other data', () => new TextEncoder().encode('{ "findings": [] }\n')],
    ['edited by hand', (bytes) => new TextEncoder().encode(new TextDecoder().decode(bytes).replace('"error"', '"hint"'))],
  ])('%s', async (_name, damage) => {
    const { host, file, bytes } = await looked();
    const fresh = await freshly(host, argv);
    await host.write(file, damage(bytes));
    expect(await detent(host, argv)).toMatchObject({ ...fresh, from: 'looking', written: [file] });
    expect((await entryIn(host)).bytes).toEqual(bytes);
    expect(await detent(host, argv)).toMatchObject({ ...fresh, from: 'cache' });
  });

  test('also when it has the name of another command line', async () => {
    const { host, bytes } = await looked();
    const { written } = await detent(host, ['check', '--set', 'strict', '--format', 'json']);
    await host.write(written[0]!, bytes);
    const fresh = await freshly(host, ['check', '--set', 'strict', '--format', 'json']);
    expect(await detent(host, ['check', '--set', 'strict', '--format', 'json'])).toMatchObject({ ...fresh, from: 'looking' });
  });

  test.each([
    '{}',
    'null',
    '[]',
    '{ "questions": { "reads": [], "lists": [], "entries": [], "stats": [], "git": [] }, "texts": [] }',
    '{ "questions": { "reads": 1, "lists": {}, "entries": 0, "stats": "", "git": [] }, "texts": [1] }',
  ])('also when a stranger gave it the right checksum: %s', async (body) => {
    const { host, file } = await looked();
    const fresh = await freshly(host, argv);
    const name = file.slice(file.lastIndexOf('/') + 1, -'.json'.length);
    await host.write(file, `${digestOf(`${name}\n${body}`)}\n${body}`);
    expect(await detent(host, argv)).toMatchObject({ ...fresh, from: 'looking', written: [file] });
  });

  test('also when it is a folder', async () => {
    const { host, file } = await looked();
    const fresh = await freshly(host, argv);
    await host.discard(file);
    await host.write(`${file}/x.txt`, '');
    expect(await detent(host, argv)).toMatchObject({ ...fresh, from: 'looking' });
  });

  test('deleting all of it costs nothing but time', async () => {
    const { host, bytes } = await looked();
    const fresh = await freshly(host, argv);
    host.remove(kept);
    expect(await detent(host, argv)).toMatchObject({ ...fresh, from: 'looking' });
    expect((await entryIn(host)).bytes).toEqual(bytes);
  });
});

test('another build neither believes it nor removes it', async () => {
  const { host, file, bytes } = await looked();
  const two = { keeps: { build: 'two' } };
  const fresh = await freshly(host, argv);
  const first = await detent(host, argv, two);
  expect(first).toMatchObject({ ...fresh, from: 'looking' });
  expect(first.written).not.toEqual([file]);
  expect((await detent(host, argv)).from).toBe('cache');
  expect((await detent(host, argv, two)).from).toBe('cache');
  await host.write(first.written[0]!, bytes);
  expect(await detent(host, argv, two)).toMatchObject({ ...fresh, from: 'looking' });
});

test('an entry that git tracks came with the code, and is not believed', async () => {
  const { file, bytes } = await looked();
  const files = { ...project, '.git/HEAD': '' };
  const fresh = await freshly(worldOf(files, { git: { tracked: [], ignored: [] } }), argv);
  for (const [tracked, from] of [
    [[], 'cache'],
    [[file], 'looking'],
  ] as const) {
    const host = worldOf(files, { git: { tracked, ignored: [] } });
    await detent(host, argv);
    expect(await detent(host, argv)).toMatchObject({ ...fresh, from });
  }
  expect(bytes.length).toBeGreaterThan(1000);
});

test('where nothing can be written, nothing is said and nothing changes', async () => {
  const host = worldOf(project);
  const fresh = await freshly(host, argv);
  const readOnly = { ...host, replace: async () => ({ problem: 'the disk is read-only' }) };
  for (let run = 0; run < 2; run += 1) expect(await detent(readOnly, argv)).toMatchObject({ ...fresh, from: 'looking' });
  expect(await host.list(kept)).toHaveProperty('problem');
});

test('what was written while it was read is not kept', async () => {
  const host = worldOf(project);
  let reads = 0;
  const busy = {
    ...host,
    read: async (file: string) => {
      const answer = await host.read(file);
      if (file !== `${cwd}/src/files.ts`) return answer;
      reads += 1;
      return { bytes: new TextEncoder().encode(`${project['src/files.ts']!}// ${reads}\n`) };
    },
  };
  const { written } = await detent(busy, ['check', 'src']);
  expect(reads).toBeGreaterThan(0);
  expect(written).toHaveLength(reads > 1 ? 0 : 1);
  expect(said(await detent(host, ['check', 'src']))).toEqual(await freshly(host, ['check', 'src']));
});
