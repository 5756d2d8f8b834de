import { isTextObject } from './reach-text.js';
import { textHoles } from './text-parts.js';
import type { DerivedValue, KeyMemo, TextValue, UnionValue, Value } from './value.js';
import { memoOf } from './value-keys.js';

const maxVisits = 400;

/** Whether a value, or something that it was made from, passes a test. Each part is looked at once, and not without end. */
export function somePart(value: Value, test: (part: Value) => boolean): boolean {
  return someOwnPart(value, never, test);
}

/** Like {@link somePart}; what is `foreign` was not made here, and nobody looks at it or into it. */
export function someOwnPart(value: Value, foreign: (part: Value) => boolean, test: (part: Value) => boolean): boolean {
  if (foreign(value)) return false;
  if (test(value)) return true;
  const parts = directParts(value);
  // Most values were made from nothing else.
  if (parts.length === 0) return false;
  const waiting = [...parts];
  const seen = new Set<Value>([value]);
  for (let part = waiting.pop(); part !== undefined && seen.size < maxVisits; part = waiting.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (foreign(part)) continue;
    if (test(part)) return true;
    addParts(part, waiting);
  }
  return false;
}

const never = (): boolean => false;

/** The same as {@link directParts}, without a list of their own. */
function addParts(value: Value, to: Value[]): void {
  switch (value.kind) {
    case 'text':
      for (const part of value.parts) {
        if (typeof part === 'string') continue;
        if (part.kind === 'text') addParts(part, to);
        else if (part.kind !== 'constant') to.push(part);
      }
      return;
    case 'union':
      for (const option of value.options) to.push(option);
      return;
    case 'derived':
      for (const part of value.from) to.push(part);
      return;
    case 'array':
      for (const item of value.items) to.push(item);
      if (value.rest !== undefined) to.push(value.rest);
      return;
    case 'object':
      for (const property of value.properties.values()) to.push(property.seen?.() ?? property.value());
  }
}

/** What a value was directly made from. */
export function directParts(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return textHoles(value);
    case 'union':
      return value.options;
    case 'derived':
      return value.from;
    case 'array':
      return value.rest === undefined ? value.items : [...value.items, value.rest];
    case 'object':
      return [...value.properties.values()].map((property) => property.seen?.() ?? property.value());
    case 'external':
      // A path of Python is an object, and made from texts all the same.
      return value.path.startsWith('Path#') ? (value.args ?? []) : [];
    default:
      return [];
  }
}

interface Question {
  readonly name: 'model' | 'text' | 'fresh' | 'read';
  readonly test: (part: Value) => boolean;
}

/** What was answered of objects, and of what is made from them, since {@link atOneTime} began. */
let lasting: Map<Value, Answers> | undefined;

/** Runs what follows nothing: what objects hold stays the same that long, and each of them is looked into once. */
export function atOneTime<T>(run: () => T): T {
  if (lasting !== undefined) return run();
  lasting = new Map();
  try {
    return run();
  } finally {
    lasting = undefined;
  }
}

/**
 * Like {@link somePart}, for what is asked again and again: the answer is kept with the value. What an object holds is worked out
 * when it is asked for, so what is made from one is looked at each time, or once in {@link atOneTime}.
 */
function someKnownPart(value: Value, { name, test }: Question): boolean {
  const isObject = value.kind === 'object';
  if (!isObject && isWhole(value)) return test(value);
  const known = (isObject ? undefined : answersOf(value)[name]) ?? lasting?.get(value)?.[name];
  if (known !== undefined) return known;
  let isOpen = isObject;
  let visited = 0;
  const met: Made[] = [];
  const never = (part: Value): boolean => {
    visited++;
    if (part.kind === 'object') isOpen = true;
    if (!isMade(part)) return false;
    if (part.memo?.of === part && part.memo.parts?.[name] === false) return true;
    met.push(part);
    return false;
  };
  const found = someOwnPart(value, never, test);
  if (!isOpen) answersOf(value)[name] = found;
  // What all of it lacks, none of its parts has: other values are made of them, too.
  if (!isOpen && !found && visited < maxVisits) for (const part of met) answersOf(part)[name] = false;
  else if (lasting !== undefined) keep(value, name, found, lasting);
  return found;
}

/** What keeps what was asked of it. */
type Made = TextValue | UnionValue | DerivedValue;

function isMade(value: Value): value is Made {
  return value.kind === 'text' || value.kind === 'union' || value.kind === 'derived';
}

function keep(value: Value, name: Question['name'], answer: boolean, into: Map<Value, Answers>): void {
  const answers = into.get(value);
  if (answers === undefined) into.set(value, { [name]: answer });
  else answers[name] = answer;
}

/** It was made from nothing else. */
function isWhole(value: Value): boolean {
  const { kind } = value;
  if (kind === 'external') return !value.path.startsWith('Path#') || (value.args?.length ?? 0) === 0;
  return (kind !== 'text' && kind !== 'union' && kind !== 'derived' && kind !== 'array') || directParts(value).length === 0;
}

type Answers = NonNullable<KeyMemo['parts']>;

const others = new WeakMap<Value, Answers>();

/** What was asked of a value. */
function answersOf(value: Value): Answers {
  if (isMade(value)) return (memoOf(value).parts ??= {});
  let answers = others.get(value);
  if (answers === undefined) others.set(value, (answers = {}));
  return answers;
}

/** Whether text of the model reaches a value. */
export function fromModel(value: Value): boolean {
  return someKnownPart(value, byModel);
}

const byModel: Question = { name: 'model', test: (part) => part.kind === 'input' && part.role === 'input' };

/** Whether text of the model may be in a value, or in an object that is made of a text. */
export function mayHoldText(value: Value): boolean {
  return someKnownPart(value, text);
}

const text: Question = { name: 'text', test: (part) => byModel.test(part) || isTextObject(part) };

/** Something of it is what somebody else answered, was read from somewhere, or comes from where nobody can tell. */
export function holdsAnswer(value: Value): boolean {
  return somePart(value, (part) => {
    if (part.kind === 'derived') return part.read !== undefined || part.answer === true;
    return part.kind === 'unknown' || part.kind === 'instance';
  });
}

/** Something of it is new at each evaluation. */
export function hasFresh(value: Value): boolean {
  return someKnownPart(value, fresh);
}

const fresh: Question = {
  name: 'fresh',
  test: (part) => part.kind === 'derived' && (part.fresh === true || part.operation.includes('++')),
};

/** It is made from something that was read. */
export function restsOnRead(value: Value): boolean {
  return someKnownPart(value, read);
}

const read: Question = { name: 'read', test: (part) => part.kind === 'derived' && part.read !== undefined };
