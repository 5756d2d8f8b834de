import { isPythonName, plainName } from '../analysis/languages.js';
import type { Knowledge } from '../analysis/snapshot.js';

/**
 * Words that a file must hold to define tools: imports of a framework, or the names of its calls. A module that is
 * given its server by another one is reached by that one's imports. Comments that silence rules are looked at too.
 */
export function toolMarkers(knowledge: Knowledge): string[] {
  const words: string[] = ['detent-ignore'];
  for (const { packages, markers, words: own = [] } of knowledge.frameworks) {
    for (const name of packages.filter(isPythonName).map(plainName)) words.push(`import ${name}`, `from ${name}`);
    for (const name of packages.filter((one) => !isPythonName(one)))
      for (const quote of ["'", '"', '`']) words.push(`${quote}${name}${quote}`, `${quote}${name}/`);
    words.push(...own);
    for (const marker of markers) words.push(marker.endsWith('()') ? marker.slice(0, -1) : marker.length < 8 ? `${marker}(` : marker);
  }
  return words;
}
