import type { Module } from '../syntax/ir.js';

/** The modules of a workspace. */
export interface Program {
  moduleOf(file: string): Module | undefined;
  /** The workspace file that an import means; `undefined` for packages and what does not exist. */
  resolve(specifier: string, from: string): string | undefined;
  /** The package whose own folder a relative import means: in its repository, a package is imported by the way to its root. */
  packageAt(specifier: string, from: string): string | undefined;
  /** The source files that stand in a folder. */
  filesIn(folder: string): readonly string[];
}
