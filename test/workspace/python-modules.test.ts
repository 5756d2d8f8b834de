/** Which file an import of Python means. */
import { expect, test } from 'vitest';
import { memoryHost } from '../../server/hosts/memory.js';
import { resolvePython } from '../../server/workspace/python-modules.js';
import { Tree } from '../../server/workspace/tree.js';

async function resolve(files: readonly string[], specifier: string, from: string): Promise<string | undefined> {
  const tree = new Tree(memoryHost(Object.fromEntries(files.map((file) => [file, '']))), () => undefined);
  for (;;) {
    const answer = resolvePython(
      tree,
      `py:${specifier}`,
      from,
      () => [],
      () => false,
    );
    if (!(await tree.load())) return answer;
  }
}

const files = [
  '/ws/pyproject.toml',
  '/ws/src/app/__init__.py',
  '/ws/src/app/core/__init__.py',
  '/ws/src/app/core/logging.py',
  '/ws/src/app/core/client.py',
  '/ws/src/app/core/helpers.py',
  '/ws/scripts/queue.py',
  '/ws/scripts/run.py',
  '/ws/src/platform/__init__.py',
  '/ws/src/platform/windows.py',
  '/ws/src/email/__init__.py',
  '/ws/src/email/letters.py',
];

test.each([
  // What comes with Python stays that in a package, whatever stands beside the file.
  ['logging', '/ws/src/app/core/client.py', undefined],
  ['logging', '/ws/src/app/core/logging.py', undefined],
  // The folder of a script comes before it.
  ['queue', '/ws/scripts/run.py', '/ws/scripts/queue.py'],
  ['email.letters', '/ws/src/app/core/client.py', undefined],
  ['.logging', '/ws/src/app/core/client.py', '/ws/src/app/core/logging.py'],
  ['app.core.logging', '/ws/scripts/run.py', '/ws/src/app/core/logging.py'],
  // Python's own module of that name has nothing inside.
  ['platform.windows', '/ws/src/app/core/client.py', '/ws/src/platform/windows.py'],
  ['helpers', '/ws/src/app/core/client.py', '/ws/src/app/core/helpers.py'],
])('%s in %s', async (specifier, from, expected) => {
  expect(await resolve(files, specifier, from)).toBe(expected);
});
