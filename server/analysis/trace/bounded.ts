/** Functions that are called in too many ways to tell them all apart. */
import type { CallExpression, FunctionNode, Statement } from '../syntax/ir.js';
import { lineage } from './bases.js';
import type { Activation } from './env.js';
import { eachInBody } from './parts.js';
import type { Tracer } from './tracer.js';
import { optionsOf, type FunctionValue, type InstanceValue, type Value } from './value.js';
import type { Summary } from './summary.js';

/**
 * Asks something of a call. An answer for any arguments is a bound that was reached only when it `matters` which arguments they
 * were: what does nothing for any arguments does nothing.
 */
export function asked<T>(
  tracer: Tracer,
  callee: FunctionValue,
  args: readonly Value[] | undefined,
  ask: (activation: Activation) => T,
  matters: (answer: T, tracer: Tracer) => boolean,
): T {
  const activation = tracer.activation(callee, args);
  const answer = ask(activation);
  if (activation.bounded === 'any' && matters(answer, tracer)) tracer.cutShort();
  return answer;
}

/** Something that can be called, or may hold it. Of what is unknown, a call says so itself. */
export function mayRun(value: Value, tracer: Tracer): boolean {
  return holdsCallable(tracer, value, 0);
}

function holdsCallable(tracer: Tracer, value: Value, depth: number): boolean {
  const inside = (part: Value): boolean => depth > 3 || holdsCallable(tracer, part, depth + 1);
  return optionsOf(value).some((option) => {
    if (option.kind === 'object') return [...option.properties.values()].some((property) => inside(property.value()));
    if (option.kind === 'array') return option.items.some(inside);
    if (option.kind === 'instance') return !isRecord(tracer, option) || (option.args ?? []).some(inside);
    return option.kind === 'function' || option.kind === 'class' || option.kind === 'external';
  });
}

const models: ReadonlySet<string> = new Set(['py:pydantic', 'py:typing', 'py:typing_extensions', 'py:abc', 'py:builtins']);

/** An object of a class of Python that only declares what its objects hold: it runs nothing but what it was made with. */
function isRecord(tracer: Tracer, { cls }: InstanceValue): boolean {
  if (cls.env.module.language !== 'python') return false;
  return lineage(tracer, cls).every((one) =>
    one.kind === 'class'
      ? one.cls.members.every(({ kind, value }) => kind === 'field' && value?.kind !== 'function' && value?.kind !== 'class')
      : one.kind === 'external' && models.has(one.library),
  );
}

/** There is something to tell of a call. What it changes of its arguments, its callers tell. */
export function doesSomething({ effects, unresolved, asks }: Summary): boolean {
  return effects.some(({ held }) => held === undefined) || unresolved.length > 0 || asks !== undefined;
}

const factors = new WeakMap<FunctionNode['body'], number>();

/** What costs next to nothing may be asked this many times as often. */
const shortFactor = 16;

/** How many ways into a function are followed, of `ways` into a common one: a test of one line is put to every item of a list. */
export function waysInto(fn: FunctionNode, ways: number): number {
  let factor = factors.get(fn.body);
  if (factor === undefined) factors.set(fn.body, (factor = factorOf(fn)));
  return factor * ways;
}

/** `(tool) => tool.name === name` enters nothing. `(tool) => nameOf(tool) === name` enters what has a bound of its own. */
function factorOf({ body }: FunctionNode): number {
  const [first, ...more] = body;
  let calls = false;
  eachInBody(body, (part) => {
    calls ||= (part.kind === 'call' && !asksKind(part)) || (part.kind === 'template' && part.tag !== undefined);
  });
  const isLine = more.length === 0 && first?.kind === 'return';
  return !calls && (isLine || choosesOnly(body)) ? Infinity : isLine ? shortFactor : 1;
}

const kinds: ReadonlySet<string> = new Set(['callable', 'hasattr', 'isinstance', 'issubclass', 'len', 'type']);

/** `isinstance(value, dict)`, `Array.isArray(value)`: asking what something is enters nothing. */
function asksKind({ callee, isNew }: CallExpression): boolean {
  if (isNew) return false;
  if (callee.kind === 'name') return callee.binding === undefined && kinds.has(callee.name);
  const of = callee.kind === 'member' && callee.property === 'isArray' ? callee.object : undefined;
  return of?.kind === 'name' && of.name === 'Array' && of.binding === undefined;
}

/** Nothing but `if`, `switch` and `return`. */
function choosesOnly(body: readonly Statement[]): boolean {
  return body.every((statement) => {
    switch (statement.kind) {
      case 'return':
        return true;
      // What describes a function of Python is a statement of it.
      case 'expression':
        return statement.value.kind === 'literal' || statement.value.kind === 'template';
      case 'if':
        return choosesOnly(statement.then) && choosesOnly(statement.otherwise);
      case 'switch':
        return statement.cases.every((item) => choosesOnly(item.body));
      case 'block':
        return choosesOnly(statement.body);
      default:
        return false;
    }
  });
}
