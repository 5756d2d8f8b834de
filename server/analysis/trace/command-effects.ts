/** What a call does that runs a command line or a program. */
import type { RowOptions } from '../../../rules/kit/index.js';
import { valueAt, type LibraryCall } from './access.js';
import { onlyAsks } from './applescript.js';
import type { DirectEffect, Found, Tables } from './direct-effect.js';
import { instructed } from './instructions.js';
import { joinText } from './literals.js';
import { programOf } from './program.js';
import { readArgv, readCommandLine, type CommandEffect, type CommandReading } from './shell.js';
import { fromModel, somePart } from './some-part.js';
import type { Sink } from './reaches.js';
import type { Tracer } from './tracer.js';
import { textParts, textHoles } from './text-parts.js';
import { optionsOf, stringOf, undefinedValue, type ArrayValue, type Value } from './value.js';

/** The command with the words that are given behind it. */
export function commandText(command: Value | undefined, words: Value | undefined): Value | undefined {
  if (command === undefined || words?.kind !== 'array') return command;
  return joinText([command, ...words.items.flatMap((item) => [' ', item]), ...(words.rest === undefined ? [] : [' ', words.rest])]);
}

/** Effects of a command line; what the caller writes is open-ended. */
export function shellEffects(tables: Tables, base: DirectEffect, subject: Value | undefined): Found {
  if (subject === undefined) return { effects: [openEnded(base, 'a command', false)], unresolved: 'the command could not be told' };
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const option of given(subject)) {
    const parts = textParts(option);
    const fromInput = textHoles(option).some((hole) => fromModel(hole));
    if (parts.every((part) => part.trim() === '')) {
      effects.push(openEnded(base, fromInput ? 'a command of the caller' : 'a command', fromInput));
      if (!fromInput) unresolved = 'the command could not be told';
      continue;
    }
    const reading = readCommandLine(parts, tables.commands);
    effects.push(...commandEffects(base, reading.effects, fromInput));
    if (fromInput && reading.exposed === 'bare' && !reading.effects.some((effect) => effect.class === 'exec')) {
      effects.push({ ...base, class: 'exec', detail: 'a command line that the caller completes', callerControlled: true });
    }
    if (!reading.complete && !reading.effects.some((effect) => effect.class === 'exec'))
      unresolved = toldByWords(reading) ?? 'a part of the command could not be told';
  }
  return { effects, ...(unresolved === undefined ? {} : { unresolved }) };
}

/** Effects of a program with a list of arguments. */
export function argvEffects(
  tracer: Tracer,
  tables: Tables,
  plain: DirectEffect,
  subject: Value | undefined,
  options: RowOptions,
  call: LibraryCall,
): Found {
  const sunk = (kind: Sink['kind'], value: Value | undefined): DirectEffect =>
    value !== undefined && fromModel(value) ? { ...plain, sinks: [{ kind, value }] } : plain;
  const behind = options.args === undefined ? [undefined] : optionsOf(valueAt(tracer, options.args, call) ?? undefinedValue);
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const words of programs(subject ?? undefinedValue, tables)) {
    // The program may be the first word of its list.
    const isList = words.kind === 'array' && options.args === undefined && words.items.length > 0;
    const option = isList ? words.items[0]! : words;
    const lists = isList ? [{ ...words, items: words.items.slice(1) }] : behind;
    const fromInput = fromModel(option);
    const program = programOf(option, tables.commands);
    if (program === undefined) {
      const base = sunk('program', option);
      effects.push(openEnded(base, fromInput ? 'a program that the caller names' : 'a program', fromInput));
      if (!fromInput) unresolved = 'the program could not be told';
      continue;
    }
    for (const list of lists.flatMap(variants)) {
      const base = sunk('shell', shells.test(program) ? scriptIn(list) : undefined);
      if (program === 'osascript' && list?.kind === 'array' && list.rest === undefined && onlyAsks(list.items)) {
        effects.push({ ...base, detail: 'osascript' });
        continue;
      }
      const items = list?.kind === 'array' ? list.items.map((item) => stringOf(item)) : [];
      const given = list !== undefined && list.kind !== 'object' && list.kind !== 'constant';
      const open = given && (list.kind !== 'array' || list.rest !== undefined);
      const reading = readArgv(program, items, open, tables.commands);
      effects.push(
        ...commandEffects(base, reading.effects, given && fromModel(list)).map((effect) =>
          effect.named === true ? instructed(effect, [list]) : effect,
        ),
      );
      if (!reading.complete && !reading.effects.some((effect) => effect.class === 'exec'))
        unresolved = toldByWords(reading) ?? `what \`${program}\` does could not be told`;
    }
  }
  return { effects, ...(unresolved === undefined ? {} : { unresolved }) };
}

const shells = /^(?:(?:ba|da|fi|k|z)?sh|cmd|cmd\.exe|powershell|powershell\.exe|pwsh)$/;

/** The text that a shell is started with: `bash -c text`. */
function scriptIn(list: Value | undefined): Value | undefined {
  if (list?.kind !== 'array') return undefined;
  const at = list.items.findIndex((item) => /^(?:-[a-z]{0,3}c|\/[cCkK]|-[Cc]ommand|-EncodedCommand)$/.test(stringOf(item) ?? ''));
  return at < 0 ? undefined : list.items[at + 1];
}

/** What a value may be beside being there not yet. */
function given(value: Value): readonly Value[] {
  const options = optionsOf(value);
  const present = options.filter((option) => option.kind !== 'constant' || (option.value !== null && option.value !== undefined));
  return present.length > 0 ? present : options;
}

/** The programs that may be meant. Who starts the server may say where the one is that the code names. */
function programs(value: Value, { commands }: Tables): readonly Value[] {
  const options = given(value);
  const named = options.filter((option) => option.kind === 'constant' && programOf(option, commands) !== undefined);
  return named.length === 0 ? options : options.filter((option) => named.includes(option) || !isOperators(option));
}

/** Comes from the command line or the environment of the server, and not from the model. */
function isOperators(value: Value): boolean {
  const told = (part: Value): boolean =>
    part.kind === 'environment' ||
    (part.kind === 'external' && part.library === 'global' && part.path.startsWith('process.argv')) ||
    (part.kind === 'derived' && part.operation.startsWith('process.argv'));
  return somePart(value, told) && !fromModel(value);
}

const maxVariants = 8;

/** A list with all of its words, without each option that a test puts there (`--dry-run`), and without what is put there together. */
function variants(list: Value | undefined): readonly (Value | undefined)[] {
  if (list?.kind !== 'array' || list.mayLack === undefined) return [list];
  const options = alone(list)
    .filter((item) => stringOf(item)?.startsWith('-') === true)
    .map((item) => [item]);
  const without = (left: readonly Value[]): Value => ({ ...list, items: list.items.filter((item) => !left.includes(item)) });
  return [list, ...[...options, ...groups(list)].slice(0, maxVariants).map(without)];
}

/** Items that each may be there without the others. */
function alone({ mayLack = [], together = [] }: ArrayValue): readonly Value[] {
  return [...mayLack.filter((item) => !together.some(({ items }) => items.includes(item))), ...together.flatMap(alone)];
}

/** Items that are left out together. */
function groups({ together = [] }: ArrayValue): readonly (readonly Value[])[] {
  return together.flatMap((group) => [group.items, ...groups(group)]);
}

/** Whatever it is that runs, nobody could tell it. */
function openEnded(base: DirectEffect, detail: string, fromInput: boolean): DirectEffect {
  return { ...base, class: 'exec', detail, callerControlled: fromInput, certainty: fromInput ? 'certain' : 'probable' };
}

function toldByWords(reading: CommandReading): string | undefined {
  const { detail } = reading.effects.find((effect) => effect.named === true) ?? {};
  return detail === undefined ? undefined : `the program is not described; the words \`${detail}\` say what it does`;
}

function commandEffects(base: DirectEffect, found: readonly CommandEffect[], fromInput: boolean): DirectEffect[] {
  return found.map(({ mayCount, ...effect }) => ({
    ...base,
    ...effect,
    relative: effect.relative || (mayCount === true && fromInput),
    ...(effect.named === true ? { certainty: 'probable' as const } : {}),
    callerControlled: effect.class === 'exec' && fromInput,
  }));
}
