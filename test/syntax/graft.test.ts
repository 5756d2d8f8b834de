import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graft } from '../../server/analysis/syntax/graft.js';
import { readTypeScript } from '../../server/analysis/syntax/typescript/read.js';
import { edit, world, type Texts } from '../check/incremental-world.js';

const read = (text: string) => ({ module: readTypeScript('/w/server.ts', text), text });

test('a module that is carried over edits is the one that is read', () => {
  let carried = 0;
  let other = 0;
  fc.assert(
    fc.property(fc.array(edit, { minLength: 10, maxLength: 40 }), (steps) => {
      for (const file of ['/w/server.ts', '/w/store.ts']) {
        const texts = new Map(world);
        const before: Texts[] = [];
        let now = read(texts.get(file)!);
        for (const step of steps) {
          step.run(texts, before);
          before.push(new Map(texts));
          const text = texts.get(file);
          if (text === undefined || text === now.text) continue;
          const sections = graft(now, read(text), (mutation) => mutation.kind === 'set' || mutation.method === 'push');
          if (sections === undefined) {
            other++;
            now = read(text);
            continue;
          }
          carried++;
          now = { module: now.module, text };
          const fresh = read(text).module;
          if (!isDeepStrictEqual(now.module, fresh)) expect(now.module, step.name).toEqual(fresh);
        }
      }
    }),
    { numRuns: 40 },
  );
  expect(carried).toBeGreaterThan(other / 10);
});
