/** What a handler answers, with the clauses that catch a failure before it, through functions whose answer it hands on. */
import type { CallExpression, Expression, TryStatement } from '../../syntax/ir.js';
import type { Env } from '../../trace/env.js';
import { flow } from '../../trace/flow.js';
import type { Tracer } from '../../trace/tracer.js';
import { optionsOf, type FunctionValue, type Value } from '../../trace/value.js';

export type Clause = TryStatement['handlers'][number];

/** A clause that caught something, and the file that it stands in. */
interface Caught {
  readonly clause: Clause;
  readonly file: string;
}

/** One answer, as it is written in the end. */
export interface Answer {
  readonly expression: Expression;
  readonly env: Env;
  readonly caught?: Caught;
  /** Calls that hand it on, from the handler inwards; `inClause` those that stand in the clause, or behind it. */
  readonly through: readonly { readonly call: CallExpression; readonly fn: FunctionValue; readonly env: Env; readonly inClause: boolean }[];
}

interface Clauses {
  readonly handlers: TryStatement['handlers'];
  readonly file: string;
  readonly outer: Clauses | undefined;
}

const maxDepth = 5;
const maxAnswers = 200;

/** All answers of a function that is called like this. */
export function answersOf(tracer: Tracer, fn: FunctionValue, args: readonly Value[]): readonly Answer[] {
  const found: Answer[] = [];
  new Answers(tracer, found).of(fn, args, [], undefined);
  return found;
}

class Answers {
  readonly #tracer: Tracer;
  readonly #found: Answer[];

  constructor(tracer: Tracer, found: Answer[]) {
    this.#tracer = tracer;
    this.#found = found;
  }

  of(fn: FunctionValue, args: readonly Value[] | undefined, through: Answer['through'], caught: Caught | undefined): void {
    if (through.length > maxDepth || this.#found.length > maxAnswers || fn.fn.generator) return;
    const { env } = this.#tracer.activation(fn, args);
    let clauses: Clauses | undefined;
    flow(this.#tracer, fn.fn.body, env, {
      rescue: (statement, at, run) => {
        clauses = { handlers: statement.handlers, file: at.module.file, outer: clauses };
        run();
        clauses = clauses.outer;
      },
      returns: (value, at) => {
        if (value !== undefined) this.#answer(value, at, through, clauseOf(clauses, value) ?? caught);
      },
    });
  }

  #answer(expression: Expression, env: Env, through: Answer['through'], caught: Caught | undefined): void {
    if (expression.kind === 'unary' && expression.operator === 'await') return this.#answer(expression.operand, env, through, caught);
    if (expression.kind === 'conditional') {
      this.#answer(expression.whenTrue, env, through, caught);
      return this.#answer(expression.whenFalse, env, through, caught);
    }
    if (expression.kind !== 'call') return void this.#found.push({ expression, env, through, ...(caught === undefined ? {} : { caught }) });
    const { callee } = expression;
    if (callee.kind === 'member' && callee.property === 'catch') return this.#answer(callee.object, env, through, caught);
    const functions = optionsOf(this.#tracer.evaluate(callee, env)).filter((option) => option.kind === 'function');
    if (functions.length === 0) return void this.#found.push({ expression, env, through, ...(caught === undefined ? {} : { caught }) });
    const args = this.#tracer.arguments(expression, env);
    for (const fn of functions) {
      // What calls itself answers with what it answers otherwise.
      if (through.some((one) => one.fn.fn === fn.fn)) continue;
      this.of(fn, args, [...through, { call: expression, fn, env, inClause: caught !== undefined }], caught);
    }
  }
}

/** The innermost clause in which a value stands. */
function clauseOf(clauses: Clauses | undefined, { span }: Expression): Caught | undefined {
  const { handlers = [], file = '' } = clauses ?? {};
  const clause = handlers.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  return clause === undefined ? undefined : { clause, file };
}
