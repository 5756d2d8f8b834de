import { watch } from 'node:fs';
import { join, sep } from 'node:path';
import { toFile, toPath } from './node-paths.js';

/** Programs save in several steps; what changes within this time counts as one change, in milliseconds. */
const calm = 80;

/** Folders in which too much changes that nobody looks at. */
const noise = new Set(['node_modules', '.git', '.hg', '.svn', '.cache', '__pycache__']);

/** What changes below some folders, again and again, for as long as somebody asks. */
export async function* changesIn(folders: readonly string[]): AsyncGenerator<readonly string[]> {
  const changed = new Set<string>();
  let wake = (): void => {};
  let failure: Error | undefined;
  const watchers = folders.map((folder) => {
    const watcher = watch(toPath(folder), { recursive: true }, (_event, name) => {
      if (name === null || name.split(sep).some((part) => noise.has(part))) return;
      changed.add(toFile(join(toPath(folder), name)));
      wake();
    });
    watcher.on('error', (error) => {
      failure = error;
      wake();
    });
    return watcher;
  });
  try {
    for (;;) {
      if (failure !== undefined) throw failure;
      if (changed.size === 0) await new Promise<void>((done) => (wake = done));
      else {
        await new Promise<void>((done) => void setTimeout(done, calm));
        const files = [...changed].sort();
        changed.clear();
        yield files;
      }
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}
