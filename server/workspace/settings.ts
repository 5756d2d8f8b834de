import { defaultConfig, override, type Config } from './config.js';
import type { BrokenReading, ConfigProblem, ConfigReading } from './config-read.js';
import { readPatterns, type Patterns } from './ignored.js';
import { dirname, join, upward } from './paths.js';
import type { Tree } from './tree.js';
import { settingsName } from './walk.js';

/** A configuration in force, and where it comes from. */
export interface Settings {
  /** The file, or `''` for the defaults. Files with the same settings are analyzed together. */
  readonly source: string;
  readonly config: Config;
  /** Files that are not looked at. */
  readonly ignores: Patterns;
}

type Reader = (file: string, text: string, ruleIds: readonly string[]) => ConfigReading;

interface Known {
  readonly text: string;
  /** The last configuration without problems. */
  readonly settings: Settings;
  readonly problems: readonly ConfigProblem[];
}

export interface SettingsOptions {
  readonly tree: Tree;
  readonly ruleIds: readonly string[];
  /** Wins over every file. */
  readonly overrides: Partial<Config>;
  /** One file for everything, instead of the nearest. */
  readonly only?: string;
}

/**
 * Finds the configuration of each file: the nearest `detent.config.json` upward. A broken one keeps what it said before, or
 * else what can be read of it.
 */
export class SettingsStore {
  readonly #options: SettingsOptions;
  readonly #defaults: Settings;
  readonly #known = new Map<string, Known>();
  readonly #byFolder = new Map<string, string | undefined>();
  #reader: Reader | undefined;
  #readerWanted = false;

  constructor(options: SettingsOptions) {
    this.#options = options;
    this.#defaults = { source: '', config: override(defaultConfig, options.overrides), ignores: () => undefined };
  }

  for(file: string): Settings {
    const source = this.#options.only ?? this.#nearest(dirname(file));
    return source === undefined ? this.#defaults : (this.#read(source)?.settings ?? this.#defaults);
  }

  /** Problems of these files and of all that were in force so far. */
  problems(files: Iterable<string>): readonly ConfigProblem[] {
    for (const file of files) this.#read(file);
    return [...this.#known.values()].flatMap(({ problems }) => problems);
  }

  /** Files came or went: the nearest file may be another one. */
  reset(): void {
    this.#byFolder.clear();
    for (const file of [...this.#known.keys()]) if (this.#options.tree.text(file) === undefined) this.#known.delete(file);
  }

  get incomplete(): boolean {
    return this.#readerWanted;
  }

  /** The schema is only loaded when there is a configuration. */
  async load(): Promise<boolean> {
    if (!this.#readerWanted) return false;
    this.#reader ??= (await import('./config-read.js')).readConfig;
    this.#readerWanted = false;
    return true;
  }

  #nearest(folder: string): string | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const before = this.#options.tree.misses;
    const found = upward(folder)
      .map((at) => join(at, settingsName))
      .find((file) => this.#options.tree.text(file) !== undefined);
    if (this.#options.tree.misses === before) this.#byFolder.set(folder, found);
    return found;
  }

  #read(file: string): Known | undefined {
    const text = this.#options.tree.text(file);
    const known = this.#known.get(file);
    if (text === undefined || known?.text === text) return known;
    if (!this.#reader) {
      this.#readerWanted = true;
      return known;
    }
    const reading = this.#reader(file, text, this.#options.ruleIds);
    const next: Known =
      'problems' in reading
        ? known === undefined
          ? { text, settings: this.#inForce(file, reading.rest), problems: withSilence(reading) }
          : { ...known, text, problems: reading.problems }
        : { text, settings: this.#inForce(file, reading.config), problems: [] };
    this.#known.set(file, next);
    return next;
  }

  #inForce(file: string, found: Partial<Config>): Settings {
    const config = override(override(defaultConfig, found), this.#options.overrides);
    return { source: file, config, ignores: readPatterns(config.ignore, dirname(file)) };
  }
}

/** What is not said because of the problems is said, too. */
function withSilence({ problems, silent }: BrokenReading): readonly ConfigProblem[] {
  const [first] = problems;
  if (first === undefined || silent.length === 0) return problems;
  const some = silent.slice(0, shown).join(', ');
  const rules = silent.length > shown ? `${some} and ${String(silent.length - shown)} more` : some;
  return [...problems, { ...first, message: `Until this is put right, nothing is said by ${rules}.` }];
}

/** More names than these say nothing more. */
const shown = 4;
