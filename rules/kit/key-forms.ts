/** What receivers take as a key, where they do not take any text. */
import type { KeyCandidate } from './model.js';

/** `uuid`; `base32hex`: digits and the letters `a` to `v`; `issued` by the receiver beforehand; `counted`: the number that is next. */
export type KeyForm = 'uuid' | 'base32hex' | 'issued' | 'counted';

/** What the model is asked for; nobody can choose what is issued or counted. */
const asked: Readonly<Partial<Record<KeyForm, string>>> = {
  uuid: 'UUID',
  base32hex: 'text of at least 5 digits and letters from a to v',
};

/** What the model is asked to choose for a key; `undefined` when it cannot choose one. */
export function askedFor(form: KeyForm | undefined): string | undefined {
  return form === undefined ? 'value' : asked[form];
}

/** A parameter that is named for it may be a UUID; an id of something else is one by chance. */
export function mayServe(form: KeyForm | undefined, { text, level }: KeyCandidate): boolean {
  return (
    form === undefined || (form === 'uuid' && level === 'K4' && /idempoten|dedup|uuid|(?:request|retry)_?(?:key|id)$|token$/i.test(text))
  );
}
