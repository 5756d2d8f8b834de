import { describe, expect, test } from 'vitest';
import { read } from './print.js';

describe('comments', () => {
  const comments = (text: string, file?: string): string[] => read(text, file).comments.map((comment) => comment.text);
  test.each([
    ['f(); // one', ['one']],
    ['/// <reference path="x" />', ['<reference path="x" />']],
    ['/* a */ f(/* b */ 1 /* c */, /* d */);', ['a', 'b', 'c', 'd']],
    ['/**\n * One.\n *\n *   two\n */ f();', ['One.\n\n  two']],
    ['function f() { /* only */ }', ['only']],
    ['const a = { // x\n  b: 1, // y\n};', ['x', 'y']],
    ['f() // end of file', ['end of file']],
    ['/* not closed', ['not closed']],
    ['`${a /* in a hole */ + `${{ b: 1 /* deep */ }}`} // no` // yes', ['in a hole', 'deep', 'yes']],
    ['a = b / c / d; // division', ['division']],
    ['type T = "http://x"; // type', ['type']],
  ])('%s', (text, printed) => expect(comments(text)).toEqual(printed));
  test.each([
    ['\'http://x\' + "/* a */" + `// b`'],
    ["a = /\\/\\/ '/; b = /[/*]/;"],
    ['#!/usr/bin/env node // no'],
    ["'a\\' // b'"],
    ['"a\\\n// b"'],
  ])('none: %s', (text) => expect(comments(text)).toEqual([]));
  test('text of JSX is no comment and no quote', () => {
    expect(comments('x = <a href="http://y">it\'s // here {/* yes */}</a>; // end', 'a.jsx')).toEqual(['yes', 'end']);
  });
  test('places', () => {
    const text = 'f(); // one\n/* two */';
    expect(read(text).comments.map(({ span }) => text.slice(span.start, span.end))).toEqual(['// one', '/* two */']);
  });
});

describe('style', () => {
  test('measured', () => {
    const text = "import { a } from 'a'\r\nfunction f() {\r\n\treturn 'b'\r\n}\r\n";
    expect(read(text).style).toEqual({ quote: "'", indent: '\t', eol: '\r\n', semicolons: false });
    expect(read('f("a");\nif (b) {\n    g("it\'s");\n}\n').style).toEqual({ quote: '"', indent: '    ', eol: '\n', semicolons: true });
  });
  test('the indentation is a step, not a depth', () =>
    expect(read('class A {\n  m() {\n    if (a) {\n      b();\n    }\n  }\n}\n').style.indent).toBe('  '));
  test('stars of comments do not count', () => expect(read('/**\n * a\n * b\n */\nf(() => {\n\tg();\n});').style.indent).toBe('\t'));
  test('an empty text has the usual one', () => expect(read('').style).toEqual({ quote: "'", indent: '  ', eol: '\n', semicolons: true }));
});

describe('problems', () => {
  test('messages in words, inside the text', () => {
    const { problems } = read('f(1');
    expect(problems).toEqual([{ message: "')' expected.", span: { start: 3, end: 3 } }]);
  });
  test('type syntax in JavaScript is no problem', () => expect(read('const a: string = b as any;', 'a.js').problems).toEqual([]));
});

describe('depth', () => {
  const rest = '; const y = 2;';
  const keepsRest = (text: string): boolean =>
    read(text).body.some((item) => item.kind === 'declare' && item.bindings.some(({ name }) => name === 'y'));
  const many = (text: string, times: number): string => text.repeat(times);
  test.each([
    ['brackets', `const x = ${many('(', 10_000)}1${many(')', 10_000)}${rest}`],
    ['arrays', `const x = ${many('[', 10_000)}${many(']', 10_000)}${rest}`],
    ['arrays that stay open', `const y = 2; const x = ${many('[', 10_000)}`],
    ['blocks', `${many('{', 10_000)}${many('}', 10_000)}${rest}`],
    ['calls', `const x = a${many('.b()', 20_000)}${rest}`],
    ['differences', `const x = a${many(' - a', 20_000)}${rest}`],
  ])('%s: the rest is read, and something is said', (_, text) => {
    expect(keepsRest(text)).toBe(true);
    expect(read(text).problems.map((problem) => problem.message)).toContain('Nested too deeply to be read.');
  });
  test.each([
    ['else if', `if (a) {}${many(' else if (a) {}', 20_000)}`],
    ['conditions', `x = ${many('a ? b : ', 20_000)}c`],
    ['not', `x = ${many('!', 20_000)}c`],
    ['functions', `x = ${many('() => ', 20_000)}c`],
    ['JSX', `x = ${many('<a>', 5000)}${many('</a>', 5000)}`],
  ])('%s: something is said', (_, text) => expect(read(text, 'a.tsx').problems).not.toEqual([]));

  test('a sum of 20,000 terms has all of them in order', () => {
    const module = read(`const x = ${Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(' + ')};`);
    const names: string[] = [];
    const [statement] = module.body;
    const walk = (node: unknown): void => {
      const it = node as { kind: string; name?: string; left?: unknown; right?: unknown };
      if (it.kind === 'name') names.push(it.name!);
      else for (const side of [it.left, it.right]) walk(side);
    };
    walk(statement!.kind === 'declare' ? statement!.value : undefined);
    expect(names).toEqual(Array.from({ length: 20_000 }, (_, i) => `a${i}`));
    expect(module.problems).toEqual([]);
  });

  test('a file that was too deep does not change how the next one is read', () => {
    read(`x = ${many('(', 10_000)}`);
    expect(read('const f = (a) => a;').problems).toEqual([]);
  });

  test('what people write is not too deep', () => {
    const text = `${many('if (a) { f(() => { ', 60)}g();${many(' }); }', 60)}`;
    expect(read(text).problems).toEqual([]);
  });
});
