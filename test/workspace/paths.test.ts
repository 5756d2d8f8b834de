import { describe, expect, test } from 'vitest';
import { toFile, toPath } from '../../server/hosts/node-paths.js';
import { basename, dirname, extension, isInside, join, normalize, relative, upward } from '../../server/workspace/paths.js';

test('paths are normalized', () => {
  expect(normalize('/a/./b/../c//d/')).toBe('/a/c/d');
  expect(normalize('/../..')).toBe('/');
  expect(join('/a/b', '../c.ts')).toBe('/a/c.ts');
  expect(join('/a/b', '/c.ts')).toBe('/c.ts');
  expect(join('/', 'a.ts')).toBe('/a.ts');
  expect(join('//server/share', '../../../x')).toBe('//server/x');
  expect(dirname('/a.ts')).toBe('/');
  expect(dirname('/')).toBe('/');
  expect(basename('/a/b.ts')).toBe('b.ts');
  expect(extension('/a.b/c.TS')).toBe('.ts');
  expect(extension('/a/.env')).toBe('');
});

test('a whole URI keeps its beginning', () => {
  const root = 'vscode-vfs://github/me/repo';
  expect(join(root, '../other/x.ts')).toBe('vscode-vfs://github/me/other/x.ts');
  expect(join(root, '../../../..')).toBe('vscode-vfs://github/');
  expect(upward(root)).toEqual([root, 'vscode-vfs://github/me', 'vscode-vfs://github/']);
  expect(relative(root, `${root}/src/a.ts`)).toBe('src/a.ts');
  expect(relative('/a', `${root}/src/a.ts`)).toBe(`${root}/src/a.ts`);
});

test('a folder is not inside one with a longer name', () => {
  expect(isInside('/a/b', '/a/b/c')).toBe(true);
  expect(isInside('/a/b', '/a/bc')).toBe(false);
  expect(isInside('/', '/a')).toBe(true);
  expect(relative('/a/b', '/a/c/d.ts')).toBe('../c/d.ts');
  expect(relative('/a', '/a')).toBe('.');
  expect(relative('/', '/a')).toBe('a');
});

describe('Windows', () => {
  const pairs = [
    [String.raw`C:\a\b.ts`, '/c:/a/b.ts'],
    [String.raw`C:` + '\\', '/c:/'],
    [String.raw`\\server\share\x`, '//server/share/x'],
  ] as const;

  for (const [path, file] of pairs) {
    test(`${path} is ${file}`, () => {
      expect(toFile(path, true)).toBe(file);
      expect(toPath(file, true).toLowerCase()).toBe(path.toLowerCase());
    });
  }

  test('elsewhere nothing changes', () => {
    expect(toFile('/a\\b', false)).toBe('/a\\b');
    expect(toPath('/c:/a', false)).toBe('/c:/a');
  });
});
