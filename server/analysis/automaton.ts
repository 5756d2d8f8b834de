/**
 * Many words at once (Aho and Corasick, "Efficient string matching", 1975), as a table of steps by classes of characters. Words,
 * too, are only followed as far as texts go: a short run pays for the little that it meets.
 */
export interface Automaton {
  /** The class of every UTF-16 unit, so that a scan needs no test; 0 for those that stand in no word. */
  readonly classOf: Uint8Array;
  readonly classes: number;
  /**
   * Where a step from a state (a node times the number of classes) leads: the state + 1, negative when words end there; 0 when not
   * known. Another table after steps that were worked out.
   */
  readonly table: Int32Array;
  /** Works a step out and puts it into the table. */
  step(state: number, kind: number): number;
  /** Words that end at a node that was stepped to, longest first. */
  endsAt(node: number): readonly number[];
}

interface Node {
  /** The longest end of what was read that begins a word as well; absent when it is not worked out yet. */
  fallback?: Node;
  readonly number: number;
  readonly parent?: Node;
  readonly kind: number;
  readonly depth: number;
  /** Words that begin with what leads here, and go on. */
  readonly open: number[];
  /** By classes; absent when nobody went on from here. */
  next?: Map<number, Node>;
  ends: readonly number[];
}

/** ASCII, so that no word has to be looked at to tell which characters there are. */
const classes = 128;
const fewNodes = 128;

/** Words must be ASCII and not empty; the same word may stand twice. `fold` makes characters equal. */
export function createAutomaton(words: readonly string[], fold: (code: number) => number): Automaton {
  const classOf = new Uint8Array(0x10000);
  for (let code = 1; code < classes; code += 1) classOf[code] = fold(code);

  const root: Node = { number: 0, kind: 0, depth: 0, open: words.map((_, word) => word), ends: [] };
  const nodes = [root];
  const behind = (parent: Node): Map<number, Node> => {
    const { open, depth } = parent;
    const next = new Map<number, Node & { ends: number[] }>();
    for (const word of open) {
      const text = words[word] as string;
      const kind = classOf[text.charCodeAt(depth)] as number;
      let node = next.get(kind);
      if (node === undefined) {
        next.set(kind, (node = { number: nodes.length, parent, kind, depth: depth + 1, open: [], ends: [] }));
        nodes.push(node);
      }
      (text.length === node.depth ? node.ends : node.open).push(word);
    }
    return next;
  };
  const fallbackOf = (node: Node): Node => {
    if (node.fallback !== undefined) return node.fallback;
    const { parent = root, kind } = node;
    const found = parent === root ? root : follow(fallbackOf(parent), kind);
    // What ends there ends here too.
    if (found !== root) fallbackOf(found);
    if (found.ends.length > 0) node.ends = [...node.ends, ...found.ends];
    return (node.fallback = found);
  };
  const follow = (from: Node, kind: number): Node => {
    for (let node = from; ; node = fallbackOf(node)) {
      const child = (node.next ??= behind(node)).get(kind);
      if (child !== undefined || node === root) return child ?? root;
    }
  };

  let table = new Int32Array(fewNodes * classes);
  return {
    classOf,
    classes,
    get table() {
      return table;
    },
    step(state, kind) {
      const next = follow(nodes[state / classes]!, kind);
      if (next !== root) fallbackOf(next);
      if (nodes.length * classes > table.length) {
        const larger = new Int32Array(2 * nodes.length * classes);
        larger.set(table);
        table = larger;
      }
      const found = next.number * classes + 1;
      return (table[state + kind] = next.ends.length === 0 ? found : -found);
    },
    endsAt: (node) => nodes[node]?.ends ?? [],
  };
}
