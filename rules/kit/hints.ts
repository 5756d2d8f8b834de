import { weaker } from './certainty.js';
import { addsWhenCalledAgain, changes, worst } from './effects-of.js';
import { chain } from './evidence.js';
import { hintNames } from './model.js';
import { givenIn, literalIn } from './literals.js';
import type { Data, Edit, Effect, Evidence, FixGrade, Hint, HintName, Located, Place, Tool } from './model.js';

/** What the protocol assumes when a hint is absent (MCP schema, `ToolAnnotations`): always the worse. */
export const hintDefaults: Readonly<Record<HintName, boolean>> = {
  readOnly: false,
  destructive: true,
  idempotent: false,
  openWorld: true,
};

export type HintValues = Readonly<Partial<Record<HintName, boolean>>>;

/** The hint as the source writes it: `readOnlyHint`. */
export function hintField(tool: Tool, name: HintName): string {
  return tool.hintNames?.[name] ?? `${name}Hint`;
}

/** `readOnlyHint: false, idempotentHint: false`, for titles. */
function shownHints(tool: Tool, values: HintValues): string {
  return stated(values)
    .map(([name, value]) => givenIn(written(tool), hintField(tool, name), literalIn(written(tool), value)))
    .join(', ');
}

/** The file in which hints of a tool are, or would be, written. */
function written({ hintSlot, definition }: Tool): string {
  return hintSlot?.file ?? definition.file;
}

/** The wrong value of `idempotentHint`: promised, and some call adds more each time. */
export function claimsIdempotent(tool: Tool): boolean {
  return tool.hints.idempotent?.value === true && tool.effects.known.some(contradictsIdempotent);
}

/** It adds something each time, or runs what nobody can promise anything of; of a query that is only completed, the rest tells. */
export function contradictsIdempotent(effect: Effect): boolean {
  const runs =
    effect.class === 'exec' &&
    effect.completes !== true &&
    changes(effect) &&
    effect.idempotentBy === undefined &&
    effect.refusedBy === undefined;
  return runs || (addsWhenCalledAgain(effect) && effect.key.level !== 'K4');
}

/** What the effects say of a hint; `null` when they do not say. A single write disproves `readOnly`, even beside unknown calls. */
export function inferredHint(tool: Tool, name: HintName): boolean | null {
  return name === 'readOnly' && tool.effects.known.some(changes) ? false : tool.inferred[name];
}

/** Those of the named hints whose inferred value is no laxer than what absence means: they may be written without a question. */
export function strictHints(tool: Tool, names: readonly HintName[]): HintValues {
  return Object.fromEntries(
    names.filter((name) => inferredHint(tool, name) === hintDefaults[name]).map((name) => [name, hintDefaults[name]]),
  );
}

/** Inferred values of all named hints, laxer ones as well; `undefined` unless every call of the tool was resolved for certain. */
export function provedHints(tool: Tool, names: readonly HintName[]): HintValues | undefined {
  const { complete, certainty } = tool.inferred;
  if (!complete || certainty !== 'certain' || tool.effects.known.some((effect) => effect.certainty !== 'certain')) return undefined;
  const values = names.map((name) => [name, inferredHint(tool, name)] as const);
  return values.every(([, value]) => value !== null) ? (Object.fromEntries(values) as HintValues) : undefined;
}

/**
 * Says that a hint claims more harm than the code can do: every call was resolved, and shows the opposite. A human decides; the rule
 * words the message `overstated`. `along`: another hint
 * that would contradict it otherwise.
 */
export function overstated(tool: Tool, name: 'readOnly' | 'destructive' | 'idempotent', along: readonly AlongHint[] = []) {
  const { complete, certainty } = tool.inferred;
  const at = tool.hints[name];
  if (at === undefined || at.value !== hintDefaults[name] || !complete || tool.inferred[name] !== !at.value) return undefined;
  const effects = tool.effects.known;
  const sure = effects.reduce((least, effect) => weaker(least, effect.certainty), certainty);
  const effect = worst(effects);
  if (sure === 'possible') return undefined;
  return {
    message: 'overstated' as const,
    data: { tool: tool.name.value, hint: hintField(tool, name) },
    at,
    certainty: sure,
    because: effect === undefined ? followed(tool) : chain(effect),
    severity: 'hint' as const,
    set: 'strict' as const,
    fixes: hintFixes(tool, name, at, along).map((fix) => ({ ...fix, grade: 'choice' as const })),
  };
}

/** Where nothing is reached, what was followed to the end is all that can be shown. */
function followed({ handler }: Tool): readonly Evidence[] {
  return handler === undefined ? [] : [{ file: handler.file, span: handler.span, label: 'reaches nothing' }];
}

/**
 * Edits that write hints which are absent, and further properties beside them; `undefined` when the place for them is not
 * provable.
 */
function writeHints(tool: Tool, values: HintValues, more: Readonly<Record<string, Data>> = {}): readonly Edit[] | undefined {
  const slot = tool.hintSlot;
  const properties: readonly (readonly [string, Data])[] = [
    ...Object.entries(more),
    ...stated(values).map(([name, value]) => [hintField(tool, name), value] as const),
  ];
  if (slot === undefined || properties.length === 0 || stated(values).some(([name]) => tool.hints[name] !== undefined)) return undefined;
  if (slot.object !== undefined) {
    const { object } = slot;
    return properties.map(([key, value]) => ({ kind: 'property', object, key, value }));
  }
  return slot.existing !== undefined || slot.insert === undefined
    ? undefined
    : [{ kind: 'set', slot, value: Object.fromEntries(properties) }];
}

/** Title of {@link declarations}, for the messages of a rule that offers them. */
export const declareMessages = { declare: 'Declare `{hints}`' } as const;

/** One fix for each way of writing absent hints that has a provable place. */
export function declarations(
  tool: Tool,
  offers: readonly { readonly values: HintValues; readonly grade: FixGrade }[],
  more: Readonly<Record<string, string>> = {},
) {
  return offers.flatMap(({ values, grade }) => {
    const edits = writeHints(tool, values, more);
    const words = Object.entries(more).map(([key, text]) => givenIn(written(tool), key, `"${text}"`));
    const hints = [...words, shownHints(tool, values)].filter((part) => part !== '').join(', ');
    return edits === undefined ? [] : [{ message: 'declare' as const, data: { hints }, grade, edits }];
  });
}

/**
 * Fixes that state all of these hints: at once when all of them are as strict as absence; else for a human to decide, what is
 * proved, or what absence means anyway.
 */
export function fillHints(tool: Tool, names: readonly HintName[], more: Readonly<Record<string, string>>) {
  const strict = strictHints(tool, names);
  const grade: FixGrade = Object.keys(more).length === 0 ? 'auto' : 'choice';
  if (Object.keys(strict).length === names.length) return declarations(tool, [{ values: strict, grade }], more);
  const proved = provedHints(tool, names);
  const assumed: HintValues = Object.fromEntries(names.map((name) => [name, hintDefaults[name]]));
  const offers = (proved === undefined ? [assumed] : [proved, assumed]).map((values) => ({ values, grade: 'choice' as const }));
  return declarations(tool, offers, more);
}

/** A name as a human writes it: `delete_invoice` gives `Delete invoice`. */
export function spoken(name: string): string {
  const words = name
    .replace(/[^A-Za-z0-9]/g, ' ')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .trim()
    .toLowerCase();
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

/** Another hint that one fix writes, which its title says. */
export interface AlongHint {
  readonly name: HintName;
  readonly value: boolean;
  readonly edit: Edit;
}

/** A hint that is turned around along with another one. */
export function flippedAlong(name: HintName, hint: Located<boolean>): AlongHint {
  return { name, value: !hint.value, edit: flipHint(hint) };
}

/** Titles of {@link hintFix}, for the messages of a rule that offers it. */
export const hintMessages = {
  correct: 'Set `{hints}`',
  correctShared: 'Set `{hints}` where it is declared, for all tools that share it',
} as const;

/** Turns a hint around, and does what follows from it. A hint that other tools may share is not touched without a question. */
function hintFix(tool: Tool, name: HintName, hint: Located<boolean>, along: readonly AlongHint[]) {
  const own = ownsHint(tool, hint);
  const sign = tool.language === 'python' ? '=' : ': ';
  const hints = [{ name, value: !hint.value }, ...along]
    .map((one) => `${hintField(tool, one.name)}${sign}${literalIn(hint.file, one.value)}`)
    .join(', ');
  return {
    message: own ? 'correct' : 'correctShared',
    data: { hints },
    grade: own ? ('auto' as const) : ('exact' as const),
    edits: [flipHint(hint), ...along.map(({ edit }) => edit)],
  } as const;
}

/** {@link hintFix}, unless what stands there says something else of other tools. */
export function hintFixes(tool: Tool, name: HintName, hint: Hint, along: readonly AlongHint[] = []) {
  return hint.computed === true && !ownsHint(tool, hint) ? [] : [hintFix(tool, name, hint, along)];
}

/** It happens only for a value of a flag that the model has to set on purpose. */
export function isOffByDefault(effect: Effect, tool: Tool): boolean {
  const { mode } = effect;
  const input = tool.inputs.find(({ name }) => name === mode?.parameter);
  if (mode === undefined || input === undefined || !mode.values.every((value) => value === true)) return false;
  return input.fallback === false || (input.optional && input.fallback == null);
}

/** The edit that turns a hint around where it is written. */
export function flipHint({ file, span, value }: Located<boolean>): Edit {
  return { kind: 'replace', at: { file, span }, text: literalIn(file, !value) };
}

/** The hint stands inside the definition, so that no other tool shares it. */
export function ownsHint(tool: Tool, hint: Place): boolean {
  const { file, span } = tool.definition;
  return hint.file === file && span.start <= hint.span.start && hint.span.end <= span.end;
}

function stated(values: HintValues): readonly (readonly [HintName, boolean])[] {
  return hintNames.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]] as const]));
}
