interface Step {
  readonly sign: ' ' | '-' | '+';
  readonly line: string;
}

const context = 3;
/** Above this many pairs of lines, everything between the first and last change counts as changed. */
const mostPairs = 4_000_000;

/** A unified diff of two texts, empty when they are equal. `show` makes each line fit to be shown. */
export function unifiedDiff(file: string, before: string | undefined, after: string, show: (line: string) => string): string {
  const steps = script(linesOf(before ?? ''), linesOf(after));
  const hunks = hunksIn(steps).map(([from, to]) => hunkText(steps, from, to, show));
  if (hunks.length === 0) return '';
  return `--- ${before === undefined ? '/dev/null' : `a/${file}`}\n+++ b/${file}\n${hunks.join('')}`;
}

/** Lines with their ends, so that a changed end is a change. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function script(a: readonly string[], b: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const same = (from: number, to: number): Step[] => a.slice(from, to).map((line) => ({ sign: ' ', line }));
  return [...same(0, head), ...between(a.slice(head, a.length - tail), b.slice(head, b.length - tail)), ...same(a.length - tail, a.length)];
}

/** Keeps a longest common subsequence of lines. */
function between(a: readonly string[], b: readonly string[]): readonly Step[] {
  const width = b.length + 1;
  const common = new Uint32Array(a.length * b.length > mostPairs ? 0 : (a.length + 1) * width);
  const isKept = common.length > 0;
  for (let i = a.length - 1; isKept && i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      common[i * width + j] =
        a[i] === b[j] ? common[(i + 1) * width + j + 1]! + 1 : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
    }
  }
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (isKept && i < a.length && j < b.length && a[i] === b[j]) {
      steps.push({ sign: ' ', line: a[i]! });
      [i, j] = [i + 1, j + 1];
    } else if (i < a.length && (j === b.length || !isKept || common[(i + 1) * width + j]! >= common[i * width + j + 1]!)) {
      steps.push({ sign: '-', line: a[i]! });
      i += 1;
    } else {
      steps.push({ sign: '+', line: b[j]! });
      j += 1;
    }
  }
  return steps;
}

/** Ranges of steps that hold changes with their context; near ones are one. */
function hunksIn(steps: readonly Step[]): readonly (readonly [from: number, to: number])[] {
  const hunks: [number, number][] = [];
  steps.forEach(({ sign }, index) => {
    if (sign === ' ') return;
    const last = hunks.at(-1);
    const to = Math.min(steps.length, index + context + 1);
    if (last && index - context <= last[1]) last[1] = to;
    else hunks.push([Math.max(0, index - context), to]);
  });
  return hunks;
}

function hunkText(steps: readonly Step[], from: number, to: number, show: (line: string) => string): string {
  const count = (part: readonly Step[], without: string): number => part.filter(({ sign }) => sign !== without).length;
  const [above, part] = [steps.slice(0, from), steps.slice(from, to)];
  const side = (sign: '-' | '+', without: '-' | '+'): string => {
    const length = count(part, without);
    return `${sign}${count(above, without) + (length === 0 ? 0 : 1)},${length}`;
  };
  const body = part.map(({ sign, line }) => {
    const ended = line.endsWith('\n');
    return `${sign}${show(ended ? line.slice(0, -1) : line)}\n${ended ? '' : '\\ No newline at end of file\n'}`;
  });
  return `@@ ${side('-', '+')} ${side('+', '-')} @@\n${body.join('')}`;
}
