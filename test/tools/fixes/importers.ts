import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Importers } from './types.js';

/** Files that are looked at for one that is changed. */
const most = 8;

/** Who imports a file of TypeScript of a folder by its path; packages that import each other by name are left out. */
export function importersIn(folder: string): Importers {
  const importers = new Map<string, string[]>();
  for (const file of sourcesIn(folder)) {
    for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8'), true, true).importedFiles) {
      if (!fileName.startsWith('.')) continue;
      const target = stem(join(dirname(file), fileName));
      const list = importers.get(target) ?? [];
      if (list.push(file) === 1) importers.set(target, list);
    }
  }
  return {
    of: (file) =>
      [stem(file), dirname(file)]
        .flatMap((target) => (target === dirname(file) && !isIndex(file) ? [] : (importers.get(target) ?? [])))
        .slice(0, most),
  };
}

function isIndex(file: string): boolean {
  return /\/index\.[cm]?tsx?$/u.test(file);
}

function stem(file: string): string {
  return file.replace(/(?:\.d)?\.[cm]?[jt]sx?$/u, '');
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return /^(?:node_modules|\.git)$/u.test(entry.name) ? [] : sourcesIn(path);
    return entry.isFile() && /(?<!\.d)\.[cm]?tsx?$/u.test(entry.name) ? [path] : [];
  });
}
