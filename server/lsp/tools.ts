import {
  CodeLensRefreshRequest,
  ResponseError,
  type CancellationToken,
  type CodeLens,
  type CodeLensParams,
  type Connection,
  type Hover,
  type HoverParams,
  type InlayHint,
  type InlayHintParams,
} from 'vscode-languageserver';
import {
  reportRequest,
  toolsChangedNotification,
  toolsMarkdownRequest,
  toolsRequest,
  type InitializationOptions,
  type ToolEntry,
} from '../protocol/index.js';
import type { Place } from '../../rules/kit/index.js';
import { relative } from '../workspace/paths.js';
import type { ClientAbilities } from './abilities.js';
import type { Answering } from './answering.js';
import type { Checker } from './checker.js';
import type { ConfigHelp } from './config-help.js';
import type { OpenDocuments } from './documents.js';
import type { Folders } from './folders.js';
import type { ShownTools } from './shown-tools.js';

export interface ToolsOptions {
  readonly connection: Connection;
  readonly abilities: ClientAbilities;
  readonly client: InitializationOptions;
  readonly documents: OpenDocuments;
  readonly folders: Folders;
  readonly checker: Checker;
  readonly shown: ShownTools;
  readonly configHelp: ConfigHelp;
  /** The user wants a line above each tool. */
  readonly hasLenses: () => boolean;
  /** The user wants to see what step limits come to. */
  readonly hasInlays: () => boolean;
  /** Resolves when no message waits and nothing is being read. */
  readonly settled: () => Promise<void>;
  /** The same for one document, whose name it answers; refused when its text is another one by then. */
  readonly settledFor: (uri: string, token: CancellationToken) => Promise<string | ResponseError<void>>;
}

/** Answers what a client asks about tools, and tells it when the answers are others. */
export class Tools {
  readonly #options: ToolsOptions;
  /** The answer that the client was told of. */
  #told = -1;
  /** What the labels at step limits said then. */
  #said = '';

  constructor(options: ToolsOptions) {
    this.#options = options;
  }

  register(answer: Answering): void {
    const { connection } = this.#options;
    connection.onHover(answer('textDocument/hover', (params, token) => this.#hover(params, token)));
    connection.onCodeLens(answer('textDocument/codeLens', (params, token) => this.#lenses(params, token)));
    connection.languages.inlayHint.on(answer('textDocument/inlayHint', (params, token) => this.#inlays(params, token)));
    connection.onRequest(
      toolsRequest,
      answer('detent/tools', () => this.#inventory()),
    );
    connection.onRequest(
      toolsMarkdownRequest,
      answer('detent/toolsMarkdown', () => this.#markdown()),
    );
    connection.onRequest(
      reportRequest,
      answer('detent/report', () => this.#report()),
    );
  }

  /** The answer may have changed. */
  publish(): void {
    const { abilities, connection, client, checker, documents, hasLenses, shown } = this.#options;
    const versionOf = (document: string): number | undefined => (hasLenses() ? documents.version(document) : undefined);
    if (abilities.lensRefresh && shown.haveChanged(versionOf)) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => undefined);
    const said = abilities.inlayRefresh ? shown.inlaysSaid() : '';
    if (said !== this.#said) connection.languages.inlayHint.refresh().catch(() => undefined);
    this.#said = said;
    if (client.status !== true || checker.generation === this.#told) return;
    this.#told = checker.generation;
    void connection.sendNotification(toolsChangedNotification);
  }

  async #hover({ textDocument, position }: HoverParams, token: CancellationToken): Promise<Hover | ResponseError<void> | null> {
    const document = await this.#options.settledFor(textDocument.uri, token);
    return document instanceof ResponseError
      ? document
      : (this.#options.configHelp.hover(document, position) ?? this.#options.shown.hover(document, position) ?? null);
  }

  async #lenses({ textDocument }: CodeLensParams, token: CancellationToken): Promise<CodeLens[] | ResponseError<void>> {
    const { documents, hasLenses, settledFor, shown } = this.#options;
    const document = await settledFor(textDocument.uri, token);
    if (document instanceof ResponseError) return document;
    return hasLenses() ? shown.lenses(document, documents.version(document)) : [];
  }

  async #inlays({ textDocument, range }: InlayHintParams, token: CancellationToken): Promise<InlayHint[] | ResponseError<void>> {
    const { hasInlays, settledFor, shown } = this.#options;
    const document = await settledFor(textDocument.uri, token);
    if (document instanceof ResponseError) return document;
    return hasInlays() ? shown.inlays(document, range) : [];
  }

  async #inventory(): Promise<readonly ToolEntry[]> {
    await this.#options.settled();
    return this.#options.shown.inventory();
  }

  async #markdown(): Promise<string> {
    await this.#options.settled();
    return this.#options.shown.markdown((place) => this.#label(place));
  }

  async #report(): Promise<string> {
    await this.#options.settled();
    return this.#options.shown.report(
      (place) => this.#label(place),
      (file) => this.#fileName(file),
    );
  }

  #label(place: Place): string {
    return `${this.#fileName(place.file)}:${this.#options.shown.lineOf(place)}`;
  }

  #fileName(file: string): string {
    const folder = this.#options.folders.of(file);
    return folder === undefined ? file : relative(folder, file);
  }
}
