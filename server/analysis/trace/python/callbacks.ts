/** Functions that Python hands over, with what they are called with: `to_thread(rmtree, path)`, `Thread(target=rmtree, args=(path,))`. */
import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';
import { derived, type ExternalValue, type Value } from '../value.js';
import { keywordsIn, positional } from './arguments.js';

/** Where a list of arguments is given by name. */
const lists = ['args', 'fargs', 'argument'];

/** A function of a package, of which something is known, runs as part of the call that it is handed to; what a call gave is none. */
export function runsHere({ libraries }: Tracer, value: Value, env: Env): value is ExternalValue {
  return env.module.language === 'python' && value.kind === 'external' && !/[#)]$/.test(value.path) && libraries.rows(value) !== undefined;
}

/** What stands behind the function among the arguments of a call. */
export function behind(args: readonly Value[], fn: Value, method?: string): readonly Value[] {
  const byName = keywordsIn(args);
  for (const name of lists) {
    const list = byName?.properties.get(name)?.value();
    if (list?.kind === 'array') return list.items;
  }
  const places = positional(args);
  const at = places.indexOf(fn);
  const given = at < 0 ? [] : places.slice(at + 1);
  // One call for each item of a list.
  return method?.includes('map') === true ? given.map((list) => derived('item', [list])) : given;
}
