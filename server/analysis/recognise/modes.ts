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
  /** There are no other values: the schema allows none, or the code does nothing with them. */
  readonly closed: boolean;
}

const bounds = { values: 24, commands: 40, parameters: 4, walks: 48 } as const;
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
  const changing = effects.known.some(changes);
  if (!changing && !mayChange(effects)) return { effects, modes: [] };
  const splits: Split[] = [];
  let walks = 0;
  let best = effects;
  const tried: Split['answers'][number][] = [];
  for (const { parameter, options, closed } of candidates(inputs, decisions, unsure, namingIn(effects))) {
    // How a tool reads is no other mode of it: only a choice between several things may lead to what could not be told.
    if (!changing && !closed && options.filter(({ value }) => typeof value === 'string' && value !== '*').length < 2) continue;
    if (splits.length >= bounds.parameters || walks + options.length > bounds.walks) break;
    walks += options.length;
    const answers = options.flatMap(({ value, seen }) => {
      const found = suppose({ path: parameter, value: seen });
      return found === undefined ? [] : [{ value, effects: found }];
    });
    tried.push(...answers);
    if (answers.length !== options.length) continue;
    const all = closed || (decisions.get(parameter)?.loosely === false && answers.some(refuses));
    const split = { parameter, answers, closed: all };
    // What is the same for each value is no split, but may be more than could be told of any value.
    best = clearer(best, split);
    if (differ(answers.map((answer) => answer.effects))) splits.push(split);
  }
  // What one parameter made clear, the answers for another one know less of.
  const told = best === effects ? withAnswers(effects, tried) : best;
  const known = told.known.map((effect) => withMode(effect, splits));
  return {
    effects: { ...told, known },
    modes: splits.flatMap(({ parameter, answers }) => answers.map((answer) => modeOf(name, parameter, answer, known))),
  };
}

/** Parameters that name commands come first, then those that code decides by, with the fewest values first, then what the schema lists. */
function candidates(
  inputs: readonly InputParameter[],
  decisions: Deciding,
  unsure: boolean,
  naming: ReadonlySet<string>,
): (Omit<Split, 'answers'> & { options: Option[] })[] {
  const rank = (parameter: string): number => Number(naming.has(parameter)) * 2 + Number(decisions.has(parameter));
  const paths = new Set([...decisions.keys(), ...(unsure ? inputs.filter(isListed).map((input) => input.name) : [])]);
  return [...paths]
    .flatMap((parameter) => {
      const input = inputs.find((one) => one.name === parameter);
      const options = optionsFor(input, decisions.get(parameter)?.values ?? new Set(), inputs.length === 0);
      const most = naming.has(parameter) ? bounds.commands : bounds.values;
      return options.length < 2 || options.length > most + 1 ? [] : [{ parameter, options, closed: input?.values !== undefined }];
    })
    .sort((a, b) => rank(b.parameter) - rank(a.parameter) || a.options.length - b.options.length);
}

/** Parameters that say in a message what it asks for. */
export function namingIn({ known }: Tool['effects']): ReadonlySet<string> {
  return new Set(known.filter(changes).flatMap((effect) => effect.unsaid ?? []));
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

/** Any value that the code does not name leads to nothing. */
function refuses({ value, effects }: Split['answers'][number]): boolean {
  return value === '*' && effects.unresolved.length === 0 && !effects.known.some(changes);
}

/** What is done for one value is done, though it only shows when the value is known. Those that stand for others are no values. */
function withAnswers(effects: Tool['effects'], answers: Split['answers']): Tool['effects'] {
  const known = new Set(effects.known.map(identity));
  const more: Effect[] = [];
  const real = answers.filter(({ value }) => value !== '*' && value !== true);
  for (const effect of real.flatMap((answer) => answer.effects.known)) {
    if (!changes(effect) || effect.unsaid !== undefined || known.has(identity(effect))) continue;
    known.add(identity(effect));
    more.push(effect);
  }
  return more.length === 0 ? effects : { ...effects, known: [...effects.known, ...more] };
}

/** With each allowed value known, more may be resolved than before. */
function clearer(effects: Tool['effects'], { answers, closed }: Split): Tool['effects'] {
  const all = closed ? together(answers.map((answer) => answer.effects)) : effects;
  return open(all) < open(effects) ? all : effects;
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

/** Something could not be told, and no name says that it only reads. */
function mayChange({ unresolved }: Tool['effects']): boolean {
  return unresolved.some(({ named }) => named !== true);
}

/** How much could not be told: calls, what is open-ended, and messages that may ask. */
function open({ known, unresolved }: Tool['effects']): number {
  const unclear = known.filter((effect) => changes(effect) && (effect.class === 'exec' || effect.unsaid !== undefined));
  return unresolved.length + new Set(unclear.map(identity)).size;
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
