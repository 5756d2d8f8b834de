/** What a walk sees being put into containers that outlive the statement: registries, lists of tools, maps of handlers. */
import type { Argument, AssignExpression, CallExpression, Expression } from '../syntax/ir.js';
import type { Put } from '../trace/cells.js';
import type { Env } from '../trace/env.js';
import { fillingOf } from '../trace/python/filling.js';
import type { Tracer } from '../trace/tracer.js';
import { constant, optionsOf, type ArrayValue, type ObjectValue, type Value } from '../trace/value.js';

type Container = ArrayValue | ObjectValue;

/** What this call or assignment puts where. Names of the running function are followed by the tracer itself. */
export function putsOf(tracer: Tracer, expression: CallExpression | AssignExpression, env: Env): readonly Put[] {
  return expression.kind === 'call' ? called(tracer, expression, env) : assigned(tracer, expression, env);
}

function called(tracer: Tracer, call: CallExpression, env: Env): readonly Put[] {
  const { callee } = call;
  if (callee.kind !== 'member' || typeof callee.property !== 'string') return [];
  if (env.module.language === 'python') return filled(tracer, call, env);
  switch (callee.property) {
    case 'push':
    case 'unshift':
      return into(tracer, callee.object, env, (to) => (to.kind === 'array' ? added(tracer, call, call.args, to, env) : []));
    case 'add':
      return into(tracer, callee.object, env, (to) =>
        to.kind === 'object' && to.collection === 'set' ? added(tracer, call, call.args, to, env) : [],
      );
    case 'set':
      return into(tracer, callee.object, env, (to) =>
        to.kind === 'object' && to.collection === 'map' ? entry(tracer, call, to, env) : [],
      );
    case 'assign':
      return callee.object.kind === 'name' && callee.object.name === 'Object' && call.args[0] !== undefined
        ? into(tracer, call.args[0].value, env, (to) => copied(tracer, call, call.args.slice(1), to, env))
        : [];
    default:
      return [];
  }
}

function filled(tracer: Tracer, call: CallExpression, env: Env): readonly Put[] {
  const filling = fillingOf(call);
  if (filling === undefined || call.callee.kind !== 'member') return [];
  const { method, args } = filling;
  return into(tracer, call.callee.object, env, (to) => {
    if (to.kind === 'array') return method === 'push' ? added(tracer, call, args, to, env) : [];
    if (method === 'set') return entry(tracer, call, to, env);
    return method === 'assign' ? copied(tracer, call, args, to, env) : [];
  });
}

function assigned(tracer: Tracer, { target, value }: AssignExpression, env: Env): readonly Put[] {
  if (target.kind !== 'member') return [];
  const { property } = target;
  return into(tracer, target.object, env, (to) => {
    if (to.kind !== 'object' || to.collection !== undefined) return [];
    const keys = typeof property === 'string' ? [constant(property)] : optionsOf(tracer.evaluate(property, env));
    return keys.map((key) => ({ cell: to.cell!, node: value, key, value: tracer.evaluate(value, env) }));
  });
}

/** Asks for what is put into each container that an expression may stand for. */
function into(tracer: Tracer, target: Expression, env: Env, puts: (to: Container) => readonly Put[]): readonly Put[] {
  if (isOwn(target, env)) return [];
  return optionsOf(tracer.evaluate(target, env)).flatMap((option) =>
    (option.kind === 'array' || option.kind === 'object') && option.cell !== undefined ? puts(option) : [],
  );
}

/** A variable of the function that is running: its changes are looked up with the variable. */
function isOwn(target: Expression, env: Env): boolean {
  const binding = target.kind === 'name' ? target.binding : undefined;
  if (binding === undefined || binding.kind === 'parameter' || binding.kind === 'import') return false;
  for (let at: Env | undefined = env; at !== undefined; at = at.parent) {
    if (at.owner === binding.owner) return true;
    if (at.owner.kind !== 'loop') return false;
  }
  return false;
}

function added(tracer: Tracer, call: CallExpression, args: readonly Argument[], { cell }: Container, env: Env): readonly Put[] {
  return args.flatMap(({ value, spread }): readonly Put[] => {
    const given = tracer.evaluate(value, env);
    if (!spread) return [put(given)];
    return optionsOf(given).flatMap((option) =>
      option.kind === 'array'
        ? [...option.items.map(put), ...(option.rest === undefined ? [] : [{ ...put(option.rest), some: true }])]
        : [{ ...put(option), some: true }],
    );
  });

  function put(value: Value): Put {
    return { cell: cell!, node: call, value };
  }
}

function entry(tracer: Tracer, call: CallExpression, { cell }: Container, env: Env): readonly Put[] {
  const [key, value] = call.args;
  if (key === undefined || value === undefined) return [];
  const given = tracer.evaluate(value.value, env);
  return optionsOf(tracer.evaluate(key.value, env)).map((option) => ({ cell: cell!, node: call, key: option, value: given }));
}

function copied(tracer: Tracer, call: CallExpression, args: readonly Argument[], { cell }: Container, env: Env): readonly Put[] {
  return args.flatMap(({ value }) =>
    optionsOf(tracer.evaluate(value, env)).flatMap((from): readonly Put[] => {
      if (from.kind === 'constant') return [];
      if (from.kind !== 'object') return [{ cell: cell!, node: call, key: from, value: from }];
      return [...from.properties].map(([key, property]) => ({
        cell: cell!,
        node: call,
        key: constant(key, property.keyAt),
        value: property.value(),
      }));
    }),
  );
}
