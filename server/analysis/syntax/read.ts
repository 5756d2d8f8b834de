import type { Module } from './ir.js';
import { readTypeScript } from './typescript/read.js';

/** Files with program code that can be read. Declaration files hold none. */
export function isSource(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file) && !/\.d\.[cm]?ts$/.test(file);
}

/** Program code, or declarations, which tell types. */
export function isReadable(file: string): boolean {
  return /\.[cm]?[jt]sx?$/.test(file);
}

/** Reads a source file by its ending. Never throws: broken text gives what could be read, and problems. */
export function readSource(file: string, text: string): Module {
  return readTypeScript(file, text);
}
