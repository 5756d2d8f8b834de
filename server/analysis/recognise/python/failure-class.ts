/** The class that tells a failure to the model, where a file knows it. */
import type { Framework, Swallow } from '../../../../rules/kit/index.js';
import { isPythonName, plainName } from '../../languages.js';
import type { Tracer } from '../../trace/tracer.js';

/** What hides a failure, with what the file around it calls that class. */
export function withFailureClass(tracer: Tracer, framework: Framework | undefined, swallow: Swallow): Swallow {
  const { failureClass, packages = [] } = framework ?? {};
  const module = failureClass === undefined ? undefined : tracer.program.moduleOf(swallow.file);
  const roots = packages.filter(isPythonName).map(plainName);
  for (const known of module?.exports ?? []) {
    const source = 'binding' in known ? known.binding.source : undefined;
    if (source?.kind !== 'import' || source.imported !== failureClass) continue;
    if (roots.includes(plainName(source.from).split('.')[0] ?? '')) return { ...swallow, failureClass: known.name };
  }
  return swallow;
}
