export interface Prefilter {
  /** Does any of the words stand in these bytes? */
  inBytes(bytes: Uint8Array): boolean;
  inText(text: string): boolean;
}

/**
 * Looks for many ASCII words in one pass (Aho–Corasick as a table over byte classes), so that files which cannot
 * matter are neither decoded nor parsed. States times classes must stay below a million; longer lists match everything.
 */
export function createPrefilter(words: Iterable<string>): Prefilter {
  const list = [...new Set(words)].filter((word) => word !== '');
  const classes = new Uint8Array(256);
  let width = 1;
  for (const word of list) {
    for (let index = 0; index < word.length; index += 1) {
      const code = word.charCodeAt(index);
      if (code < 256 && classes[code] === 0) classes[code] = width++;
    }
  }
  const table = automaton(list, classes, width);
  if (!table) return { inBytes: () => true, inText: () => true };
  const { next, hit } = table;
  return {
    inBytes(bytes) {
      let state = 0;
      for (let index = 0; index < bytes.length; index += 1) {
        state = next[state + classes[bytes[index]!]!]!;
        if (hit[state] === 1) return true;
      }
      return false;
    },
    inText(text) {
      let state = 0;
      for (let index = 0; index < text.length; index += 1) {
        const code = text.charCodeAt(index);
        state = next[state + (code < 256 ? classes[code]! : 0)]!;
        if (hit[state] === 1) return true;
      }
      return false;
    },
  };
}

function automaton(words: readonly string[], classes: Uint8Array, width: number): { next: Uint32Array; hit: Uint8Array } | undefined {
  const go: Int32Array[] = [new Int32Array(width)];
  const ends = [0];
  for (const word of words) {
    let state = 0;
    for (let index = 0; index < word.length; index += 1) {
      const kind = classes[word.charCodeAt(index) & 255]!;
      if (go[state]![kind] === 0) {
        go.push(new Int32Array(width));
        ends.push(0);
        go[state]![kind] = go.length - 1;
      }
      state = go[state]![kind]!;
    }
    ends[state] = 1;
  }
  if (go.length * width > 1 << 20) return undefined;
  link(go, ends, width);
  const next = new Uint32Array(go.length * width);
  const hit = new Uint8Array(go.length * width);
  go.forEach((row, state) => {
    for (let kind = 0; kind < width; kind += 1) next[state * width + kind] = row[kind]! * width;
    hit[state * width] = ends[state]!;
  });
  return { next, hit };
}

/** Turns the tree of words into an automaton: each missing edge goes where the longest known suffix goes. */
function link(go: readonly Int32Array[], ends: number[], width: number): void {
  const fail = new Int32Array(go.length);
  const queue: number[] = [];
  for (let kind = 1; kind < width; kind += 1) if (go[0]![kind] !== 0) queue.push(go[0]![kind]!);
  for (let head = 0; head < queue.length; head += 1) {
    const state = queue[head]!;
    if (ends[fail[state]!] === 1) ends[state] = 1;
    for (let kind = 0; kind < width; kind += 1) {
      const target = go[state]![kind]!;
      const behind = go[fail[state]!]![kind]!;
      if (target === 0) go[state]![kind] = behind;
      else {
        fail[target] = behind;
        queue.push(target);
      }
    }
  }
}
