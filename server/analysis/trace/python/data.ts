/** Methods of Python's own data. */
import type { SourceLanguage } from '../../syntax/ir.js';
import { isLooseDataMethod } from '../data-methods.js';
import type { Value } from '../value.js';

/** What only texts, numbers, dates, dictionaries and models have: harmless on whatever could not be told. */
const plain: ReadonlySet<string> = new Set(
  (
    'strip lstrip rstrip lower upper title capitalize casefold swapcase startswith endswith removeprefix removesuffix split rsplit splitlines ' +
    'partition rpartition zfill ljust rjust center expandtabs encode decode hex isdigit isalpha isalnum isnumeric isdecimal isspace islower ' +
    'isupper istitle isidentifier isprintable rfind rindex translate maketrans format_map items keys values setdefault popitem issubset issuperset ' +
    'isdisjoint symmetric_difference isoformat strftime timestamp total_seconds weekday isoweekday astimezone utcoffset timetuple is_integer ' +
    'as_integer_ratio bit_length model_dump model_dump_json model_copy model_json_schema model_validate to_dict as_dict'
  ).split(' '),
);

/** What dictionaries, lists, sets and texts have beside that; others use these words, too. */
const more: ReadonlySet<string> = new Set(
  (
    'get pop copy update clear append extend insert remove sort reverse index count add discard union intersection difference ' +
    'intersection_update difference_update find replace join format appendleft extendleft popleft rotate elements most_common subtract total'
  ).split(' '),
);

/** A method of data whose receiver could not be told. */
export function isLoose(method: string, args: readonly Value[], language: SourceLanguage): boolean {
  return isLooseDataMethod(method, args) || (language === 'python' && plain.has(method));
}

/** A method that something which is known to be data has. */
export function isMethodOfPython(method: string): boolean {
  return plain.has(method) || more.has(method);
}
