import { createClassifier, type Classifier } from '../analysis/environment/classify.js';
import { mayMakeClient } from '../analysis/environment/client-environments.js';
import { pathsOf } from '../analysis/environment/path.js';
import { mayImportProduction } from '../analysis/environment/production-imports.js';
import type { Knowledge } from '../analysis/snapshot.js';
import { createSpotter, inUnits, type Spot, type Spotter } from '../analysis/spotter/spotter.js';
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
    spots: spotting(classifier, tools),
    // What stands in a file of development may matter whatever words it holds.
    matters: (file) => isOfDevelopment(file.slice(1)),
    secrets: (text, file) => classifier.mayHold(text) || classifier.mayFallBack(text) || mayLead(text, file.slice(1)),
    reads: (text) => classifier.mayRead(text),
  };
}

/** To prepare the search takes as long as to read so many files without it. */
const fewFiles = 100;

/** The words of the classifier and of the filter for tools, looked for at once. */
function spotting(classifier: Classifier, tools: Prefilter): Filters['spots'] {
  const { words } = classifier;
  let spotter: Spotter | undefined;
  let files = 0;
  return (bytes) => {
    files += 1;
    if (files === fewFiles) spotter = createSpotter([...words, ...tools.words.map((text) => ({ text, exact: true }))]);
    const spots = spotter?.spot(bytes);
    if (spots === undefined) return undefined;
    const own: Spot[] = [];
    let hasTools = false;
    let named = false;
    for (const spot of spots) {
      const word = words[spot.word];
      if (word === undefined) hasTools = true;
      else if (word.isPromising?.(bytes, spot.start) !== false) own.push(spot);
      else named ||= word.names === true;
    }
    return {
      tools: hasTools,
      any: hasTools || own.length > 0,
      heed(text, encoding) {
        if (encoding !== 'utf-8' && encoding !== 'latin1') return;
        classifier.heed(text, { list: text.length === bytes.length ? own : inUnits(own, bytes), named });
      },
    };
  };
}

/** A reader for those who have no workspace: with the same knowledge it says the same. */
export function readerOf(host: Pick<Host, 'read'>, knowledge: Knowledge): Reader {
  const prepared = prepare(knowledge);
  return createReader(host, createFilters(prepared.knowledge, prepared.tools));
}
