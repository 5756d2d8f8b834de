import { join, upward, dirname } from './paths.js';
import type { Tree } from './tree.js';

/** The commit that the repository around a file stands at, as far as its own files say it in plain text. */
export function headOf(tree: Tree, file: string): string | undefined {
  const root = upward(dirname(file)).find((folder) => tree.kind(join(folder, '.git/HEAD')) === 'file');
  if (root === undefined) return undefined;
  const head = tree.text(join(root, '.git/HEAD'))?.trim();
  if (head === undefined || isCommit(head)) return head;
  const [, name] = /^ref: (refs\/[\w./-]{1,200})$/.exec(head) ?? [];
  if (name === undefined) return undefined;
  const loose = tree.text(join(root, `.git/${name}`))?.trim();
  if (loose !== undefined) return isCommit(loose) ? loose : undefined;
  const packed = tree
    .text(join(root, '.git/packed-refs'))
    ?.split('\n')
    .find((line) => line.endsWith(` ${name}`));
  return packed?.slice(0, packed.indexOf(' '));
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{40,64}$/.test(text);
}
