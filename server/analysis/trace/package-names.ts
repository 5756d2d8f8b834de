/** Names of packages. */
import { matchesGlob } from '../glob.js';
import { isPythonName } from '../languages.js';

/** A star stands for a part of a package's name, not for a path inside it. */
export function isOfFamily(library: string, pattern: string): boolean {
  const steps = isPythonName(library) ? '.' : '/';
  return matchesGlob(pattern, library) && pattern.split(steps).length === library.split(steps).length;
}

/** The package of a specifier, without the path in it. */
export function packageOf(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
