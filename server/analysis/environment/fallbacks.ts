/** Where a missing environment variable is replaced by something else, and by what. */
import type { Expression, FunctionNode, Module, Statement } from '../syntax/ir.js';
import { isEnvironment, variableRead } from './env-reads.js';
import { objectOf } from './constants.js';
import { isPythonEnvironment, pythonRead, readBy, settingFields } from './python-reads.js';
import { lastName } from '../syntax/last-name.js';
import { walkModule, type Seat } from './walk.js';
import type { Span } from '../../../rules/kit/index.js';

/** One fallback, before anybody asked what it is. */
export interface Fallback {
  readonly variable: string;
  readonly operator: '??' | '||' | '?:' | 'default';
  /** The whole expression that yields the variable or its fallback. */
  readonly whole: Expression;
  readonly fallback: Expression;
  readonly seat: Seat;
  /** What may be replaced by a failure; absent where nothing of the kind is provable. */
  readonly replaced?: { readonly span: Span; readonly by: 'throw' | 'nothing' | 'read' };
}

/** All fallbacks of a module, in source order. */
export function fallbacksOf(module: Module): readonly Fallback[] {
  const found: Fallback[] = [];
  const helpers = new Map<FunctionNode, Helper | undefined>();
  const isPython = module.language === 'python';
  const add = (fallback: Fallback): void => void found.push(fallback);
  const defaults = (schema: Expression, seat: Seat): void => {
    for (const entry of schemaEntries(schema)) {
      const set = defaultOf(entry.value);
      if (set === undefined) continue;
      const replaced = set.span === undefined ? undefined : { span: set.span, by: 'nothing' as const };
      add({ variable: entry.key, operator: 'default', whole: entry.value, fallback: set.fallback, seat, replaced });
    }
  };

  walkModule(module, (node, seat) => {
    if (node.kind === 'binary' && (node.operator === '??' || node.operator === '||')) {
      const variable = variableRead(node.left);
      if (variable !== undefined)
        add({
          variable,
          operator: node.operator,
          whole: node,
          fallback: node.right,
          seat,
          replaced: isPython ? simply(node, node.left) : { span: node.right.span, by: 'throw' },
        });
    } else if (node.kind === 'assign' && (node.operator === '??=' || node.operator === '||=')) {
      const variable = variableRead(node.target);
      if (variable !== undefined)
        add({
          variable,
          operator: node.operator === '??=' ? '??' : '||',
          whole: node,
          fallback: node.value,
          seat,
          replaced: { span: node.value.span, by: 'throw' },
        });
    } else if (node.kind === 'conditional') {
      const missing = whenMissing(node.test);
      if (missing !== undefined) {
        const [fallback, other] = missing.holds ? [node.whenTrue, node.whenFalse] : [node.whenFalse, node.whenTrue];
        const replaced = isPython ? simply(node, other) : { span: fallback.span, by: 'throw' as const };
        add({ variable: missing.variable, operator: '?:', whole: node, fallback, seat, replaced });
      }
    } else if (node.kind === 'class' && isPython) {
      for (const { variable, whole, fallback, removed } of settingFields(node)) {
        const replaced = removed === undefined ? {} : { replaced: { span: removed, by: 'nothing' as const } };
        add({ variable, operator: 'default', whole, fallback, seat, ...replaced });
      }
    } else if (node.kind === 'call') {
      const read = isPython ? pythonRead(node) : undefined;
      if (read?.fallback !== undefined) {
        const replaced = read.strict ? {} : { replaced: { span: node.span, by: 'read' as const } };
        add({ variable: read.variable, operator: 'default', whole: node, fallback: read.fallback, seat, ...replaced });
      }
      const schema = parsedSchema(node);
      if (schema !== undefined) defaults(schema, seat);
      const called = helperCall(node, helpers);
      if (called !== undefined) add({ ...called, operator: 'default', whole: node, seat });
    }
    const { binding } = seat;
    const source = binding?.source;
    if (source?.kind === 'value' && source.fallback === node && source.path.length > 0) {
      const last = source.path.at(-1);
      const fromProcess = source.path.length === 2 && source.path[0] === 'env' && lastName(source.value) === 'process';
      if (typeof last === 'string' && (fromProcess || (source.path.length === 1 && isEnvironment(source.value)))) {
        add({ variable: last, operator: 'default', whole: node, fallback: node, seat });
      }
    }
    return true;
  });
  return found.sort((a, b) => a.fallback.span.start - b.fallback.span.start);
}

/** Python's way to fail is to read the variable itself; only what reads nothing but it can be replaced by that. */
function simply(whole: Expression, read: Expression): Pick<Fallback, 'replaced'>['replaced'] {
  const isPlain = read.kind === 'member' || (read.kind === 'call' && pythonRead(read) !== undefined);
  return isPlain ? { span: whole.span, by: 'read' } : undefined;
}

/** Does the test hold when the variable is not set? `undefined` when it asks something else. */
function whenMissing(test: Expression): { readonly variable: string; readonly holds: boolean } | undefined {
  if (test.kind === 'unary' && test.operator === '!') {
    const inner = whenMissing(test.operand);
    return inner === undefined ? undefined : { ...inner, holds: !inner.holds };
  }
  if (test.kind === 'binary' && ['===', '==', '!==', '!='].includes(test.operator)) {
    const [read, other] = variableRead(test.left) === undefined ? [test.right, test.left] : [test.left, test.right];
    const variable = variableRead(read);
    if (variable === undefined || other.kind !== 'literal') return undefined;
    const isMissing = other.value === undefined || (other.value === null && (test.operator.length === 2 || isPythonValue(read)));
    return { variable, holds: test.operator.startsWith('=') === isMissing };
  }
  if (test.kind === 'binary' && test.operator === 'in' && test.left.kind === 'literal' && isPythonEnvironment(test.right))
    return { variable: String(test.left.value), holds: false };
  const variable = test.kind === 'binary' ? undefined : variableRead(test);
  return variable === undefined ? undefined : { variable, holds: false };
}

/** What Python reads is `None` where there is nothing. */
function isPythonValue(node: Expression): boolean {
  const source = node.kind === 'name' ? node.binding?.source : undefined;
  const value = source?.kind === 'value' && source.path.length === 0 ? source.value : node;
  return value.kind === 'call' && pythonRead(value) !== undefined;
}

// ------------------------------------------------------------------------------------------------ schemas

/** The schema of `z.object({…}).parse(process.env)`, `cleanEnv(process.env, {…})`, `createEnv({ server: {…} })`. */
function parsedSchema(call: Extract<Expression, { kind: 'call' }>): Expression | undefined {
  const [first, second] = call.args;
  const name = lastName(call.callee);
  if (name === 'cleanEnv' && first !== undefined && isEnvironment(first.value)) return second?.value;
  if (name === 'createEnv') return first?.value;
  if (
    call.callee.kind !== 'member' ||
    first === undefined ||
    !['parse', 'safeParse', 'parseAsync'].includes(name ?? '') ||
    !isEnvironmentCopy(first.value)
  )
    return undefined;
  return call.callee.object;
}

function isEnvironmentCopy(node: Expression): boolean {
  return (
    isEnvironment(node) || (node.kind === 'object' && node.entries.some((entry) => entry.kind === 'spread' && isEnvironment(entry.value)))
  );
}

interface SchemaEntry {
  readonly key: string;
  readonly value: Expression;
}

/** Variables of a schema, through constants, `extend`, `merge` and the groups of `createEnv`. */
function schemaEntries(schema: Expression, depth = 0): readonly SchemaEntry[] {
  if (depth > 5) return [];
  const object = objectOf(schema);
  if (object !== undefined) {
    return object.entries.flatMap((entry) => {
      if (entry.kind === 'spread') return schemaEntries(entry.value, depth + 1);
      if (entry.kind !== 'entry' || typeof entry.key !== 'string') return [];
      const isGroup = ['server', 'client', 'shared'].includes(entry.key);
      return isGroup ? schemaEntries(entry.value, depth + 1) : [{ key: entry.key, value: entry.value }];
    });
  }
  if (schema.kind === 'name') {
    const source = schema.binding?.writes.length === 0 ? schema.binding.source : undefined;
    return source?.kind === 'value' && source.path.length === 0 ? schemaEntries(source.value, depth + 1) : [];
  }
  if (schema.kind !== 'call' || schema.callee.kind !== 'member') return [];
  const [first] = schema.args;
  const name = lastName(schema.callee) ?? '';
  const own =
    ['object', 'strictObject', 'looseObject', 'extend', 'merge', 'safeExtend'].includes(name) && first !== undefined
      ? schemaEntries(first.value, depth + 1)
      : [];
  return ['object', 'strictObject', 'looseObject'].includes(name) ? own : [...schemaEntries(schema.callee.object, depth + 1), ...own];
}

/** `.default(x)` in a chain of calls, or `str({ default: x })`. */
function defaultOf(value: Expression): { readonly fallback: Expression; readonly span?: Span } | undefined {
  for (let at: Expression = value; at.kind === 'call' && at.callee.kind === 'member'; at = at.callee.object) {
    const [first] = at.args;
    const name = at.callee.property;
    if ((name === 'default' || name === 'prefault' || name === 'catch') && first !== undefined) {
      return { fallback: first.value, span: { start: at.callee.object.span.end, end: at.span.end } };
    }
  }
  if (value.kind !== 'call') return undefined;
  const options = value.args[0]?.value;
  const entry = options?.kind === 'object' ? options.entries.find((one) => one.kind === 'entry' && one.key === 'default') : undefined;
  return entry?.kind === 'entry' ? { fallback: entry.value } : undefined;
}

// ------------------------------------------------------------------------------------------------ helpers

/** A function of the module that returns the variable named by one parameter, or what another one holds. */
interface Helper {
  readonly name: number;
  readonly fallback: number;
}

/** `env('DATABASE_URL', 'postgres://…')` for `const env = (name, fallback) => process.env[name] ?? fallback`. */
function helperCall(
  call: Extract<Expression, { kind: 'call' }>,
  helpers: Map<FunctionNode, Helper | undefined>,
): Pick<Fallback, 'variable' | 'fallback'> | undefined {
  const source = call.callee.kind === 'name' ? call.callee.binding?.source : undefined;
  const fn =
    source?.kind === 'function'
      ? source.fn
      : source?.kind === 'value' && source.path.length === 0 && source.value.kind === 'function'
        ? source.value
        : undefined;
  if (fn === undefined || fn.parameters.length < 2 || call.args.length < 2) return undefined;
  if (!helpers.has(fn)) helpers.set(fn, helperOf(fn));
  const helper = helpers.get(fn);
  const name = helper === undefined ? undefined : call.args[helper.name]?.value;
  const fallback = helper === undefined ? undefined : call.args[helper.fallback]?.value;
  return name?.kind === 'literal' && typeof name.value === 'string' && fallback !== undefined
    ? { variable: name.value, fallback }
    : undefined;
}

function helperOf(fn: FunctionNode): Helper | undefined {
  const indexOf = (node: Expression): number => {
    const source = node.kind === 'name' ? node.binding?.source : undefined;
    return source?.kind === 'parameter' && source.fn === fn && source.path.length === 0 ? source.index : -1;
  };
  const reads = (node: Expression, depth = 0): number => {
    if (depth > 4) return -1;
    if (node.kind === 'member' && typeof node.property !== 'string' && isEnvironment(node.object)) return indexOf(node.property);
    const read = readBy(node);
    if (read !== undefined) return indexOf(read.variable);
    const source = node.kind === 'name' ? node.binding?.source : undefined;
    return source?.kind === 'value' && source.path.length === 0 ? reads(source.value, depth + 1) : -1;
  };
  for (const value of returned(fn.body)) {
    const read = readBy(value);
    const called = read?.fallback === undefined ? undefined : { name: indexOf(read.variable), fallback: indexOf(read.fallback) };
    if (called !== undefined && called.name >= 0 && called.fallback >= 0) return called;
    if (value.kind !== 'binary' || (value.operator !== '??' && value.operator !== '||')) continue;
    const helper = { name: reads(value.left), fallback: indexOf(value.right) };
    if (helper.name >= 0 && helper.fallback >= 0) return helper;
  }
  return undefined;
}

function returned(body: readonly Statement[]): readonly Expression[] {
  return body.flatMap((statement) => (statement.kind === 'return' && statement.value !== undefined ? [statement.value] : []));
}
