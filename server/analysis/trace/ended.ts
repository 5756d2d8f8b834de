/** Processes that a call ends: whose work they do. */
import { somePart } from './some-part.js';
import { optionsOf, stringOf, type Value } from './value.js';

/** Programs that run what their arguments say. */
const interpreters =
  /^(?:[^\n]{0,200}[/\\])?(?:(?:ba|z|da|k|fi)?sh|cmd|powershell|pwsh|node|deno|bun|python[\d.]{0,5}|env|sudo|ssh)(?:\.exe)?$/;

/** It was started as a program that the code chose: the model can have begun nothing of its own in it, so that ending it loses nothing. */
export function endsOwn(process: Value | undefined): boolean {
  if (process?.kind !== 'external' || process.call === undefined) return false;
  const [first, ...others] = process.args ?? [];
  const [program, ...words] = first?.kind === 'array' ? [...first.items, ...others] : [first, ...others];
  if (program === undefined || isOpen(program)) return false;
  return !optionsOf(program).some(interprets) || !words.some(isOpen);
}

/** A shell, or whatever the operator put in place of one. */
function interprets(program: Value): boolean {
  return program.kind === 'environment' || interpreters.test(stringOf(program) ?? '');
}

/** Whoever calls says something of it, or nobody can tell who does. What somebody answers who was asked with words of the code says nothing new. */
function isOpen(word: Value | undefined): boolean {
  return word !== undefined && somePart(word, isGiven);
}

/** What a parameter is given, of which no more than its type may be known, or what nobody can tell. */
function isGiven(part: Value): boolean {
  if (part.kind === 'derived') return part.from.length === 0 && /^an? /.test(part.operation);
  return part.kind === 'input' || part.kind === 'unknown' || part.kind === 'instance';
}
