import { describe, expect, test } from 'vitest';
import type { ClassNode } from '../../server/analysis/syntax/ir.js';
import { print, read, statements } from './print.js';

describe('statements', () => {
  test.each([
    ['const a = 1, b = 2;', 'let a = 1; let b = 2;'],
    ['if (a) b(); else if (c) { d(); } else e();', 'if ~a {~b();} else {if ~c {~d();} else {~e();}}'],
    ['for (let i = 0; i < 3; i++) f(i);', 'for let i = 0; (i < 3) (++ i) {~f(i);}'],
    ['for (i = 0;;) {}', 'for (~i = 0); {}'],
    ['for await (const x of xs) { f(x); }', 'of ~xs {~f(x);}'],
    ['for (const k in o) { f(k); }', 'in ~o {~f(k);}'],
    ['while (a) b();', 'while ~a {~b();}'],
    ['do { a(); } while (b);', 'do ~b {~a();}'],
    ['out: for (;;) { break out; continue; }', 'for  {break continue}'],
    ['switch (a) { case 1: case 2: b(); break; case 3: default: c(); }', 'switch ~a {1,2: ~b(); break | default: ~c();}'],
    ['switch (a) { case 1: b(); case 2: }', 'switch ~a {1: ~b(); | 2: }'],
    ['try { a(); } catch (e) { b(e); } finally { c(); }', 'try {~a();} catch e{~b(e);} finally {~c();}'],
    ['try { a(); } catch {}', 'try {~a();} catch {}'],
    ['try {} catch ({ message }) { f(message); }', 'try {} catch {~f(message);}'],
    ['try {} catch ({ [k()]: x }) { f(x); }', 'try {} catch {~k(); ~f(x);}'],
    ['throw new E(); return;', 'throw new ~E(); return;'],
    ['with (a) b();', '{~a; ~b();}'],
    ['function f() { return 1; }', 'function f() => {return 1;}'],
    ['type A = 1; interface B {} ; declare module "x" {} declare global {}', ''],
    ['namespace N { f(); export const a = 1; }', '{~f(); let a = 1; let N = {a: a};}'],
    ['enum E { A }', 'let E = {A: 0};'],
  ])('%s', (text, printed) => expect(statements(text)).toBe(printed));

  test('a declaration has the place of its whole statement', () => {
    const text = 'f(); export const a = 1, b = 2; g();';
    const [, a, b] = read(text).body;
    for (const statement of [a!, b!]) expect(text.slice(statement.span.start, statement.span.end)).toBe('export const a = 1, b = 2;');
  });

  test('the body of a handler goes from brace to brace', () => {
    const text = 'try {} catch (e) /* c */ { log(e) } ';
    const [statement] = read(text).body;
    if (statement?.kind !== 'try') throw new Error();
    const [handler] = statement.handlers;
    expect(text.slice(handler!.bodySpan.start, handler!.bodySpan.end)).toBe('{ log(e) }');
    expect(text.slice(handler!.span.start, handler!.span.end)).toBe('catch (e) /* c */ { log(e) }');
    expect(handler!.binding).toMatchObject({ name: 'e', kind: 'catch' });
  });
});

describe('classes', () => {
  const cls = (text: string): ClassNode => {
    const statement = read(text).body.find((item) => item.kind === 'class');
    if (statement?.kind !== 'class') throw new Error();
    return statement.cls;
  };

  test('members', () => {
    expect(
      print(
        cls(`class A extends B.C<string> implements D {
      x = 1; static y; #z = this.x; 'quoted' = 2; [computed] = 3;
      constructor() { super(); }
      m() {} async *n() {} #p() {} get g() { return 1; } set g(v) {}
      static { init(); }
    }`),
      ),
    ).toBe(
      'class A extends ~B.C{field x = 1; static field y; field #z = this.x; field quoted = 2; field  = 3; ' +
        'constructor constructor = function constructor() => {super();}; method m = function m() => {}; method n = async *function n() => {}; ' +
        'method #p = function #p() => {}; getter g = function g() => {return 1;}; setter g = function g(v) => {}; static block  = function () => {~init();}}',
    );
  });

  test('a parameter property is a field that names its parameter', () => {
    expect(cls('class A { constructor(a: string, private readonly db: Pool, override x = 1) {} }').members).toMatchObject([
      { kind: 'field', name: 'db', parameterIndex: 1, type: { name: { name: 'Pool' } } },
      { kind: 'field', name: 'x', parameterIndex: 2 },
      { kind: 'constructor' },
    ]);
  });

  test('overloads are dropped, abstract methods stay without a value', () => {
    const members = cls(
      'abstract class A { m(a: string): void; m(a: number): void; m() {} abstract n(): Promise<X>; constructor(a); constructor() {} }',
    ).members;
    expect(members.map((member) => `${member.kind} ${member.name} ${member.value?.kind}`)).toEqual([
      'method m function',
      'method n undefined',
      'constructor constructor function',
    ]);
    expect(members[1]!.type).toMatchObject({ kind: 'function', result: { kind: 'reference' } });
  });

  test('fields that only their own module may assign are closed', () => {
    const { members } = cls(
      'class A { a = 1; private b = 1; protected c = 1; readonly d = 1; #e = 1; static f = 1; private static g = 1; ' +
        'constructor(public h = 1, private i = 1, readonly j = 1) {} }',
    );
    expect(members.filter(({ closed }) => closed === true).map(({ name }) => name)).toEqual(['b', 'c', 'd', '#e', 'g', 'i', 'j']);
  });

  test('decorators of classes, methods, fields and parameters', () => {
    const node = cls('@Controller("x") class A { @Tool({ name: "t" }) run(@Body() body) {} @Inject() pool: Pool; }');
    expect(node.decorators.map(print)).toEqual(['~Controller("x")']);
    const [run, pool] = node.members;
    expect(run!.value?.kind === 'function' && run!.value.decorators.map(print)).toEqual(['~Tool({name: "t"})']);
    expect(pool!.decorators?.map(print)).toEqual(['~Inject()']);
    expect(node.mentions.has('Body')).toBe(true);
  });

  test('methods belong to the class, the class to what is around it', () => {
    const node = cls('class A { m() {} }');
    expect(node.members[0]!.value).toMatchObject({ kind: 'function', outer: { kind: 'class' } });
    expect(node.outer.kind).toBe('module');
  });
});
