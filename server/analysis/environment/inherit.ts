/** Which settings of a plain `.env` development reads: those that no file for development sets itself. */
import type { ConfigFile, LoaderRow, Setting } from '../../../rules/kit/index.js';

/**
 * Adds to the settings of plain environment files which file for development, in the same folder, overrides or inherits them. What
 * reads them says which files these are; where nothing is known of that, every file for development wins over `.env`.
 *
 * @param packagesOf what the manifest of a folder depends on
 */
export function withInheritance(
  files: readonly ConfigFile[],
  loaders: readonly LoaderRow[],
  packagesOf: ReadonlyMap<string, ReadonlySet<string>>,
): readonly ConfigFile[] {
  const byFolder = new Map<string, Beside[]>();
  for (const file of files) {
    const { environment } = file;
    if (file.format !== 'env' || (environment !== 'dev' && environment !== 'test') || isTemplate(nameOf(file.file))) continue;
    const folder = folderOf(file.file);
    const keys = new Set(file.settings.flatMap((setting) => (setting.commentedOut ? [] : [setting.key])));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), { name: nameOf(file.file), keys, environment }]);
  }
  return files.map((file) => {
    const isPlain = file.format === 'env' && file.environment === 'ambiguous';
    const around = isPlain ? byFolder.get(folderOf(file.file)) : undefined;
    if (around === undefined) return file;
    const readers = readersOf(around, loaderOf(file.file, packagesOf, loaders));
    if (readers.development.length === 0 && readers.tests.length === 0) return file;
    return {
      ...file,
      settings: file.settings.map((setting) =>
        (setting.credential === undefined && setting.endpoint === undefined) || setting.commentedOut ? setting : told(setting, readers),
      ),
    };
  });
}

/** An environment file in the folder of a plain one. */
interface Beside {
  readonly name: string;
  readonly keys: ReadonlySet<string>;
  readonly environment: 'dev' | 'test';
}

/** Which files are read beside a plain `.env`, those first that win. */
interface Readers {
  readonly development: readonly Beside[];
  readonly tests: readonly Beside[];
  readonly loader: LoaderRow | undefined;
}

function readersOf(around: readonly Beside[], loader: LoaderRow | undefined): Readers {
  const named = (names: readonly string[]): readonly Beside[] => names.flatMap((name) => around.find((one) => one.name === name) ?? []);
  return {
    development:
      loader === undefined || loader.named === true ? around.filter(({ environment }) => environment === 'dev') : named(loader.before),
    tests: named(loader?.tests ?? []),
    loader,
  };
}

/** By the nearest manifest at or above a file. */
function loaderOf(
  file: string,
  packagesOf: ReadonlyMap<string, ReadonlySet<string>>,
  loaders: readonly LoaderRow[],
): LoaderRow | undefined {
  for (let folder = folderOf(file); folder !== ''; folder = folderOf(folder.slice(0, -1))) {
    const packages = packagesOf.get(folder);
    if (packages !== undefined) return loaders.find((row) => row.packages.some((name) => packages.has(name)));
  }
  return undefined;
}

function told(setting: Setting, { development, tests, loader }: Readers): Setting {
  const over = development.find((file) => loader?.replaces === true || file.keys.has(setting.key));
  // Development has its own, and tests are left with what everybody reads.
  const untested = tests.some((file) => file.keys.has(setting.key)) ? undefined : tests.find((file) => file.keys.size > 0);
  if (over !== undefined)
    return untested === undefined ? { ...setting, overriddenBy: over.name } : { ...setting, inheritedBy: untested.name };
  const heir = loader?.named === true ? undefined : development.find((file) => file.keys.size > 0);
  return heir === undefined ? setting : { ...setting, inheritedBy: heir.name };
}

/** `.env.example`: to be copied and filled in. */
export function isTemplate(name: string): boolean {
  return /(?:^|[._-])(?:example|sample|template|tpl|tmpl|dist|schema)(?:$|[._-])/.test(name);
}

/** With the `/` at its end; empty above the root. */
export function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
