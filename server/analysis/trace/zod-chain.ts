/** Schemas that are written as a chain of calls. */
import { behind, type Place } from '../../../rules/kit/index.js';
import type { Tracer } from './tracer.js';
import type { Value } from './value.js';

/** Libraries whose calls are kept as a chain, so that schemas can be read. */
export const schemaLibraries: ReadonlySet<string> = new Set(['zod']);

export interface Link {
  readonly method: string;
  readonly args: readonly Value[];
  /** From the dot to the closing bracket. */
  readonly at?: Place;
}

/** `z.string().min(1).optional()` as its calls, last one first. */
export function chainOf(tracer: Tracer, value: Value): readonly Link[] {
  const links: Link[] = [];
  let at: Value | undefined = value;
  for (let guard = 0; at?.kind === 'external' && at.call !== undefined && guard < 40; guard++) {
    const { node, env } = at.call;
    const callee = node.callee;
    if (callee.kind === 'member' && typeof callee.property === 'string') {
      const { property: method, object } = callee;
      const link = { method, args: at.args ?? [] };
      at = tracer.evaluate(object, env);
      // `z.optional(…)` begins a chain: nothing is left without it.
      const follows = at.kind === 'external' && at.call !== undefined;
      links.push(follows ? { ...link, at: behind(tracer.place(object.span, env), tracer.place(node.span, env)) } : link);
    } else {
      links.push({ method: callee.kind === 'name' ? callee.name : '', args: at.args ?? [] });
      at = undefined;
    }
  }
  return links;
}
