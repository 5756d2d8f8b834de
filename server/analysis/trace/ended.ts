/** Processes that a call ends: whose work they do. */
import { fromModel, holdsAnswer } from './some-part.js';
import { stringOf, type Value } from './value.js';

/** Programs that run what their arguments say. */
const interpreters =
  /^(?:[^\n]{0,200}[/\\])?(?:(?:ba|z|da|k|fi)?sh|cmd|powershell|pwsh|node|deno|bun|python[\d.]{0,5}|env|sudo|ssh)(?:\.exe)?$/;

/** It was started as a program that the code chose: the model can have begun nothing of its own in it, so that ending it loses nothing. */
export function endsOwn(process: Value | undefined): boolean {
  if (process?.kind !== 'external' || process.call === undefined) return false;
  const [first, ...others] = process.args ?? [];
  const [program, ...words] = first?.kind === 'array' ? [...first.items, ...others] : [first, ...others];
  const isOpen = (word: Value | undefined): boolean => word !== undefined && (fromModel(word) || holdsAnswer(word));
  if (program === undefined || isOpen(program)) return false;
  return !interpreters.test(stringOf(program) ?? '') || !words.some(isOpen);
}
