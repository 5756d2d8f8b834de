import type { Value } from './value.js';

/** Methods that strings, lists, numbers and promises have: harmless on a receiver that could not be told. */
export const dataMethods: ReadonlySet<string> = new Set(
  (
    'then catch finally map flatMap filter forEach find findIndex findLast some every reduce reduceRight join split trim trimStart trimEnd toString ' +
    'toLowerCase toUpperCase startsWith endsWith includes indexOf lastIndexOf slice substring substr concat replace replaceAll match matchAll ' +
    'padStart padEnd repeat charAt charCodeAt codePointAt at localeCompare normalize toFixed toISOString toJSON toLocaleString toLocaleDateString ' +
    'getTime push pop shift unshift reverse sort splice flat fill keys values entries hasOwnProperty isPrototypeOf valueOf toSorted toReversed test toSpliced ' +
    'safeParse parse parseAsync safeParseAsync has isEmpty'
  ).split(' '),
);

/** What only Python's own data has, whatever a package calls its things. */
const ofPython: ReadonlySet<string> = new Set(
  (
    'append extend items setdefault encode decode strip lstrip rstrip lower upper title casefold startswith endswith splitlines partition ' +
    'rpartition rsplit removeprefix removesuffix isdigit isalnum isalpha zfill ljust rjust format isoformat strftime timestamp total_seconds ' +
    'hexdigest digest group groups'
  ).split(' '),
);
/** Methods of Python's texts, numbers, lists, dictionaries and dates. */
const pythons: ReadonlySet<string> = new Set(
  (
    'capitalize casefold center count encode endswith expandtabs find format format_map index isalnum isalpha isascii isdecimal isdigit ' +
    'isidentifier islower isnumeric isprintable isspace istitle isupper ljust lower lstrip partition removeprefix removesuffix rfind rindex rjust ' +
    'rpartition rsplit rstrip splitlines startswith strip swapcase title translate upper zfill decode hex append clear copy extend insert remove ' +
    'items setdefault update popitem add discard difference intersection issubset issuperset symmetric_difference union isoformat strftime ' +
    'timestamp is_integer bit_length model_dump model_dump_json dict'
  ).split(' '),
);

/** A method of Python's texts, numbers, lists, dictionaries or dates. */
export function isPythonDataMethod(method: string): boolean {
  return pythons.has(method) || dataMethods.has(method) || method === 'get';
}

/** What only Python's texts and dates have. */
const ofText: ReadonlySet<string> = new Set(
  (
    'capitalize casefold encode endswith expandtabs isalnum isalpha isascii isdecimal isdigit isidentifier islower isnumeric isspace istitle ' +
    'isupper ljust lower lstrip partition removeprefix removesuffix rfind rjust rpartition rsplit rstrip splitlines startswith strip swapcase ' +
    'upper zfill isoformat strftime'
  ).split(' '),
);

/** What lists and dictionaries have that somebody answered. */
const ofAnswer: ReadonlySet<string> = new Set('append extend items keys sort values'.split(' '));

/** What only text, lists, dates and promises have, whatever the library calls its own things. */
const plain: ReadonlySet<string> = new Set(
  (
    'then catch finally map flatMap forEach some every reduce reduceRight findIndex findLast findLastIndex join split trim trimStart trimEnd ' +
    'toString toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase startsWith endsWith includes indexOf lastIndexOf slice substring substr ' +
    'replaceAll matchAll padStart padEnd charAt charCodeAt codePointAt at localeCompare normalize toFixed toPrecision toISOString toJSON ' +
    'toLocaleString toLocaleDateString toLocaleTimeString getTime getTimezoneOffset flat keys values entries hasOwnProperty isPrototypeOf valueOf ' +
    'toSorted toReversed toSpliced addEventListener removeEventListener throwIfAborted'
  ).split(' '),
);
/** The rest of what text, lists and numbers have, and what headers are read with. */
const more: ReadonlySet<string> = new Set('get search copyWithin with toExponential isWellFormed toWellFormed'.split(' '));
/** Words that libraries use too: data when they are handed a function or a regular expression. */
const withFunction: ReadonlySet<string> = new Set(['filter', 'find', 'sort']);
const withPattern: ReadonlySet<string> = new Set(['replace', 'match', 'search', 'split']);

/** Ends in a call that gives a new list, whatever it is a list of. */
const givesList = /[.#](?:map|flatMap|slice|split|concat|flat|toSorted|toReversed|toSpliced)\(\)$/;

/** What waits for something to happen: the functions that are handed over are looked at. */
const listeners: ReadonlySet<string> = new Set(
  'addEventListener removeEventListener addListener removeListener removeAllListeners on once off'.split(' '),
);
/** What reads the body of an answer. */
const bodies: ReadonlySet<string> = new Set(['json', 'text', 'arrayBuffer', 'blob', 'formData']);

/** A method of data whose receiver could not be told. */
export function isLooseDataMethod(method: string, args: readonly Value[], isPython = false): boolean {
  return (
    (isPython && (ofPython.has(method) || (method === 'get' && isKey(args)))) ||
    dataMethods.has(method) ||
    listeners.has(method) ||
    (args.length === 0 && bodies.has(method))
  );
}

/** `answer.get('name')`, `answer.get(name, None)`: a dictionary is asked for an entry; a client would be asked for an address. */
function isKey(args: readonly Value[]): boolean {
  const [first, second] = args;
  if (first?.kind === 'constant') return typeof first.value !== 'string' || !/[/:]/.test(first.value);
  if (first?.kind === 'derived' && (first.operation === 'item' || first.operation === 'key')) return true;
  return second !== undefined && !(second.kind === 'object' && second.keywords === true);
}

/** A method that JSON can have once it is read: of text, lists, numbers, and of dates and addresses that a schema makes of them. */
export function isMethodOfData(method: string, args: readonly Value[]): boolean {
  return (
    isLooseDataMethod(method, args) ||
    plain.has(method) ||
    more.has(method) ||
    pythons.has(method) ||
    /^[gs]et(?:UTC)?(?:Time|Date|Day|Month|FullYear|Hours|Minutes|Seconds|Milliseconds)$/.test(method)
  );
}

/** What classes of data make of data, and say of themselves, in Pydantic: `CompositionPlan.model_validate(given)`. */
const ofModel = /^model_(?:construct|copy|dump|dump_json|json_schema|validate|validate_json|validate_strings)$/;

/** `issue.title.lower()`, `repository.get_issues().append(issue)`: a method of the data that something of a Python package holds or gives. */
export function isTextMethod(path: string): boolean {
  const start = Math.max(path.lastIndexOf('.'), path.lastIndexOf('#'));
  const name = path.slice(start + 1);
  return ofText.has(name) || ofModel.test(name) || (ofAnswer.has(name) && path.slice(0, start).endsWith('()'));
}

/** A method of the data that something of a package holds (`extra.token.split('.')`), by its name and arguments. */
export function isDataMethod(path: string, args: readonly Value[]): boolean {
  const start = Math.max(path.lastIndexOf('.'), path.lastIndexOf('#'));
  if (start < 0) return false;
  const name = path.slice(start + 1);
  if (plain.has(name) || (dataMethods.has(name) && givesList.test(path.slice(0, start)))) return true;
  const [first, second] = args;
  if (listeners.has(name) && second?.kind === 'function') return true;
  // `blocks.insert(0, header)`: a place in a list.
  if (name === 'insert' && first?.kind === 'constant' && typeof first.value === 'number') return true;
  if (withFunction.has(name)) return first?.kind === 'function' || (name === 'sort' && first === undefined);
  if (!withPattern.has(name)) return false;
  if (first?.kind === 'derived' && first.operation === 'regex') return true;
  // `env.API_URL.replace('api.', 'app.')`: variables of an environment are text.
  const owner = path.slice(0, start).split(/[.#]/).pop()!;
  return first?.kind === 'constant' && (/^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(owner) || owner === 'version');
}
