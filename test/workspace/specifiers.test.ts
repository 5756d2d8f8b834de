import { expect, test } from 'vitest';
import { specifiersIn } from '../../server/analysis/syntax/specifiers.js';
import { spent } from '../harness/spent.js';

test('every way to import is seen', () => {
  const text = `
    import a from './a.js';
    import { b,
      c } from "./b.js";
    import './c.css';
    import type { D } from './d.js';
    export * from './e.js';
    export { f } from './f.js';
    const g = require('./g.js');
    const h = await import('./h.js');
    const i = await import(/* a comment */ \`./i.js\`);
    import j = require('./j.js');
    import k from'./k.js';`;
  expect(specifiersIn('a.ts', text)).toEqual([
    './a.js',
    './b.js',
    './c.css',
    './d.js',
    './e.js',
    './f.js',
    './g.js',
    './h.js',
    './i.js',
    './j.js',
    './k.js',
  ]);
});

test('computed imports and other strings are not', () => {
  expect(specifiersIn('a.ts', "import(name); require(`./${x}`); const from = 'x'; Array.from('abc'); important('y')")).toEqual([]);
});

test('minified code is read too', () => {
  expect(specifiersIn('a.ts', 'import{a as b}from"x";import"y";export*from"z";var q=require("w")')).toEqual(['x', 'y', 'z', 'w']);
});

test('hostile text takes linear time', () => {
  const hostile = `import${' '.repeat(200_000)}('`.repeat(3) + "from '".repeat(100_000) + `import(/*${'*'.repeat(100_000)}`;
  expect(spent(() => specifiersIn('a.ts', hostile))).toBeLessThan(500);
});
