import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graft } from '../../server/analysis/syntax/graft.js';
import type { Mutation } from '../../server/analysis/syntax/ir.js';
import { replant } from '../../server/analysis/syntax/replant.js';
import { readSource } from '../../server/analysis/syntax/read.js';
import { editsOf, type Texts, type World } from '../check/incremental-edits.js';
import { pythonWorld } from '../check/incremental-python.js';
import { typescriptWorld } from '../check/incremental-typescript.js';

const read = (file: string, text: string) => ({ module: readSource(file, text)!, text });
const matters = (mutation: Mutation): boolean => mutation.kind !== 'call' || mutation.method === 'push';

/** The way to a difference; modules point back at themselves. Sets of names are made when they are asked for. */
function difference(left: unknown, right: unknown): string | undefined {
  const seen = new Map<object, unknown>();
  const open: [unknown, unknown, string][] = [[left, right, 'module']];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [a, b, way] = next;
    if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') {
      if (!Object.is(a, b)) return `${way}: ${String(a)}, not ${String(b)}`;
      continue;
    }
    if (seen.has(a)) {
      if (seen.get(a) !== b) return `${way}: is not the same object`;
      continue;
    }
    seen.set(a, b);
    if (Symbol.iterator in a && Symbol.iterator in b && !Array.isArray(a)) {
      open.push([[...(a as Set<string>)].sort(), [...(b as Set<string>)].sort(), way]);
      continue;
    }
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)])) {
      open.push([(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${way}.${key}`]);
    }
  }
  return undefined;
}

test('what is missing between two sections belongs to neither', () => {
  // The parser takes the first two lines for a function of which the body is missing, right where the next statement begins.
  const before = 'first();\n(\nconst a = 1, b = 2,\n// tier: write\nserver.add(\n  () => answer(1),\n);\n';
  const known = read('/w/a.ts', before);
  const now = before.replace('answer', 'answers');
  const carried = graft(known, read('/w/a.ts', now), matters);
  expect(difference(carried === undefined ? read('/w/a.ts', now).module : known.module, read('/w/a.ts', now).module)).toBe(undefined);
});

test('what is missing in front of a statement stands where the one before it ends', () => {
  const before = "list.push('b');\n*/1/;\n";
  const known = read('/w/a.ts', before);
  const now = `//${before}`;
  const carried = replant(known, now, matters) ?? graft(known, read('/w/a.ts', now), matters);
  expect(difference(carried === undefined ? read('/w/a.ts', now).module : known.module, read('/w/a.ts', now).module)).toBe(undefined);
});

test('an import that stood in a function is gone with it', () => {
  const before = "import { a } from './a.js';\nfunction f() {\nimport { b } from './b.js';\n  return a;\n}\nf();\n";
  const known = read('/w/c.ts', before);
  const now = before.replace("import { b } from './b.js';\n", '');
  const carried = replant(known, now, matters) ?? graft(known, read('/w/c.ts', now), matters);
  expect(difference(carried === undefined ? read('/w/c.ts', now).module : known.module, read('/w/c.ts', now).module)).toBe(undefined);
});

test('what is missing in front of a statement further down goes with no other', () => {
  const before = 'answer;\n*/const names = [1];\nconst more = 2;\n';
  let known = read('/w/a.ts', before);
  for (const now of [before.replace('[1]', '[1, 2]'), `first();\n${before}`]) {
    const fresh = read('/w/a.ts', now);
    const carried = replant(known, now, matters) ?? graft(known, read('/w/a.ts', now), matters);
    known = carried === undefined ? fresh : { module: known.module, text: now };
    expect(difference(known.module, fresh.module)).toBe(undefined);
  }
});

test('a name is no sooner made where it is mentioned before', () => {
  const before = 'go(pages)\nimport os\nother = 2\npages = os.name\n';
  const known = read('/w/a.py', before);
  const now = before.replace('pages', 'page');
  const fresh = read('/w/a.py', now);
  expect(replant(known, now, matters)).toBeDefined();
  expect(difference(known.module, fresh.module)).toBe(undefined);
});

const worlds: readonly (readonly [
  string,
  World,
  { readonly alone: number; readonly inside: number; readonly carried: number; readonly again: number },
])[] = [
  ['TypeScript', typescriptWorld, { alone: 20, inside: 0, carried: 20, again: 20 }],
  ['Python', pythonWorld, { alone: 5, inside: 3, carried: 20, again: 20 }],
];

test.each(worlds)('a module that is carried over edits is the one that is read: %s', { timeout: 60_000 }, (_language, world, least) => {
  const how = { alone: 0, inside: 0, carried: 0, again: 0 };
  fc.assert(
    fc.property(fc.array(editsOf(world), { minLength: 10, maxLength: 40 }), (steps) => {
      const texts = new Map(world.texts);
      const before: Texts[] = [];
      const now = new Map([...world.texts].map(([file, text]) => [file, read(file, text)]));
      for (const step of steps) {
        step.run(texts, before);
        before.push(new Map(texts));
        for (const [file, text] of texts) {
          const known = now.get(file)!;
          if (text === known.text) continue;
          const fresh = read(file, text);
          const alone = replant(known, text, matters);
          const carried = alone ?? graft(known, read(file, text), matters);
          if (carried?.some((piece) => 'fn' in piece) === true) how.inside++;
          how[alone !== undefined ? 'alone' : carried !== undefined ? 'carried' : 'again']++;
          now.set(file, carried === undefined ? fresh : { module: known.module, text });
          expect(difference(now.get(file)!.module, fresh.module), step.name).toBe(undefined);
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(how.alone).toBeGreaterThanOrEqual(least.alone);
  expect(how.inside).toBeGreaterThanOrEqual(least.inside);
  expect(how.carried).toBeGreaterThanOrEqual(least.carried);
  expect(how.again).toBeGreaterThanOrEqual(least.again);
});
