/**
 * Finds many words in one pass over a text (Aho and Corasick, "Efficient string matching", 1975). Letters of ASCII are folded,
 * so the caller compares the case where it matters.
 */
export interface Matcher {
  /**
   * Calls `onHit` with the number of each word and where it starts, ordered by where the words end. Stops when it
   * answers `true`.
   */
  scan(text: string, onHit: (word: number, start: number) => boolean): void;
}

/** Prepares the table. Words must be ASCII and not empty; the same word may stand twice. */
export function createMatcher(words: readonly string[]): Matcher {
  // One entry for every UTF-16 unit, so that the scan needs no test for characters outside ASCII.
  const classOf = new Uint8Array(0x10000);
  let classes = 1;
  for (const word of words) {
    for (let at = 0; at < word.length; at += 1) {
      const code = fold(word.charCodeAt(at));
      if (classOf[code] === 0) classOf[code] = classes++;
    }
  }
  for (let code = 65; code <= 90; code += 1) classOf[code] = classOf[code + 32] ?? 0;

  const tree = buildTree(words, classOf, classes);
  const { table, firstAccepting, accepted } = flatten(tree, classes);
  const lengths = words.map((word) => word.length);

  return {
    scan(text, onHit) {
      let state = 0;
      for (let at = 0; at < text.length; at += 1) {
        state = table[state + (classOf[text.charCodeAt(at)] as number)] as number;
        if (state < firstAccepting) continue;
        for (const word of accepted[(state - firstAccepting) / classes] ?? []) {
          if (onHit(word, at + 1 - (lengths[word] ?? 0))) return;
        }
      }
    },
  };
}

interface Tree {
  /** Next node for each class of characters; complete, so that the scan never looks back. */
  readonly next: readonly Int32Array[];
  /** Words that end at each node, longest first. */
  readonly ends: readonly (readonly number[])[];
}

function buildTree(words: readonly string[], classOf: Uint8Array, classes: number): Tree {
  const next = [new Int32Array(classes)];
  const ends: number[][] = [[]];
  words.forEach((word, number) => {
    let node = 0;
    for (let at = 0; at < word.length; at += 1) {
      const step = classOf[fold(word.charCodeAt(at))] ?? 0;
      const row = next[node] as Int32Array;
      if (row[step] === 0) {
        row[step] = next.length;
        next.push(new Int32Array(classes));
        ends.push([]);
      }
      node = row[step] ?? 0;
    }
    ends[node]?.push(number);
  });

  const fallback = new Int32Array(next.length);
  const queue = [...(next[0] as Int32Array)].filter((node) => node !== 0);
  for (const node of queue) {
    const other = fallback[node] ?? 0;
    ends[node]?.push(...(ends[other] ?? []));
    const row = next[node] as Int32Array;
    const otherRow = next[other] as Int32Array;
    for (let step = 0; step < classes; step += 1) {
      const child = row[step] ?? 0;
      if (child === 0) row[step] = otherRow[step] ?? 0;
      else {
        fallback[child] = otherRow[step] ?? 0;
        queue.push(child);
      }
    }
  }
  return { next, ends };
}

/** One flat table of row offsets. Accepting rows stand last, so that one comparison per character finds them. */
function flatten(tree: Tree, classes: number): { table: Int32Array; firstAccepting: number; accepted: readonly (readonly number[])[] } {
  const nodes = tree.ends.map((_, node) => node);
  const isAccepting = (node: number): boolean => (tree.ends[node]?.length ?? 0) > 0;
  const order = [...nodes.filter((node) => !isAccepting(node)), ...nodes.filter(isAccepting)];
  const place = new Int32Array(nodes.length);
  order.forEach((node, index) => (place[node] = index));
  const table = new Int32Array(nodes.length * classes);
  order.forEach((node, index) => {
    const row = tree.next[node] as Int32Array;
    const start = index * classes;
    for (let step = 0; step < classes; step += 1) table[start + step] = (place[row[step] as number] as number) * classes;
  });
  const first = nodes.filter((node) => !isAccepting(node)).length;
  return { table, firstAccepting: first * classes, accepted: order.slice(first).map((node) => tree.ends[node] ?? []) };
}

function fold(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
