import { credentials } from '../../rules/credentials/index.js';
import type { Knowledge } from '../analysis/snapshot.js';

/**
 * Words that a file must hold to define tools: imports of a framework, or the names of its calls. A module that is
 * given its server by another one is reached by that one's imports.
 */
export function toolMarkers(knowledge: Knowledge): string[] {
  const words: string[] = [];
  for (const { packages, markers } of knowledge.frameworks) {
    for (const name of packages) for (const quote of ["'", '"', '`']) words.push(`${quote}${name}${quote}`, `${quote}${name}/`);
    for (const marker of markers) words.push(marker.length < 8 ? `${marker}(` : marker);
  }
  return words;
}

/** Words that a source file must hold to have a secret or a fallback for one. */
export function secretMarkers(): string[] {
  const shapes = credentials.shapes.flatMap(([prefix]) =>
    prefix.length > 4 ? [prefix] : ["'", '"', '`', ' ', ':', '='].map((before) => before + prefix),
  );
  return [
    ...shapes.filter(isAscii),
    ...Object.keys(credentials.schemes).map((scheme) => `${scheme}://`),
    ...secretNames.flatMap((word) => [word, word.toUpperCase(), word[0]!.toUpperCase() + word.slice(1)]),
    'process.env', 'import.meta.env', 'Deno.env', 'Bun.env',
  ];
}

/** Parts of names that say "secret", whatever the spelling around them. */
const secretNames = ['secret', 'token', 'passw', 'apikey', 'api_key', 'apiKey', 'api-key', 'private_key', 'privateKey', 'credential', 'private key'];

function isAscii(word: string): boolean {
  return /^[\x20-\x7e]+$/.test(word);
}
