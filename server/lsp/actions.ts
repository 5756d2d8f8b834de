import {
  ResponseError,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Connection,
  type Position,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { groupBy } from '../analysis/group-by.js';
import {
  fixesRequest,
  ruleLevelRequest,
  type Fixes,
  type FixesParams,
  type InitializationOptions,
  type RuleLevelParams,
} from '../protocol/index.js';
import { join } from '../workspace/paths.js';
import { settingsName } from '../workspace/walk.js';
import type { ClientAbilities } from './abilities.js';
import type { Answering } from './answering.js';
import type { Checker } from './checker.js';
import { codeActions, resolveAction, type ActionContext } from './code-actions.js';
import type { OpenDocuments } from './documents.js';
import type { Folders } from './folders.js';
import type { Reports } from './reports.js';
import { safeFix, safeFixes } from './safe-fixes.js';
import { ruleSetTo, type ProjectSettings } from './settings-edits.js';
import type { ActionData, Converter } from './to-lsp.js';

export interface ActionsOptions {
  readonly connection: Connection;
  readonly abilities: ClientAbilities;
  readonly client: InitializationOptions;
  readonly documents: OpenDocuments;
  readonly folders: Folders;
  readonly checker: Checker;
  readonly reports: Reports;
  readonly converter: Converter;
  /** What a rule says, in one line. */
  readonly summaryOf: (ruleId: string) => string;
  /** Resolves when no message waits and nothing is being read. */
  readonly settled: () => Promise<void>;
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
    connection.onRequest(
      fixesRequest,
      answer('detent/fixes', (params: FixesParams) => this.#fixes(params)),
    );
    connection.onRequest<WorkspaceEdit | undefined, never>(
      ruleLevelRequest,
      answer('detent/ruleLevel', (params: RuleLevelParams) => this.#ruleLevel(params)),
    );
  }

  async #codeActions(params: CodeActionParams, token: CancellationToken): Promise<CodeAction[] | ResponseError<void>> {
    const context = await this.#context(params.textDocument.uri, undefined, token, params.range.start);
    return context instanceof ResponseError ? context : context ? codeActions(params, context) : [];
  }

  async #resolve(action: CodeAction, token: CancellationToken): Promise<CodeAction | ResponseError<void>> {
    const { later } = (action.data ?? {}) as Partial<ActionData>;
    if (!later) return action;
    const context = await this.#context(later.uri, later.version, token);
    return context instanceof ResponseError ? context : context ? resolveAction(action, context) : action;
  }

  async #fixes({ ruleId, uri, confirm = false }: FixesParams): Promise<Fixes<WorkspaceEdit>> {
    const { checker, converter, documents, reports, settled, summaryOf } = this.#options;
    await settled();
    const file = uri === undefined ? undefined : documents.ownerOf(documents.fileOf(uri));
    const meant = (checker.current ? reports.all() : []).filter(
      (finding) => (ruleId === undefined || finding.ruleId === ruleId) && (file === undefined || finding.place.file === file),
    );
    const { edits, fixed, left, ruleOf } = safeFixes(meant, file);
    const edit =
      edits.length === 0
        ? undefined
        : converter.workspaceEdit(edits, (one) => {
            const rule = ruleOf.get(one)!;
            return { label: rule, description: summaryOf(rule), needsConfirmation: confirm };
          });
    const rules = [...groupBy(fixed, (finding) => finding.ruleId)]
      .map(([id, all]) => ({ id, summary: summaryOf(id), findings: all.length }))
      .sort((a, b) => b.findings - a.findings || (a.id < b.id ? -1 : 1));
    const files = new Set(edits.map((one) => one.file)).size;
    return { ...(edit && { edit }), findings: fixed.length, files, left, rules };
  }

  async #ruleLevel({ ruleId, level, uri }: RuleLevelParams): Promise<WorkspaceEdit | undefined> {
    const { converter, documents, folders, settled } = this.#options;
    await settled();
    const [folder] = folders.all;
    const file = uri === undefined ? folder && join(folder, settingsName) : documents.ownerOf(documents.fileOf(uri));
    const settings = file === undefined ? undefined : this.#settingsOf(file);
    const edits = settings && ruleSetTo(ruleId, level, settings);
    return edits && converter.workspaceEdit(edits);
  }

  /** `undefined`: there are only findings about another text, whose edits would destroy this one. */
  async #context(
    uri: string,
    wanted: number | undefined,
    token: CancellationToken,
    cursor?: Position,
  ): Promise<ActionContext | ResponseError<void> | undefined> {
    const { abilities, checker, client, converter, documents, reports, settledFor } = this.#options;
    const name = await settledFor(uri, token, wanted);
    if (name instanceof ResponseError) return name;
    const open = documents.get(name);
    if (!open || !checker.current) return undefined;
    // Findings in a cell speak of the code of the whole notebook.
    const file = documents.ownerOf(open.file);
    const document = { ...open, file, text: checker.text(file) ?? open.text };
    const findings = reports.findings(open.file);
    const notebook = documents.cellsOf(file)?.flatMap((cell) => reports.findings(cell));
    const settings = this.#settingsOf(file);
    const word = cursor && wordAt(open.text, cursor);
    return {
      document,
      findings,
      ...(file !== open.file && notebook && { notebook }),
      ...(settings && { settings }),
      ...(word !== undefined && { word }),
      marking: { tools: checker.answer().tools, text: (one) => checker.text(one) },
      commands: client.commands ?? [],
      fixable: (ruleId) => reports.all().filter((finding) => finding.ruleId === ruleId && safeFix(finding) !== undefined).length,
      converter,
      lazyEdits: abilities.lazyEdits,
    };
  }

  /** The configuration that holds for a file, or the one that its folder would have. */
  #settingsOf(file: string): ProjectSettings | undefined {
    const { checker, folders } = this.#options;
    const known = checker.configFile(file);
    const folder = folders.of(file);
    if (known === undefined) return folder === undefined ? undefined : { file: join(folder, settingsName) };
    const text = checker.text(known);
    return text === undefined ? undefined : { file: known, text };
  }
}

/** The name that a position is in, or right behind. */
function wordAt(text: string, { line, character }: Position): string | undefined {
  const { [line]: row = '' } = text.split(/\r?\n/, line + 1);
  const before = /[\p{ID_Continue}$]{0,100}$/u.exec(row.slice(0, character))?.[0] ?? '';
  const after = /^[\p{ID_Continue}$]{0,100}/u.exec(row.slice(character))?.[0] ?? '';
  return before + after || undefined;
}
