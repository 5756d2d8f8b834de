import { ResponseError, LSPErrorCodes, type CancellationToken, type Connection } from 'vscode-languageserver';
import type { Place } from '../../rules/kit/index.js';
import { openLines } from '../analysis/report/open.js';
import { placeInCell } from '../analysis/syntax/notebook/notebook.js';
import { checkRequest, type CheckParams } from '../protocol/index.js';
import { basename, join, relative } from '../workspace/paths.js';
import type { Answering } from './answering.js';
import type { Checker } from './checker.js';
import type { Folders } from './folders.js';
import { modelText } from './model-text.js';
import type { Reports } from './reports.js';
import type { Converter } from './to-lsp.js';
import { fileOf } from './uris.js';

export interface ModelChecksOptions {
  readonly connection: Connection;
  readonly checker: Checker;
  readonly converter: Converter;
  readonly reports: Reports;
  readonly folders: Folders;
  /** Does the user want to see anything for this file? */
  readonly wanted: (file: string) => boolean;
  readonly pageOf: (ruleId: string) => string | undefined;
  /** Resolves when no message waits and nothing is being read. */
  readonly settled: () => Promise<void>;
}

/** Answers a language model that asks how the tools are which it has written. */
export class ModelChecks {
  readonly #options: ModelChecksOptions;

  constructor(options: ModelChecksOptions) {
    this.#options = options;
  }

  register(answer: Answering): void {
    this.#options.connection.onRequest(
      checkRequest,
      answer('detent/check', (params: CheckParams, token) => this.#check(params, token)),
    );
  }

  async #check({ file }: CheckParams, token: CancellationToken): Promise<string | ResponseError<void>> {
    const { checker, folders, settled } = this.#options;
    const candidates = file === undefined ? [] : candidatesFor(file, folders.all);
    // It may have been written just now, and the watcher has not said so yet.
    checker.changedOnDisk(candidates.filter((one) => folders.of(one) !== undefined));
    await settled();
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'The request was canceled.');
    if (!checker.active) return 'Detent is switched off by the setting detent.enable: nothing was checked.\n';
    if (!checker.current) return 'Detent failed on the present text: nothing was checked. Its log says where.\n';
    if (file === undefined) return this.#answer('The workspace', () => true);
    const known = candidates.find((one) => this.#isLookedAt(one));
    if (known === undefined) return this.#unknown(file, candidates);
    return this.#answer(this.#fileName(known), (one) => one === known);
  }

  #answer(name: string, isAsked: (file: string) => boolean): string {
    const { checker, reports, wanted, pageOf } = this.#options;
    const answer = checker.answer();
    const asked = (file: string): boolean => isAsked(file) && wanted(file);
    const open = {
      internal: answer.internal.filter(({ file }) => file === undefined || asked(file)),
      unresolved: answer.unresolved.filter(({ file }) => asked(file)),
      skipped: answer.skipped.filter(({ file }) => asked(file)),
    };
    const tools = answer.tools.filter(({ name: { file }, definition, handler }) =>
      [file, definition.file, ...(handler === undefined ? [] : [handler.file])].some(asked),
    );
    const untraced = tools.flatMap(({ effects }) =>
      effects.unresolved.map((call) => `${this.#label(call)}: ${call.label}: ${call.reason}`),
    );
    return modelText(
      {
        name,
        tools,
        findings: reports.all().filter(({ place }) => isAsked(place.file)),
        // What is wrong in the configuration concerns every file.
        configProblems: answer.configProblems.filter((problem) => wanted(problem.file)),
        open: [
          ...openLines(
            open,
            (place) => this.#label(place),
            (one) => this.#fileName(one),
          ),
          ...new Set(untraced),
        ],
      },
      { label: (place) => this.#label(place), pageOf },
    );
  }

  #unknown(name: string, candidates: readonly string[]): string {
    const { checker, folders } = this.#options;
    const skipped = checker.answer().skipped.find(({ file }) => candidates.includes(file));
    const inside = candidates.some((file) => folders.of(file) !== undefined);
    const reason =
      skipped?.reason ??
      (inside ? 'there is no such file, it is ignored, or its kind is none that is looked at' : 'it is in no folder of the workspace');
    return `${basename(candidates[0] ?? name)} was not checked: ${reason}.\n`;
  }

  #isLookedAt(file: string): boolean {
    const { checker, wanted } = this.#options;
    return checker.isLookedAt(file) && wanted(file);
  }

  #label(place: Place): string {
    const { checker, converter } = this.#options;
    const { line, character } = converter.range(place).start;
    const notebook = checker.notebook(place.file);
    const cell = notebook && converter.documentOf(place) !== place.file ? placeInCell(notebook, place.span)?.cell : undefined;
    const at = `${line + 1}:${character + 1}`;
    return `${this.#fileName(place.file)}:${cell === undefined ? at : `cell ${cell.number}:${at}`}`;
  }

  #fileName(file: string): string {
    const folder = this.#options.folders.of(file);
    return folder === undefined ? file : relative(folder, file);
  }
}

/** What a name may mean: a path of its own, one in a folder, or one that begins with the name of its folder. */
function candidatesFor(name: string, folders: readonly string[]): readonly string[] {
  const path = name.replaceAll('\\', '/');
  if (/^[a-z][a-z0-9+.-]+:/i.test(path)) return [fileOf(path)];
  if (/^[a-z]:\//i.test(path)) return [fileOf(`file:///${path}`)];
  const inside = folders.flatMap((folder) => {
    const own = `${basename(folder)}/`;
    return [join(folder, path), ...(path.startsWith(own) ? [join(folder, path.slice(own.length))] : [])];
  });
  return path.startsWith('/') ? [join('/', path)] : inside;
}
