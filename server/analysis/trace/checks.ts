/**
 * Tests that hold text of the model against something: a list of what is allowed, a pattern, a root. Asking whether it is there, how long
 * it is, or what the world says of it, holds it against nothing.
 */
import type { Check, Evidence } from '../../../rules/kit/index.js';
import type { CallExpression, Expression, FunctionNode } from '../syntax/ir.js';
import { eachStatement } from './catches.js';
import type { Env } from './env.js';
import { maxChecks } from './limits.js';
import { isTextObject, nameOf, textPath } from './reach-text.js';
import { directParts, fromModel, mayHoldText } from './some-part.js';
import { schemaLibraries } from './zod-chain.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type Value } from './value.js';
import { lastName } from '../syntax/last-name.js';

/** A test that was made on the way, and the parameters that it was about. */
export interface PassedCheck {
  readonly inputs: ReadonlySet<string>;
  readonly check: Check;
  /** It says which fields an object has, and nothing of their text. */
  readonly ofFields?: true;
}

const maxVisits = 120;
/** What Python raises with when a path is not below another. */
const refusing: ReadonlySet<string> = new Set(['relative_to', 'commonpath']);
const equal = /^[!=]==?$/;
/** The text is held against whole others, or must lie below one of them. */
const holding: ReadonlySet<string> = new Set([
  '<',
  '>',
  '<=',
  '>=',
  'in',
  'not in',
  'includes',
  'has',
  'indexOf',
  'test',
  'match',
  'fullmatch',
  'search',
  'exec',
  'matches',
  'fnmatch',
  'fnmatchcase',
  'minimatch',
  'isMatch',
  'isdisjoint',
  'issubset',
  'some',
  'every',
  'any',
  'all',
  'find',
  'findIndex',
  'hasOwn',
  'hasOwnProperty',
  'is_relative_to',
  'relative_to',
  'relative',
  'commonpath',
  'commonprefix',
  'isalnum',
  'isidentifier',
  'isdigit',
  'isalpha',
  'isdecimal',
  'isnumeric',
  'count',
  'get',
  'contains',
  'compare_digest',
  'isSubset',
]);
/** It only looks at the beginning or the end. */
const partial: ReadonlySet<string> = new Set(['startsWith', 'startswith', 'endsWith', 'endswith']);
/** Functions of others that are named for a check. */
const naming =
  /^_?(?:is_?(?:Valid|Safe|Allowed|Permitted|Trusted|Within|Inside|Sub|Public|Private|In)|validate|assert|sanitize|sanitise|verify|guard|check|ensure_?(?:Safe|Valid|Inside|Within|Allowed)|safe_?join|secure_?filename|resolve_?(?:Safe|Within|Inside|Workspace))(?!_?(?:exists?|dir))/i;

/** What a test holds text of the model against, by the value that the test has. */
export function checkIn(tracer: Tracer, test: Expression, side: boolean | readonly Expression[], env: Env): PassedCheck | undefined {
  if (!mayHoldInput(env) || asksWhatIsKept(test)) return undefined;
  const value = tracer.evaluate(test, env);
  if (!mayHoldText(value)) return undefined;
  // A case of a `switch` is one of a list.
  const found =
    typeof side === 'boolean' ? held(value) : side.length === 0 ? undefined : { inputs: new Set(textsIn(value)), partly: false };
  if (found === undefined || found.inputs.size === 0) return undefined;
  const evidence: Evidence = { ...tracer.place(test.span, env), label: 'it is checked first' };
  return { inputs: found.inputs, check: found.partly ? { ...evidence, partly: true } : evidence };
}

const keptNames = /(?:^|_|[a-z])(?:[cC]ached?|CACHE|[mM]emo|seen|visited)(?:$|[_A-Z\d]|s$)/;

/** `key in cache`: whether an answer is known already says nothing of what may be asked. */
function asksWhatIsKept(test: Expression): boolean {
  const kept = test.kind === 'binary' && test.operator === 'in' ? test.right : undefined;
  const called = test.kind === 'call' && test.callee.kind === 'member' && /^(?:has|get)$/.test(String(test.callee.property));
  const holder = kept ?? (called && test.callee.kind === 'member' ? test.callee.object : undefined);
  const name = holder?.kind === 'name' ? holder.name : holder?.kind === 'member' ? holder.property : undefined;
  return typeof name === 'string' && keptNames.test(name);
}

/** A call of a function that is named for a check, or refuses by itself. */
export function checkingCall(tracer: Tracer, call: CallExpression, args: readonly Value[], env: Env): PassedCheck | undefined {
  const { callee } = call;
  const name = lastName(callee) ?? '';
  const forFailure = aboutThing.test(name) && isForFailure(tracer, call, env);
  if (!naming.test(name) && !refusing.has(name) && !forFailure) return undefined;
  if (!mayHoldInput(env)) return undefined;
  // What is told more than the text and what to hold it against does something with it.
  if (call.args.length > 2) return undefined;
  const given = callee.kind === 'member' ? [tracer.evaluate(callee.object, env), ...args] : args;
  const inputs = new Set(given.flatMap((value) => textsIn(value)).filter((path) => path !== ''));
  const check = { ...tracer.place(call.span, env), label: 'it is checked first', ...(forFailure ? { partly: true as const } : {}) };
  return inputs.size === 0 ? undefined : { inputs, check };
}

/** A schema of the code's own: `Contact.parse(fields)`. */
export function parsingCall(tracer: Tracer, { callee, span }: CallExpression, args: readonly Value[], env: Env): PassedCheck | undefined {
  if (callee.kind !== 'member' || !parsing.has(String(callee.property)) || !mayHoldInput(env)) return undefined;
  const schema = tracer.evaluate(callee.object, env);
  if (schema.kind !== 'external' || !schemaLibraries.has(schema.library)) return undefined;
  const inputs = new Set(args.slice(0, 1).flatMap((value) => textsIn(value)));
  inputs.delete('');
  return inputs.size === 0 ? undefined : { inputs, check: { ...tracer.place(span, env), label: 'a schema checks it' }, ofFields: true };
}

const parsing: ReadonlySet<string> = new Set(['parse', 'parseAsync', 'safeParse', 'safeParseAsync', 'spa']);

/** Tells of a thing what it is: `file_info(path)`. */
const aboutThing = /[a-z](?:_?[iI]nfo|_?[sS]tat|_?[dD]etails)$/;

/** `await files.file_info(path)`, with an answer that nobody takes: it is asked so that it fails where files of others begin. */
function isForFailure(tracer: Tracer, call: CallExpression, env: Env): boolean {
  if (call.callee.kind !== 'member' || env.owner.kind !== 'function') return false;
  const asked = tracer.evaluate(call.callee.object, env);
  const isOthers = asked.kind === 'unknown' || (asked.kind === 'external' && !tracer.libraries.described(asked.library));
  return isOthers && untaken(env.owner).has(call);
}

/** By the body: an edit inside of a function gives it another one, and leaves the function. */
const statements = new WeakMap<FunctionNode['body'], ReadonlySet<Expression>>();

/** Calls of a function whose answers nobody takes. */
function untaken({ body }: FunctionNode): ReadonlySet<Expression> {
  let found = statements.get(body);
  if (found === undefined) {
    const calls = new Set<Expression>();
    eachStatement(body, (statement) => {
      if (statement.kind === 'expression') calls.add(statement.value.kind === 'unary' ? statement.value.operand : statement.value);
    });
    statements.set(body, (found = calls));
  }
  return found;
}

const holders = new WeakMap<Env, boolean>();

/** Something of the model was given to the function, to one around it, or to the object that it belongs to. Most tests are about nothing of it. */
function mayHoldInput(env: Env): boolean {
  let known = holders.get(env);
  if (known === undefined) {
    const { args = [], self, assumed, parent } = env;
    const given = self?.kind === 'instance' ? [...args, ...(self.args ?? [])] : args;
    known = assumed !== undefined || given.some(fromModel) || (parent !== undefined && mayHoldInput(parent));
    holders.set(env, known);
  }
  return known;
}

/** The check that a parameter passed: one of all its text before one that looks at a part. */
export function checkFor(parameter: string, checks: readonly PassedCheck[]): Check | undefined {
  let found: Check | undefined;
  for (const { inputs, check } of checks) {
    if (![...inputs].some((input) => input === parameter || parameter.startsWith(`${input}.`) || input.startsWith(`${parameter}.`)))
      continue;
    if (check.partly !== true) return check;
    found ??= check;
  }
  return found;
}

/** The checks that were met in one function so far. */
export class Checks {
  all: readonly PassedCheck[] = [];

  /** Keeps a check that says more than those before, and hands it back. */
  add(check: PassedCheck | undefined): PassedCheck | undefined {
    if (check === undefined || isTold(check, this.all) || this.all.length >= maxChecks) return undefined;
    this.all = [...this.all, check];
    return check;
  }

  /** It held for a part of the function only. */
  drop(check: PassedCheck | undefined): void {
    if (check !== undefined) this.all = this.all.filter((one) => one !== check);
  }
}

/** What was checked before of these parameters says all that another check could say of them. */
function isTold({ inputs, check, ofFields }: PassedCheck, before: readonly PassedCheck[]): boolean {
  const all = before.filter((one) => one.ofFields === undefined || ofFields === true);
  return [...inputs].every((input) => all.some((one) => one.inputs.has(input) && (one.check.partly !== true || check.partly === true)));
}

interface Held {
  readonly inputs: ReadonlySet<string>;
  readonly partly: boolean;
}

function held(value: Value): Held | undefined {
  const inputs = new Set<string>();
  let partly = true;
  const waiting = [value];
  const seen = new Set<Value>();
  for (let part = waiting.pop(); part !== undefined && seen.size < maxVisits; part = waiting.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (part.kind === 'derived') {
      const name = nameOf(part.operation);
      const isWhole = holding.has(name) || naming.test(name) || (equal.test(name) && part.from.every(isSomething));
      if (isWhole || partial.has(name)) {
        const texts = part.from.flatMap((one) => textsIn(one));
        for (const text of texts) inputs.add(text);
        // Held against something that is made at run time, such as a root, a beginning is the place below it.
        if (texts.length > 0 && (isWhole || part.from.slice(1).some((one) => one.kind !== 'constant'))) partly = false;
      }
    }
    for (const inner of directParts(part)) waiting.push(inner);
    if (isTextObject(part)) for (const inner of part.args ?? []) waiting.push(inner);
  }
  return inputs.size === 0 ? undefined : { inputs, partly };
}

/** Neither nothing, nor a number, nor a word of the language: what text can be compared with. */
function isSomething(value: Value): boolean {
  return optionsOf(value).some((option) => option.kind !== 'constant' || (typeof option.value === 'string' && option.value !== ''));
}

const asking: ReadonlySet<string> = new Set([
  'length',
  'size',
  'len',
  'typeof',
  'isinstance',
  'type',
  'exists',
  'existsSync',
  'is_file',
  'is_dir',
  'bool',
  'Boolean',
  '!',
  'callable',
  'hasattr',
]);

/** Parameters whose text is in a value. What the world answers about them, and how long they are, is not. */
function textsIn(value: Value): readonly string[] {
  const texts = new Set<string>();
  const waiting = [value];
  const seen = new Set<Value>();
  for (let part = waiting.pop(); part !== undefined && seen.size < maxVisits; part = waiting.pop()) {
    if (seen.has(part)) continue;
    seen.add(part);
    if (part.kind === 'input' && part.role === 'input') {
      const path = textPath(part);
      if (path !== undefined) texts.add(path);
    }
    if (part.kind === 'derived' && (part.told === true || part.read !== undefined || asking.has(nameOf(part.operation)))) continue;
    for (const inner of directParts(part)) waiting.push(inner);
    if (isTextObject(part)) for (const inner of part.args ?? []) waiting.push(inner);
  }
  return [...texts];
}
