/** Systems whose state others than the program see. */
import type { Effect, Resource } from './model.js';

const systems: ReadonlySet<Resource> = new Set(['chat', 'code-host', 'database', 'mail', 'money', 'object-store', 'queue', 'search']);

/** The system that an effect changes, if it does: one database, whatever its driver, or the service of a library. */
export function writesTo({ api, resource, class: kind }: Pick<Effect, 'api' | 'resource' | 'class'>): string | undefined {
  if (kind === 'read' || kind === 'exec' || !systems.has(resource)) return undefined;
  return resource === 'database' ? resource : api.slice(0, api.indexOf(': '));
}
