import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { userCacheFolder } from '../../../../server/hosts/cache-folder.js';
import { nodeHost } from '../../../../server/hosts/node.js';
import { detent, project, said, type Answer } from './world.js';

const host = nodeHost();
let root: string;
let shelf: string;

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'detent-cache-')));
  shelf = join(root, 'node_modules/.cache/detent');
  for (const [name, text] of Object.entries(project)) put(name, text);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function put(name: string, text: string): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), text);
}

function check(...more: string[]): Promise<Answer> {
  return detent(host, ['check', '--format', 'json', ...more], { cwd: host.toFile(root) });
}

const kept = (): string[] => readdirSync(shelf).sort();

test('on a disk the second run has the answer of the first', async () => {
  const fresh = await check('--no-cache');
  expect(await check()).toMatchObject({ ...said(fresh), from: 'looking' });
  expect(await check()).toMatchObject({ ...said(fresh), from: 'cache' });
  put('src/files.ts', 'export const remove = (path: string) => path;\n');
  const changed = await check('--no-cache');
  expect(changed.out).not.toBe(fresh.out);
  expect(await check()).toMatchObject({ ...said(changed), from: 'looking' });
});

test('neither size nor time of a file are believed', async () => {
  const text = project['src/server.ts']!;
  const time = new Date('2026-01-01');
  utimesSync(join(root, 'src/server.ts'), time, time);
  await check();
  const changed = text.replace('readOnlyHint: true }', 'readOnlyHint: false}');
  expect([changed === text, changed.length]).toEqual([false, text.length]);
  put('src/server.ts', changed);
  utimesSync(join(root, 'src/server.ts'), time, time);
  expect(await check()).toMatchObject({ ...said(await check('--no-cache')), from: 'looking' });
});

test('many runs at once disturb each other in nothing', async () => {
  const fresh = said(await check('--no-cache'));
  const all = await Promise.all(Array.from({ length: 12 }, () => check()));
  for (const answer of all) expect(said(answer)).toEqual(fresh);
  expect(kept()).toEqual([expect.stringMatching(/^[0-9a-f]{32}\.json$/)]);
  expect(await check()).toMatchObject({ ...fresh, from: 'cache' });
});

test('the oldest entries go when there are too many, and nothing else does', async () => {
  const name = (index: number): string => `${index.toString(16).padStart(32, '0')}.json`;
  const day = (index: number): Date => new Date(Date.UTC(2026, 0, 1) + index * 86_400_000);
  for (let index = 0; index < 80; index += 1) {
    put(`node_modules/.cache/detent/${name(index)}`, '');
    utimesSync(join(shelf, name(index)), day(index), day(index));
  }
  const left = `${name(0)}.0123abcd.tmp`;
  for (const other of ['notes.json', left, 'sub/x.json']) put(`node_modules/.cache/detent/${other}`, '');
  utimesSync(join(shelf, left), day(-1), day(-1));
  await check();
  const now = kept();
  expect(now).toHaveLength(64 + 2);
  expect(now).toEqual(expect.arrayContaining([name(79), name(17), 'notes.json', 'sub']));
  for (const gone of [name(0), name(16), left]) expect(now).not.toContain(gone);
});

test('many bytes count as well', async () => {
  const name = (index: number): string => `${index.toString(16).padStart(32, '0')}.json`;
  for (let index = 0; index < 20; index += 1) {
    put(`node_modules/.cache/detent/${name(index)}`, ' '.repeat(4 * 1024 * 1024));
    utimesSync(join(shelf, name(index)), index, index);
  }
  await check();
  expect(kept()).toHaveLength(15);
  expect(kept()).toContain(name(19));
});

test('a place where nothing can be written is no error', async () => {
  const fresh = said(await check('--no-cache'));
  put('node_modules/.cache', 'a file');
  for (let run = 0; run < 2; run += 1) expect(await check()).toMatchObject({ ...fresh, from: 'looking' });
  expect(readFileSync(join(root, 'node_modules/.cache'), 'utf8')).toBe('a file');
  expect(await check('--cache-location', 'package.json/below')).toMatchObject({ ...fresh, from: 'looking' });
  expect(await check('--cache-location', 'package.json')).toMatchObject({ ...fresh, from: 'looking' });
  expect(readFileSync(join(root, 'package.json'), 'utf8')).toBe(project['package.json']);
});

test('a link in the place of an entry is replaced, not followed', async () => {
  await check();
  const [name] = kept();
  const victim = join(root, 'victim.txt');
  writeFileSync(victim, 'precious');
  rmSync(join(shelf, name!));
  symlinkSync(victim, join(shelf, name!));
  expect((await check()).from).toBe('looking');
  expect(readFileSync(victim, 'utf8')).toBe('precious');
  expect((await check()).from).toBe('cache');
});

test('what cannot be put in place leaves nothing behind', async () => {
  const target = host.toFile(join(root, 'made/folder'));
  mkdirSync(join(root, 'made/folder/full'), { recursive: true });
  expect(await host.replace(target, new Uint8Array([1]))).toHaveProperty('problem');
  expect(readdirSync(join(root, 'made'))).toEqual(['folder']);
  await host.discard(target);
  await host.discard(host.toFile(join(root, 'none')));
  expect(existsSync(join(root, 'made/folder/full'))).toBe(true);
  expect(await host.replace(host.toFile(join(root, 'deep/er/x')), new Uint8Array([1]))).toBeUndefined();
  await host.discard(host.toFile(join(root, 'deep/er/x')));
  expect(readdirSync(join(root, 'deep/er'))).toEqual([]);
});

test('the folder of the user is the one of the platform', () => {
  expect(userCacheFolder('linux', { XDG_CACHE_HOME: '/caches' })).toBe('/caches');
  for (const env of [{}, { XDG_CACHE_HOME: '' }, { XDG_CACHE_HOME: 'here' }])
    expect(userCacheFolder('linux', env)).toBe(`${host.toFile(homedir())}/.cache`);
  expect(userCacheFolder('darwin', { XDG_CACHE_HOME: '/caches' })).toBe(`${host.toFile(homedir())}/Library/Caches`);
  expect(userCacheFolder('win32', { LOCALAPPDATA: '/local' })).toBe('/local');
});
