import type { Module } from '../syntax/ir.js';
import { layoutOf, type Layout } from './layout.js';
import { styleOf, type FileStyle } from './style.js';

/** A file with what edits and comments need to know of it. */
export interface Page {
  readonly file: string;
  readonly text: string;
  /** Absent for what is no source code. */
  readonly module?: Module;
  readonly layout?: Layout;
  readonly style: FileStyle;
}

/** `undefined` for files that do not exist or hold no text. */
export type Pages = (file: string) => Page | undefined;

/** Pages of the files of one moment; each is made once, when it is first asked for. */
export function pagesOf(text: (file: string) => string | undefined, moduleOf: (file: string) => Module | undefined): Pages {
  const made = new Map<string, Page | undefined>();
  return (file) => {
    if (!made.has(file)) {
      const content = text(file);
      made.set(file, content === undefined ? undefined : pageOf(file, content, moduleOf(file)));
    }
    return made.get(file);
  };
}

function pageOf(file: string, text: string, module: Module | undefined): Page {
  return { file, text, style: styleOf(file, text, module), ...(module !== undefined && { module, layout: layoutOf(module) }) };
}
