import { isPythonName, plainName } from '../analysis/languages.js';
import type { Knowledge } from '../analysis/snapshot.js';

/**
 * Words that a file must hold to define tools: imports of a framework, or the names of its calls. A module that is
 * given its server by another one is reached by that one's imports. Comments that silence rules are looked at too.
 */
export function toolMarkers(knowledge: Knowledge): string[] {
  const words: string[] = ['detent-ignore'];
  for (const { packages, markers, words: own = [] } of knowledge.frameworks) {
    words.push(...importing(packages), ...own);
    for (const marker of markers) words.push(marker.endsWith('()') ? marker.slice(0, -1) : marker.length < 8 ? `${marker}(` : marker);
  }
  for (const { packages, markers } of knowledge.engines) words.push(...importing(packages), ...markers);
  return words;
}

/** What stands where one of these packages is imported. */
export function importing(packages: readonly string[]): readonly string[] {
  return packages.flatMap((name) => {
    if (isPythonName(name)) return [`import ${plainName(name)}`, `from ${plainName(name)}`];
    return ["'", '"', '`'].flatMap((quote) => [`${quote}${name}${quote}`, `${quote}${name}/`]);
  });
}
