/** Imports of Python files: what they make known, and where another one goes. */
import { pythonName } from '../languages.js';
import { anatomyOf } from '../syntax/anatomy.js';
import type { Module } from '../syntax/ir.js';
import { lineOf, type Change } from './lists.js';
import type { Page } from './pages.js';
import { isStandard } from '../standard-modules.js';
import { lastName } from '../syntax/last-name.js';

export interface Imported {
  /** How the file says it: `ToolAnnotations`, `types.ToolAnnotations`, `os`. */
  readonly local: string;
  /** Nothing, where the file knows it already. */
  readonly changes: readonly Change[];
}

/**
 * Makes a module, or a name of one, known in a Python file.
 *
 * @returns `undefined` when the name means something else there, or there is no place for an import
 */
export function imported(page: Page, from: string, name: string | undefined): Imported | undefined {
  const { module } = page;
  if (module?.language !== 'python') return undefined;
  const known = localName(atRunTime(module), from, name);
  if (known !== undefined) return { local: known, changes: [] };
  const local = name ?? from;
  if (module.exports.some((one) => one.name === local)) return undefined;
  const statements = importsIn(page);
  const change = (name === undefined ? undefined : added(statements, from, name)) ?? ownLine(page, statements, from, name);
  return change === undefined ? undefined : { local, changes: [change] };
}

/** Names that are there when the program runs: what stands under `if TYPE_CHECKING` is for the type checker alone. */
function atRunTime({ exports, body }: Module): Module['exports'] {
  const guards = body.filter((statement) => statement.kind === 'if' && lastName(statement.test) === 'TYPE_CHECKING');
  return exports.filter(({ span }) => !guards.some((guard) => guard.span.start <= span.start && span.end <= guard.span.end));
}

/** What the module calls it at its top level. */
function localName(exports: Module['exports'], from: string, name: string | undefined): string | undefined {
  const cut = from.lastIndexOf('.');
  for (const one of exports) {
    const { name: local } = one;
    const source = 'binding' in one && one.binding.kind === 'import' ? one.binding.source : undefined;
    if (source?.kind !== 'import') continue;
    const isModule = source.from === pythonName(from) && source.imported === '*';
    const isPart = cut > 0 && source.from === pythonName(from.slice(0, cut)) && source.imported === from.slice(cut + 1);
    if (name === undefined ? isModule : isModule || isPart) return name === undefined ? local : `${local}.${name}`;
    if (name !== undefined && source.from === pythonName(from) && source.imported === name) return local;
  }
  return undefined;
}

interface Statement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The module, and what is taken from it; `import a, b` takes nothing. */
  readonly from: string;
  readonly plain: boolean;
}

/** The imports above all other code, each on lines of its own: what comes later may be too late. */
function importsIn({ module, text }: Page): readonly Statement[] {
  const code = module?.body.find((statement) => !isDocstring(statement))?.span.start ?? Infinity;
  return (module === undefined ? [] : (anatomyOf(module)?.stretches ?? [])).flatMap(({ span, isQuiet }): Statement[] => {
    const words = isQuiet ? /^(import|from)\s+([\w.]+)/u.exec(text.slice(span.start, span.end)) : null;
    if (words === null || span.start > code || !lineOf(text, span.start).first) return [];
    return [
      { start: span.start, end: span.end, text: text.slice(span.start, span.end), from: words[2] ?? '', plain: words[1] === 'import' },
    ];
  });
}

/** `from x import A` becomes `from x import A, B`, or `B, A` where names are in order. */
function added(statements: readonly Statement[], from: string, name: string): Change | undefined {
  for (const { start, text, from: module, plain } of statements) {
    const list = plain || module !== from ? null : /^(from\s+[\w.]+\s+import\b ?\(?)([\w,\s]+)\)?$/u.exec(text);
    if (list === null) continue;
    const at = start + (list[1] ?? '').length;
    const parts = [...(list[2] ?? '').matchAll(/\w+(?:\s+as\s+\w+)?/gu)];
    const names = parts.map((part) => part[0]);
    const inOrder = names.every((one, i) => i === 0 || (names[i - 1] ?? '') <= one);
    const before = inOrder ? parts.find((part) => part[0] > name) : undefined;
    const last = parts.at(-1);
    // Names that have a line each keep it.
    const line = /\n[ \t]*/u.exec(list[2] ?? '')?.[0];
    if (before !== undefined) return insertion(at + before.index, line === undefined ? `${name}, ` : `${name},${line}`);
    if (last === undefined) continue;
    const end = at + last.index + last[0].length;
    return insertion(end, line === undefined ? `, ${name}` : `,${line}${name}`);
  }
  return undefined;
}

/** A line of its own: with the imports of the same package, else of the same kind, else above all code. */
function ownLine(page: Page, statements: readonly Statement[], from: string, name: string | undefined): Change | undefined {
  const { eol } = page.style;
  const line = name === undefined ? `import ${from}` : `from ${from} import ${name}`;
  const plain = name === undefined;
  const usual = statements.filter((one) => one.from !== '__future__');
  const alike = usual.filter((one) => head(one.from) === head(from) && one.plain === plain);
  const group = alike.length > 0 ? alike : usual.filter((one) => isStandard(one.from) === isStandard(from) && !one.from.startsWith('.'));
  const next = group.find((one) => (one.plain === plain ? one.from > from : plain));
  const last = group.at(-1);
  if (next !== undefined) return insertion(next.start, line + eol);
  if (last !== undefined) return insertion(last.end, eol + line);
  const [first] = usual;
  if (first !== undefined) {
    // What comes with Python stands above what was installed, and both above what is the project's.
    const behind = isStandard(from) ? undefined : usual.findLast((one) => isStandard(one.from));
    return behind === undefined ? insertion(first.start, line + eol + eol) : insertion(behind.end, eol + eol + line);
  }
  const future = statements.at(-1);
  if (future !== undefined) return insertion(future.end, eol + eol + line);
  return aboveCode(page, line);
}

/** Behind comments at the start of the file and what describes it. */
function aboveCode({ module, text, style: { eol } }: Page, line: string): Change | undefined {
  const [first] = module?.body ?? [];
  if (first !== undefined && isDocstring(first)) return insertion(first.span.end, eol + eol + line);
  if (first === undefined || !lineOf(text, first.span.start).first) return undefined;
  return insertion(lineOf(text, first.span.start).start, line + eol + eol);
}

function isDocstring(statement: Module['body'][number]): boolean {
  return statement.kind === 'expression' && statement.value.kind === 'literal' && typeof statement.value.value === 'string';
}

function head(module: string): string {
  return module.split('.')[0] ?? module;
}

function insertion(at: number, text: string): Change {
  return { span: { start: at, end: at }, text };
}
