/** Names of operations and parameters, as they are met in text that the model passed. */
import type { ExternalValue, InputValue, Value } from './value.js';

/** `posixpath.join()`, `.trim()`, `item` as the bare name of what is done. */
export function nameOf(operation: string): string {
  let name = names.get(operation);
  // It is asked of every part of what is tested, and there are few operations; some are named by text of the code.
  if (name === undefined) {
    if (names.size > mostNames) names.clear();
    names.set(operation, (name = lastName(operation)));
  }
  return name;
}

const names = new Map<string, string>();
const mostNames = 5_000;

function lastName(operation: string): string {
  const bare = operation.replace(/\(\)$/, '');
  // A pattern would begin anew at each letter.
  const last = bare.slice(Math.max(bare.lastIndexOf('.'), bare.lastIndexOf('#')) + 1);
  return /^[\w+[\] ]*$/.test(last) ? last : bare;
}

const members =
  /\.(?:trim|toString|toLowerCase|toUpperCase|slice|split|join|replace|replaceAll|substring|concat|strip|lower|upper|format|encode|map|filter|at|get|startsWith|includes|endsWith|match|some|every|find)$/;
const numbers = /(?:^|\.)(?:length|size|byteLength)$/;

/** The parameter that an input stands for; nothing for what is no text of it. */
export function textPath({ path }: InputValue): string | undefined {
  return numbers.test(path) ? undefined : path.replace(members, '');
}

/** An address, a path or a match: an object that is made of a text and says no more than it. */
export function isTextObject(part: Value): part is ExternalValue {
  return (
    part.kind === 'external' &&
    (/^(?:URL|Path|PurePath)#/.test(part.path) || part.library === 'py:urllib.parse' || part.library === 'py:re')
  );
}
