import { ResponseError, type CancellationToken, type CodeAction, type CodeActionParams, type Connection } from 'vscode-languageserver';
import { join } from '../workspace/paths.js';
import { settingsName } from '../workspace/walk.js';
import type { ClientAbilities } from './abilities.js';
import type { Answering } from './answering.js';
import type { Checker } from './checker.js';
import { codeActions, resolveAction, type ActionContext } from './code-actions.js';
import type { OpenDocuments } from './documents.js';
import type { Folders } from './folders.js';
import type { Reports } from './reports.js';
import type { RuleSettings } from './switch-off.js';
import type { ActionData, Converter } from './to-lsp.js';

export interface ActionsOptions {
  readonly connection: Connection;
  readonly abilities: ClientAbilities;
  readonly documents: OpenDocuments;
  readonly folders: Folders;
  readonly checker: Checker;
  readonly reports: Reports;
  readonly converter: Converter;
  /** The name of a document once all is read, unless its text is another one than it was, or than the wanted one. */
  readonly settledFor: (uri: string, token: CancellationToken, wanted?: number) => Promise<string | ResponseError<void>>;
}

/** Answers what can be done about findings. */
export class Actions {
  readonly #options: ActionsOptions;

  constructor(options: ActionsOptions) {
    this.#options = options;
  }

  register(answer: Answering): void {
    const { connection } = this.#options;
    connection.onCodeAction(answer('textDocument/codeAction', (params, token) => this.#codeActions(params, token)));
    connection.onCodeActionResolve(answer('codeAction/resolve', (action, token) => this.#resolve(action, token)));
  }

  async #codeActions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[] | ResponseError<void>> {
    const context = await this.#context(params.textDocument.uri, undefined, token);
    return context instanceof ResponseError ? context : context ? codeActions(params, context) : [];
  }

  async #resolve(action: CodeAction, token: CancellationToken): Promise<CodeAction | ResponseError<void>> {
    const { later } = (action.data ?? {}) as Partial<ActionData>;
    if (!later) return action;
    const context = await this.#context(later.uri, later.version, token);
    return context instanceof ResponseError ? context : context ? resolveAction(action, context) : action;
  }

  /** `undefined`: there is nothing to act on, or only findings about another text, whose edits would destroy this one. */
  async #context(
    uri: string,
    wanted: number | undefined,
    token: CancellationToken,
  ): Promise<ActionContext | ResponseError<void> | undefined> {
    const { abilities, checker, converter, documents, reports, settledFor } = this.#options;
    const name = await settledFor(uri, token, wanted);
    if (name instanceof ResponseError) return name;
    const open = documents.get(name);
    if (!open || !checker.current) return undefined;
    // Findings in a cell speak of the code of the whole notebook.
    const file = documents.ownerOf(open.file);
    const document = { ...open, file, text: checker.text(file) ?? open.text };
    const findings = reports.findings(open.file);
    const notebook = documents.cellsOf(file)?.flatMap((cell) => reports.findings(cell));
    if (findings.length === 0 && (notebook ?? []).length === 0) return undefined;
    const settings = this.#ruleSettings(file);
    return {
      document,
      findings,
      ...(file !== open.file && notebook && { notebook }),
      ...(settings && { settings }),
      converter,
      lazyEdits: abilities.lazyEdits,
    };
  }

  /** The configuration that holds for a file, or the one that its folder would have. */
  #ruleSettings(file: string): RuleSettings | undefined {
    const { checker, folders } = this.#options;
    const known = checker.configFile(file);
    const folder = folders.of(file);
    if (known === undefined) return folder === undefined ? undefined : { file: join(folder, settingsName) };
    const text = checker.text(known);
    return text === undefined ? undefined : { file: known, text };
  }
}
