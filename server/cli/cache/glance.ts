import type { Host, ReadAnswer, Stat } from '../../workspace/host.js';
import type { Io } from '../io.js';
import type { Shelf } from './shelf.js';

/** Bytes of files that are kept for a second question. */
const most = 64 * 1024 * 1024;

/** The same world without the entries in the folder of the cache: what is kept must not decide whether it holds. */
export function without({ folder: shelf, isOwn }: Pick<Shelf, 'folder' | 'isOwn'>, host: Io['host']): Io['host'] {
  return {
    ...host,
    async list(folder) {
      const answer = await host.list(folder);
      return folder !== shelf || 'problem' in answer ? answer : answer.filter(({ name }) => !isOwn(name));
    },
  };
}

/** Fetches nothing twice: when a kept answer does not hold, what was asked to find that out is there for the real run. */
export function remembering(host: Io['host']): Io['host'] {
  const reads = new Map<string, ReadAnswer>();
  const lists = new Map<string, Awaited<ReturnType<Host['list']>>>();
  const stats = new Map<string, Stat | undefined>();
  const git = new Map<string, ReturnType<Host['git']>>();
  let room = most;
  return {
    ...host,
    async read(file) {
      const known = reads.get(file);
      if (known) return known;
      const answer = await host.read(file);
      room -= 'bytes' in answer ? answer.bytes.length : 0;
      if (room > 0) reads.set(file, answer);
      return answer;
    },
    async list(folder) {
      const answer = lists.get(folder) ?? (await host.list(folder));
      lists.set(folder, answer);
      return answer;
    },
    async stat(path) {
      if (!stats.has(path)) stats.set(path, await host.stat(path));
      return stats.get(path);
    },
    git(root, files) {
      const key = [root, ...files].join('\0');
      const answer = git.get(key) ?? host.git(root, files);
      git.set(key, answer);
      return answer;
    },
  };
}
