import { describe, expect, test } from 'vitest';
import { formats } from '../../../server/cli/args.js';
import type { Runner } from '../../../server/cli/threads/runner.js';
import { findPages } from '../../harness/pages.js';
import { cwd, freshly, said, worldOf, type Outcome } from './cache/world.js';

type World = ReturnType<typeof worldOf>;

/** Rules with findings in their examples, each a folder of its own with a package beside the others. */
const pages = findPages('rules/checks', 'findings', (name) => /missing-tier|hint-mismatch|hardcoded|append-write|unused/.test(name));
const files = Object.fromEntries(
  pages.flatMap(({ name, cases }) =>
    cases.flatMap(({ blocks }, i) =>
      blocks.flatMap(({ file, text, after }) => (after === undefined ? [[`packages/${name.replace('/', '-')}/${i}/${file}`, text]] : [])),
    ),
  ),
);
const folders = [...new Set(Object.keys(files).map((file) => file.split('/').slice(0, 2).join('/')))];

async function part(host: World, shard: string, paths: readonly string[] = folders): Promise<string> {
  const { out, err, code } = await freshly(host, ['check', ...paths, '--shard', shard, '--set', 'strict']);
  expect([err, code]).toEqual(['', 0]);
  const name = `part-${shard.replace('/', '-of-')}.json`;
  await host.write(`${cwd}/${name}`, out);
  return name;
}

const merge = async (host: World, ...args: string[]): Promise<Outcome> => said(await freshly(host, ['merge', ...args]));

describe('shares', () => {
  test('several shares say, byte for byte, what one says, in all formats', async () => {
    const host = worldOf(files);
    const whole = await part(host, '1/1');
    const three = [await part(host, '3/3'), await part(host, '1/3', folders.toReversed()), await part(host, '2/3')];
    const many = await Promise.all(Array.from({ length: 40 }, (_, i) => part(host, `${i + 1}/40`)));
    for (const format of formats.check) {
      const one = await merge(host, whole, '--format', format);
      expect(one.code).toBe(1);
      expect(one.err).toBe('');
      expect(await merge(host, ...three, '--format', format)).toEqual(one);
      expect(await merge(host, ...many, '--format', format)).toEqual(one);
    }
  });

  test('runs over one folder each say what one run over all says', async () => {
    const host = worldOf(files);
    const whole = await merge(host, await part(host, '1/1'), '--format', 'sarif');
    const parts: string[] = [];
    for (const [i, folder] of folders.entries()) {
      const { out } = await freshly(host, ['check', folder, '--shard', '1/1', '--set', 'strict']);
      await host.write(`${cwd}/${i}.json`, out);
      parts.push(`${i}.json`);
    }
    expect(await merge(host, ...parts, '--format', 'sarif')).toEqual(whole);
  });

  test('folders that are looked at each by itself say what shares say, in however many threads', async () => {
    const host = worldOf(files);
    for (const format of ['text', 'sarif']) {
      const whole = await merge(host, await part(host, '1/1'), '--format', format);
      const each = ['check', ...folders, '--each', '--set', 'strict', '--format', format];
      expect(said(await freshly(host, each))).toEqual(whole);
      const ran: string[] = [];
      const runner = (): Runner => ({
        run: async (argv) => {
          ran.push(argv.at(-1)!);
          return freshly(host, argv);
        },
        stop: () => {},
      });
      const threads = { cores: 3, runner, start: () => expect.unreachable(), worth: { files: Infinity, folders: Infinity } };
      expect(said(await freshly(host, each, { threads }))).toEqual(whole);
      expect(ran.toSorted()).toEqual([...folders].sort());
    }
  });

  test('what cannot be looked at each by itself is refused, and what is not there is said', async () => {
    const host = worldOf(files);
    expect((await freshly(host, ['check', '--each'])).err).toBe(
      'detent: --each needs the folders to look at, as in `detent check packages/* --each`.\n',
    );
    for (const other of ['--fix', '--watch', '--shard=1/2', '--stdin-filename=a.ts'])
      expect((await freshly(host, ['check', ...folders, '--each', other])).err).toMatch(/^detent: Give either --each or --[a-z-]+\.\n$/);
    const { code, err } = await freshly(host, ['check', folders[0]!, 'nowhere', '--each']);
    expect([code, err]).toEqual([2, 'nowhere: there is no such file or folder\n']);
  });

  test('findings are those of one look at all of it, where no folder needs another', async () => {
    const host = worldOf(files);
    const { out } = await merge(host, await part(host, '1/2'), await part(host, '2/2'), '--format', 'json');
    const together = await freshly(host, ['check', ...folders, '--set', 'strict', '--format', 'json']);
    expect((JSON.parse(out) as { findings: unknown }).findings).toEqual((JSON.parse(together.out) as { findings: unknown }).findings);
  });

  test('a baseline knows what all shares found', async () => {
    const host = worldOf(files);
    const parts = [await part(host, '1/2'), await part(host, '2/2')];
    expect((await merge(host, ...parts, '--baseline', 'known.json', '--update-baseline')).code).toBe(0);
    const after = await merge(host, ...parts, '--baseline', 'known.json', '--format', 'github');
    expect([after.out, after.code]).toEqual(['', 0]);
  });

  test('a share that is missing, another run, or other files are refused', async () => {
    const host = worldOf(files);
    const [one, two] = [await part(host, '1/2'), await part(host, '2/2')];
    expect((await merge(host, one)).err).toBe('detent: There is no part of share 2/2, to which part-1-of-2.json belongs.\n');
    expect((await merge(host, one, one, two)).err).toMatch(/^detent: \S+ is in part-1-of-2.json and in part-1-of-2.json\.$/m);
    expect((await merge(host, one, two, await part(host, '1/1'))).err).toMatch(
      /^detent: \S+ is in part-1-of-2.json and in part-1-of-1.json\.$/m,
    );
    await host.write(`${cwd}/lax.json`, (await freshly(host, ['check', ...folders, '--shard', '2/2'])).out);
    expect((await merge(host, one, 'lax.json')).err).toBe(
      'detent: lax.json and part-1-of-2.json were written by different versions, or with different options.\n',
    );
    await host.write(`${cwd}/${Object.keys(files).find((name) => name.includes('missing-tier'))!}`, 'export const other = 1;\n');
    expect(await merge(host, one, two)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/^detent: Files in packages\/.* are not what they were/),
    });
    await host.write(`${cwd}/own.json`, '{}');
    expect((await merge(host, 'own.json')).err).toBe(
      'detent: own.json is no part: write one with `detent check packages/* --shard 1/2`.\n',
    );
  });

  test('what cannot be read leaves the merged answer incomplete', async () => {
    const host = worldOf({ ...files, 'packages/a/b.ts': { problem: 'permission denied' } });
    const all = [...folders, 'packages/a'];
    for (const shard of ['1/2', '2/2']) {
      const { out } = await freshly(host, ['check', ...all, '--shard', shard]);
      await host.write(`${cwd}/${shard[0]!}.json`, out);
    }
    const { err, code } = await merge(host, '1.json', '2.json');
    expect([err, code]).toEqual(['packages/a/b.ts: could not be read: permission denied\n', 2]);
  });

  test.each([
    [['--shard', '3/2', 'a'], '--shard needs a share, as in --shard 2/4, not "3/2".'],
    [['--shard', 'x', 'a'], '--shard needs a share, as in --shard 2/4, not "x".'],
    [['--shard', '1/2'], '--shard needs the folders to share out, as in `detent check packages/* --shard 2/4`.'],
    [['--shard', '1/2', '--format', 'json', 'a'], '--format belongs to `detent merge`, which tells what all shares found.'],
    [['--shard', '1/2', '--fix', 'a'], 'Fixes need no shares: give either --fix or --shard.'],
  ])('%s is refused', async (args, message) => {
    const { err, code } = await freshly(worldOf({ 'a/a.ts': '' }), ['check', ...args]);
    expect([err, code]).toEqual([`detent: ${message}\n`, 2]);
  });
});
