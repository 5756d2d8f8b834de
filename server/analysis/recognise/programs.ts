/** The file of the workspace that a command starts. */
import { walkedPath } from '../path-steps.js';
import type { ServerLink } from './server-links.js';

/** A file; `unknown`: nothing was said, or an address of this machine; `elsewhere`: a program or a service of somebody else. */
export type Program = { readonly file: string } | 'unknown' | 'elsewhere';

export class Programs {
  #files: readonly string[] = [];
  /** By their last name without what stands behind the dot. */
  #byName: ReadonlyMap<string, readonly string[]> = new Map();

  /** Takes the sources of the workspace. */
  update(files: readonly string[]): void {
    if (files === this.#files) return;
    this.#files = files;
    const names = new Map<string, string[]>();
    for (const file of files) {
      const name = stem(file.slice(file.lastIndexOf('/') + 1));
      const list = names.get(name);
      if (list === undefined) names.set(name, [file]);
      else list.push(file);
    }
    this.#byName = names;
  }

  of({ words, address, file }: ServerLink): Program {
    if (address !== undefined)
      return /^https?:\/\/(?:localhost|127\.|0\.0\.0\.0|\[::1?\]|host\.docker\.internal)/.test(address) ? 'unknown' : 'elsewhere';
    const [command] = words;
    if (command === undefined) return 'unknown';
    for (const path of words.flatMap((word, i) => (words[i - 1] === '-m' ? modulePaths(word) : isScript(word) ? [plain(word)] : []))) {
      const found = this.#nearest(path, file);
      if (found !== undefined) return { file: found };
    }
    return 'elsewhere';
  }

  /** The file that ends with a path; of several, the one that has most folders in common with the file that says so. */
  #nearest(path: string, from: string): string | undefined {
    const name = stem(path.slice(path.lastIndexOf('/') + 1));
    const candidates = this.#byName.get(name) ?? [];
    for (const [end, isOne] of ways(path)) {
      const found = candidates.filter((file) => isOne(file) && `/${stem(file)}`.endsWith(`/${end}`));
      const [best, next] = found.map((file) => [common(file, from), file] as const).sort((a, b) => b[0] - a[0]);
      if (best !== undefined) return next === undefined || next[0] < best[0] ? best[1] : undefined;
    }
    return undefined;
  }
}

const script = /\.(?:py|[cm]?[jt]sx?)$/;
const built = /(?:^|\/)(?:dist|build|out|lib)\//;

function isTypeScript(file: string): boolean {
  return !file.endsWith('.py');
}

function isScript(word: string): boolean {
  return script.test(plain(word));
}

/** Without the object in it (`server.py:mcp`), and without the way up to its folder. */
function plain(word: string): string {
  return walkedPath([], word.replaceAll('\\', '/').replace(/(\.py):\w+$/, '$1'));
}

function modulePaths(word: string): readonly string[] {
  const path = word.replaceAll('.', '/');
  return [`${path}.py`, `${path}/__main__.py`];
}

/** Ends of files without their type: the file itself, or what a build makes it from. */
function* ways(path: string): Generator<readonly [string, (file: string) => boolean]> {
  const name = stem(path);
  yield [name, (file) => file.endsWith(path.slice(name.length))];
  if (path.endsWith('.py')) return;
  yield [name, isTypeScript];
  if (!built.test(path)) return;
  for (const folder of ['/src/', '/']) yield [stem(path.replace(built, folder)).replace(/^\//, ''), isTypeScript];
}

function stem(path: string): string {
  return path.replace(/\.\w+$/, '');
}

/** How many folders two files have in common. */
function common(a: string, b: string): number {
  const one = a.split('/');
  const other = b.split('/');
  const different = one.findIndex((part, i) => part !== other[i]);
  return different < 0 ? one.length : different;
}
