/** What is valid in one of the languages that a file may be written in is read without a problem, so that nobody calls it broken. */
import { describe, expect, test } from 'vitest';
import { readSource } from '../../server/analysis/syntax/read.js';

const valid: readonly (readonly [file: string, text: string])[] = [
  ['jsx.js', 'const a = <div className="x">{b}</div>;\nconst c = <><A.B {...d} /></>;\n'],
  ['types.js', 'import type { A } from "./a";\nfunction f(a: string, b?: number): void {}\ntype B = { a: string };\n'],
  ['script.js', '#!/usr/bin/env node\nvar a = 010, b = "\\01", c = 08;\nwith (a) { b; }\n'],
  ['names.js', 'var let = 1; var yield = 2; var async = 3;\nlabel: for (;;) { break label; }\nif (a) function f() {}\ndo x\nwhile(0) y\n'],
  ['module.js', 'import a from "./a.json" assert { type: "json" };\nimport b from "./b.json" with { type: "json" };\nawait a;\n'],
  ['common.cjs', 'return;\nconst await = 1;\nyield = 2;\n'],
  [
    'new.js',
    'a ??= b?.[c] ** 2;\nclass A { #x = 1; static { this.y = 1; } get [z]() { return #x in this; } }\nconst d = 1_000n, e = /[\\p{L}--[a-z]]/v;\n',
  ],
  [
    'types.ts',
    'const a = <string>b;\nenum E { A }\nusing f = g();\nabstract class A<in out T> { @x accessor y = 1; declare z: string }\nexport = a;\n',
  ],
  ['generic.tsx', 'const f = <T,>(x: T) => x;\nconst g = <T extends object>(x: T) => <A<T> b={x} />;\n'],
  ['old.py', 'print "a"\nprint >>f, "b"\nexec "x"\ntry:\n    pass\nexcept X, e:\n    raise E, "x"\n'],
  ['older.py', 'x = 0777\ny = 10L\nz = ur"x"\nif a <> b: pass\nw = `x`\n'],
  ['match.py', 'match x:\n    case {"a": [b, *c], **d} if e:\n        pass\n    case A(x=1) | None: pass\n    case _: pass\n'],
  ['words.py', 'print = 1\nmatch = 2\ncase = 3\ntype = 4\nmatch.x(1)\ntype(x)\n_ = match[1]\n'],
  ['generic.py', 'type A[T: int, *Ts, **P] = list[T]\ndef f[T](x: T, /, *, y) -> T: ...\nclass B[T](C): pass\n'],
  ['groups.py', 'try:\n    pass\nexcept* (A, B) as e:\n    pass\ntry:\n    pass\nexcept A, B:\n    pass\n'],
  ['texts.py', 'x = f"{a!r:>{width}} {b["c"]} {f"{d}"} {e=}"\ny = f"{x\n}"\nz = t"hello {x}"\n'],
  [
    'async.py',
    'async def f():\n    async with a as b, c as d:\n        return [x async for x in y]\nwith (open(a) as b, open(c) as d):\n    pass\n',
  ],
];

const broken: readonly (readonly [file: string, text: string, line: number])[] = [
  ['brace.ts', 'function f() {\n  if (a) {\n  }\n', 4],
  ['operand.js', 'a;\nconst b = ;\n', 2],
  ['merged.ts', 'a;\n<<<<<<< HEAD\nb;\n=======\nc;\n>>>>>>> other\n', 2],
  ['bracket.py', 'a = 1\nb = (1\n', 2],
  ['colon.py', 'a = 1\ndef f()\n    return 1\n', 2],
  ['template.py', 'import {{ name }}\na = 1\n', 1],
];

describe('no problems', () => {
  test.each(valid)('%s', (file, text) => {
    expect(readSource(file, text).problems).toEqual([]);
  });
});

describe('problems, where they are', () => {
  test.each(broken)('%s', (file, text, line) => {
    const starts = readSource(file, text).problems.map(({ span }) => text.slice(0, span.start).split('\n').length);
    expect(Math.min(...starts)).toBe(line);
  });
});
