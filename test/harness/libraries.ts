import { knowledge } from '../../rules/index.js';
import type { Effects } from '../../rules/kit/index.js';
import { findEntries } from '../tools/generate/registry.js';
import { repository } from './pages.js';

const entries = findEntries(repository).effects;

/** What is known of every library, in the order of the registry. */
export const libraries: readonly Effects[] = knowledge.effects.map((file) => file.all());

/** Path of the file that defines a library, from `rules/effects/`, without extension: the registry has the order of the folder. */
export function fileOf(library: Effects): string {
  return entries[libraries.indexOf(library)]?.path.slice('effects/'.length) ?? library.library;
}
