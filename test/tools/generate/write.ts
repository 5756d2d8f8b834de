import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes what differs, and returns the paths that did. */
export function writeChanged(root: string, contents: ReadonlyMap<string, string>): readonly string[] {
  const changed: string[] = [];
  for (const [path, text] of contents) {
    const file = join(root, path);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    changed.push(path);
  }
  return changed;
}
