/** Command lines outside of code, with the places that they stand at. */
import type { ScriptRow, Span } from '../../../rules/kit/index.js';
import type { JsonFile, JsonNode } from '../syntax/json.js';
import { holeMark, readShell, type SimpleCommand } from '../trace/shell/words.js';
import { isAt } from './config-path.js';

export interface Script {
  /** As a shell gets it, as far as that is known: expressions of the file's own format are left out. */
  readonly parts: readonly string[];
  /** Where it is written, with quotes and signs of its format. */
  readonly span: Span;
  /** Keys around it, or the name of the rule: they say what it is for. */
  readonly names: readonly string[];
  readonly where: ScriptRow['where'];
  /** Whoever runs it goes on when it fails. */
  readonly forgiven?: true;
  /** The job, or whatever else shares its surroundings. */
  readonly around: Span;
}

/** Scripts by the keys that they stand at. */
export function scriptsIn(tree: JsonFile, rows: readonly ScriptRow[]): readonly Script[] {
  const found: Script[] = [];
  const places = rows.flatMap(({ at = [], where }) => at.map((one) => ({ where, keys: one.split('.') })));
  const visit = (node: JsonNode, path: readonly string[], names: readonly string[], around: Span): void => {
    if (node.kind === 'object') {
      const name = node.entries.find(({ key }) => key === 'name' || key === 'label')?.value;
      const called = name?.kind === 'scalar' && typeof name.value === 'string' && path.length > 0 ? [name.value] : [];
      for (const { key, value } of node.entries) visit(value, [...path, key], [...names, ...called, key], outer(path, value.span, around));
    } else if (node.kind === 'array') node.items.forEach((item, at) => visit(item, [...path, String(at)], names, around));
    else if (typeof node.value === 'string') {
      const place = places.find(({ keys }) => isAt(keys, path));
      if (place !== undefined) found.push({ parts: partsOf(node.value, place.where), span: node.span, names, where: place.where, around });
    }
  };
  if (tree.root !== undefined) visit(tree.root, [], [], tree.root.span);
  return found;
}

/** Entries of `jobs`, and of a file that has its jobs at the root. */
function outer(path: readonly string[], value: Span, around: Span): Span {
  return path.length === 0 || (path.length === 1 && path[0] === 'jobs') ? value : around;
}

/** What stands for something else is cut out: `${{ inputs.name }}`. */
function partsOf(text: string, where: ScriptRow['where']): readonly string[] {
  if (where === 'permission') {
    // `Bash(git push:*)` allows all that begins so.
    const [, command] = /^Bash\((.*?)(?::?\*)?\)$/.exec(text) ?? [];
    return [command ?? ''];
  }
  return text.split(/\$\{\{[^}]{0,400}\}\}|\$\(\([^)]{0,200}\)\)|<<[a-z.]{1,100}>>/);
}

/**
 * Recipes of a Makefile. A line that ends with a backslash goes on in the next one.
 *
 * @param blanks lines of recipes begin with blanks, as in a justfile
 */
export function recipesIn(text: string, blanks = false): readonly Script[] {
  const found: Script[] = [];
  let target: readonly string[] = [];
  let at = 0;
  let begun: { readonly start: number; readonly lines: string[] } | undefined;
  for (const line of text.split('\n')) {
    const start = at;
    at += line.length + 1;
    const isRecipe = line.startsWith('\t') || (blanks && /^ {2}\s*\S/.test(line)) || begun !== undefined;
    if (!isRecipe) {
      const [, names] = /^@?([^\s:#=@][^:#=]{0,200}):(?!=)/.exec(line) ?? [];
      if (names !== undefined) target = names.trim().split(/\s+/);
      else if (/^\S/.test(line)) target = [];
      continue;
    }
    begun ??= { start: start + (/^[\t @+-]*/.exec(line)?.[0].length ?? 0), lines: [] };
    begun.lines.push(line.replace(/\r$/, ''));
    if (/\\\r?$/.test(line)) continue;
    const span = { start: begun.start, end: start + line.trimEnd().length };
    const forgiven = text.slice(text.lastIndexOf('\n', begun.start - 1) + 1, begun.start).includes('-');
    const recipe = begun.lines.join('\n').replace(/^[\t @+-]*/, '');
    begun = undefined;
    // `$(NAME)` and `${NAME}` are Make's, `$$` is the shell's.
    const parts = recipe.replaceAll('$$', '\u0000').split(/\$\([^)]{0,200}\)|\$\{[^}]{0,200}\}|\$[@<^*?%]/);
    const shell = parts.map((part) => part.replaceAll('\u0000', '$'));
    if (span.end <= span.start) continue;
    found.push({ parts: shell, span, names: target, where: 'makefile', around: span, ...(forgiven ? { forgiven } : {}) });
  }
  return found;
}

/** A file for a shell. Its name, and that of its folder, say what it is for. */
export function shellIn(file: string, text: string): readonly Script[] {
  const names = file.split('/').slice(-2);
  const span = { start: 0, end: text.length };
  return [{ parts: [text], span, names, where: 'shell', around: span }];
}

/** The commands of a file for a shell, one by one; any other script as it is. */
export function pieces(script: Script): readonly Script[] {
  if (script.where !== 'shell') return [script];
  const [text = ''] = script.parts;
  return readShell(text).commands.flatMap(({ words, outer }) => {
    const [first, last] = [words[0], words.at(-1)];
    if (!outer || first === undefined || last === undefined) return [];
    const span = { start: script.span.start + first.start, end: script.span.start + last.end };
    return [{ ...script, parts: [text.slice(first.start, last.end)], span }];
  });
}

/** How far a command of a script stands behind where it was read; absent when it is not written in the file sign for sign. */
export function shiftOf(text: string, { parts, span }: Script, { words, outer }: SimpleCommand): number | undefined {
  const whole = parts.join(holeMark);
  const [start, end] = [words[0]?.start ?? 0, words.at(-1)?.end ?? 0];
  if (!outer || end === 0) return undefined;
  const written = text.slice(span.start, span.end);
  const at = written.indexOf(whole);
  if (at !== -1) return span.start + at;
  const command = whole.slice(start, end);
  const only = written.indexOf(command);
  return only === -1 || written.includes(command, only + 1) ? undefined : span.start + only - start;
}

/**
 * The line of a script that holds a word, with the lines before it that go on in it; all of the script when none holds it.
 *
 * @param from where the word is looked for, when it is known to stand behind there
 */
export function lineOf(text: string, script: Span, word: string, from = script.start): Span {
  const at = text.slice(from, script.end).indexOf(word);
  if (at === -1) return script;
  const found = from + at;
  const lineStart = (before: number): number => text.lastIndexOf('\n', before - 1) + 1;
  let start = lineStart(found);
  while (start > script.start && /\\\r?\n$/.test(text.slice(Math.max(start - 3, 0), start))) start = lineStart(start - 1);
  const next = text.indexOf('\n', found);
  start = Math.max(script.start, start);
  const line = text.slice(start, next === -1 ? script.end : Math.min(script.end, next));
  return { start: start + (/^\s*/.exec(line)?.[0].length ?? 0), end: start + line.trimEnd().length };
}
