import { plainWords } from '../../analysis/markdown.js';
import { decimalOf } from '../../analysis/reliability/fraction.js';
import type { Comparison, EvaluatedSummary, EvaluatedTrials, Evaluation } from '../evaluation.js';
import { changeWords, gateWords, inconsistencyWords, remarksOf, sizeOf, sometimesOf, spreadOf, subjectOf, worseOf } from './pass-words.js';

/** pass^k for a page or a comment on a change. */
export function passMarkdown(evaluation: Evaluation): string {
  const { trials, summaries, changes, problems, gates } = evaluation;
  const gatesOf = ({ name }: { readonly name: string }): readonly string[] =>
    gates.flatMap((gate) => (gate.name === name ? [`**${plainWords(gateWords(gate))}**`, ''] : []));
  const blocks = [
    ...trials.map((one) => [...trialsBlock(one), ...gatesOf(one)]),
    ...summaries.map((one) => [...summaryBlock(one), ...gatesOf(one)]),
    ...changes.map((one) => changeBlock(one, evaluation.asked[0]?.k)),
    ...(problems.length === 0 ? [] : [['### Could not be told', '', ...problems.map(({ line }) => `- ${plainWords(line)}`), '']]),
  ];
  return `${blocks.map((block) => block.join('\n').trimEnd()).join('\n\n')}\n`;
}

function trialsBlock(one: EvaluatedTrials): readonly string[] {
  const facts = [one.set.title, subjectOf(one), sizeOf(one)].filter((word) => word !== '');
  return [
    `### ${plainWords(one.name)}`,
    '',
    `${plainWords(facts.join(', '))}.`,
    '',
    '| k | pass^k | exact | 95 % interval |',
    '|---:|---:|---:|:---:|',
    ...one.report.rows.map(
      ({ k, value, interval }) =>
        `| ${k} | ${decimalOf(value, 3)} | ${value.upper}/${value.lower} | ${interval.low.toFixed(3)}–${interval.high.toFixed(3)} |`,
    ),
    '',
    plainWords([spreadOf(one), sometimesOf(one) ?? []].flat().join(' ')),
    '',
    ...list(remarksOf(one)),
  ];
}

function summaryBlock({ name, set, inconsistent }: EvaluatedSummary): readonly string[] {
  const most = Math.max(0, ...set.rows.map(({ values }) => values.length));
  const ks = Array.from({ length: most }, (_, i) => i + 1);
  return [
    `### ${plainWords(name)}`,
    '',
    `${plainWords([set.title, set.about.model ?? ''].filter((word) => word !== '').join(', '))}. Numbers without their trials.`,
    '',
    `| domain |${ks.map((k) => ` pass^${k} |`).join('')}`,
    `|---|${ks.map(() => '---:|').join('')}`,
    ...set.rows.map(({ domain, values }) => `| ${plainWords(domain)} |${ks.map((k) => ` ${values[k - 1] ?? '–'} |`).join('')}`),
    '',
    ...list(
      set.rows.flatMap(({ domain }, i) => (inconsistent[i] ?? []).map((found) => `${domain}: ${inconsistencyWords(found, set.whole)}`)),
    ),
  ];
}

function changeBlock(change: Comparison, k: number | undefined): readonly string[] {
  return [
    `### ${plainWords(change.name)} compared with ${plainWords(change.earlier)}`,
    '',
    `${change.tasks} tasks in common; ${change.onlyBefore} only in the earlier one, ${change.onlyAfter} only in the later one.`,
    '',
    '| k | earlier | later | change | 95 % interval | better | worse | p |',
    '|---:|---:|---:|---:|:---:|---:|---:|---:|',
    ...change.rows.map(
      ({ k, before, after, difference, interval, better, worse, p }) =>
        `| ${k} | ${decimalOf(before, 3)} | ${decimalOf(after, 3)} | ${decimalOf(difference, 3)} | ${interval.low.toFixed(3)} to ${interval.high.toFixed(3)} | ${better} | ${worse} | ${p.toFixed(3)} |`,
    ),
    '',
    ...list([worseOf(change) ?? []].flat()),
    `**${plainWords(changeWords(change, k))}**`,
    '',
  ];
}

function list(said: readonly string[]): readonly string[] {
  return said.length === 0 ? [] : [...said.map((line) => `- ${plainWords(line)}`), ''];
}
