/** What kind of program a file is part of, by what it and its importers import: one that answers requests, or that an engine runs. */
import { enginePackages, serverPackages, type Evidence } from '../../rules/kit/index.js';
import type { RunningAround } from './running.js';
import { isPythonName, plainName } from './languages.js';
import { isSource } from './syntax/read.js';
import { specifiersIn } from './syntax/specifiers.js';
import type { Snapshot } from './snapshot.js';

/** Files between a server and what it serves. */
const farthest = 4;

export class Programs {
  readonly #snapshot: Snapshot;
  readonly #around: RunningAround;
  #importers: ReadonlyMap<string, readonly string[]> | undefined;

  constructor(snapshot: Snapshot, around: RunningAround) {
    this.#snapshot = snapshot;
    this.#around = around;
  }

  /** The import that makes a server of the file, or of one that imports it. */
  server(file: string): Evidence | undefined {
    return this.#of(file, serverPackages, 'answers requests, by');
  }

  /** The import of an engine that keeps how far a run has come. */
  engine(file: string): Evidence | undefined {
    return this.#of(file, enginePackages, 'an engine keeps how far it is:');
  }

  #of(file: string, packages: ReadonlySet<string>, label: string): Evidence | undefined {
    let reached = [file];
    const seen = new Set(reached);
    for (let step = 0; step <= farthest && reached.length > 0; step++) {
      for (const one of reached) {
        const found = this.#importing(one, packages, label);
        if (found !== undefined) return found;
      }
      reached = reached.flatMap((one) => (this.#imported().get(one) ?? []).filter((other) => !seen.has(other) && seen.add(other)));
    }
    return undefined;
  }

  #importing(file: string, packages: ReadonlySet<string>, label: string): Evidence | undefined {
    if (this.#around.inTests(file) || file.endsWith('.ipynb')) return undefined;
    const text = this.#snapshot.text(file) ?? '';
    const specifier = specifiersIn(file, text).find((one) => isOf(one, packages));
    if (specifier === undefined) return undefined;
    const name = plainName(specifier);
    const at = text.indexOf(name);
    return { file, span: { start: Math.max(0, at), end: at < 0 ? 0 : at + name.length }, label: `${label} \`${name}\`` };
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

function isOf(specifier: string, packages: ReadonlySet<string>): boolean {
  const name = plainName(specifier);
  return packages.has(name) || (isPythonName(specifier) && packages.has(name.split('.')[0]!));
}
