/** What a call does that calls a tool of another server. */
import type { DirectEffect, Found } from './direct-effect.js';
import { fromModel } from './some-part.js';
import { optionsOf, stringOf, type Value } from './value.js';
import { verbClass, withoutVendor } from './verbs.js';

/** The verb of the tool's name says what it does; which one it is may be up to the caller. */
export function toolEffects(base: DirectEffect, name: Value | undefined): Found {
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const option of name === undefined ? [] : optionsOf(name)) {
    const text = stringOf(option);
    const verb = text === undefined ? undefined : verbClass(withoutVendor(text));
    if (verb !== undefined && verb !== 'exec') {
      effects.push({ ...base, class: verb, detail: text!, certainty: 'probable', named: true });
      unresolved ??= 'the tool is of another server; its name says what it does';
    } else if (fromModel(option)) effects.push({ ...base, class: 'exec', detail: 'a tool that the caller names', certainty: 'probable' });
    else unresolved = 'what the tool of another server does could not be told';
  }
  if (name === undefined) unresolved = 'the tool of another server could not be told';
  return { effects, ...(unresolved === undefined ? {} : { unresolved }) };
}
