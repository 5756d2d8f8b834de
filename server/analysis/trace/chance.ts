/** Calls that ask the clock, or chance. */
import type { Chance } from '../../../rules/kit/index.js';
import { isPythonName, plainName } from '../languages.js';
import type { Tables } from './direct-effect.js';
import type { ExternalValue, Value } from './value.js';

/** What a call of a package asks that answers something else each time. */
export function chanceOf({ chance }: Tables, { library, path }: ExternalValue, args: readonly Value[]): Chance['kind'] | undefined {
  const known = chance[isPythonName(library) ? 'python' : 'typescript'][plainName(library)];
  // `new Date(text)` is data.
  return known === undefined || (path === 'Date' && args.length > 0) ? undefined : known[path];
}
