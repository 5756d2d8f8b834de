import type { Stat } from '../../workspace/host.js';
import { basename, dirname, relative } from '../../workspace/paths.js';
import type { Witness } from '../../workspace/tree.js';
import type { Io } from '../io.js';
import {
  entriesNamed,
  entryAnswer,
  gitAnswer,
  listAnswer,
  readAnswer,
  scanned,
  statAnswer,
  type Answered,
  type GitAnswer,
  type Listed,
  type Questions,
} from './questions.js';

/** Stands between a run and the world, and writes down what is asked. */
export class Watch {
  readonly host: Io['host'];
  readonly #cwd: string;
  readonly #reads = new Map<string, string>();
  readonly #scans = new Map<string, string>();
  readonly #stats = new Map<string, string>();
  readonly #git: GitAnswer[] = [];
  readonly #listed = new Map<string, Listed>();
  readonly #links = new Map<string, Map<string, Stat | undefined>>();
  /** Which entries mattered; `undefined`: all. */
  readonly #names = new Map<string, Set<string> | undefined>();
  #changed = false;

  constructor(host: Io['host'], cwd: string) {
    this.#cwd = cwd;
    this.host = {
      ...host,
      read: async (file) => {
        const answer = await host.read(file);
        this.#put(this.#reads, file, readAnswer(answer));
        return answer;
      },
      scan: async (file, take) => {
        const { answer, problem } = await scanned(file, host, take);
        this.#put(this.#scans, file, answer);
        return problem;
      },
      list: async (folder) => {
        const answer = await host.list(folder);
        this.#listed.set(folder, answer);
        return answer;
      },
      stat: async (path) => {
        const answer = await host.stat(path);
        // Where a link leads belongs to the listing of its folder: most links above a workspace matter to nobody.
        const listed = this.#listed.get(dirname(path)) ?? [];
        const isLink = !('problem' in listed) && listed.some(({ name, kind }) => kind === 'link' && name === basename(path));
        if (isLink) this.#linksOf(dirname(path)).set(basename(path), answer);
        else this.#put(this.#stats, path, statAnswer(path, answer, this.#cwd));
        return answer;
      },
      git: async (root, files) => {
        const answer = await host.git(root, files);
        const asked = files.map((file) => relative(cwd, file));
        this.#git.push({ root: relative(cwd, root), files: asked, said: gitAnswer(files, answer) });
        return answer;
      },
    };
  }

  /** Told by the workspace which entries its answers rest on. */
  readonly note: Witness = (folder, name) => {
    if (name === undefined) this.#names.set(folder, undefined);
    else if (!this.#names.has(folder)) this.#names.set(folder, new Set([name]));
    else this.#names.get(folder)?.add(name);
  };

  /** Told what was read elsewhere. */
  readonly noteRead = (file: string, digest: string): void => this.#put(this.#reads, file, digest);

  /** What was asked so far; `undefined` when one question had two answers, since somebody was writing meanwhile. */
  questions(): Questions | undefined {
    if (this.#changed) return undefined;
    const lists: Answered[] = [];
    const entries: (readonly [string, readonly Answered[]])[] = [];
    for (const [folder, listed] of this.#listed) {
      const path = relative(this.#cwd, folder);
      const links = this.#linksOf(folder);
      const names = this.#names.get(folder);
      if (names === undefined) lists.push([path, listAnswer(listed, links, this.#cwd)]);
      else {
        const found = entriesNamed(names, listed);
        entries.push([path, [...names].map((name) => [name, entryAnswer(found.get(name), links, this.#cwd)])]);
      }
    }
    return {
      reads: this.#relative(this.#reads),
      scans: this.#relative(this.#scans),
      lists,
      entries,
      stats: this.#relative(this.#stats),
      git: this.#git,
    };
  }

  #relative(answers: ReadonlyMap<string, string>): readonly Answered[] {
    return [...answers].map(([path, answer]) => [relative(this.#cwd, path), answer]);
  }

  #put(answers: Map<string, string>, path: string, answer: string): void {
    this.#changed ||= answers.has(path) && answers.get(path) !== answer;
    answers.set(path, answer);
  }

  #linksOf(folder: string): Map<string, Stat | undefined> {
    const links = this.#links.get(folder) ?? new Map<string, Stat | undefined>();
    this.#links.set(folder, links);
    return links;
  }
}
