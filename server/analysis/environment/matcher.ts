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

/**
 * Prepares the search. Words must be ASCII and not empty; the same word may stand twice. Steps of the automaton are worked out
 * when a text first takes them: a short run pays for the few that it needs.
 */
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

  const { children, fallback, ends } = buildTree(words, classOf, classes);
  const lengths = words.map((word) => word.length);
  // Where a step leads: the state + 1, negative when words end there; 0 when it is not worked out yet.
  const table = new Int32Array(fallback.length * classes);

  const work = (state: number, step: number): number => {
    let node = state / classes;
    while (node !== 0 && children[node * classes + step] === 0) node = fallback[node] ?? 0;
    const next = children[node * classes + step] ?? 0;
    const found = next * classes + 1;
    return (table[state + step] = (ends[next]?.length ?? 0) > 0 ? -found : found);
  };

  return {
    scan(text, onHit) {
      let state = 0;
      for (let at = 0; at < text.length; at += 1) {
        const step = classOf[text.charCodeAt(at)] as number;
        const found = (table[state + step] as number) || work(state, step);
        if (found > 0) {
          state = found - 1;
          continue;
        }
        state = -found - 1;
        for (const word of ends[state / classes] ?? []) {
          if (onHit(word, at + 1 - (lengths[word] ?? 0))) return;
        }
      }
    },
  };
}

interface Tree {
  /** Node that follows a node by a class of characters; 0 for none. */
  readonly children: Int32Array;
  /** The longest end of what was read that begins a word as well. */
  readonly fallback: Int32Array;
  /** Words that end at each node, longest first. */
  readonly ends: readonly (readonly number[])[];
}

function buildTree(words: readonly string[], classOf: Uint8Array, classes: number): Tree {
  const most = words.reduce((sum, word) => sum + word.length, 1);
  const children = new Int32Array(most * classes);
  const parents = new Int32Array(most);
  const steps = new Uint8Array(most);
  const levels: number[][] = [];
  const ends: number[][] = [[]];
  words.forEach((word, number) => {
    let node = 0;
    for (let at = 0; at < word.length; at += 1) {
      const step = classOf[fold(word.charCodeAt(at))] ?? 0;
      let child = children[node * classes + step] ?? 0;
      if (child === 0) {
        child = ends.length;
        children[node * classes + step] = child;
        parents[child] = node;
        steps[child] = step;
        (levels[at] ??= []).push(child);
        ends.push([]);
      }
      node = child;
    }
    ends[node]?.push(number);
  });

  const fallback = new Int32Array(ends.length);
  for (const node of levels.slice(1).flat()) {
    const step = steps[node] ?? 0;
    let other = fallback[parents[node] ?? 0] ?? 0;
    while (other !== 0 && children[other * classes + step] === 0) other = fallback[other] ?? 0;
    const found = children[other * classes + step] ?? 0;
    fallback[node] = found;
    ends[node]?.push(...(ends[found] ?? []));
  }
  return { children, fallback, ends };
}

function fold(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
