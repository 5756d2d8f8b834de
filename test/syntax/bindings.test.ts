import { describe, expect, test } from 'vitest';
import type { Binding, NameExpression } from '../../server/analysis/syntax/ir.js';
import { binding, bindings, functions, path, print, read, source } from './print.js';

/** The binding that the last statement of a text, a name, refers to. */
function used(text: string): Binding | undefined {
  const last = read(text).body.at(-1);
  if (last?.kind !== 'expression') throw new Error('the last statement is no expression');
  return (last.value as NameExpression).binding;
}

describe('what a name means', () => {
  test('a name that nobody declares is global', () => expect(used('x')).toBeUndefined());
  test.each([
    ['let', 'let x = 1; x'],
    ['a later function', 'use(x); function x() {} x'],
    ['var in a nested block', 'if (a) { for (;;) { var x = 1; } } x'],
    ['var in a later loop head', 'use(x); for (var x of xs) {} x'],
    ['var in else if', 'if (a) {} else if (b) { var x; } x'],
    ['var in switch and try', 'switch (a) { case 1: try {} catch { var x; } } x'],
  ])('%s', (_, text) => expect(used(text)?.name).toBe('x'));
  test.each([
    ['let in a block', '{ let x = 1; } x'],
    ['const in a loop', 'for (const x of xs) {} x'],
    ['var in a function', 'function f() { var x; } x'],
    ['a parameter', 'const f = (x) => x; x'],
    ['the name of a function expression', 'const f = function x() {}; x'],
    ['the name of a class expression', 'const f = class x {}; x'],
    ['a caught error', 'try {} catch (x) {} x'],
    ['a function in a block', '{ function x() {} } x'],
  ])('not outside: %s', (_, text) => expect(used(text)).toBeUndefined());

  test('the inner one hides the outer one, and only inside', () => {
    const module = read('const x = 1; { const x = 2; a(x); } b(x); function f(x) { c(x); }');
    const value = (index: number): string => source(binding(module, 'x', index));
    expect([value(0), value(1), value(2)]).toEqual(['1', '2', 'parameter 0']);
    const [, block, call] = module.body;
    expect(block).toMatchObject({ body: [{}, { value: { args: [{ value: { binding: { span: { start: 21 } } } }] } }] });
    expect(call).toMatchObject({ value: { args: [{ value: { binding: { span: { start: 6 } } } }] } });
  });

  test('a function sees what is declared after it', () => {
    const module = read('const f = () => later; const later = 1;');
    const [fn] = functions(module);
    expect(fn!.body[0]).toMatchObject({ value: { binding: { name: 'later', kind: 'const', source: { value: { value: 1 } } } } });
  });

  test('types and values are told apart', () => {
    const module = read('const Foo = make(); type Foo = { a: string }; let x: Foo; use(Foo);');
    expect(binding(module, 'x').type).toMatchObject({ name: { binding: { kind: 'type' } } });
    expect(module.body.at(-1)).toMatchObject({ value: { args: [{ value: { binding: { kind: 'const' } } }] } });
  });

  test('a type parameter hides a type of its name', () => {
    const module = read('interface T { a: string } function f<T extends Pool>(x: T) {} let y: T;');
    expect(binding(module, 'x').type).toMatchObject({ name: { binding: { source: { type: { name: { name: 'Pool' } } } } } });
    expect(binding(module, 'y').type).toMatchObject({ name: { binding: { source: { type: { kind: 'members' } } } } });
  });
});

describe('where a value comes from', () => {
  const from = (text: string, name: string): string => source(binding(read(text), name));
  test.each([
    ['const x = f();', '~f()'],
    ['let x;', 'nothing'],
    ['const { x } = o;', '~o["x"]'],
    ['const { a: { b: x } } = o;', '~o["a"]["b"]'],
    ['const { x = 1 } = o;', '~o["x"] ?? 1'],
    ['const { a: x = 1 } = o;', '~o["a"] ?? 1'],
    ['const { a, b: c, ...x } = o;', '~o[...but a,b]'],
    ['const { "a-b": x } = o;', '~o["a-b"]'],
    ['const { [`a`]: x } = o;', '~o["a"]'],
    ['const { [a]: x } = o;', 'nothing'],
    ['const [, x] = o;', '~o[1]'],
    ['const [a, [x]] = o;', '~o[1][0]'],
    ['const [a, ...x] = o;', '~o[...but 0]'],
    ['var x; var x = 1;', '1'],
    ['function f(a, x) {}', 'parameter 1'],
    ['function f(x = 1) {}', 'parameter 0 ?? 1'],
    ['function f(...x) {}', 'parameter 0 rest'],
    ['function f(a, { b: [x = 1] } = {}) {}', 'parameter 1["b"][0] ?? 1'],
    ['const f = (a, ...[b, x]) => 1;', 'parameter 1 rest[1]'],
    ['for (const x of xs) {}', 'of ~xs'],
    ['for (const [, x] of xs) {}', 'of ~xs[1]'],
    ['for (const x in o) {}', 'in ~o'],
    ['for (var x of xs) {}', 'of ~xs'],
    ['for (let x = 0; ;) {}', '0'],
    ['try {} catch (x) { x }', 'nothing'],
    ['function x() {}', 'function x'],
    ['class x {}', 'class x'],
    ["import x from 'a'; x", 'default from a'],
    ["import * as x from 'a'; x", '* from a'],
    ["import { y as x } from 'a'; x", 'y from a'],
    ["import { type x } from 'a'; x", 'type x from a'],
    ["import type { x } from 'a'; x", 'type x from a'],
    ["import { 'a b' as x } from 'a'; x", 'a b from a'],
    ["import x = require('a');", '~require("a")'],
    ['import x = A.B;', '~A.B'],
    ['enum x { A, B = 5, C, D = "s", E = A + 1, F }', '{A: 0, B: 5, C: 6, D: "s", E: (A + 1), F: <>}'],
    ['namespace x { export const a = 1; const b = 2; export function c() {} export type T = 1 }', '{a: a, c: c}'],
    ['namespace x.y { export const a = 1 }', '{y: y}'],
  ])('%s', (text, printed) => expect(from(text, 'x')).toBe(printed));

  test('expressions of a pattern that no name holds are still there', () => {
    expect(
      read('const { [key()]: x, a: { b } = make() } = o;').body.map((item) => (item.kind === 'expression' ? print(item.value) : item.kind)),
    ).toEqual(['declare', '~key()', '~make()']);
    const [fn] = functions(read('function f({ a: { b } = make() }) {}'));
    expect(fn!.body.map((item) => (item.kind === 'expression' ? print(item.value) : item.kind))).toEqual(['~make()']);
  });

  test('overloads and a namespace of the same name are one binding', () => {
    const module = read(
      'function f(a: string): void; function f(a: number): void; function f() {} namespace f { export const extra = 1; } f',
    );
    expect(bindings(module).filter((item) => item.name === 'f')).toHaveLength(1);
    const f = binding(module, 'f');
    expect(source(f)).toBe('function f');
    expect(f.mutations).toMatchObject([{ kind: 'set', key: 'extra' }]);
  });

  test('names of inner namespaces do not run into outer ones', () => {
    const module = read('namespace A { export enum E { X } export namespace B { export enum E { Y } } }');
    expect(source(binding(module, 'A'))).toBe('{E: E, B: B}');
    expect(bindings(module).filter((item) => item.name === 'E')).toHaveLength(2);
  });

  test('a function without a body has a type only', () => {
    const f = binding(read('declare function f(): Promise<X>; f'), 'f');
    expect([source(f), f.type?.kind]).toEqual(['nothing', 'function']);
  });

  test('the parts of an interface are one type', () => {
    const module = read('interface A { a: string } interface A { b: string } let x: A;');
    expect(binding(module, 'x').type).toMatchObject({
      name: { binding: { source: { type: { members: [{ name: 'a' }, { name: 'b' }] } } } },
    });
  });
});

describe('who owns a name', () => {
  const owner = (text: string, name: string): string => binding(read(text), name).owner.kind;
  test.each([
    ['const x = 1;', 'module'],
    ['{ const x = 1; }', 'module'],
    ['function f() { const x = 1; }', 'function'],
    ['for (const x of xs) {}', 'loop'],
    ['for (let x = 0; ;) {}', 'loop'],
    ['while (a) { const x = 1; }', 'loop'],
    ['while (a) { var x = 1; }', 'module'],
    ['for (;;) { (() => { const x = 1; })(); }', 'function'],
    ['const f = function x() { x(); };', 'function'],
    ['const f = class x { m() { return x; } };', 'class'],
    ['class A { static { const x = 1; } }', 'function'],
    ['class A { f = (x) => x; }', 'function'],
  ])('%s', (text, kind) => expect(owner(text, 'x')).toBe(kind));

  test('owners lead outwards to the module', () => {
    const module = read('class A { m() { for (const a of b) { () => 1; } } }');
    const chain: string[] = [];
    for (let at: { kind: string; outer?: unknown } | undefined = functions(module)[1]; at !== undefined; at = at.outer as typeof at)
      chain.push(at.kind);
    expect(chain).toEqual(['function', 'loop', 'function', 'class', 'module']);
  });
});

describe('assignments', () => {
  const writes = (text: string, name = 'x'): string[] =>
    binding(read(text), name).writes.map((write) => `${write.operator} ${print(write.value)}${path(write.path)} in ${write.within.kind}`);
  test.each([
    ['let x; x = 1;', ['= 1 in module']],
    ['let x = 1; x += 2;', ['+= 2 in module']],
    ['let x = 1; x++; --x;', ['+= 1 in module', '-= 1 in module']],
    ['let x; function f() { x ??= 1; }', ['??= 1 in function']],
    ['let x; [x] = a;', ['= ~a[0] in module']],
    ['let x; ({ a: x } = b);', ['= ~b["a"] in module']],
    ['let x; ({ x } = b);', ['= ~b["x"] in module']],
    ['let x; ({ a, ...x } = b);', ['= ~b[...but a] in module']],
    ['let x; ({ x = 1 } = b);', ['= 1 in module', '= ~b["x"] in module']],
    ['let x; ({ [k]: x } = b);', ['= <~b> in module']],
    ['let x; for (x of xs) {}', ['= <~xs> in module']],
    ['var x = 1; var x = 2;', ['= 2 in module']],
    ['for (var x of a) {} for (var x of b) {}', ['= <~b> in module']],
    ['function f(x) { var x = 1; }', ['= 1 in function']],
  ])('%s', (text, printed) => expect(writes(text)).toEqual(printed));
  test.each([
    ['another variable', 'let x; let y; y = 1;'],
    ['one that hides it', 'let x; function f(x) { x = 1; }'],
    ['a member', 'let x; x.y = 1;'],
  ])('none: %s', (_, text) => expect(writes(text)).toEqual([]));
});

describe('mutations', () => {
  const mutations = (text: string, name = 'x'): string[] =>
    binding(read(text), name).mutations.map((mutation) => {
      const item = mutation.kind === 'inner' ? mutation.change : mutation;
      const path = mutation.kind === 'inner' ? `.${mutation.path.join('.')} ` : '';
      return `${path}${item.kind === 'call' ? `${item.method}(${item.call.args.map((arg) => print(arg.value)).join(', ')})` : `${typeof item.key === 'string' ? item.key : `[${print(item.key)}]`} = ${print(item.value)}`} in ${item.within.kind}`;
    });
  test.each([
    ['const x = []; x.push(1); function f() { x["pop"](); }', ['push(1) in module', 'pop() in function']],
    ['const x = { a: { b: [] } }; x.a.b.push(1); x.a.b.pop(); x.a.c = 2; x.a[d].e = 3;', ['.a.b push(1) in module', '.a c = 2 in module']],
    ['const x = {}; x.a = 1; x[b] = 2; x["c"] = 3;', ['a = 1 in module', '[~b] = 2 in module', 'c = 3 in module']],
    ['const x = {}; x.a += 1; x.a++;', ['a = (x.a + 1) in module', 'a = (x.a + 1) in module']],
    ['const x = {}; delete x.a;', ['a = undefined in module']],
    ['const x = {}; (x as any).a = 1;', ['a = 1 in module']],
    ['const x = {}; [x.a] = list;', ['a = <~list> in module']],
    ['const x = {}; x.a[1].b = 1; x.a.c(); new x.Y(); y.x = 2;', []],
    ["import x from 'y'; x.on('a');", ['on("a") in module']],
  ])('%s', (text, printed) => expect(mutations(text)).toEqual(printed));
});

describe('mentions', () => {
  test('names and properties that are read or called, those of inner functions included', () => {
    const [outer, inner] = functions(read('function f({ p }) { a.b["c"](); const g = () => d.e; }'));
    expect([...inner!.mentions]).toEqual(['d', 'e']);
    expect([...outer!.mentions]).toEqual(['p', 'a', 'b', 'c', 'c()', 'b.c()', 'd', 'e']);
    expect(outer!.mentions.has('e')).toBe(true);
    expect(inner!.mentions.has('a')).toBe(false);
  });

  test('the module has all of them, and the names of its imports', () => {
    const module = read("import { rm as remove } from 'fs'; class A { m() { remove(); } }");
    expect([...module.mentions].sort()).toEqual(['remove', 'remove()', 'rm']);
  });

  test('keys and texts are no mentions', () => expect([...read('f({ key: "text" })').mentions]).toEqual(['f', 'f()']));

  test('what is called is told apart from what is only mentioned', () =>
    expect([...read('a.b.c(d); new E(f)').mentions]).toEqual(['a', 'b', 'c', 'd', 'c()', 'b.c()', 'E', 'E()', 'f']));
});
