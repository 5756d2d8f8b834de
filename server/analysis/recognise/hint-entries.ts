/** What is written where a tool's hints are, be it a hint or not. */
import { startOf, type HintEntry, type Place } from '../../../rules/kit/index.js';
import { optionsOf, undefinedValue } from '../trace/value.js';
import type { Definition } from './definition.js';

/** Keys and constant values of the object with the hints, when it is one object that is written out. */
export function hintEntries({ hints, hintNames: own, framework, saidHints }: Definition): readonly HintEntry[] {
  // A project's own words mean what the project says.
  if (own !== undefined || framework.own !== undefined || saidHints !== undefined || framework.hintNames === undefined) return [];
  const [option, ...others] = optionsOf(hints ?? undefinedValue);
  if (option?.kind !== 'object' || others.length > 0) return [];
  return [...option.properties].flatMap(([key, property]): readonly HintEntry[] => {
    const { keyAt, at } = property;
    const value = property.value();
    if (keyAt === undefined || at === undefined || value.kind !== 'constant' || value.value === undefined) return [];
    return [{ key, keyAt: keyAt.span.end < at.span.end ? keyAt : wordAt(keyAt, key.length), value: value.value, ...at }];
  });
}

/** Of an argument by name, the name. */
function wordAt(place: Place, length: number): Place {
  const end = startOf(place, length);
  return {
    file: place.file,
    span: {
      get start() {
        return place.span.start;
      },
      get end() {
        return end.span.start;
      },
    },
  };
}
