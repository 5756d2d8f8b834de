/** What classes inherit from. */
import type { Tracer } from './tracer.js';
import { optionsOf, unknown, type ClassValue, type Value } from './value.js';

/** The class that a class extends: one of the workspace, something of a package, or nothing. */
export function baseOf(tracer: Tracer, cls: ClassValue): Value | undefined {
  if (cls.cls.base === undefined) return undefined;
  return (
    optionsOf(tracer.evaluate(cls.cls.base, cls.env)).find((option) => option.kind === 'class' || option.kind === 'external') ??
    unknown('base class')
  );
}
