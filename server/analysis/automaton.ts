/**
 * Many words at once (Aho and Corasick, "Efficient string matching", 1975), as a table of steps by classes of characters. All but
 * the words themselves is worked out when a text first needs it: a short run pays for the little that it meets.
 */
export interface Automaton {
  /** The class of every UTF-16 unit, so that a scan needs no test; 0 for those that stand in no word. */
  readonly classOf: Uint8Array;
  readonly classes: number;
  /** Where a step from a state (a node times the number of classes) leads: the state + 1, negative when words end there; 0 when not known. */
  readonly table: Int32Array;
  /** Works a step out and puts it into the table. */
  step(state: number, kind: number): number;
  /** Words that end at each node, longest first; known of nodes that were stepped to. */
  readonly ends: readonly (readonly number[] | undefined)[];
}

/** Words must be ASCII and not empty; the same word may stand twice. `fold` makes characters equal. */
export function createAutomaton(words: readonly string[], fold: (code: number) => number): Automaton {
  const classOf = new Uint8Array(0x10000);
  let classes = 1;
  let most = 1;
  for (const word of words) {
    most += word.length;
    for (let at = 0; at < word.length; at += 1) {
      const code = fold(word.charCodeAt(at));
      if (classOf[code] === 0) classOf[code] = classes++;
    }
  }

  /** Node that follows a node by a class; 0 for none. */
  const children = new Int32Array(most * classes);
  const parents = new Int32Array(most);
  const kinds = new Uint8Array(most);
  const ends: (number[] | undefined)[] = [undefined];
  let count = 1;
  for (let number = 0; number < words.length; number += 1) {
    const word = words[number] ?? '';
    let node = 0;
    for (let at = 0; at < word.length; at += 1) {
      const kind = classOf[fold(word.charCodeAt(at))] as number;
      let child = children[node * classes + kind] as number;
      if (child === 0) {
        child = count++;
        children[node * classes + kind] = child;
        parents[child] = node;
        kinds[child] = kind;
      }
      node = child;
    }
    if (node !== 0) (ends[node] ??= []).push(number);
  }

  /** The longest end of what was read that begins a word as well: the node + 1, 0 when it is not worked out yet. */
  const fallbacks = new Int32Array(count);
  const table = new Int32Array(count * classes);
  const fallbackOf = (node: number): number => {
    const known = fallbacks[node] as number;
    if (known !== 0) return known - 1;
    const parent = parents[node] as number;
    const found = parent === 0 ? 0 : follow(fallbackOf(parent), kinds[node] as number);
    fallbacks[node] = found + 1;
    // What ends there ends here too.
    if (found !== 0) fallbackOf(found);
    const shorter = ends[found];
    if (shorter !== undefined) ends[node] = [...(ends[node] ?? []), ...shorter];
    return found;
  };
  const follow = (from: number, kind: number): number => {
    let node = from;
    while (node !== 0 && children[node * classes + kind] === 0) node = fallbackOf(node);
    return children[node * classes + kind] as number;
  };

  return {
    classOf,
    classes,
    table,
    ends,
    step(state, kind) {
      const next = follow(state / classes, kind);
      if (next !== 0) fallbackOf(next);
      const found = next * classes + 1;
      return (table[state + kind] = ends[next] === undefined ? found : -found);
    },
  };
}
