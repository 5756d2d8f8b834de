import { knowledge } from '../../rules/index.js';
import type { Effects } from '../../rules/kit/index.js';
import { findEntries } from '../tools/generate/registry.js';
import { repository } from './pages.js';

const entries = findEntries(repository).effects;

/** Path of the file that defines a library, from `rules/effects/`, without extension: the registry has the order of the folder. */
export function fileOf(library: Effects): string {
  return entries[knowledge.effects.indexOf(library)]?.path.slice('effects/'.length) ?? library.library;
}
