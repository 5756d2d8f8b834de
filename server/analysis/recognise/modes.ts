/**
 * Splits what a tool does by the values of its parameters. The handler is followed once more for each value that a parameter can
 * have; whatever the code does with the value (`switch`, tables, early returns, flags, in helpers and other files) then decides itself.
 */
import { changes, type Effect, type InputParameter, type Tool, type ToolMode, type Unresolved } from '../../../rules/kit/index.js';
import { infer } from '../trace/infer.js';
import type { Deciding, ModeValue } from '../trace/modes.js';
import type { Constant, Fixed } from '../trace/value.js';

/** What the tool does when one value is supposed; `undefined` when that was too much to follow. */
export type Suppose = (fixed: Fixed) => Tool['effects'] | undefined;

interface Option {
  /** `null`: the parameter is absent. */
  readonly value: ModeValue | null;
  /** What the code sees; `undefined` is the absent parameter. */
  readonly seen: Constant;
}

interface Split {
  readonly parameter: string;
  readonly answers: readonly { readonly value: ModeValue | null; readonly effects: Tool['effects'] }[];
  /** The schema allows no other values. */
  readonly closed: boolean;
}

const bounds = { values: 24, parameters: 4, walks: 48 } as const;
/** Stands for every value that the code does not name. */
const another = '\u0000';

/** The effects with the values under which they happen, and the split itself. */
export function splitModes(
  name: string,
  effects: Tool['effects'],
  inputs: readonly InputParameter[],
  decisions: Deciding,
  suppose: Suppose,
): { readonly effects: Tool['effects']; readonly modes: readonly ToolMode[] } {
  const unsure = open(effects) > 0;
  if (!unsure && !effects.known.some(changes)) return { effects, modes: [] };
  const splits: Split[] = [];
  let walks = 0;
  for (const { parameter, options, closed } of candidates(inputs, decisions, unsure)) {
    if (splits.length >= bounds.parameters || walks + options.length > bounds.walks) break;
    walks += options.length;
    const answers = options.flatMap(({ value, seen }) => {
      const found = suppose({ path: parameter, value: seen });
      return found === undefined ? [] : [{ value, effects: found }];
    });
    if (answers.length === options.length && differ(answers.map((answer) => answer.effects))) splits.push({ parameter, answers, closed });
  }
  const told = clearer(effects, splits);
  const known = told.known.map((effect) => withMode(effect, splits));
  return {
    effects: { ...told, known },
    modes: splits.flatMap(({ parameter, answers }) => answers.map((answer) => modeOf(name, parameter, answer, known))),
  };
}

/** Parameters that code decides by, those with the fewest values first; what the schema only lists comes last. */
function candidates(
  inputs: readonly InputParameter[],
  decisions: Deciding,
  unsure: boolean,
): (Omit<Split, 'answers'> & { options: Option[] })[] {
  const paths = new Set([...decisions.keys(), ...(unsure ? inputs.filter(isListed).map((input) => input.name) : [])]);
  return [...paths]
    .flatMap((parameter) => {
      const input = inputs.find((one) => one.name === parameter);
      const options = optionsFor(input, decisions.get(parameter) ?? new Set(), inputs.length === 0);
      return options.length < 2 || options.length > bounds.values + 1 ? [] : [{ parameter, options, closed: input?.values !== undefined }];
    })
    .sort((a, b) => Number(decisions.has(b.parameter)) - Number(decisions.has(a.parameter)) || a.options.length - b.options.length);
}

function isListed(input: InputParameter): boolean {
  return input.values !== undefined && input.values.length > 1 && input.values.length <= 12;
}

function optionsFor(input: InputParameter | undefined, compared: ReadonlySet<ModeValue>, unread: boolean): Option[] {
  const listed = input?.values ?? [...compared];
  const options: Option[] = listed.map((value) => ({ value, seen: value }));
  // A parameter that no schema names is one that nobody can set, unless the schema could not be read.
  if (input === undefined && !unread && compared.size === 0) return [];
  // `output: str | None = None`: what is left out is `None`.
  const absent = (input?.optional ?? false) && input?.fallback == null;
  if (input?.values === undefined && compared.size > 0) options.push({ value: '*', seen: another });
  else if (input?.values === undefined) options.push({ value: true, seen: another });
  if (absent) options.push({ value: null, seen: input?.fallback === null ? null : undefined });
  return options;
}

function differ(answers: readonly Tool['effects'][]): boolean {
  const [first, ...others] = answers.map((answer) =>
    answer.known
      .filter(changes)
      .map(identity)
      .sort()
      .concat(answer.unresolved.map((item) => `? ${item.file}:${item.span.start}`).sort())
      .join('\n'),
  );
  return others.some((other) => other !== first);
}

/** With each allowed value known, more may be resolved than before. */
function clearer(effects: Tool['effects'], splits: readonly Split[]): Tool['effects'] {
  let best = effects;
  for (const split of splits) {
    const all = split.closed ? together(split.answers.map((answer) => answer.effects)) : effects;
    if (open(all) < open(best)) best = all;
  }
  return best;
}

function together(answers: readonly Tool['effects'][]): Tool['effects'] {
  const known = new Map<string, Effect>();
  const unresolved = new Map<string, Unresolved>();
  for (const answer of answers) {
    for (const effect of answer.known) known.set(`${identity(effect)} ${effect.detail ?? ''} ${effect.key.level}`, effect);
    for (const item of answer.unresolved) unresolved.set(`${item.file}:${item.span.start}`, item);
  }
  return { known: [...known.values()], unresolved: [...unresolved.values()], complete: unresolved.size === 0 };
}

/** How much could not be told: calls, and what is open-ended. */
function open({ known, unresolved }: Tool['effects']): number {
  return unresolved.length + new Set(known.filter((effect) => effect.class === 'exec').map(identity)).size;
}

function withMode(effect: Effect, splits: readonly Split[]): Effect {
  let best: { readonly mode: NonNullable<Effect['mode']>; readonly share: number } | undefined;
  for (const { parameter, answers } of splits) {
    const values = answers
      .filter((answer) => answer.effects.known.some((other) => identity(other) === identity(effect)))
      .map(({ value }) => value);
    const share = values.length / answers.length;
    if (values.length > 0 && share < (best?.share ?? 1)) best = { mode: { parameter, values }, share };
  }
  return best === undefined ? effect : { ...effect, mode: best.mode };
}

function modeOf(name: string, parameter: string, answer: Split['answers'][number], known: readonly Effect[]): ToolMode {
  const { readOnly, destructive, idempotent } = infer(name, answer.effects, true, false);
  const there = new Set(answer.effects.known.map(identity));
  const effects = known.flatMap((effect, index) => (there.has(identity(effect)) ? [index] : []));
  return { parameter, value: answer.value, readOnly, destructive, idempotent, effects };
}

function identity(effect: Effect): string {
  return `${effect.class} ${effect.file}:${effect.span.start}`;
}
