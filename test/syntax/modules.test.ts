import { describe, expect, test } from 'vitest';
import { binding, exportsOf, read, source, statements } from './print.js';

describe('exports of modules', () => {
  test.each([
    ['export const a = 1, { b, c: [d] } = o;', ['a: const a', 'b: const b', 'd: const d']],
    [
      'export function f() {} export class C {} export enum E {} export namespace N {}',
      ['f: function f', 'C: class C', 'E: const E', 'N: const N'],
    ],
    ['export default function f() {}', ['default: function f']],
    ['export default class {}', ['default: class {}']],
    ['export default () => 1', ['default: () => {return 1;}']],
    ['const a = 1; export default a;', ['default: const a']],
    ['const a = 1; export { a, a as b, c as "d e" };', ['a: const a', 'b: const a', 'd e: ~c']],
    ['export { b as c }; function b() {}', ['c: function b']],
    ["export { a, b as c, default as d } from 'x';", ['a: a from x', 'c: b from x', 'd: default from x']],
    ["export * from 'x'; export * as ns from 'y';", ['*: * from x', 'ns: * from y']],
    ["import { a } from 'x'; export { a };", ['a: import a']],
    ['export type T = 1; export const T = 2; export interface I {}', ['T: const T', 'T: type T', 'I: type I']],
    ['const T = 1; type T = 2; export { T };', ['T: const T', 'T: type T']],
    ['export function f(a: 1); export function f(a: 2); export function f() {}', ['f: function f']],
    ['export declare function f(): A;', ['f: function f']],
    ["export import a = require('x');", ['a: const a']],
    ['const a = 1;', []],
    ['namespace N { export const inner = 1; }', []],
  ])('%s', (text, printed) => expect(exportsOf(read(text))).toEqual(printed));

  test('an unnamed default function is a statement without a name', () => {
    expect(statements('export default function () { return 1; }')).toBe('function () => {return 1;}');
    expect(exportsOf(read('export default function () { return 1; }'))).toEqual(['default: function () => {return 1;}']);
  });

  test('`export =` is the whole of the module', () => {
    expect(exportsOf(read('class A {} export = A;'))).toEqual(['export=: class A', 'default: class A']);
  });
});

test('requests: each specifier once', () => {
  const text =
    "import 'a'; import b from 'b'; export * from 'c'; const d = require('d'); await import('e'); import f = require('f'); require('d'); require(x); notRequire('g'); export { h } from `h`;";
  expect(read(text).requests).toEqual(['a', 'b', 'c', 'd', 'e', 'f']);
});

describe('CommonJS', () => {
  test.each([
    ['exports.a = 1; module.exports.b = x;', ['a: variable a', 'b: variable b']],
    [
      'module.exports = { a, b: 1, get c() { return d; }, [e]: 2 };',
      [
        'export=: {a: ~a, b: 1, get c: function c() => {return ~d;}, [~e]: 2}',
        'a: ~a',
        'b: 1',
        'c: ~d',
        'default: {a: ~a, b: 1, get c: function c() => {return ~d;}, [~e]: 2}',
      ],
    ],
    ['function f() {} module.exports = f; module.exports.g = 1;', ['export=: function f', 'g: variable g', 'default: function f']],
    ['const api = { a: 1 }; module.exports = api;', ['export=: const api', 'a: 1', 'default: const api']],
    ["module.exports = require('./x');", ['export=: ~require("./x")', '*: * from ./x', 'default: ~require("./x")']],
    [
      "module.exports = { ...require('./x'), a: 1 };",
      ['export=: {...~require("./x"), a: 1}', '*: * from ./x', 'a: 1', 'default: {...~require("./x"), a: 1}'],
    ],
    ['exports = module.exports = f;', ['export=: ~f', 'default: ~f']],
    ["Object.assign(exports, { a: 1 }, require('./x'));", ['a: 1', '*: * from ./x']],
    [
      "if (p) { module.exports = require('./a'); } else { module.exports = require('./b'); }",
      [
        'export=: ~require("./a")',
        '*: * from ./a',
        'export=: ~require("./b")',
        '*: * from ./b',
        'default: ~require("./a")',
        'default: ~require("./b")',
      ],
    ],
    ['function init() { exports.late = 1; }', ['late: variable late']],
    ['(function (exports) { exports.a = 1; })(x);', []],
    ['const module = {}; module.exports = 1;', []],
    ['other.exports = 1; exports[a] = 2;', []],
  ])('%s', (text, printed) => expect(exportsOf(read(text, 'a.cjs'))).toEqual(printed));

  test('`exports.x` is a variable of the module', () => {
    const module = read('exports.run = () => 1; exports.run(); exports.list = []; exports.list.push(2);', 'a.cjs');
    expect(statements('exports.run = f; exports.run();', 'a.cjs')).toBe('(run = ~f); run();');
    expect(source(binding(module, 'run'))).toBe('() => {return 1;}');
    expect(binding(module, 'list').mutations).toMatchObject([{ method: 'push' }]);
  });

  test('a second value is an assignment', () => {
    const a = binding(read('exports.a = 1; exports.a = 2;', 'a.cjs'), 'a');
    expect([source(a), a.writes.map((write) => write.operator)]).toEqual(['1', ['=']]);
  });
});

describe('output of compilers', () => {
  test('TypeScript', () => {
    const module = read(
      `
      "use strict";
      var __importDefault = (this && this.__importDefault) || function (mod) { return mod; };
      Object.defineProperty(exports, "__esModule", { value: true });
      exports.run = exports.default = exports.thing = void 0;
      const pg_1 = __importDefault(require("pg"));
      const all = __importStar(require("./all"));
      const util_1 = require("./util");
      Object.defineProperty(exports, "thing", { enumerable: true, get: function () { return util_1.thing; } });
      __exportStar(require("./more"), exports);
      tslib_1.__exportStar(require("./even"), exports);
      const run = async () => { (0, util_1.helper)(); new pg_1.default.Pool(); };
      exports.run = run;
      exports.default = run;
      (0, exports.run)();
    `,
      'a.js',
    );
    expect(exportsOf(module)).toEqual([
      'thing: variable thing',
      '*: * from ./more',
      '*: * from ./even',
      'run: variable run',
      'default: variable default',
    ]);
    expect(source(binding(module, 'pg_1'))).toBe('~require("pg")');
    expect(source(binding(module, 'all'))).toBe('~require("./all")');
    expect(source(binding(module, 'run', 0))).toBe('async () => {util_1.helper(); new pg_1.default.Pool();}');
    expect(module.requests).toEqual(['pg', './all', './util', './more', './even']);
    expect(module.body.at(-1)).toMatchObject({
      value: { kind: 'call', callee: { kind: 'name', name: 'run', binding: { source: { value: { name: 'run' } } } } },
    });
  });

  test('esbuild', () => {
    const module = read(
      `
      var src_exports = {};
      __export(src_exports, { a: () => a, default: () => src_default, b: () => import_b.b });
      module.exports = __toCommonJS(src_exports);
      var import_b = require("./b");
      var import_c = __toESM(require("c"), 1);
      __reExport(src_exports, require("./d"), module.exports);
      var a = 1;
      var src_default = () => a;
      0 && (module.exports = { a, wrong, ...require("./d") });
    `,
      'a.js',
    );
    expect(exportsOf(module)).toEqual(['*: * from ./d', 'a: variable a', 'default: variable src_default', 'b: import_b.b']);
    expect(source(binding(module, 'import_c'))).toBe('~require("c")');
    expect(binding(module, 'src_exports').mutations).toMatchObject([
      { kind: 'set', key: 'a' },
      { kind: 'set', key: 'default' },
      { kind: 'set', key: 'b' },
    ]);
  });

  test('Babel', () => {
    const module = read(
      `
      Object.defineProperty(exports, "__esModule", { value: true });
      exports.default = void 0;
      var _foo = _interopRequireDefault(require("./foo"));
      var _bar = require("./bar");
      Object.keys(_bar).forEach(function (key) {
        if (key in exports && exports[key] === _bar[key]) return;
        Object.defineProperty(exports, key, { enumerable: true, get: function () { return _bar[key]; } });
      });
      var _default = exports.default = _foo.default.make();
    `,
      'a.js',
    );
    expect(exportsOf(module)).toEqual(['*: * from ./bar', 'default: variable default']);
    expect(source(binding(module, 'default'))).toBe('_foo.default.make()');
    expect(source(binding(module, '_foo'))).toBe('~require("./foo")');
  });

  test('SWC', () => {
    const module = read(
      `
      Object.defineProperty(exports, "__esModule", { value: true });
      _export(exports, { a: function() { return a; }, b: function() { return _b.b; } });
      _export_star(require("./c"), exports);
      const _b = require("./b");
      const a = 1;
    `,
      'a.js',
    );
    expect(exportsOf(module)).toEqual(['a: const a', 'b: _b.b', '*: * from ./c']);
  });

  test('UMD: the names of the wrapper are those of the loader', () => {
    const module = read(
      '(function (factory) { factory(require, exports); })(function (require, exports) { exports.a = 1; const b = require("./b"); });',
      'a.js',
    );
    expect(exportsOf(module)).toEqual(['a: variable a']);
    expect(module.requests).toEqual(['./b']);
  });

  test('minified: sequences and chains', () => {
    expect(exportsOf(read('"use strict";exports.a=exports.b=void 0,exports.a=1;const c=()=>2;exports.b=c,exports.d=c;', 'a.js'))).toEqual([
      'a: variable a',
      'b: variable b',
      'd: variable d',
    ]);
  });

  test('near miss: a function of the same name that is no helper', () => {
    const module = read(
      'const x = __toESMs(require("c")); defineProperty(other, "a", { get: () => b }); [1].forEach(() => exports);',
      'a.js',
    );
    expect([source(binding(module, 'x')), exportsOf(module)]).toEqual(['~__toESMs(~require("c"))', []]);
  });
});
