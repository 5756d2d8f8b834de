import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { knowledge } from '../../../rules/index.js';
import type { EffectRow, Effects } from '../../../rules/kit/index.js';
import { matchesGlob } from '../../../server/analysis/glob.js';
import { withOperations } from '../../../server/analysis/trace/operations.js';
import { libraries as everything } from '../../harness/libraries.js';
import type { Published } from './libraries.js';
import { coverageOf, fingerprintOf, missingNames, missingPlaces } from './proof.js';
import { readProven } from './proven.js';
import { PublishedTypes } from './types.js';

const described = everything.filter(({ language }) => language === 'typescript');
const libraries = described.filter(({ library }) => !library.includes('*'));
const proven = readProven();
const installed = libraries.filter(({ library }) => !proven.has(library));
/** Prisma makes its models from a schema; what they can do is a type of its run time. */
const prisma = '@prisma/client';
const prismaRuntime = '@prisma/client/runtime/client';
const types = new PublishedTypes([...installed.flatMap(namesOf), prismaRuntime]);

describe.each(installed.filter(({ library }) => library !== prisma).map((effects) => [effects.library, effects] as const))(
  '%s',
  (_, effects) => {
    test('every name exists', () => expect(missingNames(types, effects).join('\n')).toBe(''));
    test('every place exists', () => expect(missingPlaces(types, effects).join('\n')).toBe(''));
  },
);

/** Families, written out for each of their packages that is installed. A pattern need not fit in each of them. */
const ofFamilies = described
  .filter(({ library }) => library.includes('*'))
  .flatMap((family) =>
    installed
      .filter(({ library }) => matchesGlob(family.library, library))
      .map(({ library }) => withOperations(family, library, knowledge.operations)),
  );

describe.each(ofFamilies.map((effects) => [effects.library, effects] as const))('the family of %s', (_, effects) => {
  const { calls, commands = [] } = effects;
  const byName = (rows: readonly EffectRow[]): readonly EffectRow[] => rows.filter(([callee]) => !callee.includes('*'));
  const named = { ...effects, calls: byName(calls), commands: byName(commands) };
  test('every name exists', () => expect(missingNames(types, named).join('\n')).toBe(''));
  test('every place exists', () => expect(missingPlaces(types, named).join('\n')).toBe(''));
});

describe('libraries that are not installed', () => {
  test.each([...proven.values()].map((one) => [one.library, one] as const))('%s has the rows that were proven', (name, { fingerprint }) => {
    const effects = libraries.find(({ library }) => library === name);
    expect(effects, 'nobody describes it any more: run `npm run prove`').toBeDefined();
    expect(fingerprintOf(effects!), 'its rows changed: run `npm run prove`').toBe(fingerprint);
  });
});

test('every other described package is pinned, and nothing else', () => {
  const text = readFileSync(join(import.meta.dirname, 'libraries.ts'), 'utf8');
  const pinned = [...text.matchAll(/ from '([^']+)';/g)].map(([, name]) => name!);
  const described = installed.flatMap(namesOf).filter((name) => !name.startsWith('node:'));
  expect(pinned.toSorted()).toEqual(described.toSorted());
  expectTypeOf<Published>().toBeArray();
});

test('every operation of Prisma exists', () => {
  const known = types.literals(prismaRuntime, 'Operation');
  const named = libraries.find(({ library }) => library === prisma)!.calls.map(([callee]) => callee.split(/[.#]/).at(-1)!);
  expect(known).toContain('findMany');
  expect([...new Set(named)].filter((name) => !known.includes(name))).toEqual([]);
});

describe('coverage', () => {
  test('is written down', () => {
    const lines = libraries.map((effects) => `${effects.library} ${proven.get(effects.library)?.coverage ?? coverageOf(types, effects)}`);
    const text = ['library modelled harmless unknown', ...lines].map((line) => columns(line)).join('\n') + '\n';
    const path = join(import.meta.dirname, '../coverage.txt');
    const before = readFileSync(path, { encoding: 'utf8', flag: 'a+' });
    if (before !== text) writeFileSync(path, text);
    expect(text, 'coverage.txt was stale and is rewritten').toBe(before);
  });
});

function namesOf({ library, modules = [] }: Effects): readonly string[] {
  return library === 'global' ? [] : [library, ...modules];
}

function columns(line: string): string {
  const [name = '', ...numbers] = line.split(' ');
  return name.padEnd(38) + numbers.map((number) => number.padStart(9)).join('');
}
