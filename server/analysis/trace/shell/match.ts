/** Finds the row of the command table that a command line falls under. */
import type { CommandOptions, CommandProgram, CommandRow } from '../../../../rules/kit/index.js';

/** One word behind the program; `undefined` is not known at all. Unknown pieces inside a word are marked. */
export type Argument = string | undefined;

export interface Match {
  readonly row: CommandRow;
  /** The parts of the row in words, for messages: `push --force`. */
  readonly shown: string;
  /** Index of the first argument behind the words of the row. */
  readonly rest: number;
  /** A row in front of this one may hold instead, by what is not known. */
  readonly sure: boolean;
}

type Held = { readonly shown: string[]; readonly rest: number } | 'maybe' | 'no';

/** The first row that holds, or `undefined`. `open`: more arguments follow that are not known. */
export function matchRow(program: CommandProgram, args: readonly Argument[], open: boolean): Match | undefined {
  const words = positions(program, args);
  let sure = true;
  for (const row of program.rows) {
    const held = holds(row[0], args, words, open);
    if (held === 'maybe') sure = false;
    else if (held !== 'no') return { row, shown: held.shown.join(' '), rest: held.rest, sure };
  }
  return undefined;
}

/** Rows that add something of their own. */
export function matchAlso(program: CommandProgram, args: readonly Argument[]): readonly CommandRow[] {
  const words = positions(program, args);
  return (program.also ?? []).filter((row) => typeof holds(row[0], args, words, false) === 'object');
}

/** The words that switch a program's own question off. */
export function forcedWords(program: CommandProgram, args: readonly Argument[]): string | undefined {
  const words = positions(program, args);
  for (const when of program.forced ?? []) {
    const held = holds(when, args, words, false);
    if (typeof held === 'object') return held.shown.join(' ');
  }
  return undefined;
}

/** Indexes of the arguments that are no options and no values of options. */
function positions(program: CommandProgram, args: readonly Argument[]): number[] {
  const valued = new Set((program.valued ?? '').split(' '));
  const found: number[] = [];
  for (let i = 0; i < args.length; i += 1) {
    const arg = args[i];
    if (arg === '--') return [...found, ...args.slice(i + 1).map((_, k) => i + 1 + k)];
    if (arg === undefined || !/^-./.test(arg)) found.push(i);
    else if (valued.has(arg)) i += 1;
  }
  return found;
}

/** The first word behind those of a row that is no option, and none of the names behind `--`. `null`: there is none. */
export function wordBehind(program: CommandProgram, args: readonly Argument[], rest: number): Argument | null {
  const end = args.indexOf('--');
  const index = positions(program, end < 0 ? args : args.slice(0, end)).find((at) => at >= rest);
  return index === undefined ? null : args[index];
}

function holds(when: string, args: readonly Argument[], words: readonly number[], open: boolean): Held {
  const shown: string[] = [];
  let next = 0;
  let maybe = false;
  for (const part of when === '' ? [] : when.split(' ')) {
    if (part.startsWith('-')) {
      const option = findOption(part, args);
      if (option === undefined && !open) return 'no';
      if (option === undefined) maybe = true;
      else shown.push(option.replace('=', ' '));
      continue;
    }
    const index = words[next];
    if (index === undefined) {
      if (!open) return 'no';
      maybe = true;
      continue;
    }
    next += 1;
    const word = args[index];
    if (part === '*') continue;
    if (word === undefined || unknown(word)) maybe = true;
    else if (part.split('|').some((name) => (name.endsWith('*') ? word.startsWith(name.slice(0, -1)) : word === name))) shown.push(word);
    else return 'no';
  }
  if (maybe) return 'maybe';
  return { shown, rest: next === 0 ? (words[0] ?? args.length) : words[next - 1]! + 1 };
}

function unknown(word: string): boolean {
  return /[\0\u0001]/.test(word);
}

/** The name of the option that stands there, out of alternatives. */
function findOption(alternatives: string, args: readonly Argument[]): string | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  return alternatives.split('|').find((alternative) => {
    if (alternative === '--') return end >= 0;
    const [name, value] = splitOption(alternative);
    return options.some(
      (arg, i) => arg !== undefined && (value === undefined ? hasName(arg, name) : hasValue(arg, options[i + 1], name, value)),
    );
  });
}

function splitOption(alternative: string): [name: string, value: string | undefined] {
  const equals = alternative.indexOf('=');
  return equals < 0 ? [alternative, undefined] : [alternative.slice(0, equals), alternative.slice(equals + 1)];
}

function hasName(arg: string, name: string): boolean {
  if (arg === name || arg.startsWith(`${name}=`)) return true;
  // `-rf` holds `-r` and `-f`; `-i.bak` is `-i` with a value.
  return /^-[A-Za-z0-9]$/.test(name) && (arg.startsWith(name) || (/^-[A-Za-z]+$/.test(arg) && arg.includes(name[1]!)));
}

function hasValue(arg: string, next: Argument, name: string, value: string): boolean {
  if (arg === name) return next === value;
  return arg === `${name}=${value}` || (/^-[A-Za-z]$/.test(name) && arg === name + value);
}

/**
 * The arguments that a row's `at` names: the value of an option together with what follows it, or the words from a place.
 * `undefined` when they are not there.
 */
export function argumentsAt(
  at: CommandOptions['at'],
  program: CommandProgram,
  args: readonly Argument[],
  rest: number,
): readonly Argument[] | undefined {
  if (at === 'input') return undefined;
  if (typeof at === 'string') return valueOf(at, args);
  const from = positions(program, args).filter((index) => index >= rest)[at ?? 0];
  return from === undefined ? undefined : args.slice(from);
}

function valueOf(alternatives: string, args: readonly Argument[]): readonly Argument[] | undefined {
  for (const name of alternatives.split('|')) {
    const short = /^-[A-Za-z]$/.test(name);
    const index = args.findIndex(
      (arg) => arg !== undefined && (arg === name || arg.startsWith(`${name}=`) || (short && isShort(arg, name[1]!))),
    );
    if (index < 0) continue;
    const arg = args[index]!;
    const after = args.slice(index + 1);
    if (arg.startsWith(`${name}=`)) return [arg.slice(name.length + 1), ...after];
    if (arg === name || arg.endsWith(name[1]!)) return after;
    // `-e'select 1'` in one word.
    return [arg.slice(arg.indexOf(name[1]!) + 1), ...after];
  }
  return undefined;
}

/** `-tAc` ends in `c`; `-eSELECT 1` begins with `e`. */
function isShort(arg: string, letter: string): boolean {
  return /^-[A-Za-z]*$/.test(arg) ? arg.endsWith(letter) : arg.startsWith(`-${letter}`);
}
