/** Calls that carry what is to be done: `documents.batchUpdate({ requests })`, `POST /sync` with `commands`, `POST /jobs` with `code`. */
import type { DirectEffect } from './direct-effect.js';
import { fromModel, somePart } from './some-part.js';
import { optionsOf, type ObjectValue, type Value } from './value.js';

const lists: ReadonlySet<string> = new Set(['requests', 'operations', 'ops', 'commands', 'mutations']);
/** What an item says of itself in a list that may as well be data. */
const kinds: ReadonlySet<string> = new Set(['action', 'op', 'operation', 'method']);

/** The caller writes the list: whatever the call is named, something may be removed, and something is added each time. */
export function instructed<T extends Pick<DirectEffect, 'class' | 'relative'>>(effect: T, sent: readonly (Value | undefined)[]): T {
  if ((effect.class !== 'write.set' && effect.class !== 'write.add') || !sent.some(carriesInstructions)) return effect;
  return { ...effect, class: 'write.set', relative: true };
}

function carriesInstructions(value: Value | undefined): boolean {
  return value !== undefined && somePart(value, (part) => part.kind === 'object' && listsInstructions(part));
}

function listsInstructions(object: ObjectValue): boolean {
  return [...object.properties].some(([key, property]) => {
    if (key !== 'actions' && !lists.has(key)) return false;
    const list = property.value();
    return fromModel(list) && (key !== 'actions' || somePart(list, saysWhat));
  });
}

function saysWhat(value: Value): boolean {
  return value.kind === 'object' && [...value.properties].some(([key, property]) => kinds.has(key) && fromModel(property.value()));
}

const programs: ReadonlySet<string> = new Set(['code', 'command', 'program', 'script', 'source', 'statement']);
/** Where services run what they are sent. */
const runners =
  /(?:^|\/)(?:jobs|runs|statements|commands|cells|(?:[a-z]{1,20}[-_])?(?:exec|execute|eval|evaluate|run|repl)(?:[-_][a-z]{1,20})?|execute[A-Z]\w{1,20})\/?$/;

/** A request that has a service run a program which the caller wrote as a whole: `POST /sessions/{id}/jobs` with `code`. */
export function runsProgram(detail: string, body: Value | undefined): boolean {
  return detail.startsWith('POST') && runners.test(detail) && body !== undefined && holdsProgram(body, 2);
}

/** In the body itself, or in a part of it: `{ jobDefinition: { code } }`. */
function holdsProgram(body: Value, depth: number): boolean {
  return optionsOf(body).some(
    (option) =>
      option.kind === 'object' &&
      [...option.properties].some(([key, property]) => {
        const value = property.value();
        return programs.has(key) ? isWritten(value, 0) : depth > 1 && holdsProgram(value, depth - 1);
      }),
  );
}

/** The model wrote it, and nobody put it into a text of their own. */
function isWritten(value: Value, depth: number): boolean {
  if (depth > 6) return false;
  return optionsOf(value).some((option) => {
    if (option.kind === 'derived') return option.from[0] !== undefined && isWritten(option.from[0], depth + 1);
    return option.kind === 'input' && option.role === 'input';
  });
}
