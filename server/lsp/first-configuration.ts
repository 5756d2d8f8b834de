import type { Connection } from 'vscode-languageserver';
import { configurationRequest, type ConfigurationFile, type ConfigurationParams } from '../protocol/index.js';
import { join, relative } from '../workspace/paths.js';
import { policyFor } from '../workspace/policy.js';
import type { Session } from '../workspace/session.js';
import { settingsName } from '../workspace/walk.js';
import type { Answering } from './answering.js';
import { Checker } from './checker.js';
import type { OpenDocuments } from './documents.js';
import type { Folders } from './folders.js';
import type { Converter } from './to-lsp.js';

export interface FirstConfigurationOptions {
  readonly connection: Connection;
  readonly documents: OpenDocuments;
  readonly folders: Folders;
  readonly checker: Checker;
  readonly converter: Converter;
  /** Resolves when no message waits and nothing is being read. */
  readonly settled: () => Promise<void>;
  /** Makes a session that asks of each tool what a policy could ask. */
  readonly asking: () => Session;
}

/** Answers where a project's configuration is, and what a first one would say. */
export class FirstConfiguration {
  readonly #options: FirstConfigurationOptions;

  constructor(options: FirstConfigurationOptions) {
    this.#options = options;
  }

  register(answer: Answering): void {
    this.#options.connection.onRequest<ConfigurationFile | undefined, never>(
      configurationRequest,
      answer('detent/configuration', (params: ConfigurationParams) => this.#find(params)),
    );
  }

  async #find({ uri }: ConfigurationParams): Promise<ConfigurationFile | undefined> {
    const { checker, converter, documents, folders, settled } = this.#options;
    await settled();
    const file = uri === undefined ? undefined : documents.ownerOf(documents.fileOf(uri));
    const folder = (file && folders.of(file)) ?? folders.all[0];
    if (folder === undefined) return undefined;
    const known = checker.configFile(file ?? join(folder, settingsName));
    if (known !== undefined) return { uri: converter.uri(known) };
    return { uri: converter.uri(join(folder, settingsName)), text: await this.#text(folder) };
  }

  async #text(folder: string): Promise<string> {
    const { asking, converter, documents } = this.#options;
    const own = new Checker({ documents, ended: () => {}, changed: () => {}, grace: 0 });
    own.use(asking(), [folder]);
    await own.ready();
    const inside = own.answer().tools.filter(({ definition }) => own.isLookedAt(definition.file));
    return policyFor(inside, ({ definition }) => `${relative(folder, definition.file)}:${converter.range(definition).start.line + 1}`);
  }
}
