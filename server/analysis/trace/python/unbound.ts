/** Methods that are called on their class, with the object as the first argument: `Path.unlink(path)`. */
import type { CallExpression } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';

const known = new WeakMap<CallExpression, CallExpression>();

/** The call as one of the object's own method, where a package describes that and nothing of this name on the class. */
export function ofObject(tracer: Tracer, call: CallExpression, env: Env): CallExpression {
  const { callee, args } = call;
  const [first] = args;
  if (env.module.language !== 'python' || callee.kind !== 'member' || typeof callee.property !== 'string') return call;
  if (first === undefined || first.spread || first.name !== undefined) return call;
  const { object, property } = callee;
  const name = object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : undefined;
  if (typeof name !== 'string' || !/^[A-Z]/.test(name)) return call;
  const cls = tracer.evaluate(object, env);
  if (cls.kind !== 'external' || cls.call !== undefined || /[#)]/.test(cls.path)) return call;
  const { libraries } = tracer;
  if (libraries.rows({ ...cls, path: `${cls.path}#${property}` }) === undefined) return call;
  if (libraries.rows({ ...cls, path: `${cls.path}.${property}` }) !== undefined) return call;
  let made = known.get(call);
  if (made === undefined) known.set(call, (made = { ...call, callee: { ...callee, object: first.value }, args: args.slice(1) }));
  return made;
}
