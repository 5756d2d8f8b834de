import {
  DiagnosticSeverity,
  type CodeAction,
  type ChangeAnnotation,
  type CodeActionKind,
  type Command,
  type CreateFile,
  type Diagnostic,
  type DiagnosticRelatedInformation,
  type Range,
  type SnippetTextEdit,
  type TextDocumentEdit,
  type TextEdit as LspTextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Place, Severity, Span } from '../../rules/kit/index.js';
import type { Finding, Fix, TextEdit } from '../analysis/finding.js';
import { lineIndex, type LineIndex } from '../analysis/lines.js';
import { changeOfCell, changeOfFile, placeInCell, placeInFile, type Notebook } from '../analysis/syntax/notebook/notebook.js';
import type { ConfigProblem } from '../workspace/session.js';
import type { ClientAbilities } from './abilities.js';
import type { OpenDocuments } from './documents.js';
import { nameOfCell } from './notebooks.js';
import { uriOf } from './uris.js';

/** What a diagnostic carries back to the server when a fix is asked for. */
export interface DiagnosticData {
  readonly fingerprint: string;
}

/** What a code action carries, so that clients can tell a safe edit from a starting point. */
export interface ActionData {
  /** Absent when the action is about several rules. */
  readonly ruleId?: string;
  readonly grade: Fix['grade'] | 'ignore' | 'mark';
  /** What the edit is made from when the user has chosen the action. */
  readonly later?: { readonly uri: string; readonly version: number; readonly fingerprint: string };
}

export interface ActionParts {
  readonly title: string;
  readonly kind: CodeActionKind;
  /** Absent when they are made later. */
  readonly edits?: readonly (TextEdit | SnippetEdit)[];
  /** Of the client. */
  readonly command?: Command;
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
  readonly notebook: (file: string) => Notebook | undefined;
  /** URI of a rule's page. */
  readonly pageOf: (ruleId: string) => string | undefined;
}

/** Where something is shown. */
interface Spot {
  readonly name: string;
  readonly text: string | undefined;
  readonly span: Span;
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

  uri(name: string): string {
    return this.#options.documents.uri(name) ?? uriOf(name);
  }

  /** The name of the document that shows a place: a file, or a cell of an open notebook. */
  documentOf(place: Place): string {
    return this.#spot(place).name;
  }

  range(place: Place): Range {
    const { name, text, span } = this.#spot(place);
    return this.#range(name, text, span);
  }

  #range(name: string, text: string | undefined, span: Span): Range {
    const lines = this.#index(name, text);
    const at = (offset: number): Range['start'] => {
      const { line, column } = lines?.position(offset) ?? { line: 0, column: 0 };
      return { line, character: column };
    };
    return { start: at(span.start), end: at(span.end) };
  }

  #index(name: string, text: string | undefined): LineIndex | undefined {
    if (text === undefined) {
      this.#lines.delete(name);
      return undefined;
    }
    const known = this.#lines.get(name);
    if (known && known.text === text) return known.index;
    const index = lineIndex(text);
    this.#lines.set(name, { text, index });
    return index;
  }

  #spot({ file, span }: Place): Spot {
    const notebook = this.#options.notebook(file);
    if (notebook === undefined) return { name: file, text: this.#options.text(file), span };
    const { cell, span: inCell } = placeInCell(notebook, span) ?? {};
    return cell?.document === undefined || inCell === undefined
      ? { name: file, text: notebook.json, span: placeInFile(notebook, span) }
      : { name: nameOfCell(cell.document), text: cell.source, span: inCell };
  }

  diagnostic(finding: Finding): Diagnostic {
    const { abilities, pageOf } = this.#options;
    const href = abilities.codeDescription ? pageOf(finding.ruleId) : undefined;
    const related = abilities.relatedInformation ? this.#related(finding) : [];
    const data: DiagnosticData = { fingerprint: finding.fingerprint };
    return {
      range: this.range(finding.place),
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
      range: this.range(problem),
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
      ...(action.command && { command: action.command }),
      data: action.data,
    };
  }

  /**
   * `undefined` when the client cannot do what the edits ask for, such as creating a file. What is noted of an edit is shown with it by
   * clients that can.
   */
  workspaceEdit(edits: readonly (TextEdit | SnippetEdit)[], noted?: (edit: TextEdit) => ChangeAnnotation): WorkspaceEdit | undefined {
    const { abilities } = this.#options;
    const missing = [...new Set(edits.map(({ file }) => file))].filter((file) => this.#options.text(file) === undefined);
    if (missing.length > 0 && !abilities.createFiles) return undefined;
    const byDocument = new Map<string, (LspTextEdit | SnippetTextEdit)[]>();
    const notes = new Map<string, ChangeAnnotation>();
    for (const edit of edits) {
      const found = this.#edit(edit);
      if (found === undefined) return undefined;
      const note = abilities.annotations ? noted?.(edit) : undefined;
      if (note) notes.set(note.label, note);
      const list = byDocument.get(found.name) ?? [];
      list.push(note ? { ...found.edit, annotationId: note.label } : found.edit);
      byDocument.set(found.name, list);
    }
    if (!abilities.documentChanges) {
      const changes = [...byDocument].map(([name, list]) => [this.uri(name), list.filter((edit) => 'newText' in edit)] as const);
      return { changes: Object.fromEntries(changes) };
    }
    const creations = missing.map((file): CreateFile => ({ kind: 'create', uri: this.uri(file), options: { ignoreIfExists: true } }));
    const changes = [...byDocument].map(([name, list]): TextDocumentEdit => {
      const version = this.#options.documents.version(name) ?? null;
      return { textDocument: { uri: this.uri(name), version }, edits: list };
    });
    const changeAnnotations = notes.size > 0 && { changeAnnotations: Object.fromEntries(notes) };
    return { documentChanges: [...creations, ...changes], ...changeAnnotations };
  }

  /** An edit of the document that shows the place; `undefined` when it would change what is no code. */
  #edit(edit: TextEdit | SnippetEdit): { readonly name: string; readonly edit: LspTextEdit | SnippetTextEdit } | undefined {
    const { file, span } = edit;
    const snippet = 'snippet' in edit && this.#options.abilities.snippetEdits ? edit.snippet : undefined;
    const notebook = this.#options.notebook(file);
    const written = (name: string, text: string | undefined, at: Span, put: string, isSnippet: boolean) => {
      const range = this.#range(name, text, at);
      return { name, edit: isSnippet ? { range, snippet: { kind: 'snippet' as const, value: put } } : { range, newText: put } };
    };
    if (notebook === undefined) return written(file, this.#options.text(file), span, snippet ?? edit.text, snippet !== undefined);
    const inCell = changeOfCell(notebook, { span, text: snippet ?? edit.text });
    if (inCell === undefined) return undefined;
    const { cell } = inCell;
    if (cell.document !== undefined)
      return written(nameOfCell(cell.document), cell.source, inCell.span, inCell.text, snippet !== undefined);
    const inFile = changeOfFile(notebook, edit);
    return inFile && written(file, notebook.json, inFile.span, inFile.text, false);
  }

  #related(finding: Finding): DiagnosticRelatedInformation[] {
    return finding.evidence.map((step) => ({
      location: { uri: this.uri(this.documentOf(step)), range: this.range(step) },
      message: step.label,
    }));
  }
}
