import { PassThrough } from 'node:stream';
import {
  ApplyWorkspaceEditRequest,
  CodeActionRequest,
  ConfigurationRequest,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializeRequest,
  InitializedNotification,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  StreamMessageReader,
  StreamMessageWriter,
  TextDocumentEdit,
  WorkspaceDiagnosticRequest,
  createConnection,
  createProtocolConnection,
  type CancellationToken,
  type ClientCapabilities,
  type CodeAction,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FileChangeType,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  type RegistrationParams,
  type SnippetTextEdit,
  type TextEdit,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { statusNotification, type InitializationOptions, type Status } from '../../../server/protocol/index.js';
import type { Knowledge } from '../../../server/analysis/snapshot.js';
import { memoryHost } from '../../../server/hosts/memory.js';
import { start, type StartOptions } from '../../../server/lsp/start.js';
import type { Host } from '../../../server/workspace/host.js';
import { heard } from '../../harness/outputs.js';

export interface ClientOptions {
  readonly host?: Host;
  readonly knowledge?: Knowledge;
  readonly server?: StartOptions;
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  readonly initializationOptions?: InitializationOptions;
  /** Is told what the server writes. */
  readonly wrote?: (text: string) => void;
  /** Answers `workspace/configuration`; called with the scope. */
  readonly settings?: (scope: string | undefined) => unknown;
}

/** What VS Code announces, as far as the server looks at it. */
export const vscode: ClientCapabilities = {
  textDocument: {
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: false },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, dataSupport: true },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
  },
  workspace: {
    configuration: true,
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
    workspaceFolders: true,
    diagnostics: { refreshSupport: true },
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
  },
};

/** An editor that can push only and knows little else. */
export const plain: ClientCapabilities = {
  textDocument: { publishDiagnostics: {}, codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } } },
};

const noKnowledge: Knowledge = { checks: [], frameworks: [], effects: [] } as unknown as Knowledge;

/** A small editor at the other end of an in-memory connection. */
export class TestClient {
  readonly connection: ProtocolConnection;
  readonly documents = new Map<string, TextDocument>();
  readonly pushed = new Map<string, PublishDiagnosticsParams>();
  readonly shown: string[] = [];
  readonly logged: string[] = [];
  readonly statuses: Status[] = [];
  readonly registrations: RegistrationParams[] = [];
  refreshes = 0;
  result!: InitializeResult;

  private constructor(connection: ProtocolConnection) {
    this.connection = connection;
  }

  static async connect(options: ClientOptions): Promise<TestClient> {
    const toServer = new PassThrough();
    const toClient = new PassThrough();
    toClient.on('data', (bytes: Buffer) => {
      heard('what goes to the editor', bytes.toString());
      options.wrote?.(bytes.toString());
    });
    const server = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    start(server, options.host ?? memoryHost({}), options.knowledge ?? noKnowledge, options.server);
    const connection = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
    const client = new TestClient(connection);
    client.#listen(options);
    client.result = await connection.sendRequest(InitializeRequest.type, {
      processId: null,
      rootUri: null,
      capabilities: options.capabilities ?? vscode,
      workspaceFolders: (options.folders ?? []).map((folder) => ({ uri: uri(folder), name: folder })),
      initializationOptions: options.initializationOptions,
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  #listen(options: ClientOptions): void {
    const { connection } = this;
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(({ scopeUri }) => options.settings?.(scopeUri) ?? null));
    connection.onRequest(RegistrationRequest.type, (params) => {
      this.registrations.push(params);
    });
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      this.refreshes += 1;
    });
    connection.onRequest(ApplyWorkspaceEditRequest.type, () => ({ applied: false }));
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.pushed.set(params.uri, params);
    });
    connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.shown.push(message);
    });
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.logged.push(message);
    });
    connection.onNotification(statusNotification, (status: Status) => {
      this.statuses.push(status);
    });
    connection.listen();
  }

  async open(file: string, text: string, languageId = 'typescript'): Promise<void> {
    this.documents.set(file, TextDocument.create(uri(file), languageId, 1, text));
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: uri(file), languageId, version: 1, text },
    });
  }

  /** Replaces a range, or everything. */
  async edit(file: string, text: string, range?: Range): Promise<void> {
    const document = this.documents.get(file)!;
    const changes = [range ? { range, text } : { text }];
    const version = document.version + 1;
    TextDocument.update(document, changes, version);
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: uri(file), version },
      contentChanges: changes,
    });
  }

  async close(file: string): Promise<void> {
    this.documents.delete(file);
    await this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri: uri(file) } });
  }

  async watch(file: string, type: FileChangeType): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uri(file), type }] });
  }

  async folders(added: readonly string[], removed: readonly string[]): Promise<void> {
    const named = (folder: string) => ({ uri: uri(folder), name: folder });
    await this.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: added.map(named), removed: removed.map(named) },
    });
  }

  async configure(settings: unknown): Promise<void> {
    await this.connection.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  report(file: string, previousResultId?: string, token?: CancellationToken): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri: uri(file) }, previousResultId }, token);
  }

  async pull(file: string): Promise<readonly Diagnostic[]> {
    const report = await this.report(file);
    return report.kind === 'full' ? report.items : [];
  }

  workspace(known: Readonly<Record<string, string>> = {}, hold = false, token?: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    const previousResultIds = Object.entries(known).map(([file, value]) => ({ uri: uri(file), value }));
    return this.connection.sendRequest(
      WorkspaceDiagnosticRequest.type,
      { previousResultIds, ...(hold && { partialResultToken: 'more' }) },
      token,
    );
  }

  async actions(
    file: string,
    range: Range,
    only?: readonly string[],
    diagnostics: readonly Diagnostic[] = [],
  ): Promise<readonly CodeAction[]> {
    const answer = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri: uri(file) },
      range,
      context: { diagnostics: [...diagnostics], ...(only && { only: [...only] }) },
    });
    return (answer ?? []) as CodeAction[];
  }

  /** Does what an editor does when the user picks an action; returns the files that were touched. */
  async apply(action: CodeAction | undefined): Promise<readonly string[]> {
    const edits = editsOf(action?.edit ?? {});
    for (const [file, list] of edits) {
      const document = this.documents.get(file);
      if (document) await this.edit(file, TextDocument.applyEdits(document, list));
      else await this.open(file, TextDocument.applyEdits(TextDocument.create(uri(file), '', 0, ''), list));
    }
    return [...edits.keys()];
  }

  text(file: string): string {
    return this.documents.get(file)!.getText();
  }

  /** Waits until a condition holds; fails after two seconds. */
  async until(what: string, condition: () => boolean): Promise<void> {
    const since = Date.now();
    while (!condition()) {
      if (Date.now() - since > 2_000) throw new Error(`waited in vain: ${what}`);
      await new Promise((resolve) => {
        setTimeout(resolve, 2);
      });
    }
  }

  /** Lets the server finish what it has. */
  async settle(): Promise<void> {
    await this.report('/nowhere');
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}

export function uri(file: string): string {
  return file.startsWith('/') ? `file://${file}` : file;
}

export const whole: Range = { start: { line: 0, character: 0 }, end: { line: 10_000, character: 0 } };

export function editsOf({ changes = {}, documentChanges = [] }: WorkspaceEdit): Map<string, TextEdit[]> {
  const edits = new Map(Object.entries(changes).map(([at, list]) => [at.replace('file://', ''), list]));
  for (const change of documentChanges) {
    if (TextDocumentEdit.is(change)) edits.set(change.textDocument.uri.replace('file://', ''), change.edits.map(asText));
  }
  return edits;
}

/** A snippet as it stands when the user accepts every placeholder. */
function asText(edit: TextEdit | SnippetTextEdit): TextEdit {
  if ('newText' in edit) return edit;
  return { range: edit.range, newText: edit.snippet.value.replaceAll(/\$\{\d:([^}]*)\}/g, '$1') };
}
