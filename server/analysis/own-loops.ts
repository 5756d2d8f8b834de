/** Loops without an end of their own around a request that hands tools to a model: nothing but its answer ends them. */
import type { OwnLoop, Place, Span } from '../../rules/kit/index.js';
import { functionsOf } from './recognise/functions.js';
import type { RequestSite, Sites } from './recognise/agent-sites.js';
import type { RunningAround } from './running.js';
import type { FunctionNode, LoopStatement, Module, Statement } from './syntax/ir.js';
import type { Env } from './trace/env.js';
import { eachInBody } from './trace/parts.js';
import { lastName } from './syntax/last-name.js';

/** Words of names that speak of an end, or of somebody else who may set one. */
const ending: ReadonlySet<string> = new Set(
  (
    'abort aborted attempt attempts budget cancel canceled cancelled cost count counter deadline depth elapsed expired idx index interrupted ' +
    'iter iteration iterations limit limits max maximum remaining retries retry round rounds running shutdown signal spent step steps timeout turn turns'
  ).split(' '),
);
/** Words of functions that wait for somebody, who may say that it is enough. */
const waiting: ReadonlySet<string> = new Set(
  'confirm dequeue human input listen poll prompt question readline receive recv sleep subscribe user wait'.split(' '),
);

/** One for each loop; requests of tests count there. */
export function ownLoops({ requests }: Sites, { inTests, moduleOf }: RunningAround): readonly OwnLoop[] {
  const found = new Map<LoopStatement, OwnLoop>();
  for (const request of requests) {
    const loop = loopAround(request, moduleOf);
    if (loop === undefined || found.has(loop.at)) continue;
    const { file, span } = loop.place;
    const asks = { file: request.file, span: request.span, label: 'asks the model, and hands it tools' };
    found.set(loop.at, { file, span, asks, inTests: inTests(file) || file.endsWith('.ipynb') });
  }
  return [...found.values()];
}

interface Found {
  readonly at: LoopStatement;
  readonly place: Place;
}

function loopAround({ file, span, around }: RequestSite, moduleOf: RunningAround['moduleOf']): Found | undefined {
  if (around.length === 0) return loopIn(innermost(moduleOf(file), span), file, span);
  let inner: FunctionNode | undefined;
  for (const [at, env] of around.entries()) {
    const fn = functionOf(env);
    if (fn === undefined) continue;
    // One that somebody else already runs so often as they like.
    if (at === 0 && env.module.file !== file) return undefined;
    const target = at === 0 ? span : inner === undefined ? undefined : callOf(fn, inner);
    const loop = target === undefined ? undefined : enclosing(fn.body, target).find(isEndless);
    if (loop !== undefined) return loopIn(fn.body, env.module.file, target!);
    if (fn !== inner) inner = fn;
  }
  return undefined;
}

/** The endless loop around a place, where nothing but the answer ends it. */
function loopIn(body: readonly Statement[], file: string, span: Span): Found | undefined {
  const loop = enclosing(body, span).find(isEndless);
  return loop === undefined || isBounded(loop) ? undefined : { at: loop, place: { file, span: headOf(loop) } };
}

/** The body of the innermost function around a place. */
function innermost(module: Module | undefined, span: Span): readonly Statement[] {
  if (module === undefined) return [];
  const around = functionsOf(module).filter(({ fn }) => fn.span.start <= span.start && span.end <= fn.span.end);
  return around.at(-1)?.fn.body ?? module.body;
}

function functionOf(env: Env): FunctionNode | undefined {
  for (let at: Env | undefined = env; at !== undefined; at = at.parent) if (at.owner.kind === 'function') return at.owner;
  return undefined;
}

/** Where a function calls another one, by its name. */
function callOf(fn: FunctionNode, { name }: FunctionNode): Span | undefined {
  let found: Span | undefined;
  if (name === undefined) return undefined;
  eachInBody(
    fn.body,
    (part) => {
      if (part.kind === 'call' && lastName(part.callee) === name) found ??= part.span;
    },
    false,
  );
  return found;
}

/** Loops around a place, outermost first; those of inner functions are theirs. */
function enclosing(body: readonly Statement[], span: Span): readonly LoopStatement[] {
  const at = body.find((statement) => statement.span.start <= span.start && span.end <= statement.span.end);
  switch (at?.kind) {
    case 'loop':
      return [at, ...enclosing(at.body, span)];
    case 'if':
      return enclosing([...at.then, ...at.otherwise], span);
    case 'block':
      return enclosing(at.body, span);
    case 'try':
      return enclosing([...at.body, ...at.handlers.flatMap((handler) => handler.body), ...at.finalizer], span);
    case 'switch':
      return enclosing(
        at.cases.flatMap((item) => item.body),
        span,
      );
    default:
      return [];
  }
}

function isEndless({ form, test }: LoopStatement): boolean {
  if (form === 'for') return test === undefined;
  return (form === 'while' || form === 'do') && test?.kind === 'literal' && (test.value === true || test.value === 1);
}

/** Something other than the answer of the model may end it: a comparison, a name that speaks of an end, somebody who is waited for. */
function isBounded(loop: LoopStatement): boolean {
  let bounded = !leaves(loop.body);
  eachInBody(
    loop.body,
    (part) => {
      if (part.kind === 'binary' && /^[<>]=?$/.test(part.operator)) bounded = true;
      const words = wordsIn(lastName(part) ?? '');
      // How long one answer may be ends nothing.
      if (!words.includes('tokens') && words.some((word) => ending.has(word))) bounded = true;
      if (part.kind === 'call' && wordsIn(lastName(part.callee) ?? '').some((word) => waiting.has(word))) bounded = true;
    },
    false,
  );
  return bounded;
}

/** A loop that nothing leaves is a service. */
function leaves(body: readonly Statement[]): boolean {
  return body.some((statement) => {
    switch (statement.kind) {
      case 'break':
      case 'return':
      case 'throw':
        return true;
      case 'if':
        return leaves(statement.then) || leaves(statement.otherwise);
      case 'block':
        return leaves(statement.body);
      case 'try':
        return leaves(statement.body) || statement.handlers.some((handler) => leaves(handler.body)) || leaves(statement.finalizer);
      case 'switch':
        return statement.cases.some((item) => leaves(item.body));
      case 'loop':
        return leavesAll(statement.body);
      default:
        return false;
    }
  });
}

/** A `break` of an inner loop leaves only that. */
function leavesAll(body: readonly Statement[]): boolean {
  return leaves(body.filter(({ kind }) => kind !== 'break'));
}

/** `while True:`, up to its body. */
function headOf({ span, test, body }: LoopStatement): Span {
  return { start: span.start, end: test?.span.end ?? Math.min(body[0]?.span.start ?? span.end, span.start + 'for (;;)'.length) };
}

function wordsIn(name: string): readonly string[] {
  return name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_');
}
