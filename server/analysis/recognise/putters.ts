/** Functions that put what they are given into a container which others read: `register(tool) { this.tools.push(tool) }`. */
import type { Expression, FunctionNode, Owner, Statement } from '../syntax/ir.js';
import { eachInBody } from '../trace/parts.js';
import { fillingMethods } from '../trace/python/filling.js';
import type { FunctionEntry } from './functions.js';

const methods: ReadonlySet<string> = new Set(['push', 'unshift', 'add', 'set', 'assign']);

/**
 * Most containers hold something else. Looking into every function that fills one would cost more than it finds, so some
 * name around must speak of what agents are given.
 */
const speaking = /tool|regist(?:r|er)|command|skill|plugin|capabilit/i;

/** Whether functions of this text may fill a container that others register from. */
export function mayFill(text: string): boolean {
  return /\.(?:push|unshift|add|set|append|insert|extend|update|setdefault)\(/.test(text) && speaking.test(text);
}

const byBody = new WeakMap<readonly Statement[], readonly string[]>();

/** Names of the containers that a function fills, which are not its own, as far as its text tells; none when nothing speaks of tools. */
export function filledContainers({ fn, name, cls }: FunctionEntry): readonly string[] {
  const filled = filledBy(fn);
  return [...filled, name, cls?.name].some((word) => word !== undefined && speaking.test(word)) ? filled : none;
}

const none: readonly string[] = [];

/** Names of the containers that a function fills. */
export function filledBy(fn: FunctionNode): readonly string[] {
  let found = byBody.get(fn.body);
  if (found === undefined) {
    const names = new Set<string>();
    eachInBody(fn.body, (part) => {
      const target = targetOf(part, isPython(fn) ? fillingMethods : methods);
      const named = target === undefined ? undefined : containerName(target, fn);
      if (named !== undefined) names.add(named);
    });
    byBody.set(fn.body, (found = [...names]));
  }
  return found;
}

function isPython(fn: FunctionNode): boolean {
  let at: Owner = fn;
  while (at.kind !== 'module') at = at.outer;
  return at.language === 'python';
}

function targetOf(part: Expression, methods: ReadonlySet<string>): Expression | undefined {
  if (part.kind === 'assign') return part.target.kind === 'member' ? part.target.object : undefined;
  if (part.kind !== 'call' || part.callee.kind !== 'member' || typeof part.callee.property !== 'string') return undefined;
  if (!methods.has(part.callee.property)) return undefined;
  return part.callee.property === 'assign' ? part.args[0]?.value : part.callee.object;
}

/** The name that a container goes by, when it is not a plain variable of the function itself. */
function containerName(target: Expression, fn: FunctionNode): string | undefined {
  if (target.kind === 'name') {
    const { binding } = target;
    return binding === undefined || (binding.owner === fn && binding.kind !== 'parameter') ? undefined : target.name;
  }
  if (target.kind === 'member')
    return typeof target.property === 'string' && target.object.kind === 'this' ? target.property : rootName(target.object);
  // `this.byName.get(key).push(tool)`
  return target.kind === 'call' ? rootName(target.callee) : undefined;
}

function rootName(expression: Expression): string | undefined {
  let at = expression;
  let name: string | undefined;
  while (at.kind === 'member') {
    if (typeof at.property === 'string' && !methods.has(at.property) && at.property !== 'get') name = at.property;
    at = at.object;
  }
  return at.kind === 'name' ? at.name : name;
}
