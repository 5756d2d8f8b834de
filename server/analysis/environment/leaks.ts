/** Where handlers of tools answer with, or write down, what the environment keeps secret. */
import type { Place, SecretLeak, Span, Tool } from '../../../rules/kit/index.js';
import type { Argument, Expression, FunctionNode, Module, Statement } from '../syntax/ir.js';
import { functionAt, objectAt, settingsAt, type Modules } from './definitions.js';
import type { Enclosing } from './enclosing.js';
import { isEnvironment, variableRead } from './env-reads.js';
import type { Names } from './tokens.js';
import { lastName } from '../syntax/last-name.js';

/** Functions that write their argument as it is. */
const writers: ReadonlySet<string> = new Set([
  'stringify',
  'String',
  'str',
  'dumps',
  'dict',
  'repr',
  'format',
  'entries',
  'fromEntries',
  'assign',
  'join',
  'map',
  'copy',
  'items',
  'toString',
  'trim',
  'encode',
  'list',
  'sorted',
  'get_secret_value',
  'TextContent',
  'CallToolResult',
]);
const loggers = /^(?:console|log|logger|logging|winston|pino)$/i;
const deepest = 12;
/** What a function hands on is followed through so many others. */
const mostCalls = 4;

/** Of each tool at most one for each place. */
export function secretLeaks(tools: readonly Tool[], modules: Modules, names: Names, enclosing: Enclosing): readonly SecretLeak[] {
  return tools.flatMap((tool): readonly SecretLeak[] => {
    const { handler, inTests, name } = tool;
    const module = handler === undefined || inTests ? undefined : modules.moduleOf(handler.file);
    const fn = module === undefined || handler === undefined ? undefined : enclosing.at(module, handler.span);
    if (module === undefined || fn === undefined) return [];
    const base = { tool: name.value, file: module.file } as const;
    return leaksIn(fn, { module, modules, names, calls: 0 }).map((leak) => ({ ...base, ...leak }));
  });
}

type Leak = Omit<SecretLeak, 'tool' | keyof Place> & { readonly span: Span };
type Secret = Omit<Leak, 'isLogged'>;

/** Where an expression stands: in the handler, or in a function that it calls, with what that is given. */
interface Frame {
  readonly module: Module;
  readonly modules: Modules;
  readonly names: Names;
  readonly calls: number;
  readonly given?: { readonly fn: FunctionNode; readonly args: readonly Argument[]; readonly by: Frame };
}

function leaksIn(fn: FunctionNode, frame: Frame): readonly Leak[] {
  const found: Leak[] = [];
  const add = (expression: Expression | undefined, isLogged: boolean): void => {
    for (const leak of expression === undefined ? [] : secretsIn(expression, frame, 0)) found.push({ ...leak, isLogged });
  };
  eachStatement(fn.body, (one) => {
    if (one.kind === 'return') add(one.value, false);
    if (one.kind !== 'expression' || one.value.kind !== 'call') return;
    const { callee, args } = one.value;
    const owner = callee.kind === 'member' ? lastName(callee.object) : undefined;
    const isPrint = callee.kind === 'name' && callee.name === 'print' && callee.binding === undefined;
    if (isPrint || (owner !== undefined && loggers.test(owner))) for (const { value } of args) add(value, true);
  });
  return found;
}

/** The statements of a body, those inside of others included. */
function eachStatement(statements: readonly Statement[], visit: (statement: Statement) => void): void {
  for (const one of statements) {
    visit(one);
    if (one.kind === 'if') {
      eachStatement(one.then, visit);
      eachStatement(one.otherwise, visit);
    } else if (one.kind === 'loop' || one.kind === 'block') eachStatement(one.body, visit);
    else if (one.kind === 'try') {
      eachStatement(one.body, visit);
      for (const handler of one.handlers) eachStatement(handler.body, visit);
      eachStatement(one.finalizer, visit);
    } else if (one.kind === 'switch') for (const { body } of one.cases) eachStatement(body, visit);
  }
}

/** What of an expression's text is the environment, or a secret of it. Only what keeps text as it is is followed. */
function* secretsIn(node: Expression, frame: Frame, depth: number): Iterable<Secret> {
  if (depth > deepest) return;
  const inside = function* (...parts: readonly (Expression | undefined)[]): Iterable<Secret> {
    for (const part of parts) if (part !== undefined) yield* secretsIn(part, frame, depth + 1);
  };
  if (isEnvironment(node)) {
    yield { span: node.span, variable: null };
    return;
  }
  const variable = node.kind === 'binary' ? undefined : (variableRead(node) ?? settingsAt(node, frame.module, frame.modules));
  if (variable !== undefined) {
    if (isSecret(variable, frame.names)) yield { span: node.span, variable };
    return;
  }
  switch (node.kind) {
    case 'template':
      yield* inside(...node.holes);
      break;
    case 'object':
      yield* inside(...node.entries.map((entry) => entry.value));
      break;
    case 'array':
      yield* inside(...node.items.map((item) => item.value));
      break;
    case 'binary':
      if (['+', '??', '||', '%'].includes(node.operator)) yield* inside(node.left, node.right);
      break;
    case 'conditional':
      yield* inside(node.whenTrue, node.whenFalse);
      break;
    case 'sequence':
      yield* inside(node.items.at(-1));
      break;
    case 'unary':
      if (node.operator === 'await') yield* inside(node.operand);
      break;
    case 'call':
      if (writers.has(lastName(node.callee) ?? ''))
        yield* inside(...node.args.map(({ value }) => value), node.callee.kind === 'member' ? node.callee.object : undefined);
      else yield* answered(node.callee, node.args, node.span, frame, depth);
      break;
    case 'member': {
      const held = objectAt(node, frame.module, frame.modules);
      if (held !== undefined) yield* at(node.span, secretsIn(held.value, { ...frame, module: held.module }, depth + 1));
      break;
    }
    case 'name': {
      const source = node.binding?.writes.length === 0 ? node.binding.source : undefined;
      if (source?.kind === 'value' && source.path.length === 0 && source.value.kind !== 'function') yield* inside(source.value);
      if (source?.kind === 'parameter' && source.path.length === 0 && source.fn === frame.given?.fn) {
        const { args, by } = frame.given;
        const given = args.find(({ name }) => name === node.name) ?? args[source.index];
        if (given !== undefined && given.name === undefined) yield* secretsIn(given.value, by, depth + 1);
      }
      break;
    }
    default:
  }
}

/** What a function of the project answers, told where it is called. */
function* answered(callee: Expression, args: readonly Argument[], span: Span, frame: Frame, depth: number): Iterable<Secret> {
  const target = frame.calls < mostCalls ? functionAt(callee, frame.module, frame.modules) : undefined;
  if (target === undefined) return;
  const { fn, module } = target;
  const returned: Expression[] = [];
  eachStatement(fn.body, (one) => {
    if (one.kind === 'return' && one.value !== undefined) returned.push(one.value);
  });
  const inner: Frame = { ...frame, module, calls: frame.calls + 1, given: { fn, args, by: frame } };
  for (const value of returned) yield* at(span, secretsIn(value, inner, depth + 1));
}

function* at(span: Span, secrets: Iterable<Secret>): Iterable<Secret> {
  const told = new Set<string | null>();
  for (const secret of secrets) {
    if (!told.has(secret.variable)) yield { ...secret, span };
    told.add(secret.variable);
  }
}

function isSecret(variable: string, names: Names): boolean {
  return names.secret(variable) || /(?:DATABASE|REDIS|MONGO\w{0,8}|POSTGRES\w{0,8}|AMQP)_?(?:URL|URI|DSN)$/i.test(variable);
}
