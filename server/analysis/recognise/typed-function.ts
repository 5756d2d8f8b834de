/** Functions that nobody was seen to call: their parameters are known by their types. */
import type { Env } from '../trace/env.js';
import { classEnv } from '../trace/instances.js';
import type { Tracer } from '../trace/tracer.js';
import { typeInstance } from '../trace/type-instance.js';
import type { FunctionValue } from '../trace/value.js';
import { around } from './around.js';
import type { FunctionEntry } from './functions.js';

/** A function as a value, in the executions around it; `undefined` where those are not known. */
export function typedFunction(
  tracer: Tracer,
  { fn, cls: node, static: isStatic }: FunctionEntry,
  moduleEnv: Env,
): FunctionValue | undefined {
  const outer = around(tracer, node?.outer ?? fn.outer, moduleEnv);
  if (outer === undefined) return undefined;
  if (node === undefined) return tracer.functionValue(fn, outer);
  const cls = tracer.evaluate(node, outer);
  return cls.kind === 'class' ? tracer.functionValue(fn, classEnv(isStatic === true ? cls : typeInstance(cls), cls)) : undefined;
}
