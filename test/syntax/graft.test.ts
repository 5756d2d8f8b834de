import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graft } from '../../server/analysis/syntax/graft.js';
import type { Mutation } from '../../server/analysis/syntax/ir.js';
import { replant } from '../../server/analysis/syntax/replant.js';
import { readSource } from '../../server/analysis/syntax/read.js';
import { pythonClasses, typescriptClasses } from '../check/incremental-classes.js';
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

/** What is wrong after each text in turn; nothing, when each is as if it were read. */
function wrongAfter(file: string, ...texts: readonly string[]): readonly string[] {
  let known = read(file, texts[0]!);
  return texts.slice(1).flatMap((text) => {
    const carried = replant(known, text, matters) ?? graft(known, read(file, text), matters);
    known = carried === undefined ? read(file, text) : { module: known.module, text };
    return difference(known.module, read(file, text).module) ?? [];
  });
}

test('what is missing between two sections belongs to neither', () => {
  // The parser takes the first two lines for a function of which the body is missing, right where the next statement begins.
  const before = 'first();\n(\nconst a = 1, b = 2,\n// tier: write\nserver.add(\n  () => answer(1),\n);\n';
  expect(wrongAfter('/w/a.ts', before, before.replace('answer', 'answers'))).toEqual([]);
});

test('what is missing in front of a statement stands where the one before it ends', () => {
  const before = "list.push('b');\n*/1/;\n";
  expect(wrongAfter('/w/a.ts', before, `//${before}`)).toEqual([]);
});

test('what is missing in front of a statement further down goes with no other', () => {
  const before = 'first;\nanswer;\n*/export const names = [1];\nconst more = 2;\n';
  expect(wrongAfter('/w/a.ts', before, before.replace('export ', ''), before, `begin();\n${before}`)).toEqual([]);
});

test('an import that stood in a function is gone with it', () => {
  const before = "import { a } from './a.js';\nfunction f() {\nimport { b } from './b.js';\n  return a;\n}\nf();\n";
  expect(wrongAfter('/w/c.ts', before, before.replace("import { b } from './b.js';\n", ''))).toEqual([]);
});

test('a name is made where it is made, not where it is mentioned', () => {
  const before = 'go(pages)\nimport os\nother = 2\npages = os.name\n';
  expect(wrongAfter('/w/a.py', before, before.replace('pages', 'page'))).toEqual([]);
});

test('a name is made by the first statement that makes it now', () => {
  const before = "import os\nbase == '/x'\nother = 2\nthird = 3\nbase = '/y'\n";
  expect(wrongAfter('/w/a.py', before, before.replace('==', '='))).toEqual([]);
});

test('a statement that the difference touches is read again', () => {
  const end = '        class Inner: pass\nbase = 1\n';
  const before = `a# known\n\n        a${end}`;
  expect(wrongAfter('/w/a.py', before, `a# known\n\n        ${before}`)).toEqual([]);
});

test('what does not follow the grammar is read anew where it is something else now', () => {
  const before = "        open('/x', 'w')\n1import functools\nimport httpx\n\nbase = 1\n";
  expect(wrongAfter('/w/a.py', before, `#${before}`, before)).toEqual([]);
});

/** What is another after each text in turn: functions by their names, all else by its kind. */
function changedAfter(file: string, ...texts: readonly string[]): readonly (readonly string[] | undefined)[] {
  const { module, text: first } = read(file, texts[0]!);
  let text = first;
  return texts.slice(1).map((now) => {
    const known = { module, text };
    const carried = replant(known, now, matters) ?? graft(known, read(file, now), matters);
    text = now;
    return carried?.map((piece) => ('fn' in piece ? (piece.fn.name ?? 'function') : piece.statements[0]!.kind));
  });
}

test.each([
  ['/w/a.ts', 'class A {\n  n = 1;\n  one(run: (x: string) => void) {\n    const x = 1;\n    this.n = x;\n  }\n  two() {}\n}\n'],
  [
    '/w/a.py',
    'class A:\n    n = 1\n    def one(self, run):\n        x = 1\n        self.n = x\n    def two(self):\n        return 1\nb = 1\n',
  ],
])('an edit of a method is one of the method alone, and again when it is undone: %s', (file, text) => {
  const other = text.replace('x = 1', 'x = 2');
  expect(changedAfter(file, text, other, text, other)).toEqual([['one'], ['one'], ['one']]);
  // Who asks what the object holds finds it in another method, or no more.
  const [changed] = changedAfter(file, text, text.replace(/(?:this|self)\.n = x/, 'print(x)'));
  expect(changed).toContain('class');
});

test('an edit of a function in a function is one of that alone', () => {
  const text = "const make = (server) => {\n  server.tool('a', () => {\n    return 1;\n  });\n  server.tool('b', () => 2);\n};\n";
  expect(changedAfter('/w/a.ts', text, text.replace('return 1', 'return 3'), text)).toEqual([['function'], ['function']]);
});

const worlds: readonly (readonly [
  string,
  World,
  { readonly alone: number; readonly inside: number; readonly carried: number; readonly again: number },
])[] = [
  ['TypeScript', typescriptWorld, { alone: 20, inside: 0, carried: 20, again: 20 }],
  ['Python', pythonWorld, { alone: 5, inside: 3, carried: 20, again: 20 }],
  ['classes of TypeScript', typescriptClasses, { alone: 20, inside: 20, carried: 5, again: 5 }],
  ['classes of Python', pythonClasses, { alone: 5, inside: 20, carried: 20, again: 5 }],
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
