/** Command lines in configuration on which programs ask nobody before they destroy or replace something. */
import type { CommandTable, ForcedCommand, ScriptKnowledge } from '../../../rules/kit/index.js';
import { readCommands } from '../trace/shell.js';
import { lineOf, shiftOf, type Script } from './scripts.js';
import { nameTokens } from './tokens.js';

export type FoundCommand = Omit<ForcedCommand, 'inTests'>;

/** Whether a text may hold such a command line, by the words of each: most files hold none. */
export type ForcedFilter = (text: string) => boolean;

/** How far behind a program the words of its line are looked for. */
const farthest = 400;

export function forcedFilter(table: CommandTable): ForcedFilter {
  const programs = Object.entries(table).flatMap(([program, { forced = [] }]) =>
    forced.length === 0
      ? []
      : [{ program, lines: forced.map((line) => line.split(' ').flatMap((word) => (word === '*' ? [] : [word.split('|')]))) }],
  );
  return (text) =>
    programs.some(({ program, lines }) => {
      for (let at = wordAt(text, program, 0); at !== -1; at = wordAt(text, program, at + 1)) {
        const behind = text.slice(at + program.length, at + farthest);
        if (lines.some((words) => words.every((forms) => forms.some((form) => mayHold(behind, form))))) return true;
      }
      return false;
    });
}

/** A short option may stand among others: `-xdf`. */
function mayHold(text: string, form: string): boolean {
  if (!/^-\w$/.test(form)) return wordAt(text, form, 0) !== -1;
  for (let at = text.indexOf('-'); at !== -1; at = text.indexOf('-', at + 1)) {
    const [, letters] = /^-([A-Za-z]{1,8})(?![\w-])/.exec(text.slice(at, at + 12)) ?? [];
    if (letters?.includes(form[1] ?? '') === true && !isPartOfWord(text[at - 1])) return true;
  }
  return false;
}

/** Where a word stands by itself, from an offset on. */
function wordAt(text: string, word: string, from: number): number {
  for (let at = text.indexOf(word, from); at !== -1; at = text.indexOf(word, at + 1))
    if (!isPartOfWord(text[at - 1]) && !isPartOfWord(text[at + word.length])) return at;
  return -1;
}

function isPartOfWord(sign: string | undefined): boolean {
  return sign !== undefined && /[\w-]/.test(sign);
}

/** The forced commands of scripts, each where its switch is written. */
export function forcedIn(
  file: string,
  text: string,
  scripts: readonly Script[],
  table: CommandTable,
  { spared }: Pick<ScriptKnowledge, 'spared'>,
): readonly FoundCommand[] {
  const words = new Set(spared);
  return scripts.flatMap((script) => {
    const found = new Map<string, FoundCommand>();
    const all = readCommands(script.parts, table).flatMap(({ command, effects }) => effects.map((effect) => ({ command, ...effect })));
    for (const { forced, class: kind, detail, command } of all) {
      if (forced === undefined || found.has(forced)) continue;
      const shift = shiftOf(text, script, command);
      const from = shift === undefined ? undefined : shift + (command.words[0]?.start ?? 0);
      const span = lineOf(text, script.span, forced.slice(forced.lastIndexOf(' ') + 1), from);
      const line = text.slice(span.start, span.end);
      const said = [...script.names, line].flatMap((name) => [...nameTokens(name)]);
      const isBranch = script.where !== 'permission' && isReplaceable(detail, line);
      const spare = said.find((word) => words.has(word)) ?? (isBranch ? 'git' : undefined);
      found.set(forced, {
        file,
        span,
        shown: forced,
        destroys: kind === 'destroy',
        where: script.where,
        ...(spare === undefined ? {} : { spared: spare }),
      });
    }
    return [...found.values()];
  });
}

/** Branches and tags that programs write anew each time, and nobody works on; what a build left in a checkout. */
function isReplaceable(detail: string, line: string): boolean {
  if (detail.startsWith('git clean')) return true;
  return detail.startsWith('git push') && !/\b(?:main|master|trunk|develop|release)\b/.test(line);
}
