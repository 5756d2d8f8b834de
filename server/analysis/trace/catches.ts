/** What becomes of a failure in a `catch` clause. */
import { endOf, startOf, type Place, type Span, type Swallow } from '../../../rules/kit/index.js';
import type { Binding, Expression, Module, Statement, TryStatement } from '../syntax/ir.js';
import type { Env } from './env.js';
import { eachExpression, eachInBody, partsOf } from './parts.js';
import { failureName, isDuplicate, isExpected } from './python/failures.js';
import type { Tracer } from './tracer.js';
import { textParts } from './text-parts.js';
import { type Value } from './value.js';

/** `passes`: thrown on. `tells`: the answer says that it failed, or something else takes over. `swallows`: neither. */
export type CatchExit = { readonly kind: 'passes' } | { readonly kind: 'tells' } | { readonly kind: 'swallows'; readonly swallow: Swallow };

/** What the handler of a `try` does with a failure; `undefined` when there is none. */
export function swallowOf(tracer: Tracer, statement: TryStatement, env: Env, retried: boolean): CatchExit | undefined {
  if (statement.handlers.length === 0) return undefined;
  // A clause for what is expected is an answer; anything else goes on.
  const exits = statement.handlers.filter((handler) => !isForExpected(handler)).map((handler) => exitOf(tracer, handler, env, retried));
  const [first, ...rest] = exits.flatMap((exit) => (exit.kind === 'swallows' ? [exit.swallow] : []));
  if (first !== undefined) return { kind: 'swallows', swallow: rest.length === 0 ? first : { ...first, others: rest } };
  return exits[0] ?? { kind: 'passes' };
}

function isForExpected({ types }: Handler): boolean {
  return types.length > 0 && types.every((type) => isExpected(failureName(type) ?? ''));
}

type Handler = TryStatement['handlers'][number];

function exitOf(tracer: Tracer, handler: Handler, env: Env, retried: boolean): CatchExit {
  const { body, binding } = handler;
  if (always(body, (part) => part.kind === 'throw')) return { kind: 'passes' };
  if (mentionsThrow(body)) return { kind: 'tells' };
  if (retried) return { kind: 'tells' };
  const place: Place = { file: env.module.file, span: handler.span };
  const naming = namingOf(handler, env.module);
  const swallow = (how: Swallow['how'], label: string, exit?: Statement | Span): CatchExit => ({
    kind: 'swallows',
    swallow: {
      ...place,
      label,
      how,
      ...(exit !== undefined && 'kind' in exit && exit.kind === 'return' && isNothing(tracer, exit.value, env) ? { nothing: true } : {}),
      body: { file: env.module.file, span: handler.bodySpan },
      ...(binding === undefined ? {} : { error: binding.name }),
      ...(exit === undefined ? {} : { exit: { file: env.module.file, span: 'span' in exit ? exit.span : exit } }),
      ...(naming === undefined ? {} : { naming }),
    },
  });
  const exits = returnsOf(body);
  if (exits.length === 0) {
    if (usesError(body, binding) || doesSomething(body)) return { kind: 'tells' };
    const skip = body.find(({ kind }) => kind === 'continue');
    if (skip !== undefined) return swallow('skip', 'the failure ends here', skip);
    return swallow('empty', 'the failure ends here', handler.idle);
  }
  for (const exit of exits) {
    const how = answerOf(tracer, exit.value, env, binding);
    if (how !== undefined && !usesError(body, binding) && !doesSomething(body))
      return swallow(how, how === 'success' ? 'the answer says that it worked' : 'the answer is an empty value', exit);
  }
  return { kind: 'tells' };
}

/** How a clause of Python that names no failure gets a name for it. */
export function namingOf({ binding, caught, span }: Handler, { file, language }: Module): Swallow['naming'] {
  if (binding !== undefined || language !== 'python') return undefined;
  return caught === undefined
    ? { at: startOf({ file, span }, 'except'.length), text: ' Exception as error' }
    : { at: endOf({ file, span: caught }), text: ' as error' };
}

/** What the function given to `.catch` does with a failure. */
export function catchCallSwallow(tracer: Tracer, handler: Expression, env: Env): CatchExit {
  if (handler.kind !== 'function') return { kind: 'tells' };
  const binding = handler.parameters[0]?.bindings[0];
  if (mentionsThrow(handler.body) || usesError(handler.body, binding) || doesSomething(handler.body)) return { kind: 'tells' };
  const exits = returnsOf(handler.body);
  if (exits.some((exit) => exit.value !== undefined && answerOf(tracer, exit.value, env, binding) === undefined)) return { kind: 'tells' };
  const place = { file: env.module.file, span: handler.span };
  return {
    kind: 'swallows',
    swallow: {
      ...place,
      label: 'the failure ends here',
      how: 'catch-call',
      ...(exits.every((exit) => isNothing(tracer, exit.value, env)) ? { nothing: true } : {}),
      body: place,
      ...(binding === undefined ? {} : { error: binding.name }),
    },
  };
}

/** Whether each way through a body meets such a statement. */
export function always(body: readonly Statement[], test: (statement: Statement) => boolean): boolean {
  return body.some((statement) => {
    if (test(statement)) return true;
    if (statement.kind === 'if') return statement.otherwise.length > 0 && always(statement.then, test) && always(statement.otherwise, test);
    return statement.kind === 'block' && always(statement.body, test);
  });
}

/** Visits all statements of a body, those inside of others included, and none of inner functions. */
export function eachStatement(body: readonly Statement[], visit: (statement: Statement) => void): void {
  for (const statement of body) {
    visit(statement);
    switch (statement.kind) {
      case 'if':
        eachStatement(statement.then, visit);
        eachStatement(statement.otherwise, visit);
        break;
      case 'block':
      case 'loop':
        eachStatement(statement.body, visit);
        break;
      case 'switch':
        for (const item of statement.cases) eachStatement(item.body, visit);
        break;
      case 'try':
        eachStatement(statement.body, visit);
        for (const handler of statement.handlers) eachStatement(handler.body, visit);
        eachStatement(statement.finalizer, visit);
        break;
    }
  }
}

/** A `throw` under some condition, or a call that rejects or ends the process. */
function mentionsThrow(body: readonly Statement[]): boolean {
  let found = false;
  eachStatement(body, (statement) => (found ||= statement.kind === 'throw'));
  eachInBody(body, (part) => {
    if (part.kind !== 'call') return;
    const name = calleeName(part.callee);
    if (name !== undefined && /^(?:reject|exit|abort|fail|panic|next|throw\w*|raise\w*|rethrow\w*|assert\w*)$/i.test(name)) found = true;
  });
  return found;
}

function returnsOf(body: readonly Statement[]): (Statement & { kind: 'return' })[] {
  const found: (Statement & { kind: 'return' })[] = [];
  eachStatement(body, (statement) => {
    if (statement.kind === 'return') found.push(statement);
  });
  return found;
}

const loggers = /^(?:log|error|warn|info|debug|trace|verbose|fatal|print|captureException|notice)$/i;
const logOwners = /^(?:console|_?log|_?logger|logging|winston|pino|sentry|telemetry|debug|traceback|warnings|stderr|structlog)$/i;

function isLog(call: Expression & { kind: 'call' }): boolean {
  const { callee, args } = call;
  if (args.some(({ name, value }) => name === 'file' && value.kind === 'name' && !/^std(?:err|out)$/.test(value.name))) return false;
  if (callee.kind === 'name') return logOwners.test(callee.name) || loggers.test(callee.name);
  if (callee.kind !== 'member' || typeof callee.property !== 'string') return false;
  let owner: Expression = callee.object;
  while (owner.kind === 'member') {
    if (typeof owner.property === 'string' && logOwners.test(owner.property)) return true;
    owner = owner.object;
  }
  return owner.kind === 'name' && logOwners.test(owner.name);
}

/** The caught error is used for something else than a log line. */
function usesError(body: readonly Statement[], binding: Binding | undefined): boolean {
  if (binding === undefined) return false;
  let used = false;
  const visit = (expression: Expression): void => {
    if (expression.kind === 'call' && isLog(expression)) return;
    if (expression.kind === 'name' && expression.binding === binding) used = true;
    for (const part of partsOf(expression)) visit(part);
  };
  eachInStatements(body, visit);
  return used;
}

/** Something other than a log line is called or assigned: a fallback, a list of failures, a clean-up that matters. */
function doesSomething(body: readonly Statement[]): boolean {
  let found = false;
  const visit = (expression: Expression): void => {
    if (expression.kind === 'call') {
      if (isLog(expression)) return;
      const name = calleeName(expression.callee);
      if (name === undefined || !/^(?:stringify|String|json|text|str|repr|dict|len|dumps|format|exc_info|format_exc)$/.test(name))
        found = true;
    }
    if (expression.kind === 'assign') found = true;
    for (const part of partsOf(expression)) visit(part);
  };
  eachInStatements(body, visit);
  return found;
}

/** The outermost expressions of a body; inner functions are left out. */
function eachInStatements(body: readonly Statement[], visit: (expression: Expression) => void): void {
  const inside = new Set<Expression>();
  eachInBody(
    body,
    (part) => {
      if (!inside.has(part)) visit(part);
      for (const inner of partsOf(part)) inside.add(inner);
    },
    false,
  );
}

function calleeName(callee: Expression): string | undefined {
  return callee.kind === 'name'
    ? callee.name
    : callee.kind === 'member' && typeof callee.property === 'string'
      ? callee.property
      : undefined;
}

export const failureWords =
  /error|fail|unable|could ?n[o']t|cannot|can't|invalid|denied|not found|missing|unavailable|timed? ?out|abort|problem|wrong|exception|reject|unknown|n\/a/i;
const successWords = /\b(?:success(?:ful(?:ly)?)?|ok|done|created|sent|saved|updated|deleted|removed|completed?|written)\b/i;

/** How an answer hides a failure; `undefined` when it tells it, or when that cannot be said. */
function answerOf(
  tracer: Tracer,
  value: Expression | undefined,
  env: Env,
  binding: Binding | undefined,
): 'empty-value' | 'success' | undefined {
  if (value === undefined) return 'empty-value';
  let mentions = false;
  eachExpression(value, (part) => (mentions ||= part.kind === 'name' && binding !== undefined && part.binding === binding));
  if (mentions) return undefined;
  return hidden(tracer.evaluate(value, env), 0);
}

/** There is no value, and code that looks at it sees that. */
function isNothing(tracer: Tracer, value: Expression | undefined, env: Env): boolean {
  if (value === undefined) return true;
  const known = tracer.evaluate(value, env);
  return known.kind === 'constant' && (known.value === null || known.value === undefined || known.value === '');
}

function hidden(value: Value, depth: number): 'empty-value' | 'success' | undefined {
  if (depth > 6) return undefined;
  switch (value.kind) {
    case 'constant':
      if (value.value === null || value.value === undefined || value.value === '') return 'empty-value';
      if (value.value === true) return 'success';
      return typeof value.value === 'string' ? worded(value.value) : undefined;
    case 'text':
      return worded(textParts(value).join(' '));
    case 'array':
      if (value.items.length === 0 && value.rest === undefined) return 'empty-value';
      return first(value.items.map((item) => hidden(item, depth + 1)).filter((how) => how !== 'empty-value'));
    case 'object':
      return objectAnswer(value, depth);
    default:
      return undefined;
  }
}

function worded(text: string): 'success' | undefined {
  return !failureWords.test(text) && successWords.test(text) ? 'success' : undefined;
}

function objectAnswer(value: Value & { kind: 'object' }, depth: number): 'empty-value' | 'success' | undefined {
  if (value.properties.size === 0) return value.open ? undefined : 'empty-value';
  for (const [key, property] of value.properties) {
    const inner = property.value();
    const isTrue = inner.kind === 'constant' && inner.value === true;
    const isFalse = inner.kind === 'constant' && inner.value === false;
    if (/^(?:isError|error|errors|failed|failure|reason)$/i.test(key) && !isFalse) return undefined;
    if (/^(?:success|ok|succeeded)$/i.test(key)) return isTrue ? 'success' : undefined;
    if (key === 'status' && inner.kind === 'constant' && typeof inner.value === 'string') return worded(inner.value);
  }
  return [...value.properties].some(([key, property]) => {
    const inner = property.value();
    // `unavailable: true` says something else than `saved: true`.
    const isTrue = inner.kind === 'constant' && inner.value === true;
    return isTrue ? successWords.test(key) : hidden(inner, depth + 1) === 'success';
  })
    ? 'success'
    : undefined;
}

function first<T>(items: readonly (T | undefined)[]): T | undefined {
  return items.find((item) => item !== undefined);
}

/** What databases, file systems and services say when something is there already. */
const duplicateCodes =
  /^(?:23505|P2002|ER_DUP_ENTRY|1062|EEXIST|SQLITE_CONSTRAINT(?:_UNIQUE|_PRIMARYKEY)?|ConditionalCheckFailedException|409|11000|resource_already_exists|duplicate_key)$/;

/** A handler that expects the refusal of a second one. */
export function expectsDuplicate(statement: TryStatement): boolean {
  let found = false;
  for (const handler of statement.handlers) {
    found ||= handler.types.some((type) => isDuplicate(failureName(type) ?? ''));
    eachInBody(handler.body, (part) => {
      if (part.kind === 'literal')
        found ||=
          duplicateCodes.test(String(part.value)) ||
          (typeof part.value === 'string' && /\b(?:duplicate|already exists|unique constraint)\b/i.test(part.value));
      if (part.kind === 'name') found ||= /^(?:Unique|Duplicate|Conflict|AlreadyExists)\w*(?:Error|Exception|Violation)$/.test(part.name);
    });
  }
  return found;
}

/** Whoever comes second does not go on behind it. */
export function leavesOnFailure(statement: TryStatement): boolean {
  return (
    statement.handlers.length > 0 &&
    statement.handlers.every(({ body }) => always(body, ({ kind }) => kind === 'return' || kind === 'throw'))
  );
}
