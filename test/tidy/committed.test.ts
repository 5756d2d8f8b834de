import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { files, isText, read, root } from './repository.js';

const texts = files.filter(isText).map((file) => ({ file, text: read(file) }));

/** Assembled, so that this file does not contain what it looks for. */
const registries = [
  ['registry', 'npmjs', 'org'],
  ['registry', 'yarnpkg', 'com'],
  ['registry', 'npmmirror', 'com'],
  ['npm', 'pkg', 'github', 'com'],
].map((parts) => parts.join('.'));

/** Folders of people, other than the ones that examples use. */
const personal = new RegExp(
  ['/home', '/(?!user/|me/|node/)[a-z]|', '/Users', '/(?!me/)[a-z]|', '/root', '/|', '[A-Z]:\\\\Users', '\\\\'].join(''),
);

describe('nothing of the machine it was written on', () => {
  test('no path of this checkout, of the home folder or of a user', () => {
    const here = root.split('/').length > 3 ? [root] : [];
    const found = texts.filter(({ text }) => here.some((path) => text.includes(path)) || personal.test(text));
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  test('no temporary folder of this run', () => {
    const folder = tmpdir();
    expect(folder === '/tmp' ? [] : texts.filter(({ text }) => text.includes(folder)).map(({ file }) => file)).toEqual([]);
  });

  test('no package registry', () => {
    expect(texts.filter(({ text }) => registries.some((host) => text.includes(host))).map(({ file }) => file)).toEqual([]);
  });
});

describe('lock files', () => {
  const locks = files.filter((file) => file.endsWith('package-lock.json')).map((file) => ({ file, packages: lockOf(file) }));

  test('there is one for the repository and one for the VS Code of the tests', () => {
    expect(locks.map(({ file }) => file)).toEqual(['package-lock.json', 'test/surface/vscode/host/package-lock.json']);
  });

  test.each(locks)('$file names no address and has every checksum', ({ packages }) => {
    const entries = Object.entries(packages).filter(([path]) => path !== '');
    expect(entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(entries.filter(([, entry]) => entry.integrity === undefined && !entry.inBundle).map(([path]) => path)).toEqual([]);
  });

  test.each(locks)('$file holds the packages of every platform', ({ packages }) => {
    const there = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
    const wanted = Object.values(packages).flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}));
    expect(wanted.filter((name) => !there.has(name))).toEqual([]);
  });

  test('nothing that ships runs a script when it is installed', () => {
    const shipped = Object.entries(lockOf('package-lock.json')).filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional);
    expect(shipped.filter(([, entry]) => entry.hasInstallScript).map(([path]) => path)).toEqual([]);
  });
});

interface Locked {
  readonly resolved?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly inBundle?: boolean;
  readonly hasInstallScript?: boolean;
}

function lockOf(file: string): Readonly<Record<string, Locked>> {
  return (JSON.parse(read(file)) as { readonly packages: Readonly<Record<string, Locked>> }).packages;
}
