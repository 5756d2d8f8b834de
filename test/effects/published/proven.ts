/**
 * Libraries that are too large to be installed for their types alone: what they publish was asked once, with the same questions
 * that are asked of installed ones, and `proven.txt` keeps which rows were asked about and what came of it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Proven {
  readonly library: string;
  /** The package that was asked: the library itself or its `@types`. */
  readonly version: string;
  readonly fingerprint: string;
  readonly coverage: string;
}

export const provenFile = join(import.meta.dirname, 'proven.txt');

export function readProven(): ReadonlyMap<string, Proven> {
  const text = existsSync(provenFile) ? readFileSync(provenFile, 'utf8') : '';
  return new Map(
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => {
        const [library = '', version = '', fingerprint = '', ...coverage] = line.split(' ');
        return [library, { library, version, fingerprint, coverage: coverage.join(' ') }];
      }),
  );
}

export function provenText(all: Iterable<Proven>): string {
  return [...all]
    .toSorted((a, b) => (a.library < b.library ? -1 : 1))
    .map(({ library, version, fingerprint, coverage }) => `${library} ${version} ${fingerprint} ${coverage}\n`)
    .join('');
}
