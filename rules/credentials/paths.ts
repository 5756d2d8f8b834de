import type { PathRow } from '../kit/index.js';

/**
 * What the path of a file says about its environment; the first row that fits wins. Environment files (`.env.*`) are judged by
 * the words of their names instead, see `server/analysis/environment/path.ts`.
 */
export const paths: readonly PathRow[] = [
  { environment: 'dev', because: 'a file of a development container', files: ['.devcontainer/', '.devcontainer.json', 'devcontainer.json'] },
  {
    environment: 'dev',
    because: 'a file of the editor on a developer machine',
    files: ['.vscode/launch.json', '.vscode/tasks.json', '.vscode/mcp.json', '.vscode/settings.json'],
  },
  {
    environment: 'dev',
    because: 'a configuration of an agent on a developer machine',
    files: [
      '.mcp.json', 'mcp.json', 'claude_desktop_config.json', '.cursor/', '.claude/', '.windsurf/', '.roo/', '.kiro/', '.gemini/', '.zed/',
      'mcp_config.json', 'cline_mcp_settings.json', 'opencode.json', 'opencode.jsonc',
    ],
  },
  {
    environment: 'production',
    because: 'a file for production by its folder',
    files: ['**/environments/prod*/**', '**/overlays/prod*/**', '**/env/prod*/**', '**/envs/prod*/**', '**/config/prod*/**'],
  },
  {
    environment: 'staging',
    because: 'a file for staging by its folder',
    files: ['**/environments/stag*/**', '**/overlays/stag*/**', '**/staging/**', '**/uat/**'],
  },
  {
    environment: 'dev',
    because: 'a file for development by its folder',
    files: ['**/environments/dev*/**', '**/environments/local/**', '**/overlays/dev*/**', '**/overlays/local/**', '**/env/dev*/**', '**/envs/dev*/**'],
  },
  {
    environment: 'test',
    because: 'a test',
    files: [
      '**/__tests__/**', '**/__mocks__/**', '**/__fixtures__/**', '**/test/**', '**/tests/**', '**/spec/**', '**/specs/**', '**/e2e/**',
      '**/cypress/**', '**/fixtures/**', '**/testdata/**', '*.test.*', '*.spec.*', '*.e2e.*', '*-test.*', '*_test.*', 'test_*.py', 'conftest.py',
      'playwright*', 'vitest.*', 'jest.*',
    ],
  },
  { environment: 'dev', because: 'an example', sample: true, files: ['**/examples/**', '**/example/**', '**/playground/**', '**/demo/**', '**/demos/**', '**/samples/**', '*.stories.*'] },
  { environment: 'dev', because: 'a script for seed data', files: ['**/seed/**', '**/seeds/**', '**/seeders/**', 'seed.*', 'seeds.*', '*.seed.*'] },
  {
    environment: 'dev',
    because: 'a script for development by its name',
    files: ['scripts/dev*', 'bin/dev*', 'docker-compose.override.*', 'compose.override.*', 'docker-compose.dev*', 'compose.dev*', 'dev.tfvars', '**/config/development.*', '**/config/dev.*', '**/config/local.*', 'appsettings.Development.json', 'appsettings.Local.json', '*.ipynb'],
  },
  {
    environment: 'production',
    because: 'a file for production by its name',
    files: ['docker-compose.prod*', 'compose.prod*', 'prod.tfvars', 'production.tfvars', '**/config/production.*', '**/config/prod.*', 'appsettings.Production.json', '*.prod.*', '*.production.*'],
  },
  { environment: 'staging', because: 'a file for staging by its name', files: ['**/config/staging.*', '*.staging.*', 'appsettings.Staging.json'] },
  { environment: 'ambiguous', because: 'a file for every environment', files: ['docker-compose.*', 'compose.*', '**/config/default.*', 'appsettings.json'] },
];

/** Words in the name of an environment file, in order of precedence: `.env.production.local` is for production. */
export const environmentWords: readonly (readonly [environment: PathRow['environment'], words: readonly string[]])[] = [
  ['staging', ['staging', 'stage', 'stg', 'preview', 'uat', 'qa', 'preprod', 'nonprod']],
  ['production', ['prod', 'production', 'prd', 'live']],
  ['test', ['test', 'tests', 'testing', 'ci', 'e2e', 'vitest', 'jest', 'cypress', 'playwright']],
  ['dev', ['dev', 'devel', 'development', 'develop', 'local', 'localhost', 'docker', 'sandbox', 'demo', 'me', 'mine', 'personal']],
  ['dev', ['example', 'sample', 'template', 'tpl', 'dist', 'tmpl', 'schema']],
];

export const scannerWords: readonly string[] = [
  'redact', 'redaction', 'redactor', 'redacted', 'scrub', 'scrubber', 'scrubbing', 'sanitize', 'sanitizer', 'sanitise', 'mask', 'masking', 'masker',
  'gitleaks', 'trufflehog', 'secretlint', 'leak', 'leaks', 'detector', 'detectors', 'scanner', 'scanners', 'obfuscate', 'dlp',
];
