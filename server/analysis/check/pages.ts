import type { Module } from '../syntax/ir.js';
import { isData } from '../syntax/read.js';
import { layoutOf, type Layout } from './layout.js';
import type { CheckMemory } from './memory.js';
import { styleOf, type FileStyle } from './style.js';

/** A file with what edits and comments need to know of it. */
export interface Page {
  readonly file: string;
  readonly text: string;
  /** Absent for what is no source code. */
  readonly module?: Module;
  readonly layout?: Layout;
  readonly style: FileStyle;
  /** The edition of ECMAScript that it is written for; absent where that is not known. */
  readonly edition?: number;
}

/** `undefined` for files that do not exist or hold no text. */
export type Pages = (file: string) => Page | undefined;

/**
 * Pages of the files of one moment; each is made once, when it is first asked for. A file whose layout cannot be worked out is
 * told to `failed`, and is a page without one.
 */
export function pagesOf(
  text: (file: string) => string | undefined,
  moduleOf: (file: string) => Module | undefined,
  failed: (file: string, error: unknown) => void = () => {},
  memory?: CheckMemory,
  editionOf: (file: string) => number | undefined = () => undefined,
): Pages {
  const made = new Map<string, Page | undefined>();
  const layout = (module: Module): Layout | undefined => {
    try {
      return layoutOf(module);
    } catch (error) {
      failed(module.file, error);
      return undefined;
    }
  };
  const make = (file: string, content: string): Page => {
    // Data that code imports is edited as what it is.
    const module = isData(file) ? undefined : moduleOf(file);
    const edition = editionOf(file);
    const page = (): Page => fresh(file, content, module, edition);
    return memory === undefined ? page() : memory.page({ file, text: content, body: module?.body, edition }, page);
  };
  const fresh = (file: string, content: string, module: Module | undefined, edition: number | undefined): Page => {
    let known: { readonly layout: Layout | undefined } | undefined;
    let style: FileStyle | undefined;
    return {
      file,
      text: content,
      ...(edition !== undefined && { edition }),
      ...(module !== undefined && { module }),
      // Only edits and comments need these, and most files have neither.
      get style() {
        return (style ??= styleOf(file, content, module));
      },
      get layout() {
        return (known ??= { layout: module === undefined ? undefined : layout(module) }).layout;
      },
    };
  };
  return (file) => {
    const content = text(file);
    if (!made.has(file)) made.set(file, content === undefined ? undefined : make(file, content));
    return made.get(file);
  };
}
