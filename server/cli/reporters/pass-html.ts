import { decimalOf, numberOf } from '../../analysis/reliability/fraction.js';
import type { Comparison, EvaluatedSummary, EvaluatedTrials, Evaluation, Gate } from '../evaluation.js';
import { changeWords, gateWords, inconsistencyWords, remarksOf, sizeOf, sometimesOf, spreadOf, subjectOf, worseOf } from './pass-words.js';
import { list, page, table, text } from '../../analysis/report/page.js';
import { plot, type Curve, type Mark } from './pass-plot.js';

const style = `
.grid { stroke: var(--line); } .tick { fill: var(--soft); font-size: 12px; } .curve { fill: none; stroke: var(--blue); stroke-width: 2; } .dot { fill: var(--blue); }
.band { fill: var(--blue); opacity: 0.15; } .reach { stroke: var(--blue); stroke-width: 10; opacity: 0.15; } .faint { stroke: var(--soft); } .dot.faint { fill: var(--soft); stroke: none; } .band.faint { fill: var(--soft); stroke: none; }
.mark { stroke-width: 3; } .passed { color: var(--green); stroke: var(--green); } .failed { color: var(--red); stroke: var(--red); } p.passed, p.failed { font-weight: 600; }
`;

/** pass^k as a page of its own, with a picture; it loads nothing. */
export function passHtml(evaluation: Evaluation): string {
  const { trials, summaries, changes, problems, gates } = evaluation;
  const of = (name: string): readonly Gate[] => gates.filter((gate) => gate.name === name);
  const body = [
    '<h1>pass^k</h1>',
    '<p class="soft">How likely k trials of a task in a row all succeed, as the mean over tasks. The band is where the true value lies in 95 of 100 cases.</p>',
    ...trials.map((one) => trialsSection(one, of(one.name))),
    ...summaries.map((one) => summarySection(one, of(one.name))),
    ...changes.map((one) => changeSection(one, evaluation.asked[0]?.k)),
    ...(problems.length === 0 ? [] : [`<h2>Could not be told</h2>${list(problems.map(({ line }) => line))}`]),
  ];
  return page('pass^k', body, { more: style });
}

function trialsSection(one: EvaluatedTrials, gates: readonly Gate[]): string {
  const { rows } = one.report;
  const facts = [one.set.title, subjectOf(one), sizeOf(one)].filter((word) => word !== '');
  const curve: Curve = {
    points: rows.map(({ k, value, interval }) => ({ k, value: numberOf(value), low: interval.low, high: interval.high })),
  };
  const marks = gates.map(({ k, written, passed }): Mark => ({
    k,
    min: written.endsWith('%') ? Number(written.slice(0, -1)) / 100 : Number(written),
    passed,
  }));
  return [
    `<h2>${text(one.name)}</h2>`,
    `<p class="soft">${text(facts.join(' · '))}</p>`,
    rows.length === 0 ? '' : plot([curve], marks),
    ...gates.map(gateLine),
    `<p>${text([spreadOf(one), sometimesOf(one) ?? []].flat().join(' '))}</p>`,
    list(remarksOf(one)),
    table(
      ['k', 'pass^k', 'exact', '95 % interval'],
      rows.map(({ k, value, interval }) => [
        String(k),
        decimalOf(value, 3),
        `${value.upper}/${value.lower}`,
        `${interval.low.toFixed(3)}–${interval.high.toFixed(3)}`,
      ]),
    ),
  ].join('\n');
}

function summarySection({ name, set, inconsistent }: EvaluatedSummary, gates: readonly Gate[]): string {
  const most = Math.max(0, ...set.rows.map(({ values }) => values.length));
  return [
    `<h2>${text(name)}</h2>`,
    `<p class="soft">${text([set.title, set.about.model ?? ''].filter((word) => word !== '').join(' · '))}. Numbers without their trials.</p>`,
    ...gates.map(gateLine),
    list(set.rows.flatMap(({ domain }, i) => (inconsistent[i] ?? []).map((found) => `${domain}: ${inconsistencyWords(found, set.whole)}`))),
    table(
      ['domain', ...Array.from({ length: most }, (_, i) => `pass^${i + 1}`)],
      set.rows.map(({ domain, values }) => [domain, ...values.map((value) => (value === null ? '–' : String(value)))]),
    ),
  ].join('\n');
}

function changeSection(change: Comparison, k: number | undefined): string {
  const { name, earlier, tasks, onlyBefore, onlyAfter, rows, fell } = change;
  const curve = (of: 'before' | 'after'): Curve['points'] => rows.map((row) => ({ k: row.k, value: numberOf(row[of]) }));
  return [
    `<h2>${text(name)} compared with ${text(earlier)}</h2>`,
    `<p class="soft">${tasks} tasks in common; ${onlyBefore} only in the earlier one, ${onlyAfter} only in the later one. The earlier one is grey.</p>`,
    rows.length === 0 ? '' : plot([{ points: curve('before'), faint: true }, { points: curve('after') }], []),
    `<p${fell ? ' class="failed"' : ''}>${text(changeWords(change, k))}</p>`,
    list([worseOf(change) ?? []].flat()),
    table(
      ['k', 'earlier', 'later', 'change', '95 % interval', 'better', 'worse', 'p'],
      rows.map(({ k, before, after, difference, interval, better, worse, p }) => [
        String(k),
        decimalOf(before, 3),
        decimalOf(after, 3),
        decimalOf(difference, 3),
        `${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`,
        String(better),
        String(worse),
        p.toFixed(3),
      ]),
    ),
  ].join('\n');
}

function gateLine(gate: Gate): string {
  return `<p class="${gate.passed ? 'passed' : 'failed'}">${text(gateWords(gate))}</p>`;
}
