import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Licences that allow what ships to be under MIT, with the notice kept. */
const permissive = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'ISC', 'MIT']);

/** Parsers are cut out of these packages, or copied from them, by a script, so no bundle lists them as inputs. */
const parsers = ['typescript', '@vscode/tree-sitter-wasm'] as const;
const noticeFile = /^(?:licen[cs]e|copying|notice|thirdpartynotice(?:text)?s?)(?:[.-][a-z0-9.-]{1,20})?$/i;

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/**
 * The licence notices of every package that a bundle contains.
 *
 * @param root the repository
 * @param inputs files of the bundles, relative to the root, with slashes
 * @returns one text, packages in order of their names
 * @throws Error when a package carries no licence text, or one that does not allow Detent's own
 */
export function notices(root: string, inputs: Iterable<string>): string {
  const folders = new Set<string>(parsers.map((name) => `node_modules/${name}`));
  for (const input of inputs) {
    const [, folder] = /^(.*node_modules\/(?:@[^/]{1,200}\/)?[^/]{1,200})\//.exec(input) ?? [];
    if (folder !== undefined) folders.add(folder);
  }
  const packages = new Map<string, string>();
  for (const folder of folders) {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;
    if (!permissive.has(license)) throw new Error(`${name} ${version} is under ${license}, which a bundle under MIT cannot contain`);
    packages.set(`${name} ${version}`, `${name} ${version} (${license})\n\n${licenceText(join(root, folder), name)}`);
  }
  const texts = [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `Detent contains the following packages.\n\n${texts.join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

function licenceText(folder: string, name: string): string {
  const files = readdirSync(folder)
    .filter((file) => noticeFile.test(file))
    .sort();
  if (files.length === 0) throw new Error(`${name} carries no licence text`);
  return files.map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()).join('\n\n');
}
