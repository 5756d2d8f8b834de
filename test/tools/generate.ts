import { join } from 'node:path';
import { findEntries, registry } from './generate/registry.js';
import { writeChanged } from './generate/write.js';

/** Writes everything that is generated, and returns the paths that changed. */
export async function generate(root: string): Promise<readonly string[]> {
  const entries = findEntries(root);
  return writeChanged(root, new Map([['rules/index.ts', registry(entries)]]));
}

if (process.argv[1] === import.meta.filename) {
  for (const path of await generate(join(import.meta.dirname, '../..'))) process.stdout.write(`${path}\n`);
}
