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

/** A class and the classes that it inherits from, in the order in which members are looked for; what is no class of the workspace stands last. */
export function lineage(tracer: Tracer, start: ClassValue): readonly Value[] {
  const found: Value[] = [];
  const visit = (at: Value): void => {
    if (found.length >= maxLineage || found.some((one) => one.kind === 'class' && at.kind === 'class' && one.cls === at.cls)) return;
    found.push(at);
    if (at.kind !== 'class') return;
    const base = baseOf(tracer, at);
    if (base !== undefined) visit(base);
    for (const mixin of at.cls.mixins ?? []) {
      const other = optionsOf(tracer.evaluate(mixin, at.env)).find((option) => option.kind === 'class' || option.kind === 'external');
      if (other !== undefined) visit(other);
    }
  };
  visit(start);
  return [...found.filter(({ kind }) => kind === 'class'), ...found.filter(({ kind }) => kind !== 'class')];
}

const maxLineage = 20;
