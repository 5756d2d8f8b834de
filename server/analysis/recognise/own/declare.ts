/** Reads a candidate: where its value has the parts of a definition, it is one. */
import { hintNames, type Field, type Place } from '../../../../rules/kit/index.js';
import { memberOf } from '../../trace/members.js';
import { slotBelow } from '../../trace/slots.js';
import type { Tracer } from '../../trace/tracer.js';
import {
  constant,
  nextId,
  optionsOf,
  stringOf,
  type FunctionValue,
  type InstanceValue,
  type ObjectValue,
  type Property,
  type Value,
} from '../../trace/value.js';
import type { Definition } from '../definition.js';
import type { AnswersDraft, OwnDraft } from '../draft.js';
import { answerOf } from './answers.js';
import { ownArguments, type Typed } from './arguments.js';
import { preparedInput } from './prepared.js';
import { typeInstance } from '../../trace/type-instance.js';

type Holder = ObjectValue | InstanceValue;

interface Found {
  readonly value: Value;
  readonly field: Field;
}

/** The definitions that a candidate stands for; none, when parts are missing or its name is not known. */
export function fromOwn(tracer: Tracer, draft: OwnDraft, answers: AnswersDraft | undefined, into: Definition[]): void {
  const seen = new Set<string>();
  for (const holder of holdersOf(tracer, draft)) {
    for (const definition of read(tracer, draft, holder, answers)) {
      if (seen.has(definition.name)) continue;
      seen.add(definition.name);
      into.push(definition);
    }
  }
}

/** Errors have a name and a message, too. */
function isFailure(holder: Holder): boolean {
  if (holder.kind !== 'instance') return false;
  const { base } = holder.cls.cls;
  return base?.kind === 'name' && /(?:Error|Exception)$/.test(base.name);
}

/** What the expression makes; where that is not known, what is handed to it. */
function holdersOf(tracer: Tracer, draft: OwnDraft): readonly Holder[] {
  const { expression, literals } = draft.candidate;
  const value = tracer.evaluate(expression, draft.env);
  const made = optionsOf(value)
    .flatMap((option): Holder[] =>
      option.kind === 'object' || option.kind === 'instance' ? [option] : option.kind === 'class' ? [typeInstance(option)] : [],
    )
    .filter((holder) => !isFailure(holder));
  const shaped = made.filter((holder) => isDefinition(tracer, draft, holder));
  // A package takes it, and is asked about it elsewhere.
  if (shaped.length === 0 && optionsOf(value).some((option) => option.kind === 'external' && tracer.libraries.described(option.library)))
    return [];
  if (shaped.length > 0) return shaped;
  return literals.flatMap((literal) => {
    const own = tracer.evaluate(literal, draft.env);
    return own.kind === 'object' && isDefinition(tracer, draft, own) ? [own] : [];
  });
}

function isDefinition(tracer: Tracer, draft: OwnDraft, holder: Holder): boolean {
  const { own } = draft;
  const { said, key } = draft.candidate;
  if (key === undefined && first(tracer, holder, own.name) === undefined) return false;
  const description = first(tracer, holder, own.description);
  const input = first(tracer, holder, own.input);
  const handler = handlerOf(tracer, draft, holder);
  const rows = [description, input, handler].filter((part) => part !== undefined).length;
  return said.typed ? rows >= 2 : description !== undefined && input !== undefined && (handler !== undefined || rows >= 2);
}

function read(tracer: Tracer, draft: OwnDraft, holder: Holder, answers: AnswersDraft | undefined): readonly Definition[] {
  const { own, framework, library } = draft;
  const { key, said } = draft.candidate;
  const at = placeOf(tracer, draft, holder);
  const name = first(tracer, holder, own.name)?.value;
  const options = optionsOf(name ?? constant(key)).flatMap((option) => stringOf(option) ?? []);
  const handler = handlerOf(tracer, draft, holder);
  const hints = first(tracer, holder, own.hints);
  const flags = hints === undefined ? flagsOf(tracer, draft, holder) : undefined;
  const hintSlot = hints === undefined || holder.kind !== 'object' ? undefined : slotBelow(holder, hints.field.split('.'));
  const types = typesOf(tracer, draft, handler?.value);
  return options.filter(isToolName).map((text) => {
    const answer = handler === undefined && answers !== undefined ? answerOf(tracer, answers, text) : undefined;
    return {
      framework,
      library,
      name: text,
      nameAt: nameAt(name, at),
      at,
      carriers: [holder],
      ...(own.open === undefined ? {} : { open: own.open }),
      gateSlots: {},
      ...(said.group === undefined ? {} : { group: said.group }),
      ...part('title', first(tracer, holder, own.title)?.value),
      ...part('description', first(tracer, holder, own.description)?.value),
      ...part('input', first(tracer, holder, own.input)?.value),
      ...part('hints', hints?.value ?? flags?.value),
      ...(flags === undefined ? {} : { hintNames: flags.names }),
      ...(hintSlot === undefined ? {} : { hintSlot }),
      ...part('gate', first(tracer, holder, own.gate)?.value),
      ...part('handler', answer?.handler ?? handler?.value),
      argumentsOf:
        answer?.argumentsOf ??
        ((fn: FunctionValue, input: Value) =>
          ownArguments(tracer, fn, preparedInput(tracer, holder, input), types, handler === undefined ? [] : [handler.field])),
    };
  });
}

/** What the protocol and the vendors take for a name. Titles and messages have blanks. */
function isToolName(text: string): boolean {
  return /^[\w.:/-]{1,128}$/.test(text);
}

function nameAt(name: Value | undefined, fallback: Place): Place {
  const found = optionsOf(name ?? constant(undefined)).find((option) => option.kind === 'constant' && option.at !== undefined);
  return found?.kind === 'constant' ? (found.at ?? fallback) : fallback;
}

function part<K extends string>(key: K, value: Value | undefined): { readonly [P in K]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]: Value });
}

/** The literal that was written, the call that made it, or the class. */
function placeOf(tracer: Tracer, draft: OwnDraft, holder: Holder): Place {
  const { expression, literals } = draft.candidate;
  const { file } = draft.env.module;
  if (literals.length === 1) return { file, span: literals[0]!.span };
  if (expression.kind === 'call' && expression.isNew && holder.kind === 'instance' && expression.args.length === 0)
    return { file: holder.cls.env.module.file, span: holder.cls.cls.span };
  return tracer.place(expression.span, draft.env);
}

function first(tracer: Tracer, holder: Holder, fields: readonly Field[]): Found | undefined {
  for (const field of fields) {
    const value = member(tracer, holder, field);
    if (value !== undefined) return { value, field };
  }
  return undefined;
}

function member(tracer: Tracer, holder: Holder, field: Field): Value | undefined {
  let value: Value = holder;
  for (const key of field.split('.')) {
    if (value.kind !== 'object' && value.kind !== 'instance') return undefined;
    value = memberOf(tracer, value, key);
  }
  if (value.kind === 'function' && /^get[A-Z]/.test(field)) value = tracer.callFunction(value, []);
  return value.kind === 'unknown' || (value.kind === 'constant' && (value.value === undefined || value.value === null)) ? undefined : value;
}

// ---------------------------------------------------------------------------------------------------- handlers

/** Functions of a definition that do something else than run it. */
const aside =
  /^(?:format|render|display|show|preprocess|prepare|validate|check|is|has|can|should|may|get|on|to|enabled|available|parse|serialize|summar|describe|transform|map|response|result|output|evaluate|annot|title|message|label)/i;

function handlerOf(tracer: Tracer, draft: OwnDraft, holder: Holder): Found | undefined {
  for (const field of draft.own.handler) {
    const value = member(tracer, holder, field);
    if (value !== undefined && mayRun(value)) return { value, field };
  }
  if (holder.kind !== 'object') return undefined;
  // A word of the project's own: its one function that is there for nothing else.
  const others = [...holder.properties].filter(([key, { at }]) => at !== undefined && !aside.test(key) && !isNamed(draft, key));
  const functions = others.flatMap(([field, property]): Found[] => {
    const value = property.value();
    return mayRun(value) ? [{ value, field }] : [];
  });
  return functions.length === 1 ? functions[0] : undefined;
}

function isNamed({ own }: OwnDraft, key: string): boolean {
  return [own.name, own.title, own.description, own.input, own.hints, own.gate].some((fields) => fields.includes(key));
}

/** A function, or what a package made of one. */
function mayRun(value: Value): boolean {
  return optionsOf(value).some(
    (option) =>
      option.kind === 'function' ||
      (option.kind === 'derived' && option.from.some((from) => from.kind === 'function')) ||
      (option.kind === 'external' && option.args?.some((arg) => arg.kind === 'function') === true),
  );
}

/** Types that tell what the handler is given: those of the literal, or of what the helper returns when that holds it. */
function typesOf(tracer: Tracer, draft: OwnDraft, handler: Value | undefined): readonly Typed[] {
  const { expression, said } = draft.candidate;
  const written = said.types.map((node) => ({ node, env: draft.env }));
  if (expression.kind === 'class') return expression.implements.map((node) => ({ node, env: draft.env }));
  if (expression.kind !== 'call') return written;
  const helpers = optionsOf(tracer.evaluate(expression.callee, draft.env)).filter((option) => option.kind === 'function');
  const own = optionsOf(handler ?? constant(undefined)).find((option) => option.kind === 'function');
  const inside = own?.kind === 'function' && own.fn.span.start >= expression.span.start && own.fn.span.end <= expression.span.end;
  const ofHelper = helpers.flatMap(({ fn, env }) => {
    const at = tracer.activation({ kind: 'function', id: nextId(), fn, env }, undefined).env;
    const taken = fn.parameters.flatMap(({ type }) => (type === undefined ? [] : [{ node: type, env: at }]));
    return inside || fn.returnType === undefined ? taken : [{ node: fn.returnType, env: at }, ...taken];
  });
  return [...ofHelper, ...written];
}

// ------------------------------------------------------------------------------------------------------- hints

interface Flags {
  readonly value: ObjectValue;
  readonly names: NonNullable<Definition['hintNames']>;
}

/** Booleans of the definition itself, as the hints that they mean, under the names that they have there. */
function flagsOf(tracer: Tracer, { own, framework }: OwnDraft, holder: Holder): Flags | undefined {
  if (framework.hintNames === undefined) return undefined;
  const properties = new Map<string, Property>();
  const names = { ...framework.hintNames };
  for (const hint of hintNames) {
    const found = first(tracer, holder, own.flags[hint]);
    if (found?.value.kind !== 'constant' || typeof found.value.value !== 'boolean') continue;
    const { value, field } = found;
    names[hint] = field;
    properties.set(field, { value: () => value, ...(value.at === undefined ? {} : { at: value.at }) });
  }
  for (const [hint, { at, says }] of Object.entries(own.words)) {
    const name = hint as keyof typeof own.words;
    const found = first(tracer, holder, at);
    if (properties.has(names[name]) || found?.value.kind !== 'constant' || !says.includes(String(found.value.value))) continue;
    const { value, field } = found;
    names[name] = field;
    properties.set(field, { value: () => value, ...(value.at === undefined ? {} : { at: value.at }) });
  }
  return properties.size === 0 ? undefined : { value: { kind: 'object', id: nextId(), properties, open: false, others: [] }, names };
}
