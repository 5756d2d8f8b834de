import { expect, test } from 'vitest';
import { binding, functions, printType, read } from './print.js';

const typeOf = (text: string): string => {
  const { type } = binding(read(`let x: ${text}; x`), 'x');
  return type === undefined ? 'none' : printType(type);
};

test.each([
  ['string', '~string'],
  ['Pool', '~Pool'],
  ['Promise<A | null>', '~Promise<(~A | null)>'],
  ['pg.Pool', '~pg.Pool'],
  ["'a' | 'b' | 1 | -2 | true | undefined", '("a" | "b" | 1 | -2 | true | undefined)'],
  ['A & B', '(~A & ~B)'],
  ['A[]', '~A[]'],
  ['readonly A[]', '~A[]'],
  ['[A, b?: B, ...C[]]', '(~A | ~B | ~C[])[]'],
  ['(a: string) => Promise<void>', '() => ~Promise<~void>'],
  ['{ a: string; b?: A; m(): B; [k: string]: unknown; get g(): C }', '{a: ~string; b?: ~A; m: () => ~B; g: ~C}'],
  ['typeof client', 'typeof ~client'],
  ['typeof a.b', 'typeof ~a.b'],
  ["import('pg').Pool", 'typeof ~import("pg").Pool'],
  ["typeof import('fs')", 'typeof ~import("fs")'],
  ['(A)', '~A'],
  ['keyof A', 'other'],
  ['A extends B ? C : D', 'other'],
  ['`a${string}`', 'other'],
])('%s', (text, printed) => expect(typeOf(text)).toBe(printed));

test('an interface has its members and its bases', () => {
  const { type } = binding(read('let x: A; interface A extends B<C> { a: string }'), 'x');
  expect(type).toMatchObject({ name: { binding: { kind: 'type' } } });
  const { source } = (type as unknown as { name: { binding: { source: { type: never } } } }).name.binding;
  expect(printType(source.type)).toBe('{a: ~string} & ~B<~C>');
});

test('parameters, results and fields', () => {
  const [fn] = functions(read('function f(a: A, { b }: B): Promise<C> {}'));
  expect(fn!.parameters.map((parameter) => printType(parameter.type!))).toEqual(['~A', '~B']);
  expect(printType(fn!.returnType!)).toBe('~Promise<~C>');
  expect(fn!.parameters[0]!.bindings[0]!.type).toBe(fn!.parameters[0]!.type);
  expect(fn!.parameters[1]!.bindings[0]!.type).toBeUndefined();
});

test('a class is a type, and an imported name too', () => {
  const module = read("import { Pool } from 'pg'; class Db {} let a: Pool, b: Db;");
  expect(binding(module, 'a').type).toMatchObject({ name: { binding: { kind: 'import' } } });
  expect(binding(module, 'b').type).toMatchObject({ name: { binding: { kind: 'class' } } });
});

test('what a type loads is requested', () => expect(read("let x: import('pg').Pool; x").requests).toEqual(['pg']));
