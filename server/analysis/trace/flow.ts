/**
 * Walks statements in the order in which they would run, leaving out what constants rule out: the wrong side of an `if`,
 * other cases of a `switch` on a known value, code behind a `return`.
 */
import { wholeOf } from '../syntax/inner.js';
import type { Binding, Expression, FunctionNode, LoopStatement, Statement, SwitchCase, TryStatement } from '../syntax/ir.js';
import { closeChain, discard, keep } from './chain.js';
import type { Env, Remembered } from './env.js';
import type { Tracer } from './tracer.js';
import { truthOf } from './truth.js';

/** What a walk is told. Everything is optional: a walk that wants returns only does not look at expressions. */
export interface FlowVisitor {
  /** A statement that is not looked at; it leads nowhere else than to the next one, or is the end. */
  skips?(statement: Statement): boolean;
  expression?(expression: Expression, env: Env): void;
  /** A value whose truth decides where it goes on. */
  tests?(test: Expression, env: Env): void;
  /** What a loop runs over. */
  items?(iterable: Expression, env: Env): void;
  /** Names that are given a value, or parts of it. */
  names?(bindings: readonly Binding[], value: Expression, env: Env): void;
  returns?(value: Expression | undefined, env: Env): void;
  throws?(value: Expression | undefined, env: Env): void;
  /** Around a list of statements: what {@link passed} says holds until its end. */
  scope?(run: () => void): void;
  /** A test after which the rest runs only when it does not hold: `if (test) return …;` */
  passed?(test: Expression, env: Env): void;
  /** Around each side of a test that is not decided. `value` is what the test was compared with, in a `switch`. */
  branch?(test: Expression, side: boolean | readonly Expression[], env: Env, run: () => void): void;
  loop?(loop: LoopStatement, env: Env, run: () => void): void;
  attempt?(statement: TryStatement, env: Env, run: () => void): void;
  /** Around what handles its failures. */
  rescue?(statement: TryStatement, env: Env, run: () => void): void;
}

type End = 'ends' | 'goes on';

/** Walks a body. `ends` when it certainly returns or throws. */
export function flow(tracer: Tracer, body: readonly Statement[], env: Env, visitor: FlowVisitor): End {
  const answer = { end: 'goes on' as End };
  const run = (): void => {
    if (body.some((statement) => step(tracer, statement, env, visitor) === 'ends')) answer.end = 'ends';
  };
  if (visitor.scope === undefined) run();
  else visitor.scope(run);
  return answer.end;
}

function step(tracer: Tracer, statement: Statement, env: Env, visitor: FlowVisitor): End {
  if (visitor.skips?.(statement) === true) return statement.kind === 'return' || statement.kind === 'throw' ? 'ends' : 'goes on';
  switch (statement.kind) {
    case 'declare':
    case 'expression':
      if (statement.value === undefined) return 'goes on';
      if (statement.value.kind === 'call') (statement.kind === 'expression' ? discard : keep)(statement.value);
      if (statement.value.kind === 'call' && statement.kind === 'expression' && env.module.language === 'python')
        closeChain(statement.value);
      visitor.expression?.(statement.value, env);
      if (statement.kind === 'declare') visitor.names?.(statement.bindings, statement.value, env);
      return alwaysThrows(tracer, statement.value, env) ? 'ends' : 'goes on';
    case 'return':
      if (statement.value !== undefined) visitor.expression?.(statement.value, env);
      visitor.returns?.(statement.value, env);
      return 'ends';
    case 'throw':
      if (statement.value !== undefined) visitor.expression?.(statement.value, env);
      visitor.throws?.(statement.value, env);
      return 'ends';
    case 'block':
      return flow(tracer, statement.body, env, visitor);
    case 'if':
      return ifStep(tracer, statement, env, visitor);
    case 'loop':
      return loopStep(tracer, statement, env, visitor);
    case 'switch':
      return switchStep(tracer, statement, env, visitor);
    case 'try':
      return tryStep(tracer, statement, env, visitor);
    case 'break':
    case 'continue':
      return 'ends';
    case 'function':
    case 'class':
      return 'goes on';
  }
}

/** A call of a function that throws for these arguments: `assertConfirmed(false)`. */
function alwaysThrows(tracer: Tracer, expression: Expression, env: Env): boolean {
  const call = expression.kind === 'unary' && expression.operator === 'await' ? expression.operand : expression;
  if (call.kind !== 'call' || call.isNew || (call.callee.kind !== 'name' && call.callee.kind !== 'member')) return false;
  const callee = tracer.evaluate(call.callee, env);
  if (callee.kind !== 'function' || callee.fn.generator || !guards(callee.fn)) return false;
  const outer = looking.get(tracer) ?? [];
  // Functions that call themselves with other arguments each time would be followed without end.
  if (outer.length >= maxGuards || outer.includes(callee.fn)) return false;
  const activation = tracer.activation(callee, tracer.arguments(call, env));
  const known = activation.summaries.get(alwaysThrows) as Remembered<boolean> | undefined;
  if (tracer.serves(known)) return tracer.reuse(known);
  // While it is looked at, a function that calls itself goes on.
  activation.summaries.set(
    alwaysThrows,
    tracer.remember(() => false),
  );
  const answer = tracer.remember(() => {
    tracer.touchAll(wholeOf(callee.env.module, callee.fn));
    looking.set(tracer, [...outer, callee.fn]);
    try {
      let returns = false;
      const end = flow(tracer, callee.fn.body, activation.env, { returns: () => void (returns = true) });
      return end === 'ends' && !returns;
    } finally {
      looking.set(tracer, outer);
    }
  });
  activation.summaries.set(alwaysThrows, answer);
  return answer.value;
}

/** Functions that are being looked at for whether they always throw. */
const looking = new WeakMap<Tracer, readonly FunctionNode[]>();
const maxGuards = 6;

const guarding = new WeakMap<readonly Statement[], boolean>();

/** Its last word may be a `throw`: at its end, or in a test at its top level. Most functions need no further look. */
function guards({ body }: FunctionNode): boolean {
  let answer = guarding.get(body);
  if (answer === undefined) {
    answer = body.some(
      (statement) =>
        statement.kind === 'throw' ||
        (statement.kind === 'if' && [...statement.then, ...statement.otherwise].some((inner) => inner.kind === 'throw')),
    );
    guarding.set(body, answer);
  }
  return answer;
}

function ifStep(tracer: Tracer, statement: Statement & { kind: 'if' }, env: Env, visitor: FlowVisitor): End {
  visitor.expression?.(statement.test, env);
  visitor.tests?.(statement.test, env);
  const decided = truthOf(tracer, tracer.evaluate(statement.test, env), env);
  let then: End = 'ends';
  let otherwise: End = 'ends';
  if (decided !== false)
    then = side(visitor, statement.test, true, env, () => flow(tracer, statement.then, env, visitor), decided === undefined);
  if (decided !== true)
    otherwise = side(visitor, statement.test, false, env, () => flow(tracer, statement.otherwise, env, visitor), decided === undefined);
  if (decided === undefined && then === 'ends' && otherwise === 'goes on') visitor.passed?.(statement.test, env);
  return then === 'ends' && otherwise === 'ends' ? 'ends' : 'goes on';
}

function side(
  visitor: FlowVisitor,
  test: Expression,
  which: boolean | readonly Expression[],
  env: Env,
  run: () => End,
  open: boolean,
): End {
  if (!open || visitor.branch === undefined) return run();
  let end: End = 'goes on';
  visitor.branch(test, which, env, () => (end = run()));
  return end;
}

function loopStep(tracer: Tracer, loop: LoopStatement, env: Env, visitor: FlowVisitor): End {
  if (loop.iterable !== undefined) {
    visitor.expression?.(loop.iterable, env);
    visitor.items?.(loop.iterable, env);
  }
  const run = (): void => {
    for (const inner of tracer.iterations(loop, env)) {
      flow(tracer, loop.init, inner, visitor);
      if (loop.test !== undefined) {
        visitor.expression?.(loop.test, inner);
        visitor.tests?.(loop.test, inner);
      }
      flow(tracer, loop.body, inner, visitor);
      if (loop.update !== undefined) visitor.expression?.(loop.update, inner);
    }
  };
  if (visitor.loop === undefined) run();
  else visitor.loop(loop, env, run);
  return 'goes on';
}

type SwitchStatement = Statement & { kind: 'switch' };

function switchStep(tracer: Tracer, statement: SwitchStatement, env: Env, visitor: FlowVisitor): End {
  visitor.expression?.(statement.subject, env);
  const subject = tracer.evaluate(statement.subject, env);
  if (subject.kind === 'constant') return knownCase(tracer, statement, subject.value, env, visitor);
  const isMade = subject.kind === 'array' || subject.kind === 'object';
  let all: End = 'ends';
  let hasDefault = false;
  for (const [i, item] of statement.cases.entries()) {
    if (item.tests.length === 0) hasDefault = true;
    // Labels without a body belong to the next one.
    const labels = [item.tests, ...emptyBefore(statement.cases, i)].flat();
    if (item.body.length === 0) continue;
    if (isMade && labels.length > 0 && labels.every((label) => tracer.evaluate(label, env).kind === 'constant')) continue;
    const end = side(visitor, statement.subject, labels, env, () => flow(tracer, item.body, env, visitor), true);
    if (end === 'goes on' || breaks(item.body)) all = 'goes on';
  }
  return all === 'ends' && hasDefault ? 'ends' : 'goes on';
}

function emptyBefore(cases: readonly SwitchCase[], index: number): (readonly Expression[])[] {
  const found: (readonly Expression[])[] = [];
  for (let i = index - 1; i >= 0 && cases[i]!.body.length === 0; i--) found.push(cases[i]!.tests);
  return found;
}

function knownCase(tracer: Tracer, { subject, cases }: SwitchStatement, value: unknown, env: Env, visitor: FlowVisitor): End {
  let start = cases.findIndex((item) =>
    item.tests.some((test) => {
      const label = tracer.evaluate(test, env);
      return label.kind === 'constant' && label.value === value;
    }),
  );
  if (start < 0) start = cases.findIndex((item) => item.tests.length === 0);
  // Patterns before it that are no plain values may fit.
  for (const { tests, body } of cases.slice(0, start < 0 ? cases.length : start))
    if (tests.some(({ kind }) => kind === 'opaque')) side(visitor, subject, tests, env, () => flow(tracer, body, env, visitor), true);
  if (start < 0) return 'goes on';
  for (const item of cases.slice(start)) {
    if (flow(tracer, item.body, env, visitor) === 'ends') return breaks(item.body) ? 'goes on' : 'ends';
  }
  return 'goes on';
}

function tryStep(tracer: Tracer, statement: TryStatement, env: Env, visitor: FlowVisitor): End {
  const body = { end: 'goes on' as End };
  const caught = statement.uncaught === undefined ? statement.body : statement.body.slice(0, -statement.uncaught);
  const run = (): void => void (body.end = flow(tracer, caught, env, visitor));
  if (visitor.attempt === undefined) run();
  else visitor.attempt(statement, env, run);
  if (statement.uncaught !== undefined && body.end === 'goes on')
    body.end = flow(tracer, statement.body.slice(-statement.uncaught), env, visitor);
  let handlers: End = 'ends';
  const rescue = (): void => {
    for (const handler of statement.handlers) if (flow(tracer, handler.body, env, visitor) === 'goes on') handlers = 'goes on';
  };
  if (visitor.rescue === undefined) rescue();
  else visitor.rescue(statement, env, rescue);
  if (flow(tracer, statement.finalizer, env, visitor) === 'ends') return 'ends';
  return body.end === 'ends' && handlers === 'ends' ? 'ends' : 'goes on';
}

/** A `break` that leaves the switch: at the end of the body or inside its branches. */
function breaks(body: readonly Statement[]): boolean {
  return body.some((statement) => {
    switch (statement.kind) {
      case 'break':
        return true;
      case 'block':
        return breaks(statement.body);
      case 'if':
        return breaks(statement.then) || breaks(statement.otherwise);
      case 'try':
        return breaks(statement.body) || statement.handlers.some((handler) => breaks(handler.body)) || breaks(statement.finalizer);
      default:
        return false;
    }
  });
}
