import { createClassifier } from '../analysis/environment/classify.js';
import { mayMakeClient } from '../analysis/environment/client-environments.js';
import { pathsOf } from '../analysis/environment/path.js';
import { mayImportProduction } from '../analysis/environment/production-imports.js';
import type { Knowledge } from '../analysis/snapshot.js';
import type { Prefilter } from './prefilter.js';
import type { Host } from './host.js';
import { prepare } from './prepared.js';
import { createReader, type Filters, type Reader } from './reading.js';

/** What makes a source worth keeping, whatever the settings say. */
export function createFilters({ credentials }: Pick<Knowledge, 'credentials'>, tools: Prefilter): Filters {
  const classifier = createClassifier(credentials);
  const isOfDevelopment = pathsOf(credentials, ['dev']);
  const isDeveloped = pathsOf(credentials, ['dev', 'test']);
  // Patterns of paths take long to prepare, so what a text says is asked before that, where it is known already.
  const mayLead = (text: string, path: string): boolean => {
    if (isOfDevelopment(path)) return classifier.mayTell(text) === 'production' || mayMakeClient(text);
    return classifier.mayTell(text) === 'production' && isDeveloped(path) && mayImportProduction(text);
  };
  return {
    tools,
    secrets: (text, file) => classifier.mayHold(text) || classifier.mayFallBack(text) || mayLead(text, file.slice(1)),
    reads: (text) => classifier.mayRead(text),
  };
}

/** A reader for those who have no workspace: with the same knowledge it says the same. */
export function readerOf(host: Pick<Host, 'read'>, knowledge: Knowledge): Reader {
  const prepared = prepare(knowledge);
  return createReader(host, createFilters(prepared.knowledge, prepared.tools));
}
