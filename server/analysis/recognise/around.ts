/** Where code runs that no known call enters: its parameters are known by their types. */
import type { FunctionNode, Owner } from '../syntax/ir.js';
import type { Env } from '../trace/env.js';
import { classEnv } from '../trace/instances.js';
import type { Tracer } from '../trace/tracer.js';
import { typeInstance } from '../trace/type-instance.js';
import type { FunctionValue } from '../trace/value.js';
import type { FunctionEntry } from './functions.js';

/** A function that no known call enters; of a method, with an object that is known by its class alone. */
export function unentered(tracer: Tracer, { fn, cls: node, static: isStatic }: FunctionEntry, moduleEnv: Env): FunctionValue | undefined {
  const outer = around(tracer, node === undefined ? fn.outer : node.outer, moduleEnv);
  if (outer === undefined || node === undefined) return outer === undefined ? undefined : tracer.functionValue(fn, outer);
  const cls = tracer.evaluate(node, outer);
  if (cls.kind !== 'class') return undefined;
  return tracer.functionValue(fn, classEnv(isStatic === true ? cls : typeInstance(cls), cls));
}

/** The environment of the body of `owner`, seen from its module. */
export function around(tracer: Tracer, owner: FunctionNode['outer'] | Owner, moduleEnv: Env): Env | undefined {
  if (owner.kind === 'module') return moduleEnv;
  if (owner.kind === 'function') {
    const outer = around(tracer, owner.outer, moduleEnv);
    return outer === undefined ? undefined : tracer.activation(tracer.functionValue(owner, outer), undefined).env;
  }
  const outer = around(tracer, owner.outer, moduleEnv);
  if (outer === undefined) return undefined;
  if (owner.kind === 'loop') return tracer.iterations(owner, outer)[0];
  const cls = tracer.evaluate(owner, outer);
  return cls.kind === 'class' ? classEnv(typeInstance(cls), cls) : undefined;
}
