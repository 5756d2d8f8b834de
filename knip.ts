import { globSync, readFileSync } from 'node:fs';
import type { KnipConfig } from 'knip';

/** Libraries that the rules know about. They are installed so that tests can compare the rules with their published types. */
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly devDependencies: Readonly<Record<string, string>> };
const rules = globSync('rules/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const modelled = Object.keys(devDependencies).filter((name) => rules.includes(`'${name.replace('@types/', '')}'`));

/** Programs that the tools start by their path. */
const started = ['oxfmt', 'oxlint', 'typescript7', '@secretlint/secretlint-rule-preset-recommend'];

export default {
  entry: [
    'client/main.ts!',
    'server/lsp/node.ts!',
    'server/cli/main.ts!',
    'test/tools/*.{mjs,ts}',
    'test/**/*.test.ts',
    'test/surface/vscode/launcher.mjs',
    'test/surface/vscode/suite/index.ts',
  ],
  project: [
    '{client,server,rules}/**/*.ts!',
    'test/**/*.{ts,mjs}',
    '!test/{output,workspaces/*,surface/vscode/workspace,surface/vscode/host/node_modules}/**',
  ],
  ignoreDependencies: [...modelled, ...started],
  ignoreExportsUsedInFile: true,
  ignoreBinaries: ['apt-get'],
  // Types are the contract between folders; an unused one says something, where an unused function only costs.
  rules: { types: 'off' },
} satisfies KnipConfig;
