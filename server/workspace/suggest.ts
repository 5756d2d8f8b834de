/** The candidate that was probably meant, or `undefined` when none is near: at most one error in three characters. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let least = Math.floor(Math.min(word.length, 40) / 3) + 1;
  const asked = word.toLowerCase();
  for (const candidate of candidates) {
    const known = candidate.toLowerCase();
    const tail = known.slice(known.lastIndexOf('/') + 1);
    const cost = Math.min(distance(asked, known), tail === known ? Infinity : distance(asked, tail));
    if (cost < least) [best, least] = [candidate, cost];
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbors that turn one word into the other. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 12 || a.length > 200) return Infinity;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[b.length]!;
}
