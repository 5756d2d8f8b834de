/** Tools of servers that agents start or reach: which of the workspace's servers that is. */
import { keywordsIn } from '../trace/python/arguments.js';
import { stringOf, type Value } from '../trace/value.js';
import type { Definition, Holder } from './definition.js';
import { Programs } from './programs.js';
import type { ServerLink } from './server-links.js';

/** What joining asks of the workspace. */
export interface Around {
  readonly major: (library: string, file: string) => number | undefined;
  /** All sources. */
  readonly files: readonly string[];
  readonly imported: (file: string) => readonly string[];
  readonly inTests: (file: string) => boolean;
}

/** One way from an agent to a server. */
interface Way {
  readonly holder: Holder;
  readonly link: ServerLink;
  /** The program's own files; `undefined`: it may be any server. */
  readonly files: ReadonlySet<string> | undefined;
}

export class Reached {
  readonly #programs = new Programs();
  #ways: readonly Way[] = [];
  #inTests: Around['inTests'] = () => false;
  #told: ReadonlySet<Holder> = new Set();

  /**
   * Takes the calls that reach servers.
   *
   * @returns whether they reach the same as before
   */
  update(linked: readonly Holder[], { files, imported, inTests }: Around): boolean {
    if (linked.length === 0 && this.#ways.length === 0) return true;
    this.#programs.update(files);
    this.#inTests = inTests;
    const told = new Set<Holder>();
    const ways = linked.flatMap((holder) => {
      const found = (holder.servers ?? []).flatMap((link): Way[] => {
        const program = this.#programs.of(link);
        if (program === 'elsewhere') return [];
        return [{ holder, link, files: program === 'unknown' ? undefined : closure(program.file, imported) }];
      });
      const { servers = [] } = holder;
      if (servers.length > 0 && found.length === servers.length && found.every((way) => way.files !== undefined)) told.add(holder);
      return found;
    });
    const same = ways.length === this.#ways.length && ways.every((way, i) => isSame(way, this.#ways[i]!));
    this.#ways = ways;
    this.#told = told;
    return same;
  }

  /** All servers that it reaches are programs of the workspace. */
  isTold(holder: Holder): boolean {
    return this.#told.has(holder);
  }

  /** What reaches the server of a tool, and what stands before its name there; `guessed`: it may be another server. */
  by(definition: Definition): readonly { readonly holder: Holder; readonly before: string; readonly guessed: boolean }[] {
    const { at, server } = definition;
    return this.#ways.flatMap(({ holder, link, files }) => {
      // A test lets everything run, and is no agent of the program.
      if (this.#inTests(holder.file) && !this.#inTests(at.file)) return [];
      const isIts =
        files === undefined ? isNamedAlike(link, definition) : files.has(at.file) || (server !== undefined && files.has(server.file));
      return isIts ? [{ holder, before: link.before, guessed: files === undefined }] : [];
    });
  }
}

/** A file and what it imports. */
function closure(file: string, imported: (file: string) => readonly string[]): ReadonlySet<string> {
  const files = new Set([file]);
  for (const one of files) for (const other of imported(one)) files.add(other);
  return files;
}

function isSame(a: Way, b: Way): boolean {
  if (a.holder !== b.holder || a.link !== b.link || a.files?.size !== b.files?.size) return false;
  return a.files === undefined || [...a.files].every((file) => b.files!.has(file));
}

/** Who gives a server a name of its own takes the one that it has. */
function isNamedAlike({ name }: ServerLink, { receiver }: Definition): boolean {
  const own = receiver?.kind === 'external' ? ownName(receiver.args ?? []) : undefined;
  if (name === undefined || own === undefined) return true;
  const [one, other] = [name, own].map((text) => text.toLowerCase().replace(/[^a-z\d]/g, ''));
  return one!.includes(other!) || other!.includes(one!);
}

function ownName(args: readonly Value[]): string | undefined {
  const named = (value: Value | undefined): string | undefined =>
    value?.kind === 'object' ? stringOf(value.properties.get('name')?.value()) : stringOf(value);
  return named(args[0]) ?? named(keywordsIn(args));
}
