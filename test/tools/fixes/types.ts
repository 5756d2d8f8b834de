import { dirname, join } from 'node:path';
import ts from 'typescript';

const options: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  allowJs: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
};

/** A type checker that sees texts which are not on the disk. What a package does not publish, or is not installed, is `any`. */
export class TypeChecker {
  readonly #texts = new Map<string, { readonly text: string; readonly version: number }>();
  readonly #service: ts.LanguageService;
  #roots: readonly string[] = [];
  #version = 0;

  constructor(folder: string) {
    const disk = (file: string): string | undefined => this.#texts.get(file)?.text ?? ts.sys.readFile(file);
    this.#service = ts.createLanguageService({
      getCompilationSettings: () => options,
      getScriptFileNames: () => [...this.#roots],
      getScriptVersion: (file) => String(this.#texts.get(file)?.version ?? 0),
      getScriptSnapshot: (file) => {
        const text = disk(file);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => folder,
      getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
      fileExists: (file) => this.#texts.has(file) || ts.sys.fileExists(file),
      readFile: disk,
      directoryExists: (name) => ts.sys.directoryExists(name) || [...this.#texts.keys()].some((file) => dirname(file).startsWith(name)),
      getDirectories: (name) => ts.sys.getDirectories(name),
    });
  }

  /** Errors in these texts, without their places, each as often as it occurs. */
  problems(texts: ReadonlyMap<string, string>, folder: string): readonly string[] {
    this.#version++;
    this.#texts.clear();
    for (const [file, text] of texts) this.#texts.set(join(folder, file), { text, version: this.#version });
    this.#roots = [...texts.keys()].filter((file) => /\.[cm]?tsx?$/u.test(file)).map((file) => join(folder, file));
    return this.#roots.flatMap((file) =>
      this.#service
        .getSemanticDiagnostics(file)
        .map(({ code, messageText }) => `${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
    );
  }
}

/** What is said now, of a kind that was not said before: where a package is not installed, each parameter is `any`. */
export function newProblems(before: readonly string[], after: readonly string[]): readonly string[] {
  const kinds = new Set(before.map(codeOf));
  return after.filter((problem) => !kinds.has(codeOf(problem)));
}

function codeOf(problem: string): string {
  return problem.slice(0, problem.indexOf(':'));
}
