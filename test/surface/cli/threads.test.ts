import { expect, test } from 'vitest';
import { knowledge } from '../../../rules/index.js';
import { helper } from '../../../server/cli/threads/help.js';
import type { Done, Thread } from '../../../server/cli/threads/work.js';
import type { Io } from '../../../server/cli/io.js';
import { findPages } from '../../harness/pages.js';
import { detent, freshly, worldOf } from './cache/world.js';

type World = ReturnType<typeof worldOf>;

/** Every case of the pages of rules, each in a folder of its own. */
const cases = findPages('rules/checks', 'findings').flatMap((page) =>
  page.cases.map(({ blocks }, i) => ({ folder: `${page.name}/${i}`, blocks })),
);
const files = Object.fromEntries(
  cases.flatMap(({ folder, blocks }) =>
    blocks.flatMap(({ file, text, after }) => (after === undefined ? [[`${folder}/${file}`, text]] : [])),
  ),
);

/** Threads that run in this one, and are handed copies as real ones are. `fails`: they stop after so many stretches. */
function threads(host: World, cores: number, fails = Infinity): { readonly threads: NonNullable<Io['threads']>; readonly done: Done[] } {
  const done: Done[] = [];
  const start = (): Thread => {
    let heard: (one: Done) => void = () => {};
    let ended = (): void => {};
    let left = fails;
    let run: Promise<ReturnType<typeof helper>> | undefined;
    const say = (one: Done): void => {
      if (left-- <= 0) throw new Error('the thread was stopped');
      done.push(structuredClone(one));
      heard(done.at(-1)!);
    };
    return {
      send(message) {
        if ('claims' in message) run = Promise.resolve(helper(message, host, knowledge, say));
        else {
          run = run?.then(async (help) => (await help(message), help));
          run?.catch(() => ended());
        }
      },
      listen: (onDone, onEnd) => void ([heard, ended] = [onDone, onEnd]),
      hold: () => {},
      stop: () => {},
    };
  };
  return { threads: { cores, start, worth: { files: 1, folders: 1 } }, done };
}

test('one thread and several say the same of all example workspaces, byte for byte', async () => {
  const host = worldOf(files);
  const command = ['check', '--format', 'json', '--set', 'strict'];
  const alone = await freshly(host, [...command, '--threads', '1']);
  const together = threads(host, 3);
  expect(await freshly(host, command, together)).toEqual(alone);
  expect(together.done.length).toBeGreaterThan(0);
});

test('what a thread did not do before it ended is done by the others', async () => {
  const host = worldOf(Object.fromEntries(Object.entries(files).filter(([name]) => /credential|hint/.test(name))));
  const alone = await freshly(host, ['check', '--threads', '1']);
  for (const fails of [0, 1]) expect(await freshly(host, ['check'], threads(host, 2, fails))).toEqual(alone);
});

test('an answer that was kept rests on what other threads read', async () => {
  const idle = Object.fromEntries(Array.from({ length: 400 }, (_, i) => [`src/${i}.ts`, `export const n${i} = ${i};\n`]));
  const host = worldOf({ ...idle, 'node_modules/a/package.json': '{}' });
  const together = threads(host, 2);
  const first = await detent(host, ['check'], together);
  expect(together.done.length).toBeGreaterThan(0);
  expect((await detent(host, ['check', '--threads', '1'])).from).toBe('cache');
  // Read by a thread, since nobody else took these.
  const { stretch } = together.done.at(-1)!;
  const listed = await host.list('/home/me/app/src');
  const file = `/home/me/app/src/${(listed as readonly { readonly name: string }[])[stretch * 64]!.name}`;
  await host.write(file, 'export const other = 1;\n');
  expect((await detent(host, ['check', '--threads', '1'])).from).toBe('looking');
  expect(first.code).toBe(0);
});

test('a number of threads is a number', async () => {
  const { err, code } = await freshly(worldOf({ 'a.ts': '' }), ['check', '--threads', 'many']);
  expect([err, code]).toEqual(['detent: --threads needs a number from 1 to 64, not "many".\n', 2]);
});
