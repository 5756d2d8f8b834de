/** Names that several branches make, each for itself: `if a: query = 1; run(query)`, `elif b: query = 2; run(query)`. */
import { partsOf, type Node } from './tree.js';

/** A branch of an `if`, and the one that it stands in. */
export interface Branch {
  readonly statement: Node;
  readonly block: Node;
  readonly inLoop: boolean;
  readonly around: Branch | undefined;
}

/** The first mention of a name in a branch. */
export interface Mention {
  readonly node: Node;
  makes: boolean;
}

/** A branch in which a name is another one than elsewhere, and where it is made there. */
export interface Region {
  readonly block: Node;
  readonly node: Node;
}

/**
 * The branches that a name lives in, when no value of it can come from one of them into another: they exclude each other, or the
 * earlier one leaves the function, and each begins by making it. Empty when it is one name for all of the body.
 */
export function regionsOf(mentions: ReadonlyMap<Branch | undefined, Mention>): readonly Region[] {
  if (mentions.size < 2) return [];
  const paths = [...mentions].map(([branch, mention]) => ({ path: pathOf(branch), mention }));
  for (let level = 0; ; level++) {
    const found = new Map<Branch, Mention>();
    for (const { path, mention } of paths) {
      const branch = path[level];
      if (branch === undefined) return [];
      const known = found.get(branch);
      if (known === undefined || mention.node.start < known.node.start) found.set(branch, mention);
    }
    if (found.size === 1) continue;
    const branches = [...found.keys()].sort((a, b) => a.block.start - b.block.start);
    const apart = branches.every(
      (branch, i) => !branch.inLoop && branches.slice(i + 1).every((later) => later.statement === branch.statement || leaves(branch.block)),
    );
    if (!apart || ![...found.values()].every(({ makes }) => makes)) return [];
    return [...found].map(([{ block }, { node }]) => ({ block, node }));
  }
}

function pathOf(branch: Branch | undefined): readonly Branch[] {
  const path: Branch[] = [];
  for (let at = branch; at !== undefined; at = at.around) path.unshift(at);
  return path;
}

function leaves(block: Node): boolean {
  const last = partsOf(block).at(-1)?.type;
  return last === 'return_statement' || last === 'raise_statement';
}
