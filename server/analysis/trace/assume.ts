/**
 * Answers of a library that are taken to be known: what a model answers decides which tool runs, so the code behind the
 * request is followed once for each tool that the model may ask for.
 */
import type { FunctionNode, Module } from '../syntax/ir.js';
import { Env } from './env.js';
import { memberOf } from './members.js';
import type { Tracer } from './tracer.js';
import { nextId, optionsOf, union, type FunctionValue, type Value } from './value.js';

/** Things of a library that stand for a known value wherever a call gives one. */
export interface Assumption {
  readonly library: string;
  /** Values by the class that the answer is of: `ChatCompletion`. */
  readonly answers: ReadonlyMap<string, Value>;
}

/** The value of a call where answers are assumed. */
export function assume(tracer: Tracer, value: Value, env: Env): Value {
  const { assumed } = env;
  if (assumed === undefined || !optionsOf(value).some((option) => option.kind === 'external')) return value;
  return union(optionsOf(value).map((option) => known(tracer, option, assumed)));
}

function known(tracer: Tracer, value: Value, { library, answers }: Assumption): Value {
  if (value.kind !== 'external' || value.library !== library) return value;
  const hash = value.path.indexOf('#');
  const answer = hash < 0 ? undefined : answers.get(value.path.slice(0, hash));
  if (answer === undefined) return value;
  const path = value.path.slice(hash + 1);
  return path === '' ? answer : path.split('.').reduce((at, key) => memberOf(tracer, at, key), answer);
}

const wholes = new WeakMap<FunctionNode | Module, FunctionNode>();

/** The code that runs around a place as a function of its own, with answers assumed; `undefined` in a class. */
export function assuming(inside: Env, assumed: Assumption): FunctionValue | undefined {
  let env = inside;
  while (env.owner.kind === 'loop' && env.parent !== undefined) env = env.parent;
  const { owner } = env;
  if (owner.kind !== 'function' && owner.kind !== 'module') return undefined;
  const copy = new Env(owner, env.module, env.parent, env.self, env.home, env.args, assumed);
  for (const [binding, value] of env.bound) copy.bind(binding, value);
  let fn = wholes.get(owner);
  if (fn === undefined) wholes.set(owner, (fn = whole(owner)));
  return { kind: 'function', id: nextId(), fn, env: copy };
}

/** Its names belong to the code around it, so it has no parameters. */
function whole(owner: FunctionNode | Module): FunctionNode {
  const name = owner.kind === 'function' ? owner.name : undefined;
  return {
    kind: 'function',
    get span() {
      return owner.kind === 'function' ? owner.span : (owner.body[0]?.span ?? { start: 0, end: 0 });
    },
    ...(name === undefined ? {} : { name }),
    parameters: [],
    get body() {
      return owner.body;
    },
    arrow: true,
    async: true,
    generator: false,
    decorators: [],
    outer: owner,
    get mentions() {
      return owner.mentions;
    },
  };
}
