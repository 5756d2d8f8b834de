import { wordedFor, type Place, type Rule } from '../../rules/kit/index.js';
import type { Finding } from '../../server/analysis/finding.js';
import { relativeTo } from './apply.js';
import type { Answer, Files } from './ask.js';
import type { Mark } from './marks.js';
import { positionsIn } from './notebook.js';

/** A mark with the file it stands in. */
export interface Expected {
  readonly file: string;
  readonly mark: Mark;
}

/** Where something is, 1-based. */
export interface Spot {
  readonly file: string;
  readonly line: number;
  /** Columns on that line, half open; the end of the line for what goes on below. */
  readonly start: number;
  readonly end: number;
}

export function spotOf(place: Place, root: string, files: Files): Spot {
  const file = relativeTo(root, place.file);
  const { start, end, length } = positionsIn(file, files.get(file) ?? '', place.span);
  const last = end.line === start.line ? end.column : length;
  return { file, line: start.line + 1, start: start.column + 1, end: last + 1 };
}

/** Compares findings with marks, both ways. Returns what does not fit, in words. */
export function compareFindings(
  expected: readonly Expected[],
  { result, root }: Answer,
  files: Files,
  rules: readonly Rule[],
): readonly string[] {
  const found = result.findings.map((finding) => ({ finding, spot: spotOf(finding.place, root, files), taken: false }));
  const problems: string[] = [];
  for (const { file, mark } of expected) {
    const { said, state } = mark;
    if (said.kind === 'because') {
      const steps = result.findings.flatMap(({ evidence }) => evidence);
      const here = steps.filter((step) => fits(spotOf(step, root, files), file, mark));
      if (!here.some(({ label }) => label === said.label)) {
        problems.push(
          `${at(file, mark)}: no evidence "${said.label}"${here.length > 0 ? `, but ${here.map(({ label }) => `"${label}"`).join(', ')}` : ''}`,
        );
      }
    }
    if (said.kind !== 'finding') continue;
    const rule = rules.find(({ id }) => id === said.rule);
    const match = found.find(
      ({ finding, spot, taken }) =>
        !taken && finding.ruleId === said.rule && fits(spot, file, mark) && saysKey(rule, said.key, finding.message),
    );
    if (match === undefined && state !== 'missed')
      problems.push(
        `${at(file, mark)}: ${said.rule} ${said.key} is not reported${state === 'spurious' ? ' any more: remove the mark' : ''}`,
      );
    if (match === undefined) continue;
    match.taken = true;
    if (state === 'missed') problems.push(`${at(file, mark)}: ${said.rule} ${said.key} is no longer missed: remove the word`);
    const wrong = said.facts.filter((fact) => fact !== match.finding.severity && fact !== match.finding.certainty);
    if (wrong.length > 0)
      problems.push(`${at(file, mark)}: ${said.rule} is ${match.finding.severity}, ${match.finding.certainty}, not ${wrong.join(', ')}`);
  }
  for (const { finding, spot, taken } of found)
    if (!taken) problems.push(`${spot.file}:${spot.line}:${spot.start}-${spot.end}: unexpected ${describe(finding)}`);
  problems.push(...result.internal.map(({ where, message }) => `internal error in ${where}: ${message}`));
  return problems;
}

export function fits(spot: Spot, file: string, { line, columns }: Mark): boolean {
  return spot.file === file && spot.line === line && (columns === undefined || (spot.start === columns.start && spot.end === columns.end));
}

export function at(file: string, mark: Mark): string {
  return `${file}:${mark.line} (page line ${mark.pageLine})`;
}

function describe({ ruleId, severity, certainty, message }: Finding): string {
  return `${ruleId} (${severity}, ${certainty}): ${message}`;
}

/** Could the message have been made from this row of the rule's table, in the words of one language? */
export function saysKey(rule: Rule | undefined, key: string, message: string): boolean {
  const template: unknown = rule?.messages[key];
  return typeof template === 'string' && ['', '.py'].some((file) => isMade(wordedFor(file, template), message));
}

function isMade(template: string, message: string): boolean {
  const [first = '', ...rest] = template.split(/\{[A-Za-z][A-Za-z0-9]*\}/u);
  if (rest.length === 0) return message === template;
  if (!message.startsWith(first)) return false;
  const last = rest.pop() ?? '';
  let from = first.length;
  for (const part of rest) {
    const found = message.indexOf(part, from);
    if (found === -1) return false;
    from = found + part.length;
  }
  return message.length - from >= last.length && message.endsWith(last);
}
