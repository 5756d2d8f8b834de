/** Command lines in scripts that fail when what they make is there already, though a form exists that does not. */
import { repeatableTwin, type CommandTable, type ImperativeCommand } from '../../../rules/kit/index.js';
import { readCommands, type CommandEffect } from '../trace/shell.js';
import { holeMark, variableMark, type SimpleCommand, type Word } from '../trace/shell/words.js';
import { lineOf, shiftOf, type Script } from './scripts.js';

export type FoundImperative = Omit<ImperativeCommand, 'inTests'>;

/** The commands of scripts that a second run stops at, each at its line. */
export function imperativesIn(file: string, text: string, scripts: readonly Script[], table: CommandTable): readonly FoundImperative[] {
  return scripts.flatMap((script) =>
    script.where === 'permission' || script.forgiven === true ? [] : imperativesOf(file, text, script, table),
  );
}

function imperativesOf(file: string, text: string, script: Script, table: CommandTable): readonly FoundImperative[] {
  const { where, parts, span } = script;
  const all = readCommands(parts, table);
  const isStrict = where === 'workflow' || (where === 'shell' && /^[ \t]{0,20}set[ \t]+-\w{0,9}e/mu.test(parts.join(' ')));
  const found: FoundImperative[] = [];
  const cleared = new Set<string>();
  for (const [at, { command, effects }] of all.entries()) {
    // What was asked for, or removed, before it is made: whoever wrote that thought of the second run.
    if (['[', '[[', 'test', 'mktemp'].includes(command.words[0]?.text ?? '')) break;
    const effect = effects.find((one) => isRefused(one, where) && !cleared.has(one.resource));
    for (const { class: kind, resource } of effects) if (kind === 'destroy') cleared.add(resource);
    const twin = effect === undefined ? undefined : repeatableTwin({ api: '', detail: effect.detail });
    if (effect === undefined || twin === undefined || !isPlain(command) || !stops(all, at, isStrict)) continue;
    const [program = '', statement] = effect.detail.split(': ', 2);
    const shift = shiftOf(text, script, command);
    const start = shift === undefined ? undefined : shift + (command.words[0]?.start ?? 0);
    const line = lineOf(text, span, program.split(' ', 1)[0] ?? program, start);
    const accept = shift === undefined ? undefined : acceptIn(command, effect, { file, text, shift });
    found.push({ file, span: line, shown: (statement ?? program).slice(0, 60), twin, where, ...(accept === undefined ? {} : { accept }) });
  }
  return found;
}

/** The machine of a job is new each time; what lies elsewhere is not. */
function isRefused(effect: CommandEffect, where: Script['where']): boolean {
  return effect.class === 'write.add' && effect.exclusive && (where !== 'workflow' || effect.openWorld);
}

/** All of its words are known, it makes no lock, and no name that the service thinks of. */
function isPlain({ words, input = '', outer, asked }: SimpleCommand): boolean {
  const text = words.map((word) => word.text).join(' ');
  if (!outer || asked || text.includes(holeMark) || text.includes(variableMark)) return false;
  return !/lock|mutex/i.test(text) && !input.includes('generateName');
}

/** Its failure is the script's: nobody says what is to be done instead, and no command comes behind it regardless. */
function stops(all: ReturnType<typeof readCommands>, at: number, isStrict: boolean): boolean {
  const ended = (one: number): string => all[one]?.command.ended ?? '';
  if (ended(at - 1) === '||') return false;
  let last = at;
  while (/^(?:&&|\|&?)$/.test(ended(last)) && last < all.length - 1) last += 1;
  if (['||', '&', ')'].includes(ended(last))) return false;
  return isStrict || last === all.length - 1;
}

/** Where a command is written: its places are behind those in the file by `shift`. */
interface Written {
  readonly file: string;
  readonly text: string;
  readonly shift: number;
}

/** What to write where; absent where the words do not say. */
function acceptIn({ words }: SimpleCommand, effect: CommandEffect, { file, text: whole, shift }: Written): FoundImperative['accept'] {
  const put = (word: Word | undefined, text: string): FoundImperative['accept'] =>
    // A word in quotes, or with escapes, is not written as it reads.
    word === undefined || word.end - word.start !== word.text.length
      ? undefined
      : { at: { file, span: { start: shift + word.start, end: shift + word.end } }, text };
  const first = (pattern: RegExp): Word | undefined => words.find(({ text }) => pattern.test(text));
  if (/^mkdir\b/.test(effect.detail)) return put(first(/^mkdir$/), 'mkdir -p');
  if (/: CREATE (?:TABLE|SCHEMA)\b/.test(effect.detail)) {
    const from = shift + (words[0]?.start ?? 0);
    const [only, ...more] = [...whole.slice(from, shift + (words.at(-1)?.end ?? 0)).matchAll(/\bcreate[ \t]{1,9}(?:table|schema)\b/gi)];
    const at = only === undefined ? 0 : from + only.index;
    return only === undefined || more.length > 0
      ? undefined
      : { at: { file, span: { start: at, end: at + only[0].length } }, text: `${only[0]} IF NOT EXISTS` };
  }
  const option = first(/^-[a-z]{0,6}s[a-z]{0,6}$/);
  if (/^ln\b/.test(effect.detail)) return put(option, `${option?.text ?? ''}fn`);
  const isFile = first(/^(?:-f|--filename|-k|--kustomize)(?:=|$)/) !== undefined;
  return /^kubectl create\b/.test(effect.detail) && isFile ? put(first(/^create$/), 'apply') : undefined;
}
