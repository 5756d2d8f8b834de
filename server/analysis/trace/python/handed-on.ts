/** Changes of what a function was given: its callers tell what that is. */
import type { Binding, CallExpression } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import type { Live } from '../live.js';
import type { TracedEffect } from '../traced.js';
import type { Tracer } from '../tracer.js';
import type { FunctionValue, Value } from '../value.js';
import { givenAt, keptRoots, parameterIndex } from './roots.js';

/** The parameter, and the way from it to what is changed. */
export interface Held {
  readonly binding: Binding;
  readonly names: readonly string[];
}

/** Effects of a function as its caller has them: what it changed of its arguments is part of something there, or ends with the call. */
export function handedOn(
  tracer: Tracer,
  effects: readonly TracedEffect[],
  fn: FunctionValue,
  call: CallExpression,
  env: Env,
  live: Live,
  isCreated: (value: Value) => boolean,
): readonly TracedEffect[] {
  if (!effects.some(({ held }) => held !== undefined)) return effects;
  return effects.flatMap((effect): readonly TracedEffect[] => {
    const { held, ...rest } = effect;
    const index = held === undefined ? -1 : parameterIndex(fn.fn, held.binding);
    // That of a function around it goes on to whoever called that one.
    if (held === undefined || index < 0) return [effect];
    const given = givenAt(fn, index, call);
    for (const { expression, env: at, names } of given === undefined ? [] : keptRoots(tracer, given, env)) {
      const named = { ...rest, api: `memory: ${[...names, ...held.names].join('.')}` };
      if (expression.kind === 'this') {
        const self = at.thisValue();
        if (self?.kind !== 'instance' || isCreated(self)) continue;
        return [self.madeIn === undefined ? named : { ...named, keeper: self.madeIn }];
      }
      const binding = expression.kind === 'name' ? expression.binding : undefined;
      if (binding === undefined) continue;
      if (binding.kind === 'parameter') return [{ ...named, held: { binding, names: [...names.slice(1), ...held.names] } }];
      const holder = at.holding(binding);
      if (binding.kind === 'import' || (holder !== undefined && !live.holds(holder)))
        return [holder === undefined ? named : { ...named, keeper: holder }];
    }
    return [];
  });
}
