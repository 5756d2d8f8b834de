/** Command lines and lists of arguments to what they do, by the table of programs. Never throws. */
import type { CommandProgram, CommandRow, CommandTable, EffectClass, Resource } from '../../../rules/kit/index.js';
import { readSql } from './sql.js';
import { verbOfCommand } from './verbs.js';
import { argumentsAt, forcedWords, matchAlso, matchRow, wordBehind, type Argument } from './shell/match.js';
import { holeMark, readShell, variableMark, type SimpleCommand } from './shell/words.js';

export interface CommandEffect {
  readonly class: EffectClass;
  readonly resource: Resource;
  /** Program and the words that decide: `git push --force`. No arguments. */
  readonly detail: string;
  readonly ensures: boolean;
  /** Fails when repeated. */
  readonly exclusive: boolean;
  readonly relative: boolean;
  /** A word that is not known may make it relative. */
  readonly mayCount?: true;
  readonly bounded: boolean;
  readonly openWorld: boolean;
  /** The program's own question is switched off, by these words: `git push --force`. */
  readonly forced?: string;
  /** Nobody described the program: only the words of the command say what it does. */
  readonly named?: true;
}

export interface CommandReading {
  readonly effects: readonly CommandEffect[];
  /** `false`: some program is not known, or unknown text stands where it decides what is done. */
  readonly complete: boolean;
  /**
   * How unknown text stands in a command line: `bare` as words of its own, where the shell reads it as code; `quoted` where it
   * would have to get out of quotes first.
   */
  readonly exposed: 'none' | 'quoted' | 'bare';
}

/** Text beyond this many characters is not read. */
const maximalLength = 50_000;
const maximalDepth = 6;
const farAway: ReadonlySet<Resource> = new Set<Resource>(['network', 'mail', 'chat', 'money', 'code-host', 'model']);

interface Reading {
  readonly table: CommandTable;
  readonly effects: CommandEffect[];
  readonly depth: number;
  complete: boolean;
}

/**
 * Reads a command line as a POSIX shell does.
 *
 * @param parts Literal text between unknown pieces: n pieces give n + 1 parts.
 */
export function readCommandLine(parts: readonly string[], table: CommandTable): CommandReading {
  const text = textOf(parts);
  const reading: Reading = { table, effects: [], depth: 0, complete: text.length <= maximalLength };
  const bare = readText(text, reading);
  const exposed = !text.includes(holeMark) ? 'none' : bare ? 'bare' : 'quoted';
  return { effects: reading.effects, complete: reading.complete, exposed };
}

/** What each command of a command line does, one by one: {@link readCommandLine}. */
export function readCommands(
  parts: readonly string[],
  table: CommandTable,
): readonly { readonly command: SimpleCommand; readonly effects: readonly CommandEffect[] }[] {
  const text = textOf(parts);
  return readShell(text.slice(0, maximalLength)).commands.map((command) => {
    const reading: Reading = { table, effects: [], depth: 0, complete: true };
    readCommand(command, reading);
    return { command, effects: reading.effects };
  });
}

function textOf(parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll(holeMark, ' ')).join(holeMark);
}

/**
 * Reads a program that is started without a shell.
 *
 * @param program `undefined`: not known.
 * @param args `undefined` items are not known.
 * @param open More arguments follow that are not known.
 */
export function readArgv(
  program: string | undefined,
  args: readonly (string | undefined)[],
  open: boolean,
  table: CommandTable,
): CommandReading {
  const reading: Reading = { table, effects: [], depth: 0, complete: true };
  // `spawn('git status', { shell: true })`: no program has such a name.
  if (program !== undefined && args.length === 0 && !open && /\s/.test(program.trim()))
    readText(program.replaceAll(holeMark, ' '), reading);
  else
    readProgram(
      program?.replaceAll(holeMark, ' '),
      args.map((arg) => arg?.replaceAll(holeMark, ' ')),
      open,
      undefined,
      reading,
    );
  return { effects: reading.effects, complete: reading.complete, exposed: 'none' };
}

/** Returns whether unknown text stands outside of quotes. */
function readText(text: string, reading: Reading): boolean {
  const shell = readShell(text.slice(0, maximalLength));
  if (!shell.complete) reading.complete = false;
  for (const command of shell.commands) readCommand(command, reading);
  return shell.commands.some((command) =>
    [...command.words, ...command.redirections.map((found) => found.target)].some((word) => word.bare),
  );
}

function readCommand({ words, redirections, input, piped }: SimpleCommand, reading: Reading): void {
  for (const { operator, target } of redirections) {
    // Devices and the system's folder for temporary files keep nothing.
    if (operator === '<' || /^\/(?:dev|tmp|var\/tmp)\//.test(target.text)) continue;
    push(reading, operator === '>>' ? 'write.add' : 'write.set', 'filesystem', operator === '>>' ? 'append to a file' : 'overwrite a file');
  }
  let start = 0;
  while (words[start] !== undefined && /^[A-Za-z_]\w*\+?=/.test(words[start]!.text)) start += 1;
  const program = words[start];
  if (program === undefined) return;
  const args = words.slice(start + 1).map((word) => (isUnknown(word.text) && word.text.length === 1 ? undefined : word.text));
  readProgram(program.text, args, false, input ?? (piped ? holeMark : undefined), reading);
}

function isUnknown(text: string): boolean {
  return text.includes(holeMark) || text.includes(variableMark);
}

function push(reading: Reading, change: EffectClass, resource: Resource, detail: string, options: Partial<CommandEffect> = {}): void {
  reading.effects.push({
    class: change,
    resource,
    detail,
    ensures: false,
    exclusive: false,
    relative: false,
    bounded: true,
    openWorld: farAway.has(resource),
    ...options,
  });
}

/** Notes something that may do anything. */
function unknownCommand(reading: Reading, detail: string): void {
  reading.complete = false;
  push(reading, 'exec', 'process', detail);
}

/** The name of a program without its folder and ending. */
function programName(program: string): string {
  return program.slice(Math.max(program.lastIndexOf('/'), program.lastIndexOf('\\')) + 1).replace(/\.(?:exe|cmd|bat)$/i, '');
}

/** `input`: what is written into the program; a hole for something that is not known. */
function readProgram(
  program: string | undefined,
  args: readonly Argument[],
  open: boolean,
  input: string | undefined,
  reading: Reading,
): void {
  if (program === undefined || isUnknown(program)) return unknownCommand(reading, 'a program');
  const name = programName(program);
  const entry = Object.hasOwn(reading.table, name) ? reading.table[name] : undefined;
  if (entry === undefined) return byWords(name, args, reading);
  if (/^\.{0,2}\/(?!usr\/|bin\/|sbin\/|opt\/)/.test(program)) return unknownCommand(reading, shownName(name));
  for (const row of matchAlso(entry, args)) note(row, `${name} ${row[0].split('|')[0]}`, entry, args, reading);
  const match = matchRow(entry, args, open);
  if (match === undefined) return unknownCommand(reading, shownName(name));
  if (!match.sure) reading.complete = false;
  const detail = match.shown === '' ? name : `${name} ${match.shown}`;
  const [, kind, options = {}] = match.row;
  const inner = { ...reading, depth: reading.depth + 1 };
  if (kind === 'harmless') return;
  if (kind !== 'sql' && kind !== 'shell' && kind !== 'run') return note(match.row, detail, entry, args, reading, match.rest);
  if (inner.depth > maximalDepth) return unknownCommand(reading, detail);
  const found = argumentsAt(options.at, entry, args, match.rest);
  const first = reading.effects.length;
  if (kind === 'run') readFollowing(found, open, detail, input, inner);
  else if (kind === 'sql') readSqlText(found?.[0] ?? input, detail, options.dialect, entry, inner);
  else readShellText(options.at === undefined ? found : found?.slice(0, 1), detail, input, inner);
  if (!inner.complete) reading.complete = false;
  // What runs on another machine leaves this one.
  if (isFar(entry)) reading.effects.forEach((effect, i) => i >= first && (reading.effects[i] = { ...effect, openWorld: true }));
}

/** The constant words that an undescribed program is started with name what it does, as names of functions do. */
function byWords(name: string, args: readonly Argument[], reading: Reading): void {
  if (args.length === 1 && /^(?:--version|-V|--help)$/.test(args[0] ?? ''))
    return push(reading, 'read', 'process', `${shownName(name)} ${args[0]}`);
  const end = args.findIndex((arg) => arg === undefined || !/^[a-z][\w:-]{0,40}$/i.test(arg));
  const words = args.slice(0, Math.min(end < 0 ? args.length : end, 4)) as readonly string[];
  const verb = verbOfCommand(words);
  if (verb === undefined) return unknownCommand(reading, shownName(name));
  reading.complete = false;
  push(reading, verb, 'other', [shownName(name), ...words].join(' '), { named: true });
}

function isFar(program: CommandProgram, resource = program.resource): boolean {
  return program.openWorld ?? farAway.has(resource);
}

/** The program that a wrapper starts; settings of the environment may stand in front of it. */
function readFollowing(
  words: readonly Argument[] | undefined,
  open: boolean,
  detail: string,
  input: string | undefined,
  reading: Reading,
): void {
  let start = 0;
  while (words?.[start] !== undefined && /^[A-Za-z_]\w*=/.test(words[start]!)) start += 1;
  if (words !== undefined && start < words.length) readProgram(words[start], words.slice(start + 1), open, input, reading);
  else if (open) unknownCommand(reading, detail);
}

/** Only plain names are shown: what stands in place of a program may be anything. */
function shownName(name: string): string {
  return /^[a-z][a-z._-]{0,19}$/i.test(name) ? name : 'a program';
}

function note(
  [, kind, options = {}]: CommandRow,
  detail: string,
  program: CommandProgram,
  args: readonly Argument[],
  reading: Reading,
  rest = args.length,
): void {
  if (kind === 'harmless' || kind === 'sql' || kind === 'shell' || kind === 'run') return;
  const resource = options.resource ?? program.resource;
  const forced = kind === 'read' ? undefined : forcedWords(program, args);
  push(reading, kind, resource, detail, {
    ensures: options.ensures === true,
    exclusive: options.exclusive === true,
    ...(options.relative === 'steps' ? counting(wordBehind(program, args, rest)) : {}),
    bounded: options.bounded === false ? false : options.bounded !== 'targets' || !args.some(isEverything),
    openWorld: isFar(program, resource),
    ...(forced === undefined ? {} : { forced: `${detail.split(' ', 1)[0]} ${forced}` }),
  });
}

/** `HEAD~1`, `main^`, `HEAD@{1}`, or a word that is not known. */
function counting(word: Argument | null): Partial<CommandEffect> {
  if (word === null) return {};
  return word === undefined || isUnknown(word) ? { mayCount: true } : { relative: /[~^]|@\{/.test(word) };
}

/** `/`, `~`, `.`, `*`, and a folder below a variable that may be empty. */
function isEverything(arg: Argument): boolean {
  return arg !== undefined && /^(?:\/|\/\*|~\/?\*?|\*|\.{1,2}|\.{1,2}\/\*?|\u0001\/\*?|[A-Za-z]:[\\/]?\*?)$/.test(arg);
}

function readSqlText(
  text: Argument,
  detail: string,
  dialect: 'postgresql' | 'mysql' | 'sqlite' | 'duckdb' | undefined,
  program: CommandProgram,
  reading: Reading,
): void {
  if (text === undefined) return unknownCommand(reading, detail);
  const found = readSql(text.split(/[\0\u0001]/), dialect);
  if (!found.complete) reading.complete = false;
  for (const { class: change, verb, table, ensures, conflict, exclusive, relative, bounded } of found.statements) {
    const shown = found.statements.length === 1 ? found.detail : `${verb}${table === undefined ? '' : ` ${table}`}`;
    push(reading, change, program.resource, `${detail}: ${shown}`, { ensures: ensures || conflict, exclusive, relative, bounded });
  }
}

function readShellText(words: readonly Argument[] | undefined, detail: string, input: string | undefined, reading: Reading): void {
  const known = words === undefined || words.length === 0 ? [input] : words;
  if (known.some((word) => word === undefined || word === holeMark)) return unknownCommand(reading, detail);
  readText(known.join(' ').replaceAll(variableMark, '$unknown'), reading);
}
