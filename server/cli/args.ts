import { parseArgs } from 'node:util';
import { certainties, failLevels, ruleSets, type FailLevel } from '../workspace/config.js';
import { nearest } from '../workspace/suggest.js';
import { Refusal } from './io.js';

interface Option {
  readonly type: 'boolean' | 'string';
  readonly multiple?: boolean;
  readonly short?: string;
  /** Its values, where they can be listed. */
  readonly values?: readonly string[];
  /** Its value is a path. */
  readonly path?: true;
}

/** Formats of output by command; the first one is the default. */
export const formats = {
  check: ['text', 'json', 'sarif', 'github', 'gitlab', 'junit', 'markdown', 'html'],
  tools: ['text', 'json', 'markdown', 'html'],
  'pass-k': ['text', 'json', 'markdown', 'html'],
  rules: ['text', 'json'],
} as const;

const common = {
  help: { type: 'boolean', short: 'h' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
} as const satisfies Options;
const looking = {
  config: { type: 'string', path: true },
  'cache-location': { type: 'string', path: true },
  'no-cache': { type: 'boolean' },
  threads: { type: 'string' },
} as const satisfies Options;

/** Which findings are told, and which fail. */
const telling = {
  'fail-on': { type: 'string', values: failLevels },
  'max-warnings': { type: 'string' },
  baseline: { type: 'string', path: true },
  'update-baseline': { type: 'boolean' },
  since: { type: 'string' },
} as const satisfies Options;

type Options = Readonly<Record<string, Option>>;

/** The options of each command, in the order of its help. */
export const commands = {
  check: {
    format: { type: 'string', values: formats.check },
    ...looking,
    fix: { type: 'boolean' },
    'fix-dry-run': { type: 'boolean' },
    set: { type: 'string', multiple: true, values: ruleSets },
    'min-certainty': { type: 'string', values: certainties },
    'stdin-filename': { type: 'string', path: true },
    shard: { type: 'string' },
    each: { type: 'boolean' },
    watch: { type: 'boolean' },
    ...telling,
    stats: { type: 'boolean' },
    ...common,
  },
  tools: {
    format: { type: 'string', values: formats.tools },
    ...looking,
    trace: { type: 'string', multiple: true },
    diff: { type: 'string', path: true },
    'fail-on-gain': { type: 'boolean' },
    ...common,
  },
  init: { 'dry-run': { type: 'boolean' }, ...common },
  'pass-k': {
    format: { type: 'string', values: formats['pass-k'] },
    k: { type: 'string' },
    min: { type: 'string' },
    'lower-bound': { type: 'boolean' },
    compare: { type: 'string', multiple: true, path: true },
    config: { type: 'string', path: true },
    ...common,
  },
  merge: { format: { type: 'string', values: formats.check }, ...telling, ...common },
  explain: { ...common },
  rules: { format: { type: 'string', values: formats.rules }, by: { type: 'string', values: ['mast'] }, ...common },
  completion: { ...common },
  lsp: { stdio: { type: 'boolean' }, ...common },
} as const satisfies Readonly<Record<string, Options>>;

export type Command = keyof typeof commands;

export interface Arguments {
  readonly command: Command;
  readonly paths: readonly string[];
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads the arguments behind the command's name.
 *
 * @throws Refusal for an option that does not exist, a value that is missing, or a value where none belongs
 */
export function readArguments(command: Command, argv: readonly string[]): Arguments {
  const options: Options = commands[command];
  const { tokens } = parseArgs({ args: [...argv], options, strict: false, allowPositionals: true, tokens: true });
  const paths: string[] = [];
  const flags = new Set<string>();
  const values = new Map<string, readonly string[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value);
    if (token.kind !== 'option') continue;
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined;
    if (!option) throw new Refusal(`There is no option ${token.rawName} for \`detent ${command}\`.${meant(token.name, options)}`);
    if (option.type === 'boolean') {
      if (token.value !== undefined) throw new Refusal(`${token.rawName} takes no value.`);
      flags.add(token.name);
    } else {
      if (token.value === undefined || (!token.inlineValue && token.value.startsWith('--')))
        throw new Refusal(`${token.rawName} needs a value.`);
      values.set(token.name, [...(option.multiple ? (values.get(token.name) ?? []) : []), token.value]);
    }
  }
  return { command, paths, flags, values };
}

function meant(name: string, options: Options): string {
  const guess = nearest(name, Object.keys(options));
  return guess === undefined ? '' : ` Did you mean --${guess}?`;
}

/**
 * The baseline that was named, if any.
 *
 * @throws Refusal when one is to be written and has no name
 */
export function baselineOf({ flags, values }: Arguments): { readonly baseline: string | undefined; readonly updating: boolean } {
  const baseline = values.get('baseline')?.[0];
  const updating = flags.has('update-baseline');
  if (updating && baseline === undefined) throw new Refusal('--update-baseline needs --baseline <file>, the file to write.');
  return { baseline, updating };
}

/** The output format that was asked for. */
export function formatOf<C extends keyof typeof formats>({ values }: Arguments, command: C): (typeof formats)[C][number] {
  const known: readonly (typeof formats)[C][number][] = formats[command];
  const given = values.get('format')?.[0];
  if (given === undefined) return known[0]!;
  const format = known.find((name) => name === given);
  if (format !== undefined) return format;
  throw new Refusal(`There is no format "${given}": use ${[known.slice(0, -1).join(', '), known.at(-1)].filter(Boolean).join(' or ')}.`);
}

/** As many threads as somebody asked for, or as can run at once; more than four only wait for the disk. */
export function threadsOf({ values }: Pick<Arguments, 'values'>, cores = 1): number {
  const given = values.get('threads')?.[0];
  if (given === undefined) return Math.min(4, cores);
  if (!/^(?:[1-9]|[1-5][0-9]|6[0-4])$/.test(given)) throw new Refusal(`--threads needs a number from 1 to 64, not "${given}".`);
  return Number(given);
}

export interface Thresholds {
  readonly sets?: readonly string[];
  readonly minCertainty?: (typeof certainties)[number];
  readonly failOn?: FailLevel;
  readonly maxWarnings?: number;
}

/** The options that say what is reported and what fails. */
export function thresholdsOf({ values }: Arguments): Thresholds {
  const sets = values
    .get('set')
    ?.flatMap((list) => list.split(','))
    .map((set) => oneOf('--set', set, ruleSets));
  const warnings = values.get('max-warnings')?.[0];
  if (warnings !== undefined && !/^[0-9]{1,9}$/.test(warnings)) throw new Refusal(`--max-warnings needs a number, not "${warnings}".`);
  const certainty = values.get('min-certainty')?.[0];
  const failOn = values.get('fail-on')?.[0];
  return {
    sets,
    minCertainty: certainty === undefined ? undefined : oneOf('--min-certainty', certainty, certainties),
    failOn: failOn === undefined ? undefined : oneOf('--fail-on', failOn, failLevels),
    maxWarnings: warnings === undefined ? undefined : Number(warnings),
  };
}

function oneOf<T extends string>(option: string, given: string, known: readonly T[]): T {
  const found = known.find((name) => name === given);
  if (found !== undefined) return found;
  const guess = nearest(given, known);
  throw new Refusal(`${option} is one of ${known.join(', ')}, not "${given}".${guess === undefined ? '' : ` Did you mean "${guess}"?`}`);
}
