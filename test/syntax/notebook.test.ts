import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNotebook } from '../../server/analysis/syntax/notebook/file.js';
import { pythonOf } from '../../server/analysis/syntax/notebook/magics.js';
import { changeOfFile, placeInCell, placeInFile, type Notebook } from '../../server/analysis/syntax/notebook/notebook.js';
import { readPython } from '../../server/analysis/syntax/python/read.js';

// --------------------------------------------------------------------------------------------------- one cell

describe('what is no Python in a cell', () => {
  const python = (source: string): string | undefined => pythonOf(source)?.text;
  test.each([
    ['x = 1\ny = x % 2', 'x = 1\ny = x % 2'],
    ['!ls {a}\nx = 1', '"!ls {a}"\nx = 1'],
    ['%pip install \\\n  "mcp"\nx = 1', '"%pip install    \\"mcp\\""\nx = 1'],
    ['pip install mcp', '"pip install mcp"'],
    ['pip install "a[b]==1"\ncd ../x\nrm / 2', '"pip install \\"a[b]==1\\""\n"cd ../x"\nrm / 2'],
    ['x?\n?x\n%who?\nx.y??', '"x?"\n"?x"\n"%who?"\n"x.y??"'],
    ['x = """\n!ls\n%who\n"""', 'x = """\n!ls\n%who\n"""'],
    ["x = 'it\\'s' # \"\n!ls", 'x = \'it\\\'s\' # "\n"!ls"'],
    ['x = (1\n  % y)', 'x = (1\n  % y)'],
    ['x = y \\\n  % z', 'x = y \\\n  % z'],
    ['f(x=1, y=2)\nx != 3', 'f(x=1, y=2)\nx != 3'],
    ['files = !ls "{folder}"', 'files = get_ipython().getoutput(f"ls \\"{folder}\\"")'],
    ['x = %sql select', 'x = get_ipython().run_line_magic("sql", "select")'],
    ['x = %time f(1)\n%timeit -n 10 -r3 g(2)', 'x = f(1)\ng(2)'],
    ['def f():\n    !rm {x[0].y} $z {print $1} $HOME', 'def f():\n    get_ipython().system(f"rm {x[0].y} {z} {{print $1}} $HOME")'],
    ['def f():\n    !a \\\n b\\n\n    return 1', 'def f():\n    get_ipython().system("a   b\\\\n")\n    return 1'],
    ['if x:\n    %cd {y}\n    z?', 'if x:\n    get_ipython().run_line_magic("cd", f"{y}")\n    pass'],
    ['%%time\nx = 1', 'x = 1'],
    ['\n\n%%capture out --no-stderr\nx = 1', 'x = 1'],
    ['%%bash\nrm -rf x', undefined],
    ['%%writefile a.py\nx = 1', undefined],
    ['%sql\nselect 1', undefined],
    ['%md ## Title', undefined],
    ['%python\nx = 1', 'x = 1'],
    ['%sql select 1\nx = 1', '"%sql select 1"\nx = 1'],
    ['ls = 1\ncd in ls\nrm (x)', 'ls = 1\ncd in ls\nrm (x)'],
    ['', ''],
  ])('%j', (source, wanted) => expect(python(source)).toBe(wanted));

  const lines = fc.constantFrom(
    'x = 1',
    'def f(a):',
    '    !rm {a} "$b" {{c}} \\',
    '    y = %time f(a)',
    '  "é" % \'{a}\'',
    '!ls \\',
    '%pip install x',
    'x?',
    '"""',
    '(',
    ')]',
    '# !c',
    'files = !ls "{x}" | wc\\n',
    '',
    '%timeit -n 3 f(x)',
    "'''é😀'''",
    '\\',
  );
  const cells = fc.tuple(fc.constantFrom('', '%%time\n', '\n'), fc.array(lines, { maxLength: 8 }), fc.constantFrom('\n', '\r\n'));

  test('characters that are taken stand where they stood, in order', () => {
    fc.assert(
      fc.property(cells, ([first, body, eol]) => {
        const source = first + body.join(eol);
        const { text, pieces } = pythonOf(source)!;
        expect(pieces.length).toBe(text.length);
        let last = 0;
        for (let at = 0; at < text.length; at++) {
          const [start, end] = [pieces.start(at), pieces.end(at + 1)];
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeLessThanOrEqual(source.length);
          if (pieces.isCopy(at, at + 1)) expect(source.slice(start, end)).toBe(text[at]);
          last = start;
        }
      }),
      { numRuns: 400, seed: 5 },
    );
  });
});

// --------------------------------------------------------------------------------------------------- the file

const texts = fc.array(fc.constantFrom('a', '"', '\\', '\n', 'é', '😀', '\t', '/', ' = 1', 'def', '\u2028', '\u0007'), { maxLength: 14 });
const source = texts.map((parts) => parts.join(''));

const escapes: readonly ((text: string) => string)[] = [
  (text) => JSON.stringify(text),
  (text) => JSON.stringify(text).replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  (text) => JSON.stringify(text).replaceAll('/', '\\/').replaceAll('a', '\\u0061'),
];

interface Shape {
  readonly isList: boolean;
  readonly escape: (text: string) => string;
  readonly between: string;
}

const shapes: fc.Arbitrary<Shape> = fc.record({
  isList: fc.boolean(),
  escape: fc.constantFrom(...escapes),
  between: fc.constantFrom('\n    ', '', ' ', '\r\n\t'),
});

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The value of `source`, with a list of lines where the shape says so. */
function written(text: string, { isList, escape, between }: Shape): string {
  return isList ? `[${between}${linesOf(text).map(escape).join(`,${between}`)}${between}]` : escape(text);
}

/** A file of these cells, with text of people before and behind each of them. */
function fileOf(values: readonly string[]): string {
  const markdown = '{"cell_type": "markdown", "source": ["x = 1\\n", "\\u00e9"]}';
  const cells = values.map((value) => `${markdown},\n  {"outputs": ["\\u00e9", NaN], "cell_type": "code", "source": ${value}, "id": 1 }`);
  return `{ "cells": [${cells.join(', ')}] ,\n "metadata": {"language_info": {"name": "python"}}}\n\n`;
}

const read = (json: string): Notebook => {
  const { notebook, problem } = readNotebook(json);
  expect(problem).toBeUndefined();
  return notebook!;
};

const sourcesOf = (json: string): readonly string[] => read(json).cells.map((cell) => cell.source);

describe('the file of a notebook', () => {
  test('every character of a cell has its place', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(source, shapes), { minLength: 1, maxLength: 3 }), (cells) => {
        const json = fileOf(cells.map(([text, shape]) => written(text, shape)));
        const notebook = read(json);
        expect(notebook.cells.map(({ source: text, number }) => [text, number])).toEqual(cells.map(([text], i) => [text, 2 * i + 2]));
        for (const cell of notebook.cells)
          for (let at = cell.start; at < cell.end; at++) {
            const { start, end } = placeInFile(notebook, { start: at, end: at + 1 });
            expect(JSON.parse(`"${json.slice(start, end)}"`)).toBe(notebook.code[at]);
            expect(placeInCell(notebook, { start: at, end: at + 1 })).toMatchObject({ span: { start: at - cell.start } });
          }
      }),
      { numRuns: 300, seed: 6 },
    );
  });

  test('a change is written into the cell as its file is written, and nowhere else', () => {
    const changes = fc.record({ at: fc.nat(), length: fc.nat({ max: 9 }), text: source });
    fc.assert(
      fc.property(source, source, shapes, changes, (before, text, shape, change) => {
        fc.pre(text !== '' && !text.includes('\r'));
        const [first, value] = [written(before, shape), written(text, shape)];
        const json = fileOf([first, value]);
        const notebook = read(json);
        const cell = notebook.cells[1]!;
        const start = change.at % (text.length + 1);
        const end = Math.min(text.length, start + change.length);
        const edit = changeOfFile(notebook, { span: { start: cell.start + start, end: cell.start + end }, text: change.text });
        if (edit === undefined) throw new Error('no edit');
        const after = json.slice(0, edit.span.start) + edit.text + json.slice(edit.span.end);
        const wanted = text.slice(0, start) + change.text + text.slice(end);
        expect(sourcesOf(after)).toEqual([before, wanted]);
        // All else stays, byte for byte, and so does the way in which the cell is written.
        const from = json.lastIndexOf(value);
        expect(after.slice(0, from)).toBe(json.slice(0, from));
        expect(after.endsWith(json.slice(from + value.length))).toBe(true);
        const now = JSON.parse(after.slice(from, after.length - (json.length - from - value.length))) as unknown;
        expect(now).toEqual(shape.isList ? (wanted === '' ? expect.anything() : linesOf(wanted)) : wanted);
      }),
      { numRuns: 1500, seed: 7 },
    );
  });

  test('a change at the end of a cell, or behind it, stays in the cell', () => {
    const json = fileOf(['["x = 1\\n",\n "y = 2"]', '["z = 3"]', '"%%time\\nt = 4\\n"']);
    const notebook = read(json);
    const [first, , third] = notebook.cells;
    const applied = (start: number, end: number, text: string): readonly string[] => {
      const edit = changeOfFile(notebook, { span: { start, end }, text });
      if (edit === undefined) return [];
      return sourcesOf(json.slice(0, edit.span.start) + edit.text + json.slice(edit.span.end));
    };
    const others = ['z = 3', '%%time\nt = 4\n'];
    expect(applied(first!.end, first!.end, '\nq')).toEqual(['x = 1\ny = 2\nq', ...others]);
    expect(applied(first!.end + 1, first!.end + 1, 'q\n')).toEqual(['x = 1\ny = 2\nq', ...others]);
    expect(applied(first!.end - 5, first!.end + 1, '')).toEqual(['x = 1', ...others]);
    expect(applied(first!.end - 5, first!.end + 1, 'q\n')).toEqual(['x = 1\nq', ...others]);
    expect(applied(first!.end - 5, first!.end + 2, 'q\n')).toEqual([]);
    expect(applied(third!.start, third!.start, '# q\n')).toEqual(['x = 1\ny = 2', 'z = 3', '%%time\n# q\nt = 4\n']);
  });

  test('what is no Python is not changed', () => {
    const json = fileOf([JSON.stringify('def f(x):\n    !rm {x}\n%time y = g(x)\n')]);
    const notebook = read(json);
    const applied = (what: string, text: string, only = what): readonly string[] | undefined => {
      const start = notebook.code.indexOf(what) + what.indexOf(only);
      const edit = changeOfFile(notebook, { span: { start, end: start + only.length }, text });
      return edit && sourcesOf(json.slice(0, edit.span.start) + edit.text + json.slice(edit.span.end));
    };
    expect(applied('y = g(x)', '# q\n', '')).toEqual(['def f(x):\n    !rm {x}\n# q\n%time y = g(x)\n']);
    expect(applied('{x}', 'z', 'x')).toEqual(['def f(x):\n    !rm {z}\n%time y = g(x)\n']);
    expect(applied('system(', 'q')).toBeUndefined();
    expect(applied(')\ny = g', 'q')).toBeUndefined();
    expect(applied('get_ipython', 'await ', '')).toBeUndefined();
    expect(applied('")', 'more', '')).toBeUndefined();
    expect(applied('    get_ipython', '    # q\n', '')).toEqual(['def f(x):\n    # q\n    !rm {x}\n%time y = g(x)\n']);
    expect(applied('\ny = g', '\n    q()', '')).toEqual(['def f(x):\n    !rm {x}\n    q()\n%time y = g(x)\n']);
  });
});

describe('files that are not as they should be', () => {
  const problem = (json: string) => readNotebook(json).problem;
  const code = (json: string) => readNotebook(json).notebook?.code.trim();
  test('nothing in it', () => {
    expect(readNotebook(' \n')).toMatchObject({ notebook: { code: '' } });
    expect(problem('{}')).toEqual({ reason: 'not a notebook: it has no cells', failed: true });
    expect(problem('print(1)')).toEqual({ reason: 'not a notebook: it is not JSON: InvalidSymbol on line 1', failed: true });
    expect(problem('[]')).toEqual({ reason: 'not a notebook: it has no cells', failed: true });
  });
  test('older versions of the format', () => {
    const cell = { cell_type: 'code', language: 'python', input: ['x = 1\n', 'y'] };
    const json = JSON.stringify({ nbformat: 3, worksheets: [{ cells: [{ cell_type: 'heading', source: 'x' }, cell] }, { cells: [cell] }] });
    expect(code(json)).toBe('x = 1\ny\n\nx = 1\ny');
    expect(readNotebook(json).notebook?.cells.map(({ number }) => number)).toEqual([2, 3]);
  });
  test('other languages', () => {
    const of = (metadata: object) => problem(JSON.stringify({ cells: [], metadata }))?.reason;
    expect(of({ language_info: { name: 'R' }, kernelspec: { name: 'ir' } })).toBe('a notebook in R, which is not read');
    expect(of({ kernelspec: { name: 'julia-1.9' } })).toBe('a notebook in julia, which is not read');
    expect(of({ kernelspec: { name: 'ir' } })).toBe('a notebook in R, which is not read');
    expect(of({ kernelspec: { name: 'my-env', display_name: 'Mine' } })).toBeUndefined();
    expect(of({ language_info: { name: 'ipython3' } })).toBeUndefined();
    expect(of({})).toBeUndefined();
    const cells = [
      { cell_type: 'code', source: 'x', metadata: { vscode: { languageId: 'shellscript' } } },
      { cell_type: 'raw', source: 'x' },
      { cell_type: 'code', source: ['y', 1] },
      { cell_type: 'code' },
      null,
    ];
    expect(code(JSON.stringify({ cells }))).toBe('y');
  });
  test('broken JSON keeps what can be read, and nothing is changed in it', () => {
    const json = fileOf(['"x = 1"', '"y = 2"']);
    const cut = json.slice(0, json.indexOf('y = 2') + 3);
    const { notebook, problem: said } = readNotebook(cut);
    expect(notebook?.code.trim()).toBe('x = 1\n\ny =');
    expect(said).toMatchObject({ failed: true, reason: 'not all of it is JSON: UnexpectedEndOfString on line 3' });
    expect(changeOfFile(notebook!, { span: { start: 0, end: 1 }, text: 'z' })).toBeUndefined();
  });
  test('code that a cell writes into a file is not silently left out', () => {
    const of = (...sources: string[]) => problem(fileOf(sources.map((text) => JSON.stringify(text))));
    expect(of('%%writefile a.py\nx = 1', 'x')).toEqual({
      reason: 'cell 2 writes a file of Python: only what is on disk is read',
      failed: false,
    });
    expect(of('%%file -a "b/c.py"\n', '\n%%writefile a.py')?.reason).toMatch(/^cells 2, 4 write files of Python/);
    expect(of('%%writefile a.txt\nb.py', 'x = "%%writefile a.py"')).toBeUndefined();
  });
  test('whatever is in a file, nothing throws, and places stay inside of it', () => {
    const bits = fc.constantFrom('"', '\\', '{', '}', '[', ']', ',', '\\u00', '\n', '%%', 'null', '"source": 1', '"cells": {}');
    const cuts = fc.array(fc.tuple(fc.nat(), fc.nat({ max: 9 }), bits), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(source, shapes, cuts, (text, shape, changes) => {
        let json = fileOf([written(`!${text}\n%time x = 1`, shape)]);
        for (const [at, length, put] of changes) {
          const start = at % json.length;
          json = json.slice(0, start) + put + json.slice(start + length);
        }
        const { notebook } = readNotebook(json);
        for (let at = 0; at <= (notebook?.code.length ?? -1); at += 3) {
          const { start, end } = placeInFile(notebook!, { start: at, end: at + 2 });
          expect(0 <= start && start <= end && end <= json.length).toBe(true);
          changeOfFile(notebook!, { span: { start: at, end: at + (at % 2) }, text: 'x\n' });
        }
      }),
      { numRuns: 400, seed: 8 },
    );
  });
  test('numbers that only Python writes are no problem', () => {
    expect(problem('{"cells": [{"a": [NaN, -Infinity, Infinity]}], "b": NaN}')).toBeUndefined();
    expect(problem('{"cells": [NaN NaN], nothing}')?.failed).toBe(true);
  });
  test('a statement that a cell does not end takes no other cell along', () => {
    const json = fileOf(['"x = (1,"', '"def f():\\n    return 1"', '"y = \\"\\"\\""', '"def g():\\n    return 2"']);
    const names = readPython('a.ipynb', read(json).code).exports.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['f', 'g']));
  });
});
