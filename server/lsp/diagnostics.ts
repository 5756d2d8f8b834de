import {
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type Connection,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { ClientAbilities } from './abilities.js';
import type { OpenDocuments } from './documents.js';
import type { FileReport, Reports } from './reports.js';
import type { Converter } from './to-lsp.js';

export interface DiagnosticsOptions {
  readonly connection: Connection;
  readonly abilities: ClientAbilities;
  readonly documents: OpenDocuments;
  readonly reports: Reports;
  readonly converter: Converter;
  /** Resolves when no message waits and nothing is being read. */
  readonly settled: () => Promise<void>;
  /** Resolves when no message waits, and there is an answer for open documents. */
  readonly glanced: () => Promise<void>;
}

type Refused = ResponseError<DiagnosticServerCancellationData>;

interface Pulled {
  readonly resultId: string;
  readonly version: number | undefined;
}

/** A workspace pull that is answered when there is something new, so that clients need not ask every few seconds. */
interface Held {
  readonly known: ReadonlyMap<string, string>;
  readonly answer: (report: WorkspaceDiagnosticReport | Refused) => void;
}

/** Brings diagnostics to the client: pulled where the client can pull, else pushed. */
export class Diagnostics {
  readonly #options: DiagnosticsOptions;
  readonly #pulled = new Map<string, Pulled>();
  readonly #waiting = new Map<string, number>();
  readonly #refreshed = new Map<string, string>();
  readonly #pushed = new Map<string, string>();
  #held: Held | undefined;

  constructor(options: DiagnosticsOptions) {
    this.#options = options;
  }

  /** Answers `textDocument/diagnostic` for the newest text. */
  async pull(params: DocumentDiagnosticParams, token: CancellationToken): Promise<DocumentDiagnosticReport | Refused> {
    const { abilities, documents, reports, glanced, settled } = this.#options;
    const file = documents.fileOf(params.textDocument.uri);
    const version = documents.version(file);
    this.#count(file, 1);
    try {
      // Who is not told when there is more has to have all of it.
      await (abilities.refresh && documents.has(file) ? glanced() : settled());
    } finally {
      this.#count(file, -1);
    }
    if (token.isCancellationRequested) return cancelled();
    if (documents.version(file) !== version) return superseded(!this.#waiting.has(file));
    const { items, resultId } = reports.of(file);
    this.#pulled.set(file, { resultId, version });
    if (params.previousResultId === resultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return { kind: DocumentDiagnosticReportKind.Full, resultId, items: [...items] };
  }

  /**
   * Answers `workspace/diagnostic` with the files that differ from what the client knows. When none does, a client that
   * keeps asking is answered at the next difference; those take partial results.
   */
  async pullWorkspace(
    params: WorkspaceDiagnosticParams,
    token: CancellationToken,
    keepsAsking: boolean,
  ): Promise<WorkspaceDiagnosticReport | Refused> {
    await this.#options.settled();
    if (token.isCancellationRequested) return cancelled();
    const known = new Map(params.previousResultIds.map(({ uri, value }) => [this.#options.documents.fileOf(uri), value]));
    const items = this.#differences(known);
    if (items.length > 0 || !keepsAsking) return { items };
    this.#held?.answer({ items: [] });
    return new Promise((resolve) => {
      const held: Held = {
        known,
        answer: (report) => {
          if (this.#held === held) this.#held = undefined;
          resolve(report);
        },
      };
      this.#held = held;
      token.onCancellationRequested(() => held.answer(cancelled()));
    });
  }

  /** There is an answer for open documents, which clients that ask have had. */
  publishGlance(): void {
    if (!this.#options.abilities.pull) this.#push();
  }

  /** The answer may have changed: pushes, or tells the client to pull again. */
  publish(): void {
    if (!this.#options.abilities.pull) {
      this.#push();
      return;
    }
    this.#refresh();
    const held = this.#held;
    if (!held) return;
    const items = this.#differences(held.known);
    if (items.length > 0) held.answer({ items });
  }

  closed(file: string): void {
    this.#pulled.delete(file);
    this.#refreshed.delete(file);
  }

  stop(): void {
    this.#held?.answer({ items: [] });
  }

  #differences(known: ReadonlyMap<string, string>): WorkspaceDocumentDiagnosticReport[] {
    const { converter, documents } = this.#options;
    return this.#changed(known).map(({ file, report }) => ({
      kind: DocumentDiagnosticReportKind.Full,
      uri: converter.uri(file),
      version: documents.version(file) ?? null,
      resultId: report.resultId,
      items: [...report.items],
    }));
  }

  #changed(known: ReadonlyMap<string, string>): { readonly file: string; readonly report: FileReport }[] {
    const { reports } = this.#options;
    const files = [...new Set([...reports.files(), ...known.keys()])].sort();
    return files.map((file) => ({ file, report: reports.of(file) })).filter(({ file, report }) => known.get(file) !== report.resultId);
  }

  #push(): void {
    const { connection, converter, documents, abilities } = this.#options;
    for (const { file, report } of this.#changed(this.#pushed)) {
      if (report.items.length === 0) this.#pushed.delete(file);
      else this.#pushed.set(file, report.resultId);
      const version = abilities.diagnosticVersion ? documents.version(file) : undefined;
      void connection.sendDiagnostics({
        uri: converter.uri(file),
        ...(version !== undefined && { version }),
        diagnostics: [...report.items],
      });
    }
  }

  /** An edit of another file changed what an open document was told, and the client has no reason of its own to ask. */
  #refresh(): void {
    const { connection, documents, reports, abilities } = this.#options;
    if (!abilities.refresh) return;
    let needed = false;
    for (const [file, { resultId, version }] of this.#pulled) {
      if (!documents.has(file) || documents.version(file) !== version || this.#waiting.has(file)) continue;
      const now = reports.of(file).resultId;
      if (now === resultId || this.#refreshed.get(file) === now) continue;
      this.#refreshed.set(file, now);
      needed = true;
    }
    if (needed) connection.languages.diagnostics.refresh().catch(() => undefined);
  }

  #count(file: string, by: 1 | -1): void {
    const count = (this.#waiting.get(file) ?? 0) + by;
    if (count > 0) this.#waiting.set(file, count);
    else this.#waiting.delete(file);
  }
}

function cancelled(): Refused {
  return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was canceled.');
}

/**
 * The text changed while the request waited. `ContentModified` would make VS Code take all squiggles away until the next
 * answer, so this is the error that the protocol has for diagnostics; a client with another request under way need not ask again.
 */
function superseded(retriggerRequest: boolean): Refused {
  return new ResponseError(LSPErrorCodes.ServerCancelled, 'The text has changed.', { retriggerRequest });
}
