import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type * as TypeScript from 'typescript';

/** The whole compiler, for reading our own sources; what ships uses only the parser that is cut out of it. */
export const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;

/** The repository, with a slash at the end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every file that is committed or about to be, relative to the root, with slashes. */
export const files: readonly string[] = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => file !== '' && existsSync(join(root, file)))
  .sort();

/** The TypeScript sources of the product and its tests, without what tests and users look at. */
export const sources = files.filter(
  (file) => /\.m?ts$/.test(file) && !/^(?:test\/workspaces\/[^/]+|test\/surface\/vscode\/(?:surfaces|workspace)|media)\//.test(file),
);

/** Text of a file; reading is cheap enough to do it once per test. */
export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** Whether a file is text, judged as git does: no zero byte near its start. */
export function isText(file: string): boolean {
  return !readFileSync(join(root, file)).subarray(0, 8000).includes(0);
}

const trees = new Map<string, TypeScript.SourceFile>();

/** A source file as a tree, read once for all tests. */
export function parse(file: string): TypeScript.SourceFile {
  const tree = trees.get(file) ?? ts.createSourceFile(file, read(file), { languageVersion: ts.ScriptTarget.ES2022 }, true);
  trees.set(file, tree);
  return tree;
}

/** Calls back for each node below one, parents first. */
export function visit(node: TypeScript.Node, each: (node: TypeScript.Node) => void): void {
  each(node);
  node.forEachChild((child) => visit(child, each));
}

/** `file:line` of a node, for messages. */
export function placeOf(node: TypeScript.Node): string {
  const source = node.getSourceFile();
  return `${source.fileName}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}
