/** Tools that are handed over after something else has made them. */
import type { Framework } from '../../../rules/kit/index.js';
import { externalBase } from '../trace/instances.js';
import type { Tracer } from '../trace/tracer.js';
import { optionsOf, type ExternalValue, type Value } from '../trace/value.js';

/** It is a tool already: an object of the framework, or a function that one of its decorators stands on. */
export function isToolOf(tracer: Tracer, framework: Framework, value: Value): boolean {
  const isOwn = ({ library }: { readonly library: string }): boolean => framework.packages.includes(library);
  const makes = (by: ExternalValue): boolean =>
    isOwn(by) &&
    framework.tools.some(
      ({ applied, call }) => applied === true && tracer.libraries.is({ ...by, path: by.path.replace(/\(\)$/, '') }, call),
    );
  return optionsOf(value).every((option) => {
    switch (option.kind) {
      case 'function':
        return option.marks?.some(({ by }) => makes(by)) === true;
      case 'external':
        return option.call !== undefined && isOwn(option) && framework.language === 'python';
      case 'instance': {
        const base = externalBase(tracer, option.cls);
        return base !== undefined && isOwn(base) && framework.classes?.some((form) => tracer.libraries.is(base, form.base)) === true;
      }
      default:
        return false;
    }
  });
}
