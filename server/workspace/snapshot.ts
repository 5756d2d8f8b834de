import type { Snapshot } from '../analysis/snapshot.js';
import { isSameList } from '../analysis/same-list.js';
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

/** The files that share their settings, and those that some of them load by their paths; the same list as before where it holds the same. */
export function filesOf(
  { links, governs }: SnapshotWorld,
  files: readonly string[],
  before: readonly string[] | undefined,
): readonly string[] {
  const loaded = links.loaded.filter(governs);
  if (loaded.length === 0) return files;
  const all = [...new Set([...files, ...loaded])].sort();
  return before !== undefined && isSameList(before, all) ? before : all;
}

/**
 * What analysis sees of the files that share their settings. Valid until the next change.
 *
 * @param edited the files of which the texts changed since the snapshot before; without it, anything may have changed
 */
export function createSnapshot(
  { tree, documents, links, tracking, rootOf, governs, results, head }: SnapshotWorld,
  settings: Settings,
  files: readonly string[],
  edited: Snapshot['edited'],
): Snapshot & { readonly moment: object } {
  return {
    files,
    moment: {},
    ...(edited === undefined ? {} : { edited }),
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
