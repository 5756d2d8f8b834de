/** Reads places of a call as effect rows name them. */
import type { Access, Condition } from '../../../rules/kit/index.js';
import type { CallExpression } from '../syntax/ir.js';
import { isChained, isWholeChain } from './chain.js';
import type { Env } from './env.js';
import { argumentOf } from './invoke.js';
import { openingMode } from './open-flags.js';
import type { Tracer } from './tracer.js';
import { constant, optionsOf, unknown, type Value } from './value.js';

/** One call of a library, with its arguments evaluated. */
export interface LibraryCall {
  readonly call: CallExpression;
  readonly env: Env;
  readonly args: readonly Value[];
  /** The object whose method is called. */
  readonly receiver?: Value;
  /** Text of a tagged template. */
  readonly template?: Value;
}

/** The value at an access path; `undefined` when the call does not have it. */
export function valueAt(tracer: Tracer, access: Access, call: LibraryCall): Value | undefined {
  if (access === 'this') return call.receiver;
  if (access === 'template') return call.template;
  if (access.startsWith('chain ')) return isChained(call, access.slice('chain '.length)) ? constant(true) : undefined;
  const ofReceiver = access.startsWith('this.');
  const args = !ofReceiver ? call.args : call.receiver?.kind === 'external' ? call.receiver.args : undefined;
  const value = args === undefined ? undefined : argumentOf(tracer, ofReceiver ? (access.slice('this.'.length) as Access) : access, args);
  return value?.kind === 'constant' && value.value === undefined ? undefined : value;
}

/** What narrows a call. A chain that may go on elsewhere is taken to be narrowed there. */
export function boundOf(tracer: Tracer, access: Access, call: LibraryCall): Value | undefined {
  const value = valueAt(tracer, access, call);
  return value === undefined && access.startsWith('chain ') && !isWholeChain(call) ? unknown('a part of a chain') : value;
}

/** Whether a condition of a row holds; `undefined` when that could not be told. */
export function holds(tracer: Tracer, condition: Condition, call: LibraryCall): boolean | undefined {
  const [access, wanted, presence] = partsOf(condition);
  const value = valueAt(tracer, access, call);
  if (presence !== undefined) {
    // `json=None` is what is left out.
    if (value?.kind === 'constant' && value.value === null && call.env.module.language === 'python') return presence === 'absent';
    if (value?.kind === 'unknown' || value?.kind === 'input') return undefined;
    return (value === undefined) === (presence === 'absent');
  }
  if (value === undefined) return false;
  const allowed = wanted.split('|');
  const answers = optionsOf(value).map((option) => {
    if (option.kind === 'constant') return allowed.includes(String(option.value));
    const mode = openingMode(option) ?? constantName(option, allowed);
    return mode === undefined ? (isAboutPlatform(option) ? false : undefined) : allowed.includes(mode);
  });
  return answers.every((answer) => answer === answers[0]) ? answers[0] : undefined;
}

const constantNames = /^[A-Z][A-Z\d_]*$/;

/** `Keys.ESCAPE`: a constant of a package by its name, where such names are asked for. */
function constantName(value: Value, wanted: readonly string[]): string | undefined {
  if (value.kind !== 'external' || value.args !== undefined || !wanted.every((name) => constantNames.test(name))) return undefined;
  const name = value.path.slice(value.path.lastIndexOf('.') + 1);
  return constantNames.test(name) ? name : undefined;
}

/** `shell: process.platform === 'win32'`: what holds on one platform only is not what the program is about. */
function isAboutPlatform(value: Value): boolean {
  return (
    value.kind === 'derived' &&
    value.operation.startsWith('=') &&
    value.from.some((part) =>
      part.kind === 'external' ? part.path === 'process.platform' : part.kind === 'derived' && part.operation === 'platform()',
    )
  );
}

/** `arg 1.flag = a|a+` as its place and the values; `arg 2 absent` as its place and the last word. */
function partsOf(condition: Condition): readonly [access: Access, wanted: string, presence: 'absent' | 'present' | undefined] {
  const equals = condition.indexOf(' = ');
  if (equals > 0) return [condition.slice(0, equals) as Access, condition.slice(equals + 3), undefined];
  const space = condition.lastIndexOf(' ');
  return [condition.slice(0, space) as Access, '', condition.slice(space + 1) === 'absent' ? 'absent' : 'present'];
}
