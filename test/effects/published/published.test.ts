import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { knowledge } from '../../../rules/index.js';
import type { Access, Condition, EffectRow, Effects } from '../../../rules/kit/index.js';
import type { Published } from './libraries.js';
import { PublishedTypes, starMatch } from './types.js';

const libraries = knowledge.effects.filter(({ language }) => language === 'typescript');
/** Prisma makes its models from a schema; what they can do is a type of its run time. */
const prisma = '@prisma/client';
const prismaRuntime = '@prisma/client/runtime/client';
const types = new PublishedTypes([...libraries.map(({ library }) => library).filter((name) => name !== 'global'), prismaRuntime]);

describe.each(libraries.filter(({ library }) => library !== prisma).map((effects) => [effects.library, effects] as const))(
  '%s',
  (_, effects) => {
    test('every name exists', () => {
      const rows = [...effects.calls, ...(effects.commands ?? [])].map(([callee]) => callee);
      const quiet = [
        ...(effects.fresh ?? []),
        ...(effects.asks ?? []),
        ...Object.keys(effects.identity ?? {}),
        ...(effects.retries ?? []).map(({ callee }) => callee),
      ];
      const missing = [
        ...[...rows, ...quiet].filter((path) => !callable(effects, path.replace(/^new /, ''))),
        ...effects.harmless.filter((path) => !harmlessExists(effects, path)),
        ...Object.values(effects.instances ?? {})
          .flat()
          .filter((source) => !sourceExists(effects, source)),
        ...Object.entries(effects.extends ?? {})
          .flat()
          .filter((name) => types.instances(effects, name).length === 0),
      ];
      expect([...new Set(missing)].join('\n')).toBe('');
    });

    test('every place exists', () => {
      const rows = [...effects.calls, ...(effects.commands ?? [])];
      const missing = rows.flatMap((row) =>
        placesOf(row)
          .filter((place) => !placeExists(effects, row, place))
          .map((place) => `${row[0]}: ${place}`),
      );
      expect(missing.join('\n')).toBe('');
    });
  },
);

test('every described package is pinned, and no other', () => {
  const text = readFileSync(join(import.meta.dirname, 'libraries.ts'), 'utf8');
  const pinned = [...text.matchAll(/ from '([^']+)';/g)].map(([, name]) => name!);
  const described = libraries.map(({ library }) => library).filter((name) => name !== 'global' && !name.startsWith('node:'));
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
    const lines = libraries.map((effects) => coverageOf(effects));
    const text = ['library modelled harmless unknown', ...lines].map((line) => columns(line)).join('\n') + '\n';
    const path = join(import.meta.dirname, '../coverage.txt');
    const before = readFileSync(path, { encoding: 'utf8', flag: 'a+' });
    if (before !== text) writeFileSync(path, text);
    expect(text, 'coverage.txt was stale and is rewritten').toBe(before);
  });
});

function callable(effects: Effects, path: string): boolean {
  return types.resolve(effects, path).some((type) => types.isCallable(type));
}

function harmlessExists(effects: Effects, path: string): boolean {
  if (path.endsWith('#*')) return types.instances(effects, path.slice(0, -2)).length > 0;
  return path === '*' || types.resolve(effects, path).length > 0;
}

function sourceExists(effects: Effects, source: string): boolean {
  if (source.startsWith('new ')) return callable(effects, source.slice(4));
  const parameter = /\((\d*)\)$/.exec(source);
  if (parameter === null) return types.instances(effects, source).length > 0 || types.resolve(effects, source).length > 0;
  return callable(effects, source.slice(0, parameter.index));
}

/** Every place that a row names. */
function placesOf([, , subject, options = {}]: EffectRow): readonly Access[] {
  const { key, guards = [], bound, method, headers, body, args, moves, calls } = options;
  const condition =
    options.if === undefined ? [] : [/^(.+?)(?: = .*| absent| present)$/.exec(options.if satisfies Condition)![1] as Access];
  const verb = method === undefined || /^[A-Z]+$/.test(method) ? [] : [method as Access];
  return [
    subject,
    ...condition,
    ...verb,
    ...[key, bound, headers, body, args, moves, calls].filter((place) => place !== undefined),
    ...guards,
  ];
}

function placeExists(effects: Effects, [callee]: EffectRow, place: Access): boolean {
  const match = /^arg (\d+)(?:\.(.+))?$/.exec(place);
  if (match === null) return ['args', 'this', 'template'].includes(place) || place.startsWith('this.arg ');
  const parameters = types.parameters(types.resolve(effects, callee), Number(match[1]));
  return parameters.length > 0 && types.hasProperty(parameters, match[2]?.split('.') ?? []);
}

function coverageOf(effects: Effects): string {
  const names = types.callables(effects);
  const rows = [...effects.calls, ...(effects.commands ?? [])]
    .map(([callee]) => callee)
    .concat((effects.retries ?? []).map(({ callee }) => callee));
  const quiet = [...effects.harmless, ...(effects.fresh ?? []), ...(effects.asks ?? []), ...Object.keys(effects.identity ?? {})];
  const modelled = names.filter((name) => rows.some((row) => covers(effects, row, name)));
  const harmless = names.filter((name) => !modelled.includes(name) && quiet.some((path) => covers(effects, path, name)));
  return `${effects.library} ${modelled.length} ${harmless.length} ${names.length - modelled.length - harmless.length}`;
}

/** Whether a described path names a published one: itself, by stars, or through a base class. */
function covers(effects: Effects, pattern: string, name: string): boolean {
  if (pattern === '*' || pattern === name) return true;
  const [left, right] = [pattern, name].map((path) => path.replace('#', '#.').split('.')) as [string[], string[]];
  if (left.length === right.length && left.every((part, i) => starMatch(part, right[i]!))) return true;
  const hash = name.indexOf('#');
  const base = hash < 0 ? undefined : effects.extends?.[name.slice(0, hash)];
  return base !== undefined && covers(effects, pattern, base + name.slice(hash));
}

function columns(line: string): string {
  const [name = '', ...numbers] = line.split(' ');
  return name.padEnd(26) + numbers.map((number) => number.padStart(9)).join('');
}
