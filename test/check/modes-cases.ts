/** What is asked of each language: how a tool splits by the parameter that decides what it does. */

const all = 'action  get: reads; delete: destroys; append: adds';
const two = 'action  get: reads; delete: destroys';

/** The split that each sample must have; none where nothing is split. Each language has a sample for each of them. */
export const splits = {
  'forms of deciding': {
    switch: all,
    'if chain': all,
    'early returns and a negation': all,
    ternaries: all,
    'lists of actions': all,
    'a table of functions': all,
    'a map of functions': all,
    'a list of objects': all,
    'flags made before': all,
    'logical operators': all,
    'a method by a made name': all,
    'a checked copy': all,
    in: all,
    'through helpers and files': all,
    'through helpers and files, all at once': all,
  },
  schemas: {
    literals: two,
    'an object': two,
    'a discriminated union': two,
    'a default': two,
    optional: 'action  get, absent: reads; delete: destroys',
    'any text': 'action  delete: destroys; *: reads',
    'JSON Schema': two,
    'a choice in JSON Schema': two,
  },
  flags: {
    fix: 'fix  true: destroys; false, absent: reads',
    'dryRun with a default': 'dryRun  true: reads; false: destroys',
    'confirm, as a guard that throws in a helper': 'confirm  true: destroys; false: reads',
    'confirm, beside something else that is asked': '',
    'confirm, as a guard that throws': 'confirm  true: destroys; false: reads',
    'a parameter that is only there or not': 'output  true: destroys; absent: reads',
    'beside parameters that only decide what is said': all,
    'a request method that the schema lists': 'method  GET: reads; DELETE: destroys',
  },
  'no split': {
    'only reads': '',
    'the same in each case': '',
    'another parameter': '',
    'a constant guard': '',
    'a value that is not the parameter': '',
  },
} as const;

type Splits = typeof splits;

/** A tool whose only handler is this. */
export interface Sample {
  /** What it is called with, as the language writes it. */
  readonly takes: string;
  readonly body: string;
  /** What stands above the tool. */
  readonly above?: string;
  readonly files?: Readonly<Record<string, string>>;
  /** The split, where the language tells it in other words. */
  readonly split?: string;
  /** The whole server, where the usual one does not fit. */
  readonly server?: string;
}

/** All samples of a language. */
export type Samples = { readonly [Group in keyof Splits]: { readonly [Name in keyof Splits[Group]]: Sample } };
