/** A syntax tree as plain data: what the parser gives, without its memory. */
import type { TreeCursor } from '@vscode/tree-sitter-wasm';

export interface Node {
  readonly type: string;
  /** What it is to its parent. */
  readonly field: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly children: readonly Node[];
}

/** Names of node types and fields by their numbers. */
export interface Kinds {
  readonly types: readonly string[];
  readonly named: readonly boolean[];
  readonly fields: readonly (string | undefined)[];
}

/** Words and signs without a name of their own that tell constructs apart. */
const telling: ReadonlySet<string> = new Set(['async', 'from', '*', '**', '-']);

const none: readonly Node[] = [];
/** A tree that is deeper is cut: the call stack holds several times as much. */
const deepest = 600;

/** The tree below a cursor, without punctuation. Places are UTF-16 offsets, of a text of which `at` units were left out in front. */
export function treeOf(cursor: TreeCursor, kinds: Kinds, at: number, depth = 0): Node {
  const type = kinds.types[cursor.nodeTypeId] ?? (cursor.nodeType as string);
  const node = {
    type,
    field: kinds.fields[cursor.currentFieldId],
    start: at + cursor.startIndex,
    end: at + cursor.endIndex,
    children: none,
  };
  if (depth >= deepest) return { ...node, type: 'ERROR' };
  if (!cursor.gotoFirstChild()) return cursor.nodeIsMissing ? { ...node, type: 'MISSING' } : node;
  const children: Node[] = [];
  do {
    const id = cursor.nodeTypeId;
    if (kinds.named[id] !== false || cursor.currentFieldId !== 0 || telling.has(kinds.types[id]!))
      children.push(treeOf(cursor, kinds, at, depth + 1));
  } while (cursor.gotoNextSibling());
  cursor.gotoParent();
  return children.length === 0 ? node : { ...node, children };
}

/** The child in a field. */
export function fieldOf(node: Node, field: string): Node | undefined {
  return node.children.find((child) => child.field === field);
}

export function fieldsOf(node: Node, field: string): readonly Node[] {
  return node.children.filter((child) => child.field === field);
}

export function childOf(node: Node, type: string): Node | undefined {
  return node.children.find((child) => child.type === type);
}

/** Children that mean something: no comments, no single words. */
export function partsOf(node: Node): readonly Node[] {
  return node.children.filter(({ type }) => type !== 'comment' && type !== 'line_continuation' && !telling.has(type));
}

/** Every node of a tree of one of these types, outermost first; what lies below one that is found is not looked at. */
export function find(node: Node, types: ReadonlySet<string>, found: (node: Node) => void): void {
  for (const child of node.children) {
    if (types.has(child.type)) found(child);
    else find(child, types, found);
  }
}
