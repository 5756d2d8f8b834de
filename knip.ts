import { globSync, readFileSync } from 'node:fs';
import type { KnipConfig } from 'knip';

/** Libraries that the rules know about. They are installed so that tests can compare the rules with their published types. */
const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly devDependencies: Readonly<Record<string, string>>;
};
const rules = globSync('rules/**/*.ts')
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n');
const modelled = Object.keys(devDependencies).filter((name) => rules.includes(`'${name.replace('@types/', '')}'`));

/** Programs and packages that the tools and tests reach by their path. */
const reached = [
  'nx',
  'oxfmt',
  'oxlint',
  'turbo',
  'typescript7',
  '@secretlint/secretlint-rule-preset-recommend',
  '@brave/brave-search-mcp-server',
  '@cloudflare/mcp-server-cloudflare',
  '@hubspot/mcp-server',
  '@modelcontextprotocol/server-everything',
  '@modelcontextprotocol/server-filesystem',
  '@modelcontextprotocol/server-github',
  '@modelcontextprotocol/server-memory',
  '@modelcontextprotocol/server-postgres',
  '@modelcontextprotocol/server-sequential-thinking',
  '@modelcontextprotocol/server-slack',
  'tavily-mcp',
];

export default {
  entry: [
    'client/{browser,main}.ts!',
    'server/lsp/{browser,node}.ts!',
    'server/cli/main.ts!',
    'server/cli/start.ts!',
    'server/lsp/starter.ts!',
    'test/tools/*.{mjs,ts}',
    'test/**/*.test.ts',
    'test/surface/editors/tee.mjs',
    'test/surface/vscode/launcher.mjs',
    'test/surface/vscode/suite/index.ts',
  ],
  project: [
    '{client,server,rules}/**/*.ts!',
    // For tests.
    '!server/hosts/memory.ts!',
    'test/**/*.{ts,mjs}',
    '!test/{output,workspaces/*,surface/vscode/{surfaces,workspace},surface/vscode/host/node_modules}/**',
  ],
  ignoreDependencies: [...modelled, ...reached],
  ignoreExportsUsedInFile: true,
  ignoreBinaries: ['apt-get', 'mkfifo', 'nvim'],
  // Types are the contract between folders; an unused one says something, where an unused function only costs.
  rules: { types: 'off' },
} satisfies KnipConfig;
