/** Edits of the cases of all pages, whose answers an editor's session must give as a fresh start does. */
import { isNotebook } from '../../server/analysis/syntax/notebook/is-notebook.js';
import { isPython } from '../../server/analysis/syntax/read.js';
import { applyFix } from '../harness/apply.js';
import { editorOf, type Answer, type Files } from '../harness/ask.js';
import { filesOf } from '../harness/findings.js';
import type { Case } from '../harness/page.js';
import { identity } from '../harness/verify.js';

/** What is typed in place of another word. */
const others: ReadonlyMap<string, string> = new Map([
  ['true', 'false'],
  ['false', 'true'],
  ['True', 'False'],
  ['False', 'True'],
  ['GET', 'DELETE'],
  ['POST', 'GET'],
  ['DELETE', 'GET'],
]);

interface Edit {
  readonly name: string;
  readonly texts: Files;
}

/**
 * Makes edits in a case and takes each back.
 *
 * @param pick a number from 0 up to, and without, the one that it is given
 * @param most how many of each kind: fixes, other words, lines that are gone
 * @returns one sentence for each answer that is not that of a fresh start, and how many edits there were
 */
export async function afresh(one: Case, pick: (below: number) => number, most: number) {
  const files = filesOf(one.blocks.filter(({ after }) => after === undefined));
  const afreshOf = async (texts: Files): Promise<Answer> => (await editorOf(texts, one))(texts);
  const first = await afreshOf(files);
  const editor = await editorOf(files, one);
  const problems: string[] = [];
  const edits = [...fixesOf(files, first), ...wordsOf(files), ...linesOf(files)].flatMap((kind) => someOf(kind, pick, most));
  for (const { name, texts } of edits) {
    const [edited, fresh] = [told(await editor(texts)), told(await afreshOf(texts))];
    if (edited !== fresh) problems.push(`${name}: ${difference(edited, fresh)}`);
    const undone = told(await editor(files));
    if (undone !== told(first)) problems.push(`${name}, taken back: ${difference(undone, told(first))}`);
    if (problems.length > 0) break;
  }
  return { problems, edits: edits.length };
}

function someOf(edits: readonly Edit[], pick: (below: number) => number, most: number): readonly Edit[] {
  const left = [...edits];
  return Array.from({ length: Math.min(most, left.length) }, () => left.splice(pick(left.length), 1)[0]!);
}

function fixesOf(files: Files, { result, root }: Answer): readonly (readonly Edit[])[] {
  const edits = result.findings.flatMap(({ ruleId, fixes }) =>
    fixes.map((fix) => ({ name: `"${fix.title}" of ${ruleId}`, texts: applyFix(files, fix, root) })),
  );
  return [
    edits.filter(({ texts }) => [...texts].every(([file, text]) => files.has(file) && (!isNotebook(file) || files.get(file) === text))),
  ];
}

function wordsOf(files: Files): readonly (readonly Edit[])[] {
  const edits = codeOf(files).flatMap(([file, text]) =>
    [...text.matchAll(/\b[A-Za-z]{3,6}\b/gu)].flatMap(({ 0: word, index }): readonly Edit[] => {
      const other = others.get(word);
      if (other === undefined) return [];
      const now = text.slice(0, index) + other + text.slice(index + word.length);
      return [{ name: `${file}:${lineAt(text, index)} says ${other}`, texts: new Map(files).set(file, now) }];
    }),
  );
  return [edits];
}

function linesOf(files: Files): readonly (readonly Edit[])[] {
  const edits = codeOf(files).flatMap(([file, text]) =>
    text.split(/(?<=\n)/u).flatMap((line, i, lines): readonly Edit[] => {
      if (line.trim().length < 3 || (isPython(file) && isAlone(lines, i))) return [];
      return [{ name: `${file} without line ${i + 1}`, texts: new Map(files).set(file, lines.toSpliced(i, 1).join('')) }];
    }),
  );
  return [edits];
}

/**
 * The only statement of a block of Python. Without it the text is none, and what an editor kept of before may be said until it is one
 * again: a function without any statement is no piece of its own.
 */
function isAlone(lines: readonly string[], at: number): boolean {
  const indentOf = (line: string): number => line.length - line.trimStart().length;
  const isCode = (line: string): boolean => /^\s*[^\s#]/u.test(line);
  const before = lines.slice(0, at).findLast(isCode);
  const behind = lines.slice(at + 1).find(isCode);
  return /:\s*(?:#.*)?$/u.test(before?.trimEnd() ?? '') && (behind === undefined || indentOf(behind) < indentOf(lines[at]!));
}

function codeOf(files: Files): readonly (readonly [string, string])[] {
  return [...files].filter(([file]) => isPython(file) || /\.[cm]?[jt]sx?$/u.test(file));
}

function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

/** All that is said of findings and tools, with the places of effects. */
function told({ result }: Answer): string {
  return JSON.stringify([result.findings.map(identity).toSorted(), result.tools]);
}

function difference(now: string, wanted: string): string {
  let at = 0;
  while (at < now.length && now[at] === wanted[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 120), at + 120);
  return `an editor says\n  ${around(now)}\nand a fresh start\n  ${around(wanted)}`;
}
