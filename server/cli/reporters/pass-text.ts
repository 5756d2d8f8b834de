import { decimalOf, numberOf } from '../../analysis/reliability/fraction.js';
import type { Interval } from '../../analysis/reliability/interval.js';
import type { Comparison, EvaluatedSummary, EvaluatedTrials, Evaluation, Gate } from '../evaluation.js';
import { printable } from '../../analysis/printable.js';
import { styleFor, wrapped, type Style } from '../style.js';
import { changeWords, gateWords, inconsistencyWords, remarksOf, sizeOf, sometimesOf, spreadOf, subjectOf, worseOf } from './pass-words.js';

/** pass^k for people. */
export function passText(evaluation: Evaluation, { color, width }: { readonly color: boolean; readonly width?: number }): string {
  const style = styleFor(color);
  const lines = (text: string): string => wrapped(text, 2, 2, width);
  const blocks = [
    ...evaluation.trials.map((one) => trialsBlock(one, evaluation, style, lines)),
    ...evaluation.summaries.map((one) => summaryBlock(one, evaluation, style, lines)),
    ...evaluation.changes.map((one) => changeBlock(one, evaluation, style, lines)),
  ];
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

type Lines = (text: string) => string;

function trialsBlock(one: EvaluatedTrials, { asked, gates }: Evaluation, style: Style, lines: Lines): string {
  const { name, set, report } = one;
  const facts = [set.title, subjectOf(one), sizeOf(one)].filter((word) => word !== '');
  const wide = String(report.largest).length;
  const table = report.rows.map(({ k, value, interval }) => {
    const said = `${String(k).padStart(wide)}   ${decimalOf(value, 3)}   ${interval.low.toFixed(3)}–${interval.high.toFixed(3)}`;
    return `  ${asked.some((one) => one.k === k) ? style.bold(said) : said}   ${bar(numberOf(value), interval, style)}`;
  });
  const head = style.dim(`${'k'.padStart(wide)}   pass^k  95 % interval`);
  return [
    `${style.bold(name)}  ${style.dim(facts.join(' · '))}`,
    '',
    `  ${head}`,
    ...table,
    '',
    `  ${lines('pass^k: how likely k trials of a task in a row all succeed, as the mean over tasks.')}`,
    `  ${lines(spreadOf(one))}`,
    ...[sometimesOf(one) ?? []].flat().map((said) => `  ${lines(said)}`),
    ...remarksOf(one).map((remark) => `  ${style.yellow(lines(remark))}`),
    ...gateLines(gates, name, style, lines),
  ].join('\n');
}

/** Columns of a bar. */
const columns = 40;

/** The value as a bar, with a line where the interval reaches. */
function bar(value: number, { low, high }: Interval, style: Style): string {
  const [full, from, to] = [value, low, high].map((part) => Math.round(part * columns)) as [number, number, number];
  const cells = Array.from({ length: columns }, (_, i) => (i < full ? '█' : i >= from && i < to ? '─' : ' '));
  return style.blue(cells.join('').trimEnd());
}

function gateLines(gates: readonly Gate[], name: string, style: Style, lines: Lines): readonly string[] {
  const its = gates.filter((gate) => gate.name === name);
  if (its.length === 0) return [];
  return ['', ...its.map((gate) => `  ${(gate.passed ? style.green : style.red)(lines(gateWords(gate)))}`)];
}

function summaryBlock({ name, set, inconsistent }: EvaluatedSummary, { gates }: Evaluation, style: Style, lines: Lines): string {
  const wide = Math.max(6, ...set.rows.map(({ domain }) => domain.length));
  const most = Math.max(0, ...set.rows.map(({ values }) => values.length));
  const cells = (values: readonly string[]): string => values.map((value) => value.padStart(8)).join('');
  return [
    `${style.bold(name)}  ${style.dim([set.title, printable(set.about.model ?? '')].filter((word) => word !== '').join(' · '))}`,
    '',
    `  ${style.dim(`${'domain'.padEnd(wide)}${cells(Array.from({ length: most }, (_, i) => `pass^${i + 1}`))}`)}`,
    ...set.rows.map(
      ({ domain, values }) => `  ${printable(domain).padEnd(wide)}${cells(values.map((value) => (value === null ? '–' : String(value))))}`,
    ),
    '',
    `  ${lines('Numbers that somebody worked out: without the trials they cannot be checked, and have no interval.')}`,
    ...set.rows.flatMap(({ domain }, i) =>
      (inconsistent[i] ?? []).map((one) => `  ${style.yellow(lines(`${printable(domain)}: ${inconsistencyWords(one, set.whole)}`))}`),
    ),
    ...gateLines(gates, name, style, lines),
  ].join('\n');
}

function changeBlock(change: Comparison, { asked }: Evaluation, style: Style, lines: Lines): string {
  const { name, earlier, tasks, onlyBefore, onlyAfter, rows } = change;
  const wide = String(rows.at(-1)?.k ?? 1).length;
  const others = [
    ...(onlyBefore > 0 ? [`${onlyBefore} only in the earlier one`] : []),
    ...(onlyAfter > 0 ? [`${onlyAfter} only in the later one`] : []),
  ];
  const table = rows.map((row) => {
    const { k, before, after, difference, interval, better, worse, p } = row;
    const moved = `${signed(decimalOf(difference, 3))}  ${signed(interval.low.toFixed(3))} to ${signed(interval.high.toFixed(3))}`;
    const said = `${String(k).padStart(wide)}   ${decimalOf(before, 3)}    ${decimalOf(after, 3)}   ${moved}   ${String(better).padStart(6)} ${String(worse).padStart(6)}   ${p.toFixed(3)}`;
    return `  ${asked.some((one) => one.k === k) ? style.bold(said) : said}`;
  });
  return [
    `${style.bold(name)} ${style.dim('compared with')} ${style.bold(earlier)}  ${style.dim(`${tasks} tasks in common${others.length === 0 ? '' : `; left out: ${others.join(', ')}`}`)}`,
    '',
    `  ${style.dim(`${'k'.padStart(wide)}   earlier  later   change  95 % interval      better  worse   p`)}`,
    ...table,
    '',
    ...[worseOf(change) ?? []].flat().map((said) => `  ${lines(said)}`),
    `  ${change.fell ? style.red(lines(changeWords(change, asked[0]?.k))) : lines(changeWords(change, asked[0]?.k))}`,
  ].join('\n');
}

function signed(number: string): string {
  return number.startsWith('-') ? `−${number.slice(1)}` : `+${number}`;
}
