/** Functions that are named beside a parameter and fill it: they run before the handler does. */
import type { Tracer } from '../../trace/tracer.js';
import type { Summary } from '../../trace/summary.js';
import { positional } from '../../trace/python/arguments.js';
import { optionsOf, type FunctionValue, type InputValue, type Value } from '../../trace/value.js';
import type { Definition } from '../definition.js';

/** `Annotated[Answer, Resolve(ask)]`, `db = Depends(connect)` */
export function resolversOf(tracer: Tracer, { fn, env }: FunctionValue): readonly FunctionValue[] {
  if (env.module.language !== 'python') return [];
  return fn.parameters.flatMap(({ notes = [], fallback }) => {
    const said = fallback?.kind === 'call' ? [...notes, fallback] : notes;
    return said.flatMap((part) =>
      optionsOf(tracer.evaluate(part, env)).flatMap((value) => {
        const given = value.kind === 'external' ? positional(value.args ?? [])[0] : undefined;
        return given?.kind === 'function' ? [given] : [];
      }),
    );
  });
}

/** What a handler does behind what fills its parameters: a question that they ask comes before all of it. */
export function afterResolvers(
  tracer: Tracer,
  { argumentsOf }: Definition,
  handler: FunctionValue,
  summary: Summary,
  summaryOf: (fn: FunctionValue, args: readonly Value[]) => Summary,
): Summary {
  const input: InputValue = { kind: 'input', path: '', role: 'input' };
  const before = argumentsOf === undefined ? [] : resolversOf(tracer, handler).map((fn) => summaryOf(fn, argumentsOf(fn, input)));
  if (before.length === 0) return summary;
  const asked = before.flatMap(({ asks }) => asks ?? [])[0];
  const own =
    asked === undefined ? summary.effects : summary.effects.map((effect) => ({ ...effect, approvedBy: effect.approvedBy ?? asked }));
  const asks = asked ?? summary.asks;
  return {
    ...summary,
    effects: [...before.flatMap(({ effects }) => effects), ...own],
    unresolved: [...before.flatMap(({ unresolved }) => unresolved), ...summary.unresolved],
    assigned: new Set([...before.flatMap(({ assigned }) => [...assigned]), ...summary.assigned]),
    ...(asks === undefined ? {} : { asks }),
  };
}
