import type { Entry, Host, Problem, ReadAnswer } from '../workspace/host.js';
import { largestFile } from '../workspace/host.js';
import { dirname, isInside, normalize, relative } from '../workspace/paths.js';

/** What stands at a path in memory: text, bytes, a link to another path, or something that cannot be read. */
export type MemoryFile = string | Uint8Array | { readonly link: string } | Problem;

export interface MemoryHost extends Host {
  /** Creates or replaces a file. */
  write(file: string, content: Uint8Array | MemoryFile): Promise<Problem | undefined>;
  /** Removes a file, or a folder with everything in it. */
  remove(path: string): void;
  replace(file: string, bytes: Uint8Array): Promise<Problem | undefined>;
  discard(file: string): Promise<void>;
  /** Messages that were logged, with their level. */
  readonly logged: readonly string[];
}

export interface MemoryOptions {
  /** What git would say; without it there is no git. Paths are absolute. */
  readonly git?: { readonly tracked: readonly string[]; readonly ignored: readonly string[] };
}

/** A world in memory, for tests and for texts that have no disk. Folders exist where files are. */
export function memoryHost(files: Readonly<Record<string, MemoryFile>>, options: MemoryOptions = {}): MemoryHost {
  const content = new Map(Object.entries(files).map(([file, value]) => [normalize(file), value]));
  const logged: string[] = [];
  const follow = (path: string, hops = 16): string | undefined => {
    for (const at of [...prefixes(path)]) {
      const value = content.get(at);
      if (typeof value !== 'object' || !('link' in value)) continue;
      const target = normalize(value.link.startsWith('/') ? value.link : `${dirname(at)}/${value.link}`);
      return hops === 0 ? undefined : follow(target + path.slice(at.length), hops - 1);
    }
    return path;
  };
  const isFolder = (path: string): boolean => path === '/' || [...content.keys()].some((file) => file !== path && isInside(path, file));
  const bytesOf = (file: string): ReadAnswer => {
    const path = follow(file);
    const value = path === undefined ? undefined : content.get(path);
    if (value === undefined) return path !== undefined && isFolder(path) ? { problem: 'is a folder' } : missing;
    if (typeof value === 'object' && 'problem' in value) return value;
    const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value instanceof Uint8Array ? value : undefined;
    return bytes ? { bytes } : missing;
  };
  return {
    logged,
    async read(file) {
      const answer = bytesOf(file);
      return 'bytes' in answer && answer.bytes.length > largestFile ? { problem: 'larger than 5 MB' } : answer;
    },
    async scan(file, take) {
      const answer = bytesOf(file);
      if ('problem' in answer) return answer;
      // Small pieces, so that whoever reads them meets every seam.
      for (let at = 0; at < answer.bytes.length; at += piece) take(answer.bytes.subarray(at, at + piece));
      return undefined;
    },
    async list(folder) {
      const path = follow(folder);
      if (path === undefined || !isFolder(path)) return missing;
      const problem = content.get(path);
      if (typeof problem === 'object' && 'problem' in problem) return problem;
      const entries = new Map<string, Entry>();
      for (const [file, value] of content) {
        if (file === path || !isInside(path, file)) continue;
        const [name = '', ...rest] = relative(path, file).split('/');
        const link = typeof value === 'object' && 'link' in value;
        entries.set(name, { name, kind: rest.length > 0 ? 'folder' : link ? 'link' : 'file' });
      }
      return [...entries.values()];
    },
    async stat(file) {
      const path = follow(file);
      if (path === undefined) return undefined;
      const value = content.get(path);
      if (isFolder(path)) return { kind: 'folder', size: 0, realPath: path };
      if (value === undefined) return undefined;
      return { kind: 'file', size: typeof value === 'string' || value instanceof Uint8Array ? value.length : 0, realPath: path };
    },
    async git(_root, asked) {
      if (!options.git) return null;
      const pick = (known: readonly string[]): ReadonlySet<string> => new Set(asked.filter((file) => known.includes(file)));
      return { tracked: pick(options.git.tracked), ignored: pick(options.git.ignored) };
    },
    async write(file, value) {
      content.set(normalize(file), value);
      return undefined;
    },
    async replace(file, bytes) {
      content.set(normalize(file), bytes);
      return undefined;
    },
    async discard(file) {
      content.delete(normalize(file));
    },
    remove(path) {
      for (const file of [...content.keys()]) if (isInside(path, file)) content.delete(file);
    },
    grammar: () => Promise.reject(new Error('no grammar is in memory')),
    log(level, message) {
      logged.push(`${level}: ${message}`);
    },
  };
}

/** Bytes that are handed over at once. */
const piece = 1_021;

const missing: Problem = { problem: 'there is no such file', gone: true };

function* prefixes(path: string): Iterable<string> {
  for (let end = path.indexOf('/', 1); end > 0; end = path.indexOf('/', end + 1)) yield path.slice(0, end);
  yield path;
}
