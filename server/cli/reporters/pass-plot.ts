/** How pass^k falls with k, as a picture that stands in a page. */

export interface Curve {
  readonly points: readonly { readonly k: number; readonly value: number; readonly low?: number; readonly high?: number }[];
  /** Another release, in the background. */
  readonly faint?: true;
}

/** What must be reached at one k. */
export interface Mark {
  readonly k: number;
  readonly min: number;
  readonly passed: boolean;
}

const [width, height] = [560, 260];
const [left, right, top, bottom] = [44, 16, 12, 34];

/**
 * An SVG with a line for each curve and a band for where the true value lies; marks are short strokes. Colors come from the page, by
 * classes, so that it is read on light and on dark ground.
 */
export function plot(curves: readonly Curve[], marks: readonly Mark[]): string {
  const ks = [...new Set(curves.flatMap(({ points }) => points.map(({ k }) => k)))].sort((a, b) => a - b);
  // By their order: of very many only some are shown, and these lie far apart.
  const x = (k: number): number => left + ((width - left - right) * (ks.indexOf(k) + 0.5)) / Math.max(1, ks.length);
  const y = (value: number): number => top + (height - top - bottom) * (1 - value);
  const at = (k: number, value: number): string => `${x(k).toFixed(1)},${y(value).toFixed(1)}`;
  const every = Math.ceil(ks.length / 16);
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="pass^k for each k">`,
    ...[0, 0.25, 0.5, 0.75, 1].map(
      (value) =>
        `<line class="grid" x1="${left}" x2="${width - right}" y1="${y(value).toFixed(1)}" y2="${y(value).toFixed(1)}"/><text class="tick" x="${left - 8}" y="${(y(value) + 4).toFixed(1)}" text-anchor="end">${value}</text>`,
    ),
    ...ks
      .filter((_, i) => i % every === 0)
      .map((k) => `<text class="tick" x="${x(k).toFixed(1)}" y="${height - bottom + 18}" text-anchor="middle">${k}</text>`),
    `<text class="tick" x="${width - right}" y="${height - 2}" text-anchor="end">k</text>`,
    ...curves.toSorted((a, b) => Number(b.faint ?? false) - Number(a.faint ?? false)).map((curve) => drawn(curve, at)),
    ...marks.map(
      ({ k, min, passed }) =>
        `<line class="mark ${passed ? 'passed' : 'failed'}" x1="${(x(k) - 12).toFixed(1)}" x2="${(x(k) + 12).toFixed(1)}" y1="${y(min).toFixed(1)}" y2="${y(min).toFixed(1)}"/>`,
    ),
    '</svg>',
  ].join('');
}

function drawn({ points, faint }: Curve, at: (k: number, value: number) => string): string {
  const kind = faint ? ' faint' : '';
  const bounded = points.filter(({ low, high }) => low !== undefined && high !== undefined);
  const around = [...bounded.map(({ k, high }) => at(k, high!)), ...bounded.toReversed().map(({ k, low }) => at(k, low!))];
  // One point has no breadth, so its interval is a stroke.
  const [only, ...more] = bounded;
  const band =
    only === undefined
      ? ''
      : more.length === 0
        ? `<polyline class="reach${kind}" points="${at(only.k, only.low!)} ${at(only.k, only.high!)}"/>`
        : `<polygon class="band${kind}" points="${around.join(' ')}"/>`;
  const dots = points.map(({ k, value }) => {
    const [x, y] = at(k, value).split(',');
    return `<circle class="dot${kind}" cx="${x}" cy="${y}" r="3.5"/>`;
  });
  return `${band}<polyline class="curve${kind}" points="${points.map(({ k, value }) => at(k, value)).join(' ')}"/>${dots.join('')}`;
}
