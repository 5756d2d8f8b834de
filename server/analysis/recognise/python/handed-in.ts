/** Changes of what a handler was given. */
import type { Framework } from '../../../../rules/kit/index.js';
import { parameterIndex } from '../../trace/python/roots.js';
import type { TracedEffect } from '../../trace/traced.js';
import type { Tracer } from '../../trace/tracer.js';
import type { FunctionValue } from '../../trace/value.js';
import { isHidden } from './signature.js';

/** What the framework hands in is there at the next call; what the model passed is not. */
export function keptEffects(
  tracer: Tracer,
  framework: Framework,
  fn: FunctionValue,
  effects: readonly TracedEffect[],
): readonly TracedEffect[] {
  if (!effects.some(({ held }) => held !== undefined)) return effects;
  return effects.flatMap((effect): readonly TracedEffect[] => {
    const { held, ...rest } = effect;
    if (held === undefined) return [effect];
    const parameter = fn.fn.parameters[parameterIndex(fn.fn, held.binding)];
    return parameter !== undefined && isHidden(tracer, framework, fn, parameter) ? [rest] : [];
  });
}
