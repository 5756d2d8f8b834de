/** What code says for all of the program, or in the file that is asked about. */
import { allOf } from '../syntax/inner.js';
import type { Module } from '../syntax/ir.js';
import { sectionsOf } from '../syntax/sections.js';
import type { Tracer } from '../trace/tracer.js';

/**
 * Whether something is written in a file whose text holds one of the words: in one whose code counts for all, or in `own`, which what
 * tests write, and what stands where nothing of a framework leads, counts for alone.
 *
 * @param asking names the question
 */
export function isWrittenFor(
  tracer: Tracer,
  own: string,
  words: readonly string[],
  asking: string,
  test: (module: Module) => boolean,
): boolean {
  const { elsewhere, program } = tracer;
  if (words.some((word) => elsewhere.isWritten(word, asking, test))) return true;
  const module = elsewhere.looksAt(own) ? undefined : program.moduleOf(own);
  if (module === undefined) return false;
  tracer.touchAll(sectionsOf(module).flatMap(allOf));
  return test(module);
}
