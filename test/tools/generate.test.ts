import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generate } from './generate.js';

test('generated files are fresh (they are now: run it again)', async () => {
  expect(await generate(join(import.meta.dirname, '../..'))).toEqual([]);
});
