/** Hints that a framework has its own words for. */
import { hintNames, type Hint, type HintName, type Place, type ToolForm } from '../../../rules/kit/index.js';
import type { Tracer } from '../trace/tracer.js';
import type { Value } from '../trace/value.js';
import type { Definition } from './definition.js';
import { placed, placesOf } from './fields.js';

/** What the words of a call say. */
export function saidHints(tracer: Tracer, form: Omit<ToolForm, 'call'>, args: readonly Value[], at: Place): Pick<Definition, 'saidHints'> {
  if (form.says === undefined) return {};
  const hints: Partial<Record<HintName, Hint>> = {};
  for (const name of hintNames) {
    const said = form.says[name];
    for (const access of placesOf(said?.at)) {
      const value = placed(tracer, access, args);
      const word = wordOf(value);
      if (word === undefined) continue;
      const isYes = said!.yes.includes(word);
      if (!isYes && !said!.no.includes(word)) continue;
      const place = value?.kind === 'constant' ? (value.at ?? at) : at;
      hints[name] ??= { value: isYes, said: String(word), ...place };
    }
  }
  return Object.keys(hints).length === 0 ? {} : { saidHints: hints };
}

/** A constant, or the member of an enumeration of the package. */
function wordOf(value: Value | undefined): string | boolean | undefined {
  if (value?.kind === 'external') return value.path;
  return value?.kind === 'constant' && (typeof value.value === 'string' || typeof value.value === 'boolean') ? value.value : undefined;
}
