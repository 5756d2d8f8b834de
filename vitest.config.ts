import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'test/surface/vscode/**', 'test/output/**', 'test/workspaces/*/**'],
    setupFiles: ['test/tools/load-grammar.ts', 'test/tools/seed.ts', 'test/tools/outputs.ts'],
    globalSetup: ['test/tools/vitest-setup.mjs'],
    // Tests share nothing that they change, so one process and its warm modules serve them all, on every core that there is.
    pool: 'threads',
    isolate: false,
    maxWorkers: '100%',
    allowOnly: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
