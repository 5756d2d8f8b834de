import {
  DiagnosticSeverity,
  type CodeAction,
  type CodeActionKind,
  type CreateFile,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Range,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Severity, Span } from '../../rules/kit/index.js';
import type { Finding, Fix, TextEdit } from '../analysis/finding.js';
import { lineIndex, type LineIndex } from '../analysis/lines.js';
import type { ConfigProblem } from '../workspace/session.js';
import type { ClientAbilities } from './abilities.js';
import type { OpenDocuments } from './documents.js';
import { uriOf } from './uris.js';

/** What a diagnostic carries back to the server when a fix is asked for. */
export interface DiagnosticData {
  readonly fingerprint: string;
}

/** What a code action carries, so that clients can tell a safe edit from a starting point. */
export interface ActionData {
  /** Absent when the action is about several rules. */
  readonly ruleId?: string;
  readonly grade: Fix['grade'] | 'ignore';
  /** What the edit is made from when the user has chosen the action. */
  readonly later?: { readonly uri: string; readonly version: number; readonly fingerprint: string };
}

export interface ActionParts {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** Absent when they are made later. */
  readonly edits?: readonly (TextEdit | SnippetEdit)[];
  readonly diagnostics?: readonly Diagnostic[];
  readonly preferred?: boolean;
  readonly data: ActionData;
}

/** A text that is put in as a snippet, so that the editor selects its `${1:placeholder}`. */
export interface SnippetEdit extends TextEdit {
  readonly snippet: string;
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface ConverterOptions {
  readonly abilities: ClientAbilities;
  readonly documents: OpenDocuments;
  /** Text of a file as the findings know it. */
  readonly text: (file: string) => string | undefined;
  /** URI of a rule's page. */
  readonly pageOf: (ruleId: string) => string | undefined;
}

/**
 * The only place where our words become those of the Language Server Protocol. Positions are UTF-16; a file whose text is
 * gone gets the range at its start.
 */
export class Converter {
  readonly #options: ConverterOptions;
  readonly #lines = new Map<string, { readonly text: string; readonly index: LineIndex }>();

  constructor(options: ConverterOptions) {
    this.#options = options;
  }

  uri(file: string): string {
    return this.#options.documents.uri(file) ?? uriOf(file);
  }

  lines(file: string): LineIndex | undefined {
    const text = this.#options.text(file);
    if (text === undefined) {
      this.#lines.delete(file);
      return undefined;
    }
    const known = this.#lines.get(file);
    if (known && known.text === text) return known.index;
    const index = lineIndex(text);
    this.#lines.set(file, { text, index });
    return index;
  }

  range(file: string, span: Span): Range {
    const lines = this.lines(file);
    const at = (offset: number): Range['start'] => {
      const { line, column } = lines?.position(offset) ?? { line: 0, column: 0 };
      return { line, character: column };
    };
    return { start: at(span.start), end: at(span.end) };
  }

  diagnostic(finding: Finding): Diagnostic {
    const { abilities, pageOf } = this.#options;
    const href = abilities.codeDescription ? pageOf(finding.ruleId) : undefined;
    const related = abilities.relatedInformation ? this.#related(finding) : [];
    const data: DiagnosticData = { fingerprint: finding.fingerprint };
    return {
      range: this.range(finding.place.file, finding.place.span),
      severity: severities[finding.severity],
      code: finding.ruleId,
      source: 'detent',
      message: finding.message,
      ...(href !== undefined && { codeDescription: { href } }),
      ...(related.length > 0 && { relatedInformation: related }),
      ...(abilities.diagnosticData && { data }),
    };
  }

  configDiagnostic(problem: ConfigProblem): Diagnostic {
    return {
      range: this.range(problem.file, problem.span),
      severity: DiagnosticSeverity.Error,
      code: 'config',
      source: 'detent',
      message: problem.message,
    };
  }

  /** `undefined` when the client cannot apply the edits. */
  action(action: ActionParts): CodeAction | undefined {
    const edit = action.edits && this.workspaceEdit(action.edits);
    if (action.edits && !edit) return undefined;
    return {
      title: action.title,
      kind: action.kind,
      ...(action.diagnostics && { diagnostics: [...action.diagnostics] }),
      ...(action.preferred === true && { isPreferred: true }),
      ...(edit && { edit }),
      data: action.data,
    };
  }

  /** `undefined` when the client cannot do what the edits ask for, such as creating a file. */
  workspaceEdit(edits: readonly (TextEdit | SnippetEdit)[]): WorkspaceEdit | undefined {
    const { abilities } = this.#options;
    const byFile = new Map<string, (TextEdit | SnippetEdit)[]>();
    for (const edit of edits) byFile.set(edit.file, [...(byFile.get(edit.file) ?? []), edit]);
    const missing = [...byFile.keys()].filter((file) => this.#options.text(file) === undefined);
    if (missing.length > 0 && !abilities.createFiles) return undefined;
    if (!abilities.documentChanges) {
      return { changes: Object.fromEntries([...byFile].map(([file, list]) => [this.uri(file), list.map((edit) => this.#edit(edit))])) };
    }
    const creations = missing.map((file): CreateFile => ({ kind: 'create', uri: this.uri(file), options: { ignoreIfExists: true } }));
    return { documentChanges: [...creations, ...[...byFile].map(([file, list]) => this.#documentEdit(file, list))] };
  }

  #documentEdit(file: string, edits: readonly (TextEdit | SnippetEdit)[]): TextDocumentEdit {
    const version = this.#options.documents.version(file) ?? null;
    return {
      textDocument: { uri: this.uri(file), version },
      edits: edits.map((edit) => ('snippet' in edit && this.#options.abilities.snippetEdits ? this.#snippet(edit) : this.#edit(edit))),
    };
  }

  #edit(edit: TextEdit): LspTextEdit {
    return { range: this.range(edit.file, edit.span), newText: edit.text };
  }

  #snippet(edit: SnippetEdit): SnippetTextEdit {
    return { range: this.range(edit.file, edit.span), snippet: { kind: 'snippet', value: edit.snippet } };
  }

  #related(finding: Finding): DiagnosticRelatedInformation[] {
    return finding.evidence.map((step) => ({
      location: { uri: this.uri(step.file), range: this.range(step.file, step.span) },
      message: step.label,
    }));
  }
}
