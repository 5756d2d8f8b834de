import { pythonName } from '../languages.js';
import { isPython } from './read.js';

/** A quoted text behind `from`, `import`, `require` or `import(`. Every repetition is bounded. */
const pattern =
  /\b(?:from[ \t\r\n]{0,40}|(?:import|require)[ \t\r\n]{0,40}(?:\([ \t\r\n]{0,40}(?:\/\*[^*]{0,200}\*\/[ \t\r\n]{0,40})?)?)(?:'([^'\r\n]{1,300})'|"([^"\r\n]{1,300})"|`([^`$\r\n]{1,300})`)/g;

/**
 * Specifiers that a text may import. Text inside strings counts too, and most of what stands in
 * comments does not: a file too many is loaded, none is missed.
 */
export function specifiersIn(file: string, text: string): readonly string[] {
  if (last.file !== file || last.text !== text) last = { file, text, list: isPython(file) ? pythonSpecifiersIn(text) : quotedIn(text) };
  return last.list;
}

/** Whoever follows links asks for the file that is edited, and whoever looks for packages asks again. */
let last: { readonly file: string; readonly text: string; readonly list: readonly string[] } = { file: '', text: '', list: [] };

function quotedIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const match of text.matchAll(pattern)) if (!isCommented(text, match.index)) found.add((match[1] ?? match[2] ?? match[3])!);
  return [...found];
}

/** On a line that begins as the lines of comments do. */
function isCommented(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  return /^[ \t]{0,200}(?:\*|\/\/)/.test(before.slice(before.lastIndexOf('\n') + 1));
}

/** `import a.b, c`, `from a import (b, c)` at the start of a line. Every repetition is bounded. */
const pythonImport =
  /^[ \t]{0,200}(?:from[ \t]{1,20}([.\w]{1,300})[ \t]{1,20}import[ \t]{1,20}(?:\(([^)]{0,4000})\)|([^\n#]{0,1000}))|import[ \t]{1,20}([^\n#;]{1,1000}))/gm;

const named = /\bimport_module\([ \t\r\n]{0,40}["']([.\w]{1,300})["']/g;

/** A name of a package may be a module of it, which only the file system tells: both count. */
function pythonSpecifiersIn(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, name] of text.matchAll(named)) found.add(pythonName(name!));
  for (const [, from, inBrackets, inLine, plain] of text.matchAll(pythonImport)) {
    for (const name of namesIn(plain ?? '')) found.add(pythonName(name));
    if (from === undefined) continue;
    found.add(pythonName(from));
    const names = (inBrackets ?? inLine ?? '').replaceAll(/#[^\n]{0,1000}/g, '');
    for (const name of namesIn(names)) if (name !== '*') found.add(pythonName(from.endsWith('.') ? from + name : `${from}.${name}`));
  }
  return [...found];
}

function namesIn(list: string): readonly string[] {
  return list.split(',').flatMap((item) => item.trim().split(/[\s\\]/)[0] || []);
}
