import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../analysis/finding.js';
import { hashText } from '../workspace/hash.js';
import type { ConfigProblem } from '../workspace/session.js';
import type { Checker } from './checker.js';
import type { Converter } from './to-lsp.js';

/** The diagnostics of one document: of a file, or of a cell of an open notebook. Equal ids mean equal diagnostics. */
export interface FileReport {
  readonly items: readonly Diagnostic[];
  readonly resultId: string;
}

interface Contents {
  readonly findings: Finding[];
  readonly problems: ConfigProblem[];
}

const empty: FileReport = { items: [], resultId: 'none' };

/** The present answer, document by document. Diagnostics are made when someone asks for them, since most files are not shown. */
export class Reports {
  readonly #checker: Checker;
  readonly #converter: Converter;
  readonly #wanted: (file: string) => boolean;
  #generation = -1;
  #contents = new Map<string, Contents>();
  #reports = new Map<string, FileReport>();

  /** `wanted` says for which files the user wants to see anything. */
  constructor(checker: Checker, converter: Converter, wanted: (file: string) => boolean) {
    this.#checker = checker;
    this.#converter = converter;
    this.#wanted = wanted;
  }

  of(file: string): FileReport {
    this.#update();
    const known = this.#reports.get(file);
    if (known) return known;
    const contents = this.#contents.get(file);
    if (!contents) return empty;
    const items = [
      ...contents.problems.map((problem) => this.#converter.configDiagnostic(problem)),
      ...contents.findings.map((finding) => this.#converter.diagnostic(finding)),
    ];
    const report = { items, resultId: hashText(JSON.stringify(items)) };
    this.#reports.set(file, report);
    return report;
  }

  findings(file: string): readonly Finding[] {
    this.#update();
    return this.#contents.get(file)?.findings ?? [];
  }

  /** Files with diagnostics. */
  files(): string[] {
    this.#update();
    return [...this.#contents.keys()];
  }

  /** All findings that are shown. */
  all(): Finding[] {
    this.#update();
    return [...this.#contents.values()].flatMap((contents) => contents.findings);
  }

  #update(): void {
    const answer = this.#checker.isGlance ? this.#checker.last : this.#checker.answer();
    if (this.#checker.generation === this.#generation) return;
    this.#generation = this.#checker.generation;
    this.#contents = new Map();
    this.#reports = new Map();
    for (const finding of answer.findings) {
      const { file } = finding.place;
      this.#slot(this.#converter.documentOf(finding.place), file)?.findings.push(finding);
    }
    for (const problem of answer.configProblems) this.#slot(problem.file, problem.file)?.problems.push(problem);
  }

  #slot(document: string, file: string): Contents | undefined {
    const known = this.#contents.get(document);
    if (known) return known;
    if (!this.#wanted(file)) return undefined;
    const contents: Contents = { findings: [], problems: [] };
    this.#contents.set(document, contents);
    return contents;
  }
}
