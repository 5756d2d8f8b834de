/** What the parts of a body say beside the method: a PUT that adds a comment. */
import type { HttpKnowledge } from '../../../rules/kit/index.js';
import { optionsOf, type Value } from './value.js';

const maxDepth = 5;
/** Functions that write a body down as text. */
const encoding = /(?:^|\.)(?:stringify|dumps|urlencode|encode)(?:\(\))?$/;

export interface Sent {
  /** A part is added to what is there. */
  readonly adds: boolean;
  /** Other parts are set, or there may be some. */
  readonly sets: boolean;
}

/** Told by the names on the way to each part, and by what stands there. */
export function sentParts(knowledge: HttpKnowledge, body: Value | undefined): Sent {
  const found: { -readonly [K in keyof Sent]: Sent[K] } = { adds: false, sets: body === undefined };
  const look = (value: Value, words: readonly string[], depth: number): void => {
    for (const option of optionsOf(value)) {
      if (isAdding(knowledge, words)) found.adds ||= !isNothing(option);
      else if (option.kind === 'derived' && encoding.test(option.operation)) for (const part of option.from) look(part, words, depth + 1);
      else if (option.kind === 'array' && depth < maxDepth) for (const item of option.items) look(item, words, depth + 1);
      else if (option.kind === 'object' && depth < maxDepth) {
        for (const [key, property] of option.properties) look(property.value(), [...words, ...wordsOf(key)], depth + 1);
        found.sets ||= option.open || option.others.length > 0;
      } else found.sets ||= !isNothing(option);
    }
  };
  if (body !== undefined) look(body, [], 0);
  return found;
}

/** `comment[text_comment]` and `update.comment` are ways; the orders of a list of changes are no part of them. */
function wordsOf(key: string): readonly string[] {
  return key.split(/[[\].]/).filter((word) => word !== '' && word !== 'add');
}

function isAdding({ addingParts }: HttpKnowledge, words: readonly string[]): boolean {
  const [name, outer] = [words.at(-1), words.at(-2)];
  return addingParts.some(({ within, names }) => name !== undefined && names.includes(name) && (within === undefined || within === outer));
}

function isNothing(value: Value): boolean {
  return value.kind === 'constant' && (value.value === undefined || value.value === null || value.value === false);
}
