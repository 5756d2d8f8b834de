import fc from 'fast-check';
import { expect, test } from 'vitest';
import { edit, world } from '../../../check/incremental-world.js';
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
);

const step = fc.oneof(
  {
    weight: 3,
    arbitrary: edit.map((one) => ({ name: one.name, run: (files: Files, before: readonly Files[]) => one.run(files, before) })),
  },
  {
    weight: 2,
    arbitrary: around.map(([name, text]) => ({
      name: `${name} is ${text ?? 'removed'}`,
      run: (files: Files) => void (text === undefined ? files.delete(`/w/${name}`) : files.set(`/w/${name}`, text)),
    })),
  },
);

const command = fc.constantFrom(['check'], ['check', '--format', 'json'], ['tools'], ['tools', '--format', 'json']);

test('whatever is edited, an answer with the cache is the answer without', { timeout: 90_000 }, async () => {
  const from = { looking: 0, cache: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, command), { minLength: 8, maxLength: 16 }), async (steps) => {
      const files: Files = new Map(world);
      const before: Files[] = [new Map(files)];
      const host = worldOf({ ...Object.fromEntries(below(files)), 'node_modules/x.js': '' });
      for (const [{ name, run }, argv] of steps) {
        const old = new Map(files);
        run(files, before);
        before.push(new Map(files));
        for (const [file] of below(old)) if (!files.has(`/w/${file}`)) host.remove(`${cwd}/${file}`);
        for (const [file, text] of below(files)) await host.write(`${cwd}/${file}`, text);
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

function below(files: Files): readonly (readonly [string, string])[] {
  return [...files].map(([file, text]) => [file.slice('/w/'.length), text]);
}
