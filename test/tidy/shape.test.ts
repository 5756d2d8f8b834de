import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { files, read, sources } from './repository.js';

const LINES = 400;
const RULE_LINES = 80;

/** Example workspaces are written as users write. */
const isExample = (file: string): boolean => /^test\/workspaces\/[^/]+\//.test(file);
const code = files.filter((file) => /\.(?:[cm]?[jt]s|sh)$/.test(file) && file !== 'rules/index.ts' && !isExample(file));

test(`no source is longer than ${LINES} lines`, () => {
  expect(code.filter((file) => lines(file) > LINES).map((file) => `${file}: ${lines(file)}`)).toEqual([]);
});

test(`no rule is longer than ${RULE_LINES} lines`, () => {
  const rules = sources.filter((file) => /^rules\/checks\/.*\.ts$/.test(file));
  expect(rules.filter((file) => lines(file) > RULE_LINES).map((file) => `${file}: ${lines(file)}`)).toEqual([]);
});

test('names say what a file is about', () => {
  const empty = /(?:^|[-.])(?:utils?|helpers?|managers?|misc|common|stuff)(?:[-.]|$)/;
  const named = sources.filter((file) => !file.startsWith('rules/effects/')); // those have the name of their library
  expect(named.filter((file) => file.split('/').some((part) => empty.test(part)))).toEqual([]);
});

test('files and folders are named in kebab case', () => {
  const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*$/;
  const ours = files.filter((file) => /^(?:client|rules|server|test)\//.test(file) && !isExample(file));
  const names = ours.filter(
    (file) => !file.split('/').every((part) => part.startsWith('.') || /^[A-Z]+\.md$/.test(part) || kebab.test(part)),
  );
  expect(names).toEqual([]);
});

test('imports name the file that will be there at run time', () => {
  const relative = /\bfrom '(\.{1,2}\/[^']{0,200})'/g;
  const wrong = sources.flatMap((file) =>
    [...read(file).matchAll(relative)]
      .filter(([, target]) => !/\.(?:js|mjs|cjs|json)$/.test(target ?? ''))
      .map(([text]) => `${file}: ${text}`),
  );
  expect(wrong).toEqual([]);
});

test('no test is left out or singled out', () => {
  const tests = sources.filter((file) => file.endsWith('.test.ts') && posix.basename(file) !== 'shape.test.ts');
  expect(tests.filter((file) => /\.(?:skip|only|todo|skipIf|runIf|fails)\b\s?\(/.test(read(file)))).toEqual([]);
});

function lines(file: string): number {
  return read(file).trimEnd().split('\n').length;
}
