import { join } from 'node:path';
import type { knowledge as Known } from '../../rules/index.js';
import { overview, rulePages } from './generate/pages.js';
import { findEntries, registry } from './generate/registry.js';
import { pairsProgram } from './generate/pairs.js';
import { manifest, schemaFile } from './generate/settings.js';
import { writeChanged } from './generate/write.js';

/** Writes everything that is generated, and returns the paths that changed. */
export async function generate(root: string): Promise<readonly string[]> {
  const first = writeChanged(root, new Map([['rules/index.ts', registry(findEntries(root))]]));
  // The registry that was just written, which may not be the one this module would have imported.
  const { knowledge } = (await import(/* @vite-ignore */ join(root, 'rules/index.ts'))) as { knowledge: typeof Known };
  const rest = new Map([
    ['rules/README.md', overview(root, knowledge)],
    ['server/analysis/spotter/pairs.ts', await pairsProgram(root)],
    ...rulePages(root, knowledge.checks),
    ['schema/detent.config.schema.json', schemaFile(knowledge.checks)],
    ['package.json', manifest(root)],
  ]);
  return [...first, ...writeChanged(root, rest)];
}
