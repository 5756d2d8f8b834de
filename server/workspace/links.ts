import type { Documents } from './documents.js';
import { nearestManifest, packageMajor, splitSpecifier } from './packages.js';
import { basename, dirname, isInside, join, upward } from './paths.js';
import type { KnownPackages } from './prepared.js';
import { isOwnPackage, pythonMajor, resolvePython } from './python-modules.js';
import { resolveImport } from './resolve.js';
import { isPythonName, plainName, pythonName } from '../analysis/languages.js';
import { isTestFile } from '../analysis/recognise/test-files.js';
import { isSource } from '../analysis/syntax/read.js';
import { specifiersIn } from '../analysis/syntax/specifiers.js';
import type { Tree } from './tree.js';

/** It lists a folder, and imports what is not written down; a package that loads its own names when they are asked for does not. */
function loadsByPath(text: string): boolean {
  if (/\b(?:import_module|spec_from_file_location)\(/.test(text) && !/\bdef __getattr__\(/.test(text))
    return /\b(?:iter_modules|walk_packages|listdir|scandir|iterdir|r?glob)\(/.test(text) || /\bimport_module\(\s{0,20}(?!["'])/.test(text);
  return /\breaddir|\bglob\b/.test(text) && /\b(?:import|require)\(\s{0,20}[^\s'")]/.test(text);
}

/** Folders inside folders that a package of Python may have. */
const maxParts = 8;
/** A package of Python, and the namespaces that it may be part of: `google.cloud.storage`. */
const maxNamespaces = 3;

/** The file that an import means. */
type Answer = string | undefined;

/**
 * Follows imports from file to file. Answers are remembered until files come or go, and compared with the earlier ones
 * then; the files that answers lead to, and that are not read yet, are collected for the next reading.
 */
export class Links {
  readonly #tree: Tree;
  readonly #documents: Documents;
  readonly #packages: KnownPackages;
  /** The SDKs that are imported. */
  readonly #used = new Set<string>();
  /** How many they were when {@link #unready} was made. */
  #prepared = 0;
  readonly #folders = new Set<string>();
  /** Folders for which something is missing that the versions of these are read from. */
  readonly #unready = new Set<string>();
  readonly #majors = new Map<string, number | undefined>();
  readonly #specifiers = new Map<string, { readonly version: string; readonly list: readonly string[] }>();
  readonly #answers = new Map<string, Answer>();
  /** What was answered before the last reset. */
  readonly #earlier = new Map<string, Answer>();
  /** Questions that were answered with `undefined` although that was not known yet. */
  readonly #guessed = new Set<string>();
  #changed = false;
  /** Versions of files whose imports are all answered. */
  readonly #followed = new Map<string, string>();
  /** The same, of files that were only asked about. */
  readonly #asked = new Map<string, string>();
  /** Files with an import whose answer is not known yet. */
  readonly #unfinished = new Set<string>();
  readonly #missing = new Set<string>();
  #pythonFolders: Map<string, string[]> | undefined;
  /** Files that load others by their paths, with the sources that these may be. */
  readonly #loaded = new Map<string, readonly string[]>();

  constructor(tree: Tree, documents: Documents, packages: KnownPackages) {
    this.#tree = tree;
    this.#documents = documents;
    this.#packages = packages;
  }

  /** Where an import leads; `undefined` as well when that is not known yet. */
  resolve(specifier: string, from: string): string | undefined {
    return this.#remember(`${dirname(from)}\n${specifier}`, () => {
      if (isPythonName(specifier)) return this.#resolvePython(specifier, from);
      const file = resolveImport(this.#tree, specifier, from);
      return file === undefined || this.#isKnownPackage(specifier, file) ? undefined : file;
    });
  }

  #resolvePython(specifier: string, from: string): string | undefined {
    const elsewhere = (name: string): readonly string[] => this.#foldersOf(name);
    const file = resolvePython(this.#tree, specifier, from, elsewhere, (name) => this.#packages.pythonHeads.has(name));
    const own = file === undefined ? undefined : this.#sourceOf(dirname(file));
    return own === undefined || this.#packages.growing.has(own) || plainName(specifier).startsWith('.') ? file : undefined;
  }

  /**
   * In the repository of an SDK, its packages lie beside those that use them. What is known of a package tells more than its
   * source; a private package that only has the same name is something else.
   */
  #isKnownPackage(specifier: string, file: string): boolean {
    const name = splitSpecifier(specifier)?.name;
    if (name === undefined || !this.#packages.published.has(name)) return false;
    const manifest = nearestManifest(this.#tree, dirname(file))?.content;
    return manifest?.['name'] === name && manifest['private'] !== true;
  }

  /** The longest beginning of a Python module's name that is a known package. */
  #beginning(specifier: string): string | undefined {
    for (let name = specifier; ; name = name.slice(0, name.lastIndexOf('.'))) {
      if (this.#packages.published.has(name)) return name;
      if (!name.includes('.')) return undefined;
    }
  }

  /**
   * The name of the package whose own folder a relative import means: `../..` in a repository of packages. A module of Python may be
   * any part of a known package, where that is the project.
   */
  packageAt(specifier: string, from: string): string | undefined {
    if (isPythonName(specifier)) {
      const file = this.resolve(specifier, from);
      const own = file === undefined ? undefined : this.#sourceOf(dirname(file));
      return own !== undefined && this.#packages.growing.has(own) ? own : undefined;
    }
    if (!/^[./]{1,100}$/.test(specifier)) return undefined;
    const folder = join(dirname(from), specifier);
    const manifest = nearestManifest(this.#tree, folder);
    const name = manifest?.folder === folder ? manifest.content['name'] : undefined;
    return typeof name === 'string' && manifest?.content['private'] !== true ? name : undefined;
  }

  /** The known Python package that a folder is part of. */
  #sourceOf(folder: string): string | undefined {
    return this.#remember(`${folder}\n\n`, () => {
      const names: string[] = [];
      for (const at of upward(folder).slice(0, maxParts)) {
        names.unshift(basename(at));
        const known = names
          .map((_, i) => pythonName(names.slice(0, i + 1).join('.')))
          .findLast((name) => this.#packages.published.has(name));
        if (known !== undefined && isOwnPackage(this.#tree, [plainName(known), ...this.#packages.published.get(known)!], at)) return known;
      }
      return undefined;
    });
  }

  /** Major version of a package as seen from a file, with the same manners. Analysis asks for it again each time, so it may change. */
  major(name: string, from: string): number | undefined {
    const key = `${dirname(from)}\n\n${name}`;
    if (this.#majors.has(key)) return this.#majors.get(key);
    const before = this.#tree.misses;
    const answer = isPythonName(name)
      ? pythonMajor(this.#tree, [plainName(name).split('.')[0]!, plainName(name), ...(this.#packages.published.get(name) ?? [])], from)
      : packageMajor(this.#tree, name, from);
    if (this.#tree.misses === before) this.#majors.set(key, answer);
    return answer;
  }

  /** `true` when an answer that was given earlier is not the same any more; asking forgets it. */
  takeChanged(): boolean {
    const changed = this.#changed;
    this.#changed = false;
    return changed;
  }

  #remember(key: string, ask: () => Answer): Answer {
    if (this.#answers.has(key)) return this.#answers.get(key);
    const before = this.#tree.misses;
    const answer = ask();
    if (this.#tree.misses !== before) {
      this.#guessed.add(key);
      return answer;
    }
    this.#answers.set(key, answer);
    const wrong = this.#guessed.delete(key) && answer !== undefined;
    if (wrong || (this.#earlier.has(key) && this.#earlier.get(key) !== answer)) this.#changed = true;
    return answer;
  }

  /** Follows the imports of these files, and of all files that they reach, as far as they are not followed already. */
  follow(files: Iterable<string>): void {
    const seen = new Set([...this.#unfinished, ...files]);
    this.#unfinished.clear();
    for (const file of seen) {
      const version = this.#documents.get(file)?.version;
      if (version === undefined || this.#followed.get(file) === version) continue;
      const before = this.#tree.misses;
      for (const [folder, names] of this.#packages.byFolder)
        if (file.includes(`/${folder}/`)) for (const name of names) this.major(name, file);
      for (const specifier of this.#specifiersOf(file)) {
        const target = this.resolve(specifier, file);
        const isPackage = target === undefined || (isPythonName(specifier) && this.packageAt(specifier, file) !== undefined);
        if (isPackage) this.#askVersion(specifier, file);
        if (target === undefined) continue;
        if (this.#documents.needsWhole(target)) this.#missing.add(target);
        else seen.add(target);
      }
      this.#loaded.delete(file);
      if (loadsByPath(this.#documents.get(file)!.text)) this.#takeBeside(file);
      if (this.#tree.misses === before) this.#followed.set(file, version);
      else this.#unfinished.add(file);
    }
    this.#prepare(seen);
  }

  /** Works out where the imports of these files lead, and reads none of what they lead to. */
  ask(files: Iterable<string>): void {
    for (const file of files) {
      const version = this.#documents.get(file)?.version;
      if (version === undefined || this.#asked.get(file) === version) continue;
      const before = this.#tree.misses;
      for (const specifier of this.#specifiersOf(file)) this.resolve(specifier, file);
      if (this.#tree.misses === before) this.#asked.set(file, version);
    }
  }

  /**
   * Fetches what the versions of all SDKs in use are read from: when analysis has to guess one, its answer is worked out again. A
   * tool may be declared by way of a file that imports the SDK, so the imports of its own file do not tell.
   */
  #prepare(files: Iterable<string>): void {
    const before = this.#folders.size;
    for (const file of files) this.#folders.add(dirname(file));
    if (this.#folders.size !== before || this.#prepared !== this.#used.size) for (const folder of this.#folders) this.#unready.add(folder);
    this.#prepared = this.#used.size;
    const seen = new Set<string>();
    for (const folder of this.#unready) {
      const misses = this.#tree.misses;
      for (const at of upward(folder)) {
        if (seen.has(at)) continue;
        seen.add(at);
        this.#tree.json(join(at, 'package.json'));
        if (this.#tree.kind(join(at, 'node_modules')) === 'folder')
          for (const name of this.#used) this.#tree.json(join(at, `node_modules/${name}/package.json`));
      }
      if (this.#tree.misses === misses) this.#unready.delete(folder);
    }
  }

  /** A file that loads others by their paths may load any source beside it, and below. */
  #takeBeside(loader: string): void {
    const folder = dirname(loader);
    const found = this.#documents
      .files()
      .filter((file) => isInside(folder, file) && isSource(file) && !isTestFile(file.slice(folder.length)));
    for (const file of found) if (this.#documents.needsWhole(file)) this.#missing.add(file);
    this.#loaded.set(loader, found);
  }

  /** What some file may load by its path, whether it matters by itself or not. */
  get loaded(): readonly string[] {
    return [...this.#loaded.values()].flat().filter((file) => this.#documents.get(file) !== undefined);
  }

  /** Files that are imported and not read, once each. */
  takeMissing(): readonly string[] {
    const missing = [...this.#missing].filter((file) => this.#documents.needsWhole(file));
    this.#missing.clear();
    return missing;
  }

  get incomplete(): boolean {
    return this.#missing.size > 0;
  }

  /** Files came or went, or a manifest changed: every answer may be another one. */
  reset(): void {
    for (const [key, answer] of this.#answers) this.#earlier.set(key, answer);
    this.#answers.clear();
    this.#pythonFolders = undefined;
    this.#followed.clear();
    this.#asked.clear();
    this.#majors.clear();
    this.#prepared = -1;
  }

  #specifiersOf(file: string): readonly string[] {
    const document = this.#documents.get(file);
    if (!document || file.endsWith('.json')) return [];
    const known = this.#specifiers.get(file);
    if (known?.version === document.version) return known.list;
    const list = specifiersIn(file, document.text);
    this.#specifiers.set(file, { version: document.version, list });
    return list;
  }

  /**
   * Folders with a top-level Python package of this name, or with a part of a namespace, wherever in the workspace: projects of one
   * repository use each other.
   */
  #foldersOf(name: string): readonly string[] {
    if (this.#pythonFolders === undefined) {
      const packages = this.#documents.files().filter((file) => basename(file) === '__init__.py');
      const known = new Set(packages.map(dirname));
      this.#pythonFolders = new Map();
      for (const folder of known) {
        if (known.has(dirname(folder))) continue;
        for (const at of upward(folder).slice(0, maxNamespaces)) {
          const list = this.#pythonFolders.get(basename(at)) ?? [];
          if (!list.includes(dirname(at))) this.#pythonFolders.set(basename(at), [...list, dirname(at)]);
        }
      }
    }
    return this.#pythonFolders.get(name) ?? [];
  }

  /** Makes the tree fetch what the version of a package is read from. */
  #askVersion(specifier: string, from: string): void {
    const name = isPythonName(specifier) ? this.#beginning(specifier) : splitSpecifier(specifier)?.name;
    if (name === undefined || !this.#packages.published.has(name)) return;
    if (this.#packages.sdks.has(name)) this.#used.add(name);
    this.major(name, from);
  }
}
