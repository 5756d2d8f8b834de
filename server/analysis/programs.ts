/** What kind of program a file is part of, by what it and its importers import: one that answers requests, or that an engine runs. */
import { serverPackages, type Evidence } from '../../rules/kit/index.js';
import { isPythonName, plainName } from './languages.js';
import { importersOf } from './importing.js';
import { KeptByText } from './kept-by-text.js';
import type { RunningAround } from './running.js';
import type { Knowledge, Snapshot } from './snapshot.js';
import { isSource } from './syntax/read.js';
import { specifiersIn } from './syntax/specifiers.js';

/** Files between a server and what it serves. */
const farthest = 4;

const labels = { server: 'answers requests, by', engine: 'an engine keeps how far it is:' } as const;
type Kind = keyof typeof labels;

type Imports = Readonly<Partial<Record<Kind, Evidence>>>;

export class Programs {
  /** What each file imports of these packages, as long as its text is the same. */
  readonly #known = new KeptByText((text, file) => this.#importsOf(text, file));
  /** By the family of a package: words that a file holds, too, where the package is for more than workflows. */
  readonly #engines: ReadonlyMap<string, readonly string[] | undefined>;
  #snapshot!: Snapshot;
  #around: RunningAround | undefined;
  #importers: ReadonlyMap<string, readonly string[]> | undefined;

  constructor({ engines, frameworks }: Pick<Knowledge, 'engines' | 'frameworks'>) {
    // What agents are made with keeps nothing by being imported.
    const agents = new Set(frameworks.flatMap(({ packages }) => packages));
    const found = engines
      .filter(({ steps }) => steps.length > 0)
      .flatMap(({ packages, markers }) => packages.map((name) => [name, markers] as const));
    const alone = found.filter(([name]) => !agents.has(name));
    this.#engines = new Map(
      alone.map(([name, markers]) => [familyOf(name), isPythonName(name) || name.startsWith('@') ? undefined : markers]),
    );
  }

  /** Takes the workspace as it is now. */
  look(snapshot: Snapshot, around: RunningAround): void {
    this.#snapshot = snapshot;
    if (around.edges !== this.#around?.edges) this.#importers = undefined;
    this.#around = around;
  }

  /** The import that makes a server of the file, or of one that imports it; or of an engine that keeps how far a run has come. */
  of(file: string, kind: Kind): Evidence | undefined {
    let reached = [file];
    const seen = new Set(reached);
    for (let step = 0; step <= farthest && reached.length > 0; step++) {
      for (const one of reached) {
        const found = this.#around?.inTests(one) === true || one.endsWith('.ipynb') ? undefined : this.#known.of(one, this.#snapshot)[kind];
        if (found !== undefined) return found;
      }
      reached = reached.flatMap((one) => (this.#imported().get(one) ?? []).filter((other) => !seen.has(other) && seen.add(other)));
    }
    return undefined;
  }

  #importsOf(text: string, file: string): Imports {
    const specifiers = specifiersIn(file, text);
    const server = specifiers.find(isServer);
    const engine = specifiers.find((one) => {
      const family = familyOf(one);
      return this.#engines.has(family) && this.#engines.get(family)?.some((word) => text.includes(word)) !== false;
    });
    return { ...importOf('server', file, text, server), ...importOf('engine', file, text, engine) };
  }

  #imported(): ReadonlyMap<string, readonly string[]> {
    this.#importers ??= importersOf(this.#snapshot.files.filter(isSource), (file) => this.#around?.imported(file) ?? []);
    return this.#importers;
  }
}

function importOf(kind: Kind, file: string, text: string, specifier: string | undefined): Partial<Record<Kind, Evidence>> {
  if (specifier === undefined) return {};
  const name = plainName(specifier);
  const at = text.indexOf(name);
  return { [kind]: { file, span: { start: Math.max(0, at), end: at < 0 ? 0 : at + name.length }, label: `${labels[kind]} \`${name}\`` } };
}

function isServer(specifier: string): boolean {
  const name = plainName(specifier);
  return serverPackages.has(name) || (isPythonName(specifier) && serverPackages.has(name.split('.')[0]!));
}

/** A package of Python without its modules, and the scope of one that has one: engines come in several packages. */
function familyOf(specifier: string): string {
  return isPythonName(specifier) ? specifier.split('.')[0]! : specifier.startsWith('@') ? specifier.split('/')[0]! : specifier;
}
