/**
 * Functions that only compute: formatters, encoders, validators. Their text shows that nothing in them can touch the world, so
 * that nobody has to follow them in every way in which they are called.
 */
import type { CallExpression, Expression, FunctionNode, Module } from '../syntax/ir.js';
import type { Env, Remembered } from './env.js';
import { eachInBody } from './parts.js';
import type { Tracer } from './tracer.js';
import type { FunctionValue } from './value.js';

const known = new WeakMap<FunctionNode, Remembered<boolean>>();
const underway = new WeakSet<FunctionNode>();

/** Methods that text, lists and numbers have, and that clients of services do not. */
const computing: ReadonlySet<string> = new Set(
  (
    'at charAt charCodeAt codePointAt concat endsWith every filter flat flatMap forEach hasOwnProperty includes indexOf join lastIndexOf ' +
    'localeCompare map normalize padEnd padStart reduce repeat replace replaceAll reverse slice some sort split startsWith substring test ' +
    'toFixed toISOString toLowerCase toString toUpperCase trim trimEnd trimStart'
  ).split(' '),
);

const globals =
  /^(?:Array|BigInt|Boolean|JSON|Math|Number|Object|String|encodeURIComponent|decodeURIComponent|isFinite|isNaN|parseFloat|parseInt)$/;
const made = /^(?:Array|Date|Error|Map|RangeError|RegExp|Set|SyntaxError|TypeError|URL|URLSearchParams|WeakMap|WeakSet)$/;

/** Whether a function, and every function that it calls, only computes. */
export function onlyComputes(tracer: Tracer, { fn, env }: FunctionValue): boolean {
  let moduleEnv: Env = env;
  while (moduleEnv.parent !== undefined) moduleEnv = moduleEnv.parent;
  return isPlain(tracer, fn, moduleEnv);
}

function isPlain(tracer: Tracer, fn: FunctionNode, env: Env): boolean {
  const before = known.get(fn);
  if (tracer.holds(before)) return tracer.reuse(before);
  // What calls itself does nothing that its other calls do not do.
  if (underway.has(fn)) return true;
  underway.add(fn);
  const answer = tracer.remember(() => {
    tracer.touch(env.module, fn.span.start);
    return !fn.generator && hasOnlyPlainParts(tracer, fn, env);
  });
  underway.delete(fn);
  known.set(fn, answer);
  return answer.value;
}

function hasOnlyPlainParts(tracer: Tracer, fn: FunctionNode, env: Env): boolean {
  let plain = fn.decorators.length === 0;
  eachInBody(fn.body, (part) => {
    if (!plain) return;
    if (part.kind === 'call') plain = isPlainCall(tracer, part, fn, env);
    else if (part.kind === 'assign') plain = isLocal(part.target, fn);
    else if (part.kind === 'unary' && /^(?:delete|yield)|\+\+|--/.test(part.operator)) plain = isLocal(part.operand, fn);
    else if (part.kind === 'template') plain = part.tag === undefined;
    else if (part.kind === 'class') plain = false;
  });
  return plain;
}

function isPlainCall(tracer: Tracer, call: CallExpression, fn: FunctionNode, env: Env): boolean {
  const { callee } = call;
  if (callee.kind === 'name') {
    if (call.isNew) return callee.binding === undefined && made.test(callee.name);
    if (callee.binding === undefined) return globals.test(callee.name);
    const { kind, owner } = callee.binding;
    if (kind === 'parameter' || owner !== env.module) return false;
    const value = tracer.nameValue(callee.binding, env);
    return value.kind === 'function' && value.env.owner.kind === 'module' && isPlain(tracer, value.fn, value.env);
  }
  if (call.isNew || callee.kind !== 'member' || typeof callee.property !== 'string') return false;
  if (callee.object.kind === 'name' && callee.object.binding === undefined && globals.test(callee.object.name))
    return !call.args.some(({ value }) => isHandedOn(value));
  if (isOwnList(callee.object, fn) && (callee.property === 'push' || callee.property === 'set' || callee.property === 'add')) return true;
  return computing.has(callee.property) && !call.args.some(({ value }) => isHandedOn(value));
}

/** A function by its name: it may be any. One that is written here is looked at with the rest. */
function isHandedOn(value: Expression): boolean {
  return value.kind === 'name' && value.binding !== undefined && value.binding.kind !== 'const' && value.binding.kind !== 'variable'
    ? value.binding.kind === 'function' || value.binding.kind === 'import'
    : value.kind === 'member' && value.object.kind === 'this';
}

/** A list, map or set that the function itself makes. */
function isOwnList(target: Expression, fn: FunctionNode): boolean {
  const binding = target.kind === 'name' ? target.binding : undefined;
  const source = binding?.source;
  if (binding === undefined || source?.kind !== 'value' || !isInside(binding.owner, fn)) return false;
  const { value } = source;
  return (
    value.kind === 'array' ||
    (value.kind === 'call' && value.isNew && value.callee.kind === 'name' && /^(?:Map|Set)$/.test(value.callee.name))
  );
}

/** A variable of the function, or something in it. */
function isLocal(target: Expression, fn: FunctionNode): boolean {
  let at = target;
  while (at.kind === 'member') at = at.object;
  const binding = at.kind === 'name' ? at.binding : undefined;
  return binding !== undefined && isInside(binding.owner, fn);
}

function isInside(owner: FunctionNode['outer'] | Module, fn: FunctionNode): boolean {
  for (let at = owner; at.kind !== 'module'; at = at.outer) if (at === fn) return true;
  return false;
}
