import type { Connection } from 'vscode-languageserver';
import type { Certainty } from '../../rules/kit/index.js';
import { settingsSection } from '../protocol/index.js';
import { certainties, ruleSets } from '../workspace/config.js';
import type { ClientAbilities } from './abilities.js';
import { uriOf } from './uris.js';

/** The editor's settings; what is `undefined` is left to `detent.config.json` and the defaults. */
export interface Settings {
  readonly sets?: readonly (typeof ruleSets)[number][];
  readonly minCertainty?: Certainty;
  /** A line above each tool says what it does. */
  readonly codeLens: boolean;
  /** What the step limits of agents come to stands behind them. */
  readonly inlayHints: boolean;
  /** Is Detent switched on for this folder? `undefined` asks for files outside of all folders. */
  readonly enabled: (folder: string | undefined) => boolean;
}

/** Before the settings are known nothing is shown. */
export const nothingEnabled: Settings = { codeLens: false, inlayHints: false, enabled: () => false };

/** Settings come from the client when it can be asked, else from what it sent. */
export class Configuration {
  readonly #connection: Connection;
  readonly #abilities: ClientAbilities;
  #sent: unknown;

  constructor(connection: Connection, abilities: ClientAbilities, initial: unknown) {
    this.#connection = connection;
    this.#abilities = abilities;
    this.#sent = initial;
  }

  /** Takes what `didChangeConfiguration` carries; clients that can be asked send nothing of use. */
  sent(settings: unknown): void {
    if (isRecord(settings) && settingsSection in settings) this.#sent = settings[settingsSection];
  }

  /** Reads the settings for these folders. Never rejects: a client that refuses to answer gives the defaults. */
  async read(folders: readonly string[]): Promise<Settings> {
    if (!this.#abilities.configuration) return this.#settings([this.#sent], []);
    const items = [undefined, ...folders].map((folder) => ({
      section: settingsSection,
      ...(folder !== undefined && { scopeUri: uriOf(folder) }),
    }));
    try {
      const answers: unknown = await this.#connection.workspace.getConfiguration(items);
      return this.#settings(Array.isArray(answers) ? answers : [], folders);
    } catch {
      this.#connection.console.warn('The client did not answer for its settings; the defaults are used.');
      return this.#settings([], []);
    }
  }

  #settings([general, ...perFolder]: readonly unknown[], folders: readonly string[]): Settings {
    const off = new Map(folders.map((folder, index) => [folder, isOff(perFolder[index])]));
    const values = isRecord(general) ? general : {};
    const sets = this.#valid('sets', values['sets'], isSets);
    const minCertainty = this.#valid('minCertainty', values['minCertainty'], isCertainty);
    const codeLens = this.#valid('codeLens', values['codeLens'], isBoolean) ?? true;
    const inlayHints = this.#valid('inlayHints', values['inlayHints'], isBoolean) ?? true;
    return {
      codeLens,
      inlayHints,
      ...(sets && { sets }),
      ...(minCertainty && { minCertainty }),
      enabled: (folder) => !((folder === undefined ? undefined : off.get(folder)) ?? isOff(general)),
    };
  }

  #valid<T>(name: string, value: unknown, is: (value: unknown) => value is T): T | undefined {
    if (value === undefined || value === null) return undefined;
    if (is(value)) return value;
    this.#connection.console.warn(`The setting ${settingsSection}.${name} has a value of the wrong kind and is not used.`);
    return undefined;
  }
}

function isOff(settings: unknown): boolean {
  return isRecord(settings) && settings['enable'] === false;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isBoolean(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function isSets(value: unknown): value is readonly (typeof ruleSets)[number][] {
  return Array.isArray(value) && value.every((item) => (ruleSets as readonly unknown[]).includes(item));
}

function isCertainty(value: unknown): value is Certainty {
  return (certainties as readonly unknown[]).includes(value);
}
