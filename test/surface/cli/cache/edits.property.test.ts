import fc from 'fast-check';
import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { editsOf } from '../../../check/incremental-edits.js';
import { typescriptWorld } from '../../../check/incremental-typescript.js';
import { cwd, detent, freshly, worldOf } from './world.js';

type Files = Map<string, string>;

/** Edits of what decides about other files. */
const around = fc.constantFrom<readonly [name: string, text: string | undefined]>(
  ['detent.config.json', '{ "sets": ["recommended", "strict"] }'],
  ['detent.config.json', '{ "ignore": ["agent.ts"] }'],
  ['detent.config.json', '{'],
  ['detent.config.json', undefined],
  ['helpers.tsx', 'export const answer = String;\n'],
  ['helpers.tsx', undefined],
  ['helpers.ts', undefined],
  ['http.js', 'export const request = async () => {};\n'],
  ['http/index.ts', 'export const remove = 1;\n'],
  ['http/index.ts', undefined],
  ['package.json', '{ "name": "w", "dependencies": { "ai": "^4.0.0" } }'],
  ['package.json', '{ "name": "w", "dependencies": { "ai": "^6.0.0" }, "workspaces": ["parts/*"] }'],
  ['tsconfig.json', '{ "compilerOptions": { "paths": { "./names.js": ["./store.ts"] } } }'],
  ['.gitignore', 'agent.ts\n'],
  ['.gitignore', undefined],
  ['.env', 'DATABASE_URL=postgres://localhost/app\n'],
  ['README.md', 'read me'],
  ['node_modules/ai/package.json', '{ "version": "4.1.0" }'],
  ['node_modules/ai/package.json', undefined],
  ['../detent.config.json', '{ "minCertainty": "certain" }'],
  ['../detent.config.json', undefined],
  ['../package.json', '{ "workspaces": ["*"] }'],
  ['../tsconfig.json', '{ "compilerOptions": { "baseUrl": "app" } }'],
  ['../node_modules/ai/package.json', '{ "version": "5.0.0" }'],
  ['../other/README.md', 'another project'],
);

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: editsOf(typescriptWorld).map((one) => ({
      name: one.name,
      run: (files: Files, before: readonly Files[]) => one.run(files, before),
    })),
  },
  {
    weight: 2,
    arbitrary: around.map(([name, text]) => ({
      name: `${name} is ${text ?? 'removed'}`,
      run: (files: Files) => void (text === undefined ? files.delete(posix.join('/w', name)) : files.set(posix.join('/w', name), text)),
    })),
  },
);

const command = fc.constantFrom(['check'], ['check', '--format', 'json'], ['tools'], ['tools', '--format', 'json']);

test('whatever is edited, an answer with the cache is the answer without', { timeout: 90_000 }, async () => {
  const from = { looking: 0, cache: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, command), { minLength: 8, maxLength: 16 }), async (steps) => {
      const files: Files = new Map(typescriptWorld.texts);
      const before: Files[] = [new Map(files)];
      const host = worldOf({ 'node_modules/x.js': '', ...Object.fromEntries([...files].map(([file, text]) => [placed(file), text])) });
      for (const [{ name, run }, argv] of steps) {
        const old = new Map(files);
        run(files, before);
        before.push(new Map(files));
        for (const file of old.keys()) if (!files.has(file)) host.remove(placed(file));
        for (const [file, text] of files) await host.write(placed(file), text);
        const fresh = await freshly(host, argv);
        const answer = await detent(host, argv);
        from[answer.from] += 1;
        expect({ code: answer.code, out: answer.out, err: answer.err }, name).toEqual(fresh);
      }
    }),
    { numRuns: 12 },
  );
  expect(from.looking).toBeGreaterThan(20);
  expect(from.cache).toBeGreaterThan(5);
});

/** Files of `/w` stand in the folder of the command, others above it. */
function placed(file: string): string {
  return posix.join(cwd, posix.relative('/w', file));
}
