import type { Module } from './ir.js';
import { isNotebook } from './notebook/is-notebook.js';
import { canParse } from './python/grammar.js';
import { readPython } from './python/read.js';
import { readTypeScript } from './typescript/read.js';

/** Files whose text is Python code, as that of a notebook is once its cells are joined. */
export function isPython(file: string): boolean {
  return file.endsWith('.py') || file.endsWith('.pyi') || isNotebook(file);
}

/** Files with program code that can be read. Declaration files hold none. */
export function isSource(file: string): boolean {
  return (/\.[cm]?[jt]sx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file)) || file.endsWith('.py') || isNotebook(file);
}

/** Data that programs import. */
export function isData(file: string): boolean {
  return file.endsWith('.json');
}

/** Program code, declarations, which tell types, and data that code imports. */
export function isReadable(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file) || isData(file) || (isPython(file) && canParse());
}

/** Reads a source file by its ending. Never throws: broken text gives what could be read, and problems. */
export function readSource(file: string, text: string): Module {
  return isPython(file) ? readPython(file, text) : readTypeScript(file, text);
}
