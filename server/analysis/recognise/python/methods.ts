/** Methods that a decorator of a package makes tools. */
import type { Framework } from '../../../../rules/kit/index.js';
import type { CallExpression } from '../../syntax/ir.js';
import { classEnv } from '../../trace/instances.js';
import type { Tracer } from '../../trace/tracer.js';
import { typeInstance } from '../../trace/type-instance.js';
import { optionsOf, type ClassValue } from '../../trace/value.js';
import type { FoundDraft } from '../draft.js';
import { appliedDraft } from '../match.js';

/** What the decorators of the methods of a class declare. */
export function methodDrafts(
  tracer: Tracer,
  frameworks: ReadonlyMap<string, readonly Framework[]>,
  cls: ClassValue,
): readonly FoundDraft[] {
  if (cls.env.module.language !== 'python') return [];
  const drafts: FoundDraft[] = [];
  // Names of the class body stand in its decorators.
  const body = classEnv(cls, cls);
  for (const member of cls.cls.members) {
    const fn = member.value;
    if (fn?.kind !== 'function') continue;
    for (const decorator of fn.decorators) {
      const end = { start: decorator.span.end, end: decorator.span.end };
      const call: CallExpression = {
        kind: 'call',
        span: decorator.span,
        callee: decorator,
        args: [],
        isNew: false,
        optional: false,
        argsSpan: end,
        decorates: true,
      };
      const method = tracer.functionValue(fn, classEnv(member.static ? cls : typeInstance(cls), cls));
      for (const value of optionsOf(tracer.evaluate(decorator, body))) {
        if (value.kind !== 'external') continue;
        for (const framework of frameworks.get(value.library) ?? []) {
          const draft = appliedDraft(tracer, framework, value, [method], call, body);
          if (draft !== undefined) drafts.push(draft);
        }
      }
    }
  }
  return drafts;
}
