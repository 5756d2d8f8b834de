/** What an error in one statement must not take along: the other statements of the file. */
import { parse } from './grammar.js';
import { partsOf, type Node } from './tree.js';

/** Lines that begin a statement at the outermost level for certain. */
const starts = /^(?:@|(?:async +)?def\b|class\b|import\b|from\b|[A-Za-z_]\w*(?: *[=(:]|\.\w))/;

/**
 * The tree of a broken text, in which every statement that is whole by itself is whole: the text is cut where statements begin, and
 * pieces are parsed alone where the whole tree has an error.
 */
export function resynced(tree: Node, text: string): Node {
  const pieces = piecesOf(text);
  if (pieces.length < 2) return tree;
  const children: Node[] = [];
  for (const { start, end } of pieces) {
    const inside = partsOf(tree).filter((node) => node.start >= start && node.end <= end);
    const covered = partsOf(tree).some((node) => node.start < end && node.end > start && !inside.includes(node));
    const isWhole = !covered && inside.length > 0 && !inside.some(isBroken);
    if (isWhole) children.push(...inside);
    else children.push(...parse(text.slice(start, end), start).children);
  }
  return { ...tree, type: 'module', children };
}

/** Decorators stay with what they are put on. */
function piecesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const cuts: number[] = [0];
  let afterDecorator = false;
  for (let at = 0; at < text.length;) {
    const lineEnd = text.indexOf('\n', at);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = text.slice(at, Math.min(end, at + 200));
    if (starts.test(line)) {
      if (!afterDecorator && at > 0) cuts.push(at);
      afterDecorator = line.startsWith('@');
    }
    at = end + 1;
  }
  return cuts.map((start, i) => ({ start, end: cuts[i + 1] ?? text.length }));
}

function isBroken(node: Node): boolean {
  return node.type === 'ERROR' || node.type === 'MISSING' || node.children.some(isBroken);
}
