import type { Snapshot } from '../analysis/snapshot.js';
import { isSource } from '../analysis/syntax/read.js';
import { nearestManifest } from './packages.js';
import { dirname } from './paths.js';
import { settingsOf } from './config.js';
import type { Documents } from './documents.js';
import type { GateResults } from './gate-results.js';
import type { Links } from './links.js';
import type { Settings } from './settings.js';
import type { Tracking } from './tracking.js';
import type { Tree } from './tree.js';
import { editionFor } from './tsconfig.js';

export interface SnapshotWorld {
  readonly tree: Tree;
  readonly documents: Documents;
  readonly links: Links;
  readonly tracking: Tracking;
  readonly rootOf: (file: string) => string;
  /** The same settings hold for a file. */
  readonly governs: (file: string) => boolean;
  readonly results: GateResults;
  readonly head: (file: string) => string | undefined;
}

/** What analysis sees of the files that share their settings. Valid until the next change. */
export function createSnapshot(
  { tree, documents, links, tracking, rootOf, governs, results, head }: SnapshotWorld,
  settings: Settings,
  files: readonly string[],
): Snapshot {
  const loaded = links.loaded.filter(governs);
  return {
    files: loaded.length === 0 ? files : [...new Set([...files, ...loaded])].sort(),
    text: (file) => documents.get(file)?.text ?? (isSource(file) ? undefined : tree.text(file)),
    version: (file) => documents.get(file)?.version,
    resolve: (specifier, from) => links.resolve(specifier, from),
    packageAt: (specifier, from) => links.packageAt(specifier, from),
    packageMajor: (name, from) => links.major(name, from),
    manifest: (from) => nearestManifest(tree, dirname(from))?.content,
    edition: (file) => editionFor(tree, file),
    tracked: (file) => tracking.tracked(file),
    ignored: (file) => tracking.ignored(file),
    exists: (file) => tree.kind(file) === 'file',
    settings: settingsOf(settings.config),
    gated: (gate) => results.of(gate),
    ungated: settings.config.passK.length > 0 ? [] : results.ungated.filter(({ files }) => files.every(governs)),
    head,
    rootOf,
  };
}
