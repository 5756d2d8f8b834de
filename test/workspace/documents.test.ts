import { expect, test } from 'vitest';
import { memoryHost } from '../../server/hosts/memory.js';
import { Documents } from '../../server/workspace/documents.js';

test('files stand in the order in which they were asked for, whoever has read them', async () => {
  const names = ['/w/a.py', '/w/b.py', '/w/c.py'];
  const host = memoryHost(Object.fromEntries(names.map((name) => [name, '@tool\n'])));
  const all = {
    tools: { words: [], inText: () => true },
    secrets: () => false,
    reads: () => false,
    spots: () => undefined,
    matters: () => true,
  };
  const documents = new Documents(host, all);
  // Walks have bounds for all files together: in another order they would end elsewhere.
  await documents.read('/w/c.py', 'filtered');
  await documents.read('/w/a.py', 'filtered');
  documents.take(names, new Map([['/w/b.py', {}]]));
  expect(documents.files()).toEqual(names);
  expect(names.map((name) => documents.get(name)?.tools)).toEqual([true, undefined, true]);
});
