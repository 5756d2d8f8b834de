/** Where handlers of tools answer with, or write down, what the environment keeps secret. */
import type { Place, SecretLeak, Span, Tool } from '../../../rules/kit/index.js';
import type { Expression, FunctionNode, Module, Statement } from '../syntax/ir.js';
import type { Enclosing } from './enclosing.js';
import { isEnvironment, variableRead } from './env-reads.js';
import type { Names } from './tokens.js';
import { lastName } from './walk.js';

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
  'TextContent',
  'CallToolResult',
]);
const loggers = /^(?:console|log|logger|logging|winston|pino)$/i;
const deepest = 12;

/** Of each tool at most one for each place. */
export function secretLeaks(
  tools: readonly Tool[],
  moduleOf: (file: string) => Module | undefined,
  names: Names,
  enclosing: Enclosing,
): readonly SecretLeak[] {
  return tools.flatMap((tool): readonly SecretLeak[] => {
    const { handler, inTests, name } = tool;
    const module = handler === undefined || inTests ? undefined : moduleOf(handler.file);
    if (module === undefined || handler === undefined || !mayRead(module)) return [];
    const fn = enclosing.at(module, handler.span);
    if (fn === undefined) return [];
    const base = { tool: name.value, file: handler.file } as const;
    return leaksIn(fn, names).map(({ span, ...leak }) => ({ ...base, ...leak, span }));
  });
}

function mayRead({ mentions }: Module): boolean {
  return mentions.has('env') || mentions.has('environ') || mentions.has('getenv') || mentions.has('config');
}

type Leak = Omit<SecretLeak, 'tool' | keyof Place> & { readonly span: Span };

function leaksIn(fn: FunctionNode, names: Names): readonly Leak[] {
  const found: Leak[] = [];
  const add = (expression: Expression | undefined, isLogged: boolean): void => {
    for (const leak of expression === undefined ? [] : secretsIn(expression, names, 0)) found.push({ ...leak, isLogged });
  };
  const visit = (statements: readonly Statement[]): void => {
    for (const one of statements) {
      if (one.kind === 'return') add(one.value, false);
      else if (one.kind === 'expression') {
        const call = one.value.kind === 'call' ? one.value : undefined;
        const owner = call?.callee.kind === 'member' ? lastName(call.callee.object) : undefined;
        const isPrint = call?.callee.kind === 'name' && call.callee.name === 'print' && call.callee.binding === undefined;
        if (call !== undefined && (isPrint || (owner !== undefined && loggers.test(owner))))
          for (const { value } of call.args) add(value, true);
      } else if (one.kind === 'if') {
        visit(one.then);
        visit(one.otherwise);
      } else if (one.kind === 'loop' || one.kind === 'block') visit(one.body);
      else if (one.kind === 'try') {
        visit(one.body);
        for (const handler of one.handlers) visit(handler.body);
        visit(one.finalizer);
      } else if (one.kind === 'switch') for (const { body } of one.cases) visit(body);
    }
  };
  visit(fn.body);
  return found;
}

/** What of an expression's text is the environment, or a secret of it. Only what keeps text as it is is followed. */
function* secretsIn(node: Expression, names: Names, depth: number): Iterable<Omit<Leak, 'isLogged'>> {
  if (depth > deepest) return;
  const inside = (...parts: readonly (Expression | undefined)[]): Iterable<Omit<Leak, 'isLogged'>> => secretsOf(parts, names, depth + 1);
  if (isEnvironment(node)) {
    yield { span: node.span, variable: null };
    return;
  }
  const variable = node.kind === 'binary' ? undefined : variableRead(node);
  if (variable !== undefined) {
    if (names.secret(variable) || /(?:DATABASE|REDIS|MONGO\w{0,8}|POSTGRES\w{0,8}|AMQP)_?(?:URL|URI|DSN)$/i.test(variable))
      yield { span: node.span, variable };
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
    case 'call':
      if (writers.has(lastName(node.callee) ?? ''))
        yield* inside(...node.args.map(({ value }) => value), node.callee.kind === 'member' ? node.callee.object : undefined);
      break;
    case 'name': {
      const source = node.binding?.writes.length === 0 ? node.binding.source : undefined;
      if (source?.kind === 'value' && source.path.length === 0 && source.value.kind !== 'function') yield* inside(source.value);
      break;
    }
    default:
  }
}

function* secretsOf(parts: readonly (Expression | undefined)[], names: Names, depth: number): Iterable<Omit<Leak, 'isLogged'>> {
  for (const part of parts) if (part !== undefined) yield* secretsIn(part, names, depth);
}
