/** What kind of program a file is part of, by what it and its importers import: one that answers requests, or that an engine runs. */
import { enginePackages, serverPackages, type Evidence } from '../../rules/kit/index.js';
import { isPythonName, plainName } from './languages.js';
import type { RunningAround } from './running.js';
import type { Snapshot } from './snapshot.js';
import { isSource } from './syntax/read.js';
import { specifiersIn } from './syntax/specifiers.js';

/** Files between a server and what it serves. */
const farthest = 4;

const kinds = {
  server: { packages: serverPackages, label: 'answers requests, by' },
  engine: { packages: enginePackages, label: 'an engine keeps how far it is:' },
} as const;
type Kind = keyof typeof kinds;

interface Imports extends Readonly<Partial<Record<Kind, Evidence>>> {
  readonly version: string | undefined;
}

export class Programs {
  /** What each file imports of these packages, as long as its text is the same. */
  readonly #known = new Map<string, Imports>();
  #snapshot!: Snapshot;
  #around!: RunningAround;
  #importers: ReadonlyMap<string, readonly string[]> | undefined;

  /** Takes the workspace as it is now. */
  look(snapshot: Snapshot, around: RunningAround): void {
    this.#snapshot = snapshot;
    this.#around = around;
    this.#importers = undefined;
  }

  /** The import that makes a server of the file, or of one that imports it; or of an engine that keeps how far a run has come. */
  of(file: string, kind: Kind): Evidence | undefined {
    let reached = [file];
    const seen = new Set(reached);
    for (let step = 0; step <= farthest && reached.length > 0; step++) {
      for (const one of reached) {
        const found = this.#importsOf(one)[kind];
        if (found !== undefined) return found;
      }
      reached = reached.flatMap((one) => (this.#imported().get(one) ?? []).filter((other) => !seen.has(other) && seen.add(other)));
    }
    return undefined;
  }

  #importsOf(file: string): Imports {
    const version = this.#snapshot.version(file);
    const known = this.#known.get(file);
    if (known !== undefined && known.version === version) return known;
    const text = this.#around.inTests(file) || file.endsWith('.ipynb') ? '' : (this.#snapshot.text(file) ?? '');
    const specifiers = specifiersIn(file, text);
    const found = { version, ...importOf('server', file, text, specifiers), ...importOf('engine', file, text, specifiers) };
    this.#known.set(file, found);
    return found;
  }

  #imported(): ReadonlyMap<string, readonly string[]> {
    if (this.#importers !== undefined) return this.#importers;
    const importers = new Map<string, string[]>();
    for (const file of this.#snapshot.files) {
      if (!isSource(file)) continue;
      for (const imported of this.#around.imported(file)) {
        const list = importers.get(imported);
        if (list === undefined) importers.set(imported, [file]);
        else list.push(file);
      }
    }
    this.#importers = importers;
    return importers;
  }
}

function importOf(kind: Kind, file: string, text: string, specifiers: readonly string[]): Partial<Record<Kind, Evidence>> {
  const { packages, label } = kinds[kind];
  const specifier = specifiers.find((one) => isOf(one, packages));
  if (specifier === undefined) return {};
  const name = plainName(specifier);
  const at = text.indexOf(name);
  return { [kind]: { file, span: { start: Math.max(0, at), end: at < 0 ? 0 : at + name.length }, label: `${label} \`${name}\`` } };
}

function isOf(specifier: string, packages: ReadonlySet<string>): boolean {
  const name = plainName(specifier);
  return packages.has(name) || (isPythonName(specifier) && packages.has(name.split('.')[0]!));
}
