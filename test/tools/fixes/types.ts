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

/** What is said of each file. */
export type Problems = ReadonlyMap<string, readonly string[]>;

/** Files with the same options. */
interface Project {
  readonly roots: Set<string>;
  readonly service: ts.LanguageService;
}

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
  readonly #importers: Importers | undefined;
  /** Texts that are not on the disk, with what tells them from others. */
  readonly #texts = new Map<string, { readonly text: string; readonly version: string }>();
  readonly #projects = new Map<string, Project>();
  readonly #answers = new Map<string, readonly string[]>();

  /** @param importers names files that are looked at as well, because they import what is changed */
  constructor(folder: string, importers?: Importers) {
    this.#folder = folder;
    this.#importers = importers;
  }

  /** Errors in these texts and the files that import them, without their places, each as often as it occurs, by file. */
  problems(texts: ReadonlyMap<string, string>, folder: string): Problems {
    const sources = [...texts].flatMap(([file, text]) => (/\.[cm]?tsx?$/u.test(file) ? [{ file: join(folder, file), text }] : []));
    const asked = [...new Set(sources.flatMap(({ file }) => [file, ...(this.#importers?.of(file) ?? [])]))];
    this.#texts.clear();
    for (const { file, text } of sources)
      if (ts.sys.readFile(file) !== text) this.#texts.set(file, { text, version: createHash('sha256').update(text).digest('base64') });
    for (const file of asked) this.#projectOf(file).roots.add(file);
    const state = [...this.#texts].map(([file, { version }]) => `${file} ${version}`).join(' ');
    const problems = new Map(
      asked.map((file) => {
        const key = `${file} in ${state}`;
        const answer = this.#answers.get(key) ?? this.#ask(file);
        this.#answers.set(key, answer);
        return [file, answer];
      }),
    );
    // What is on the disk stays, so that little changes from one question to the next.
    for (const { roots } of this.#projects.values()) for (const file of asked) if (!ts.sys.fileExists(file)) roots.delete(file);
    return problems;
  }

  #ask(file: string): readonly string[] {
    const found = this.#projectOf(file).service.getSemanticDiagnostics(file);
    return found.map(({ code, messageText }) => `${code}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`);
  }

  #projectOf(file: string): Project {
    const config = ts.findConfigFile(dirname(file), (name) => isInside(name, this.#folder) && ts.sys.fileExists(name)) ?? '';
    let project = this.#projects.get(config);
    if (project === undefined) {
      const roots = new Set<string>();
      this.#projects.set(config, (project = { roots, service: this.#service(optionsOf(config), roots) }));
    }
    return project;
  }

  #service(options: ts.CompilerOptions, roots: ReadonlySet<string>): ts.LanguageService {
    const disk = (file: string): string | undefined => this.#texts.get(file)?.text ?? ts.sys.readFile(file);
    const host: ts.LanguageServiceHost = {
      getCompilationSettings: () => options,
      getScriptFileNames: () => [...roots],
      getScriptVersion: (file) => this.#texts.get(file)?.version ?? 'disk',
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
 * What is said of a file now more often than before. A new name may add a parameter that is `any` because a package is not installed: that
 * is no news where it was said of others before.
 */
export function newProblems(before: Problems, after: Problems): readonly { readonly file: string; readonly problem: string }[] {
  return [...after].flatMap(([file, problems]) => newIn(before.get(file) ?? [], problems).map((problem) => ({ file, problem })));
}

function newIn(before: readonly string[], after: readonly string[]): readonly string[] {
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
