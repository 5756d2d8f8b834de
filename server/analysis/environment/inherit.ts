/** Which settings of a plain `.env` development reads: those that no file for development sets itself. */
import type { ConfigFile, Setting } from '../../../rules/kit/index.js';

/**
 * Adds to the settings of plain environment files which file for development, in the same folder, overrides or inherits them.
 * Files for development win over `.env` in every loader that reads them (Next.js, Vite, dotenv-flow, Bun, Wrangler).
 */
export function withInheritance(files: readonly ConfigFile[]): readonly ConfigFile[] {
  const byFolder = new Map<string, Development[]>();
  for (const file of files) {
    if (file.format !== 'env' || file.environment !== 'dev' || isTemplate(nameOf(file.file))) continue;
    const folder = folderOf(file.file);
    const keys = new Set(file.settings.flatMap((setting) => (setting.commentedOut ? [] : [setting.key])));
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), { name: nameOf(file.file), keys }]);
  }
  return files.map((file) => {
    const development = file.format === 'env' && file.environment === 'ambiguous' ? byFolder.get(folderOf(file.file)) : undefined;
    if (development === undefined || development.length === 0) return file;
    return {
      ...file,
      settings: file.settings.map((setting) =>
        (setting.credential === undefined && setting.endpoint === undefined) || setting.commentedOut ? setting : told(setting, development),
      ),
    };
  });
}

interface Development {
  readonly name: string;
  readonly keys: ReadonlySet<string>;
}

function told(setting: Setting, development: readonly Development[]): Setting {
  const over = development.find((file) => file.keys.has(setting.key));
  if (over !== undefined) return { ...setting, overriddenBy: over.name };
  const heir = development.find((file) => file.keys.size > 0);
  return heir === undefined ? setting : { ...setting, inheritedBy: heir.name };
}

/** `.env.example`: to be copied and filled in. */
export function isTemplate(name: string): boolean {
  return /(?:^|[._-])(?:example|sample|template|tpl|tmpl|dist|schema)(?:$|[._-])/.test(name);
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function nameOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}
