/** Modules that a file loads without writing their names down, as far as its text tells which they may be. */
import { walkedPath } from '../path-steps.js';
import { isPython, isSource } from '../syntax/read.js';

/**
 * @param imported what the file imports by name
 * @param files where they are looked for
 * @returns one too many where in doubt: they only come into view, and are loaded when somebody follows the path
 */
export function loadedBy(file: string, text: string, imported: readonly string[], files: readonly string[]): readonly string[] {
  if (!isPython(file)) return byPath(file, text, files);
  const beside = loadsPackages(text) ? modulesBeside([file, ...imported], files) : none;
  const named = byName(text, files);
  return named.length === 0 ? beside : [...new Set([...beside, ...named])];
}

const none: readonly string[] = [];

/** It loads each module of a package of Python. */
function loadsPackages(text: string): boolean {
  return /\b(?:import_module|module_from_spec)\(/.test(text) && /\b(?:iter_modules|walk_packages|listdir|iterdir|r?glob)\(/.test(text);
}

/** Modules in the folders of these files. */
function modulesBeside(beside: readonly string[], files: readonly string[]): readonly string[] {
  const folders = new Set(beside.map((file) => file.slice(0, file.lastIndexOf('/'))));
  return files.filter((file) => file.endsWith('.py') && folders.has(file.slice(0, file.lastIndexOf('/'))));
}

/** `import_module(f"tools.{name}")`, or the same put together by `+`: how the name begins. Every repetition is bounded. */
const dotted = /\bimport_module\([ \t\r\n]{0,40}f?["'](\.{0,4}[\w.]{1,200})(?:\{|["'][ \t]{0,40}\+)/g;

/** Where Python looks for a package is not asked here: all folders of that name count. */
function byName(text: string, files: readonly string[]): readonly string[] {
  const starts = [...text.matchAll(dotted)].flatMap(([, name]) => {
    const start = `/${name!.replace(/^\.{1,4}/, '').replaceAll('.', '/')}`;
    const end = start.lastIndexOf('/') + 1;
    return end > 1 ? [{ folder: start.slice(0, end), stem: start.slice(end) }] : [];
  });
  if (starts.length === 0) return none;
  return files.filter((file) => {
    const module = file.replace(/(?:\/__init__)?\.py$/, '');
    const end = module.lastIndexOf('/') + 1;
    return module !== file && starts.some(({ folder, stem }) => module.slice(0, end).endsWith(folder) && module.startsWith(stem, end));
  });
}

/** `import(`./tools/${name}.js`)`, or the same put together by `+`: how the path begins. Every repetition is bounded. */
const template =
  /\b(?:import|require)\([ \t\r\n]{0,40}(?:`(\.{1,2}\/[^`$\\\r\n]{0,200})\$\{|'(\.{1,2}\/[^'\\\r\n]{0,200})'[ \t]{0,40}\+|"(\.{1,2}\/[^"\\\r\n]{0,200})"[ \t]{0,40}\+)/g;

function byPath(file: string, text: string, files: readonly string[]): readonly string[] {
  const starts = [...text.matchAll(template)].map(([, ...begins]) => {
    const begin = begins.find((one) => one !== undefined)!;
    const end = begin.lastIndexOf('/') + 1;
    return `${walkedPath(file.split('/').slice(0, -1), begin.slice(0, end))}/${begin.slice(end)}`;
  });
  if (starts.length === 0) return none;
  return files.filter(
    (other) => other !== file && isSource(other) && starts.some((start) => other.startsWith(start) && !other.includes('/', start.length)),
  );
}
