/** Calls that carry a list of what is to be done: `documents.batchUpdate({ requests })`, `POST /sync` with `commands`. */
import type { DirectEffect } from './direct-effect.js';
import { fromModel, somePart } from './some-part.js';
import type { ObjectValue, Value } from './value.js';

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
