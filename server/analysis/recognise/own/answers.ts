/** Functions that answer the calls of many tools: they compare something with the names of tools. */
import { wholeOf } from '../../syntax/inner.js';
import type { Binding, Expression, FunctionNode, Module, PathStep, Statement } from '../../syntax/ir.js';
import type { Env } from '../../trace/env.js';
import { eachInBody } from '../../trace/parts.js';
import type { Tracer } from '../../trace/tracer.js';
import { typedValue } from '../../trace/types.js';
import { constant, nextId, optionsOf, stringOf, unknown, type FunctionValue, type Property, type Value } from '../../trace/value.js';
import { around } from '../around.js';
import type { AnswersDraft } from '../draft.js';
import { ownArguments } from './arguments.js';

/** A function that decides by a value, which comes from one of its parameters, what to do. */
export interface Decider {
  readonly fn: FunctionNode;
  readonly module: Module;
  readonly parameter: number;
  readonly path: readonly string[];
  readonly tests: readonly Expression[];
}

const fewest = 2;

/** The functions of a module that compare a parameter, or a part of one, with constants. */
export function decidersIn(statements: readonly Statement[], module: Module): readonly Decider[] {
  const found: Decider[] = [];
  for (const fn of functionsIn(statements, module)) {
    const groups = new Map<string, { readonly subject: Subject; readonly tests: Expression[] }>();
    const add = (subject: Expression, test: Expression): void => {
      const known = test.kind === 'literal' ? typeof test.value === 'string' : test.kind === 'member' || test.kind === 'name';
      const of = known ? subjectOf(subject, fn) : undefined;
      if (of === undefined) return;
      const key = `${of.parameter} ${of.path.join('.')}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, { subject: of, tests: [test] });
      else group.tests.push(test);
    };
    eachTest(fn.body, add);
    for (const { subject, tests } of groups.values()) if (tests.length >= fewest) found.push({ fn, module, ...subject, tests });
  }
  return found;
}

/** A component, a hook of one, and what stands in them, say how a call looks on a page. */
function shows({ name }: FunctionNode, { file }: Module): boolean {
  return /\.[jt]sx$/.test(file) && name !== undefined && /^(?:[A-Z]|use[A-Z]|render(?:$|[A-Z]))/.test(name);
}

function functionsIn(statements: readonly Statement[], module: Module): ReadonlySet<FunctionNode> {
  const found = new Set<FunctionNode>();
  const add = (fn: FunctionNode): void => {
    if (shows(fn, module)) return;
    found.add(fn);
    nested(fn.body);
  };
  const nested = (body: readonly Statement[]): void => {
    eachInBody(
      body,
      (part) => {
        if (part.kind === 'function') add(part);
        else if (part.kind === 'object') for (const entry of part.entries) if (entry.kind === 'accessor') add(entry.value);
        if (part.kind === 'class') for (const { value } of part.members) if (value?.kind === 'function') add(value);
      },
      false,
    );
    eachStatement(body, (statement) => {
      if (statement.kind === 'function') add(statement.fn);
      else if (statement.kind === 'class') for (const { value } of statement.cls.members) if (value?.kind === 'function') add(value);
    });
  };
  nested(statements);
  return found;
}

/** Visits all statements of a body, those inside others included. */
function eachStatement(body: readonly Statement[], visit: (statement: Statement) => void): void {
  for (const statement of body) {
    visit(statement);
    switch (statement.kind) {
      case 'if':
        eachStatement(statement.then, visit);
        eachStatement(statement.otherwise, visit);
        break;
      case 'loop':
      case 'block':
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

function eachTest(body: readonly Statement[], add: (subject: Expression, test: Expression) => void): void {
  eachStatement(body, (statement) => {
    if (statement.kind === 'switch') for (const item of statement.cases) for (const test of item.tests) add(statement.subject, test);
    if (statement.kind === 'if') compared(statement.test, add);
  });
}

function compared(test: Expression, add: (subject: Expression, test: Expression) => void): void {
  if (test.kind !== 'binary') return;
  if (test.operator === '||') {
    compared(test.left, add);
    compared(test.right, add);
  } else if (test.operator === '===' || test.operator === '==') add(test.left, test.right);
}

interface Subject {
  readonly parameter: number;
  readonly path: readonly string[];
}

/** Where the compared value comes from: a parameter, a part of one, or a constant that was taken from one. */
function subjectOf(expression: Expression, fn: FunctionNode, depth = 0): Subject | undefined {
  if (depth > 4) return undefined;
  if (expression.kind === 'member' && typeof expression.property === 'string') {
    const of = subjectOf(expression.object, fn, depth + 1);
    return of === undefined ? undefined : { ...of, path: [...of.path, expression.property] };
  }
  if (expression.kind !== 'name' || expression.binding === undefined) return undefined;
  const { source }: Binding = expression.binding;
  if (source?.kind === 'parameter') {
    const path = plain(source.path);
    return source.fn !== fn || source.rest || path === undefined ? undefined : { parameter: source.index, path };
  }
  if (source?.kind !== 'value') return undefined;
  const of = subjectOf(source.value, fn, depth + 1);
  const path = plain(source.path);
  return of === undefined || path === undefined ? undefined : { ...of, path: [...of.path, ...path] };
}

function plain(path: readonly PathStep[]): readonly string[] | undefined {
  return path.some((step) => typeof step === 'object') ? undefined : path.map(String);
}

/** What runs for a tool that has no function of its own. */
export interface Answer {
  readonly handler: FunctionValue;
  readonly argumentsOf: (fn: FunctionValue, input: Value) => readonly Value[];
}

/** The function that compares its argument with this name, and with most other names. */
export function answerOf(tracer: Tracer, { deciders }: AnswersDraft, name: string): Answer | undefined {
  const [best] = deciders
    .filter(({ module, tests }) => tests.some((test) => mayBe(tracer, test, module, name)))
    .sort((a, b) => b.tests.length - a.tests.length);
  const moduleEnv = best === undefined ? undefined : tracer.moduleEnv(best.module.file);
  if (best === undefined || moduleEnv === undefined) return undefined;
  tracer.touchAll(wholeOf(best.module, best.fn));
  const outer = around(tracer, best.fn.outer, moduleEnv);
  if (outer === undefined) return undefined;
  return { handler: tracer.functionValue(best.fn, outer), argumentsOf: (fn, input) => answering(tracer, fn, input, best, name) };
}

function mayBe(tracer: Tracer, test: Expression, module: Module, name: string): boolean {
  if (test.kind === 'literal') return test.value === name;
  const env: Env | undefined = tracer.moduleEnv(module.file);
  return env !== undefined && optionsOf(tracer.evaluate(test, env)).some((option) => stringOf(option) === name);
}

function answering(tracer: Tracer, fn: FunctionValue, input: Value, { parameter, path }: Decider, name: string): readonly Value[] {
  const args = [...ownArguments(tracer, fn, input, [], [])];
  const node = fn.fn.parameters[parameter];
  const rest = node?.type === undefined ? unknown('what the project passes') : typedValue(tracer, node.type, fn.env);
  args[parameter] = built(path, name, rest, input);
  return args;
}

/** An object with the name at its path; everything else is known by its type, or what the model passes. */
function built(path: readonly string[], name: string, rest: Value, input: Value): Value {
  return path.reduceRight<Value>((value, key, depth) => {
    const properties = new Map<string, Property>([[key, { value: () => value }]]);
    return { kind: 'object', id: nextId(), properties, open: true, others: [depth === 0 ? rest : input] };
  }, constant(name));
}
