import { describe, expect, test } from 'vitest';
import { expression, read } from './print.js';

describe('literals', () => {
  test.each([
    ['1_000', '1000'],
    ['0x10', '16'],
    ['10n', '10n'],
    ["'it\\'s'", '"it\'s"'],
    ['`plain`', '"plain"'],
    ['/a\\/b/gi', '/a\\/b/gi'],
    ['true', 'true'],
    ['null', 'null'],
    ['undefined', 'undefined'],
    ['void 0', 'undefined'],
    ['void f()', '(void ~f())'],
    ['`a${b}c${d}`', '`a${~b}c${~d}`'],
    ['sql`select ${id}`', '~sql`select ${~id}`'],
    ['sql`select`', '~sql`select`'],
  ])('%s', (text, printed) => expect(expression(`(${text});`)).toBe(printed));

  test('big integers and regular expressions say so', () => {
    const [a, b] = read('x = 10n; y = /r/;').body;
    expect(a).toMatchObject({ value: { value: { value: '10n', form: 'bigint' } } });
    expect(b).toMatchObject({ value: { value: { value: '/r/', form: 'regex' } } });
  });

  test('`undefined` that somebody declared is a name', () => {
    const [, fn] = read('x; function f(undefined) { return undefined; }').body;
    expect(fn).toMatchObject({ fn: { body: [{ value: { kind: 'name', binding: { kind: 'parameter' } } }] } });
  });
});

describe('members and calls', () => {
  test.each([
    ['a.b.c', '~a.b.c'],
    ["a['b']", '~a.b'],
    ['a[`b`]', '~a.b'],
    ['a[0]', '~a[0]'],
    ['a[b]', '~a[~b]'],
    ['a?.b', '~a?.b'],
    ['a?.[b]', '~a?[~b]'],
    ['a?.(1)', '~a?.(1)'],
    ['a.#b', '~a.#b'],
    ['f(1, ...xs)', '~f(1, ...~xs)'],
    ['new A.B(1)', 'new ~A.B(1)'],
    ['new A', 'new ~A()'],
    ['(0, a.b)(1)', '~a.b(1)'],
    ['(a, b.c)(1)', '(~a, ~b.c)(1)'],
    ['(0, sql)`x`', '~sql`x`'],
    ["import('x')", '~import("x")'],
    ['import.meta.url', '~import.meta.url'],
    ['new.target', '<>'],
    ['a.__proto__', '~a.__proto__'],
    ['a.___b', '~a.___b'],
    ['__dirname', '~__dirname'],
  ])('%s', (text, printed) => expect(expression(`${text};`)).toBe(printed));

  test('casts, assertions and brackets are not there', () => {
    expect(expression('((x as any)!.y satisfies Z)<string>;')).toBe('~x.y');
    expect(expression('(<any>x).y;')).toBe('~x.y');
    expect(expression('f<string>(x as const);')).toBe('~f(~x)');
  });

  test('places of a call', () => {
    const text = ' foo /* a */ ( 1 , 2 );';
    const [statement] = read(text).body;
    if (statement?.kind !== 'expression' || statement.value.kind !== 'call') throw new Error();
    const { argsSpan, span, callee, args } = statement.value;
    const cut = (at: { start: number; end: number }): string => text.slice(at.start, at.end);
    expect([cut(span), cut(argsSpan), cut(callee.span), ...args.map((arg) => cut(arg.span))]).toEqual([
      'foo /* a */ ( 1 , 2 )',
      '( 1 , 2 )',
      'foo',
      '1',
      '2',
    ]);
  });

  test('the arguments of `new X` without brackets are an empty place at its end', () => {
    const [statement] = read('new X').body;
    expect(statement).toMatchObject({ value: { argsSpan: { start: 5, end: 5 } } });
  });

  test('an argument in brackets has the place of the brackets', () => {
    const [statement] = read('f((x), y as any)').body;
    expect(statement).toMatchObject({
      value: { args: [{ span: { start: 2, end: 5 }, value: { span: { start: 3, end: 4 } } }, { span: { start: 7, end: 15 } }] },
    });
  });
});

describe('objects and arrays', () => {
  test.each([
    ["{ a: 1, 'b-c': 2, 3: x, [`d`]: 4, [e]: 5 }", '{a: 1, b-c: 2, 3: ~x, d: 4, [~e]: 5}'],
    ['{ a, ...b }', '{a: ~a, ...~b}'],
    ['{ async m(x) { return x; } }', '{m: async function m(x) => {return x;}}'],
    ['{ get a() { return 1; }, set a(v) {} }', '{get a: function a() => {return 1;}, set a: function a(v) => {}}'],
    ['[1, , ...a]', '[1, undefined, ...~a]'],
  ])('%s', (text, printed) => expect(expression(`(${text});`)).toBe(printed));

  test('a short entry is marked, and its key is its value', () => {
    const [statement] = read('({ key, other: key })').body;
    expect(statement).toMatchObject({
      value: {
        entries: [
          { shorthand: true, keySpan: { start: 3, end: 6 } },
          { shorthand: false, keySpan: { start: 8, end: 13 } },
        ],
      },
    });
  });
});

describe('operators', () => {
  test.each([
    ['a + b * c', '(~a + (~b * ~c))'],
    ['a - b - c', '((~a - ~b) - ~c)'],
    ['a ?? (b || c)', '(~a ?? (~b || ~c))'],
    ['!a', '(! ~a)'],
    ['-1', '(- 1)'],
    ['a++', '(++ ~a)'],
    ['await a', '(await ~a)'],
    ['typeof a', '(typeof ~a)'],
    ['delete a.b', '(delete ~a.b)'],
    ['a ? b : c', '(~a ? ~b : ~c)'],
    ['a, b, c', '(~a, ~b, ~c)'],
    ['a = b = c', '(~a = (~b = ~c))'],
    ['a ??= b', '(~a ??= ~b)'],
    ['a >>>= 2', '(~a >>>= 2)'],
    ["'x' in a", '("x" in ~a)'],
    ['a instanceof B', '(~a instanceof ~B)'],
  ])('%s', (text, printed) => expect(expression(`${text};`)).toBe(printed));

  test('yield', () => {
    expect(expression('(function* () { yield; yield 1; yield* a; });')).toBe(
      '*function () => {(yield undefined); (yield 1); (yield* ~a);}',
    );
  });

  test('`await` at the top level of a module is an operator, in an old script it is a name', () => {
    expect(expression('await (x);')).toBe('(await ~x)');
    expect(expression('await (x);', 'a.cjs')).toBe('~await(~x)');
  });
});

describe('functions', () => {
  test.each([
    ['(x) => x', '(x) => {return x;}'],
    ['async x => { await x; }', 'async (x) => {(await x);}'],
    ['function f(a, { b, c: [d] }, ...e) { return f; }', 'function f(a, {b,d}, ...e) => {return f;}'],
    ['async function* g() {}', 'async *function g() => {}'],
  ])('%s', (text, printed) => expect(expression(`(${text});`)).toBe(printed));

  test('`this` among the parameters is none', () => {
    const [statement] = read('function f(this: Server, a: string) {}').body;
    expect(statement).toMatchObject({ fn: { parameters: [{ name: 'a', bindings: [{ source: { index: 0 } }] }] } });
  });
});

describe('JSX', () => {
  test('component, attributes and children are visited', () => {
    const text = 'x = <Tool name="a" run={() => f()} {...rest}><b>text {y}</b><></><ns.C /></Tool>';
    expect(expression(text, 'a.tsx')).toBe('(~x = <~Tool, "a", () => {return ~f();}, ~rest, <~y>, <>, <~ns.C>>)');
  });

  test('JavaScript has JSX, TypeScript has old casts', () => {
    expect(expression('(<a>{x}</a>);', 'a.js')).toBe('<~x>');
    expect(expression('(<a>x);', 'a.mts')).toBe('~x');
  });
});

describe('what is missing', () => {
  test('a hole is opaque and the rest stays', () => {
    const module = read('f(a, , b); g(1');
    expect(module.body.map((statement) => (statement.kind === 'expression' ? statement.value.kind : statement.kind))).toEqual([
      'call',
      'call',
    ]);
    expect(module.problems.length).toBeGreaterThan(0);
    expect(module.problems[0]!.message).toBe('Argument expression expected.');
  });
});
