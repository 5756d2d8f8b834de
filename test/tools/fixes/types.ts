import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { repository } from '../../harness/pages.js';

/** What holds where a project says nothing else. */
const usual: ts.CompilerOptions = {
  strict: true,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  jsx: ts.JsxEmit.Preserve,
  allowJs: true,
};

/** What holds everywhere: files are looked at one by one, and of what is installed only the types of Node.js are known to all. */
const always: ts.CompilerOptions = {
  allowImportingTsExtensions: true,
  composite: false,
  incremental: false,
  isolatedDeclarations: false,
  noEmit: true,
  noUnusedLocals: false,
  noUnusedParameters: false,
  skipLibCheck: true,
  typeRoots: [join(repository, 'node_modules/@types')],
  types: ['node'],
};

/** Who imports a file; all by absolute paths. */
export interface Importers {
  of(file: string): readonly string[];
}

/**
 * A type checker that sees texts which are not on the disk, with the options of the nearest `tsconfig.json`. A package that is not
 * installed there is looked for among those of this repository; what is in neither, or is not published, is `any`.
 */
export class TypeChecker {
  readonly #folder: string;
  readonly #texts = new Map<string, { readonly text: string; readonly version: number }>();
  readonly #services = new Map<string, ts.LanguageService>();
  readonly #answers = new Map<string, readonly string[]>();
  readonly #importers: Importers | undefined;
  #roots: readonly string[] = [];
  #version = 0;

  /** @param importers names files that are looked at as well, because they import what is changed */
  constructor(folder: string, importers?: Importers) {
    this.#folder = folder;
    this.#importers = importers;
  }

  /** Errors in these texts, without their places, each as often as it occurs. */
  problems(texts: ReadonlyMap<string, string>, folder: string): readonly string[] {
    const key = createHash('sha256')
      .update(JSON.stringify([folder, ...texts]))
      .digest('base64');
    const answer = this.#answers.get(key) ?? this.#ask(texts, folder);
    this.#answers.set(key, answer);
    return answer;
  }

  #ask(texts: ReadonlyMap<string, string>, folder: string): readonly string[] {
    this.#version++;
    this.#texts.clear();
    for (const [file, text] of texts) this.#texts.set(join(folder, file), { text, version: this.#version });
    const changed = [...texts.keys()].filter((file) => /\.[cm]?tsx?$/u.test(file)).map((file) => join(folder, file));
    this.#roots = [...new Set([...changed, ...changed.flatMap((file) => this.#importers?.of(file) ?? [])])];
    return this.#roots.flatMap((file) =>
      this.#serviceFor(file)
        .getSemanticDiagnostics(file)
        .map(({ code, messageText }) => `${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`),
    );
  }

  #serviceFor(file: string): ts.LanguageService {
    const project = ts.findConfigFile(dirname(file), (name) => isInside(name, this.#folder) && ts.sys.fileExists(name)) ?? '';
    let service = this.#services.get(project);
    if (service === undefined) this.#services.set(project, (service = this.#service(optionsOf(project))));
    return service;
  }

  #service(options: ts.CompilerOptions): ts.LanguageService {
    const disk = (file: string): string | undefined => this.#texts.get(file)?.text ?? ts.sys.readFile(file);
    const host: ts.LanguageServiceHost = {
      getCompilationSettings: () => options,
      getScriptFileNames: () => [...this.#roots],
      getScriptVersion: (file) => String(this.#texts.get(file)?.version ?? 0),
      getScriptSnapshot: (file) => {
        const text = disk(file);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => this.#folder,
      getDefaultLibFileName: (given) => ts.getDefaultLibFilePath(given),
      fileExists: (file) => this.#texts.has(file) || ts.sys.fileExists(file),
      readFile: disk,
      directoryExists: (name) => ts.sys.directoryExists(name) || [...this.#texts.keys()].some((file) => dirname(file).startsWith(name)),
      getDirectories: (name) => ts.sys.getDirectories(name),
      resolveModuleNameLiterals: (names, from, redirected, given, source) =>
        names.map((name) => {
          const mode = ts.getModeForUsageLocation(source, name, given);
          const seenFrom = (file: string) =>
            ts.resolveModuleName(name.text, file, given, host as ts.ModuleResolutionHost, undefined, redirected, mode);
          const found = seenFrom(from);
          return found.resolvedModule === undefined && !name.text.startsWith('.') ? seenFrom(join(repository, 'package.json')) : found;
        }),
    };
    return ts.createLanguageService(host);
  }
}

/** The options of a project, however much of what it extends is missing. */
function optionsOf(project: string): ts.CompilerOptions {
  if (project === '') return { ...usual, ...always };
  const files = { ...ts.sys, readDirectory: () => [] };
  const { options } = ts.parseJsonConfigFileContent(ts.readConfigFile(project, ts.sys.readFile).config ?? {}, files, dirname(project));
  return { ...usual, ...options, ...always };
}

function isInside(file: string, folder: string): boolean {
  return file.startsWith(`${folder}/`);
}

/**
 * What is said now more often than before. A new name may add a parameter that is `any` because a package is not installed: that is
 * no news where it was said of others before.
 */
export function newProblems(before: readonly string[], after: readonly string[]): readonly string[] {
  const had = countedBy(before);
  const has = countedBy(after);
  const said = new Set(before);
  return after.filter((problem) => {
    const code = codeOf(problem);
    const often = had.get(code) ?? 0;
    return (has.get(code) ?? 0) > often && !said.has(problem) && !(often > 0 && /implicitly/u.test(problem));
  });
}

function countedBy(problems: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const problem of problems) counts.set(codeOf(problem), (counts.get(codeOf(problem)) ?? 0) + 1);
  return counts;
}

function codeOf(problem: string): string {
  return problem.slice(0, problem.indexOf(':'));
}
