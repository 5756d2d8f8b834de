import { describe, expect, it } from 'vitest';
import { credentials } from '../../rules/credentials/index.js';
import { createPathReader, isEnvironmentFile } from '../../server/analysis/environment/path.js';

const read = createPathReader(credentials, []);

describe('the environment of a file', () => {
  it.each([
    ['.env.development', 'dev'],
    ['.env.dev', 'dev'],
    ['.env.local', 'dev'],
    ['.env.development.local', 'dev'],
    ['.envrc', 'dev'],
    ['.dev.vars', 'dev'],
    ['docker-compose.override.yml', 'dev'],
    ['compose.dev.yaml', 'dev'],
    ['.devcontainer/devcontainer.json', 'dev'],
    ['.vscode/launch.json', 'dev'],
    ['packages/a/.vscode/tasks.json', 'dev'],
    ['.vscode/mcp.json', 'dev'],
    ['.cursor/mcp.json', 'dev'],
    ['.mcp.json', 'dev'],
    ['claude_desktop_config.json', 'dev'],
    ['scripts/dev.ts', 'dev'],
    ['bin/dev', 'dev'],
    ['db/seeds/users.ts', 'dev'],
    ['prisma/seed.ts', 'dev'],
    ['notes.ipynb', 'dev'],
    ['k8s/overlays/dev/env.yaml', 'dev'],
    ['dev.tfvars', 'dev'],
    ['environments/dev/main.tf', 'dev'],
    ['appsettings.Development.json', 'dev'],
    ['config/development.json', 'dev'],
    ['src/a.stories.tsx', 'dev'],
    ['playground/a.ts', 'dev'],
    ['examples/a/b.ts', 'dev'],
    ['.env.example', 'dev'],
    ['apps/web/.env.local', 'dev'],
    ['.env.test', 'test'],
    ['.env.ci', 'test'],
    ['src/__tests__/a.ts', 'test'],
    ['src/a.test.ts', 'test'],
    ['src/a.spec.tsx', 'test'],
    ['tests/a.ts', 'test'],
    ['conftest.py', 'test'],
    ['e2e/a.ts', 'test'],
    ['cypress/support/a.ts', 'test'],
    ['playwright.config.ts', 'test'],
    ['test/fixtures/.env', 'test'],
    ['.env.staging', 'staging'],
    ['.env.preview', 'staging'],
    ['.env.uat', 'staging'],
    ['.env.qa.local', 'staging'],
    ['.env.production', 'production'],
    ['.env.prod', 'production'],
    ['.env.production.local', 'production'],
    ['prod.env', 'production'],
    ['docker-compose.prod.yml', 'production'],
    ['k8s/overlays/prod/env.yaml', 'production'],
    ['prod.tfvars', 'production'],
    ['environments/production/main.tf', 'production'],
    ['.dev.vars.production', 'production'],
    ['.env', 'ambiguous'],
    ['.env.defaults', 'ambiguous'],
    ['docker-compose.yml', 'ambiguous'],
    ['config/default.json', 'ambiguous'],
    ['apps/api/.env', 'ambiguous'],
    ['src/server.ts', 'none'],
    ['src/production-line.ts', 'none'],
    ['src/products.ts', 'none'],
    ['src/device.ts', 'none'],
    ['src/latest.ts', 'none'],
    ['src/contest/a.ts', 'none'],
  ])('%s is %s', (path, environment) => expect(read(path).environment).toBe(environment));

  it('is what the settings say, first of all', () => {
    const own = createPathReader(credentials, [
      { files: 'deploy/', environment: 'production' },
      { files: '.env', environment: 'staging' },
    ]);
    expect(own('deploy/.env.local').environment).toBe('production');
    expect(own('apps/a/.env')).toMatchObject({
      environment: 'staging',
      configured: true,
      because: 'your settings say that `.env` is for staging',
    });
    expect(own('.env.local').environment).toBe('dev');
  });

  it('says why', () => {
    expect(read('.env.development').because).toBe('`.env.development` is for development by its name');
    expect(read('src/a.test.ts').because).toBe('`a.test.ts` is a test');
    expect(read('test/fixtures/.env').because).toBe('`.env` is for tests by its folder');
  });

  it('knows tests and examples apart from development', () => {
    expect([
      read('src/a.test.ts').inTests,
      read('examples/a.ts').inTests,
      read('scripts/dev.ts').inTests,
      read('src/a.ts').inTests,
    ]).toEqual([true, true, false, false]);
  });

  it('stands paths that are none', () => {
    for (const path of ['', '/', '../a', './a', 'a//b', '.'.repeat(300)]) expect(read(path).environment).toBeDefined();
  });
});

describe('environment files', () => {
  it.each([
    '.env',
    '.env.local',
    '.env.production.local',
    'prod.env',
    '.envrc',
    '.dev.vars',
    '.dev.vars.staging',
    '.flaskenv',
    '.env-prod',
  ])('%s', (name) => expect(isEnvironmentFile(name)).toBe(true));
  it.each(['.env.ts', '.env.d.ts', '.env.vault', '.env.md', 'env', 'environment', '.environment', 'env.js', '.env.json'])(
    'not %s',
    (name) => expect(isEnvironmentFile(name)).toBe(false),
  );
});
