/** Projects with tools of their own that decide elsewhere whom to ask about them. */
import type { Framework } from '../../../../rules/kit/index.js';
import type { Expression, Module, Statement, TypeNode } from '../../syntax/ir.js';
import { eachInBody } from '../../trace/parts.js';
import type { Tracer } from '../../trace/tracer.js';
import { isWrittenFor } from '../written-for.js';

/** Parts of names for what is held about tools, by their names: `toolPolicies`, `requestToolApproval`, `tool_permissions`. */
const parts = ['Polic', 'Approval', 'Permission', 'Confirmation'].flatMap((word) => [`ool${word}`, `ool_${word.toLowerCase()}`]);
const telling = /(?:^|_|[a-z])tools?_?(?:polic(?:y|ies)|approvals?|permissions?|confirmations?)$/i;
/** Entries that stand for all tools which a table does not name. */
const others: ReadonlySet<string> = new Set(['*', 'default', 'defaults', 'otherwise']);

/** What the code of a module does with policies, or questions, about tools. */
interface Deciding {
  /** It asks a function that is named for it, looks something up in a table of that name, or tests one. */
  readonly asks: boolean;
  /** Tools that its own tables name; `undefined`: nobody can tell which. */
  readonly named: ReadonlySet<string> | undefined;
}

/**
 * The project decides by its own code what happens before a tool runs: it asks, looks up or tests what is named for policies about
 * tools, or has a table of them with this tool. That a comment, a type or an option of a package is named so decides nothing.
 */
export function decidesElsewhere(tracer: Tracer, framework: Framework, file: string, tool: string): boolean {
  if (!framework.id.startsWith('own-')) return false;
  return isWrittenFor(tracer, file, parts, `decides about ${tool}`, (module) => decides(module, tool));
}

function decides(module: Module, tool: string): boolean {
  const { asks, named } = decidingIn(module);
  return asks || named === undefined || named.has(tool);
}

/** An edit gives a module another body. */
const known = new WeakMap<readonly Statement[], Deciding>();

function decidingIn({ body }: Module): Deciding {
  let found = known.get(body);
  if (found === undefined) known.set(body, (found = { asks: asksIn(body), named: namedIn(body) }));
  return found;
}

function asksIn(body: readonly Statement[]): boolean {
  let asks = false;
  eachInBody(body, (part) => void (asks ||= isQuestion(part)), 'all');
  return asks;
}

function isQuestion(part: Expression): boolean {
  switch (part.kind) {
    case 'call':
      return isTold(part.callee) && isOwn(part.callee);
    case 'member':
      // `toolPolicies[name]`
      return typeof part.property !== 'string' ? isTold(part.object) : looking.has(part.property) && isTold(part.object);
    case 'binary':
      return comparing.has(part.operator) && (isTold(part.left) || isTold(part.right));
    case 'conditional':
      return isTold(part.test);
    case 'unary':
      return part.operator === '!' && isTold(part.operand);
    default:
      return false;
  }
}

const looking: ReadonlySet<string> = new Set(['get', 'has', 'includes', 'find', 'some']);
const comparing: ReadonlySet<string> = new Set(['===', '!==', '==', '!=', '&&', '||', '??', 'in']);

function isTold(at: Expression): boolean {
  const name = at.kind === 'name' ? at.name : at.kind === 'member' ? at.property : undefined;
  return typeof name === 'string' && telling.test(name);
}

/** A function of a package is no code of the project. */
function isOwn(callee: Expression): boolean {
  const source = callee.kind === 'name' ? callee.binding?.source : undefined;
  return source?.kind !== 'import' || /^[.~@]?\//.test(source.from) || source.from.startsWith('.');
}

/** Tools that tables at the top of a module name; `undefined` when one of them may name more. */
function namedIn(body: readonly Statement[]): ReadonlySet<string> | undefined {
  const names = new Set<string>();
  for (const statement of body) {
    if (statement.kind !== 'declare' || statement.value?.kind !== 'object') continue;
    if (!statement.bindings.some(({ name, type }) => telling.test(name) || (type !== undefined && isTyped(type)))) continue;
    for (const entry of statement.value.entries) {
      if (entry.kind === 'spread' || typeof entry.key !== 'string' || others.has(entry.key)) return undefined;
      names.add(entry.key);
    }
  }
  return names;
}

/** `Record<string, ToolPolicy>` */
function isTyped(type: TypeNode): boolean {
  switch (type.kind) {
    case 'reference':
      return isTold(type.name) || type.args.some(isTyped);
    case 'array':
      return isTyped(type.item);
    case 'union':
    case 'intersection':
      return type.options.some(isTyped);
    default:
      return false;
  }
}
