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
  const byFolder = new Map<string, Development[]>();
  for (const file of files) {
    if (file.format !== 'env' || file.environment !== 'dev' || isTemplate(nameOf(file.file))) continue;
    const folder = folderOf(file.file);
    const keys = new Set(file.settings.flatMap((setting) => (setting.commentedOut ? [] : [setting.key])));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), { name: nameOf(file.file), keys }]);
  }
  return files.map((file) => {
    const isPlain = file.format === 'env' && file.environment === 'ambiguous';
    const around = isPlain ? byFolder.get(folderOf(file.file)) : undefined;
    if (around === undefined) return file;
    const loader = loaderOf(file.file, packagesOf, loaders);
    const development = loader === undefined ? around : loader.before.flatMap((name) => around.find((one) => one.name === name) ?? []);
    if (development.length === 0) return file;
    return {
      ...file,
      settings: file.settings.map((setting) =>
        (setting.credential === undefined && setting.endpoint === undefined) || setting.commentedOut
          ? setting
          : told(setting, development, loader?.replaces === true),
      ),
    };
  });
}

interface Development {
  readonly name: string;
  readonly keys: ReadonlySet<string>;
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

function told(setting: Setting, development: readonly Development[], replaces: boolean): Setting {
  const over = development.find((file) => replaces || file.keys.has(setting.key));
  if (over !== undefined) return { ...setting, overriddenBy: over.name };
  const heir = development.find((file) => file.keys.size > 0);
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
