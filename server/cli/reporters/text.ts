import type { Evidence, Severity } from '../../../rules/kit/index.js';
import type { Finding } from '../../analysis/finding.js';
import type { Look } from '../told.js';
import { masked } from '../mask.js';
import { printable } from '../../analysis/printable.js';
import { count, styleFor, wrapped, type Style } from '../style.js';
import { placesOf, type Places } from '../places.js';
import { asides } from './asides.js';

export interface TextOptions {
  readonly color: boolean;
  readonly width?: number;
  /** Not everything could be checked, so silence must not look clean. */
  readonly incomplete: boolean;
}

/** Findings for people: one line each, with the code and the chain of evidence below. */
export function findingsText(look: Look, { color, width, incomplete }: TextOptions): string {
  const style = styleFor(color);
  const places = placesOf(look);
  const blocks = look.result.findings.map((finding) => `${block(finding, look.name, places, style, width)}\n`);
  return `${[...blocks, summary(look, incomplete, style), ...nextSteps(look, style), ...asides(look, places, style)].join('\n')}\n`;
}

function block(finding: Finding, name: Look['name'], places: Places, style: Style, columns: number | undefined): string {
  const { place, severity, message, ruleId, evidence, fixes } = finding;
  const position = (at: Pick<Evidence, 'file' | 'span'>): string => printable(`${name(at.file)}:${places.label(at)}`);
  const where = position(place);
  const indent = where.length + severity.length + 4;
  const said = wrapped(`${printable(message)}  ${ruleId}`, indent, Math.min(indent, 32), columns);
  const lines = [`${style.bold(where)}  ${severityIn(style, severity)}  ${said.slice(0, -ruleId.length)}${style.dim(ruleId)}`];
  const { text, line, column } = places.source(place);
  const code = masked(printable(around(text, column - 1)));
  // What stands at a finding about the environment is mostly the secret itself.
  if (code !== '' && !ruleId.startsWith('environment/')) lines.push(`  ${style.dim(`${line} │`)} ${code}`);
  const width = Math.max(0, ...evidence.map((step) => position(step).length));
  for (const step of evidence) lines.push(`    ${style.blue(position(step).padEnd(width))}  ${printable(step.label)}`);
  const [best] = fixes;
  if (best) {
    const others = fixes.length > 1 ? style.dim(`, or ${count(fixes.length - 1, 'other way', 'other ways')}`) : '';
    lines.push(`    ${style.green(best.grade === 'auto' ? '--fix' : 'fix')}  ${printable(best.title)}${others}`);
  }
  return lines.join('\n');
}

/** Characters of a line of code that are shown. */
const widest = 100;

/** The part of a line around a column. */
function around(line: string, column: number): string {
  const text = line.trim();
  if (text.length <= widest) return text;
  const at = column - line.indexOf(text);
  const start = Math.max(0, Math.min(at - 40, text.length - widest));
  const end = start + widest;
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

function severityIn(style: Style, severity: Severity): string {
  return { error: style.red, warning: style.yellow, information: style.blue, hint: style.dim }[severity](severity);
}

function summary({ result }: Look, incomplete: boolean, style: Style): string {
  const of = (severity: Severity): number => result.findings.filter((finding) => finding.severity === severity).length;
  const parts = [
    [of('error'), 'error', 'errors', style.red],
    [of('warning'), 'warning', 'warnings', style.yellow],
    [of('information'), 'note', 'notes', style.blue],
    [of('hint'), 'hint', 'hints', style.dim],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, one, many, paint]) => paint(count(number, one, many)));
  const none = incomplete ? style.yellow('No findings, but not everything could be checked') : style.green('No findings');
  return [said.length === 0 ? none : said.join(', '), toolCount(result.tools), count(result.files, 'file')].join(style.dim(' · '));
}

/** What can be done about the findings from here: `6 fixes by --fix · 7 to choose in an editor · why: detent explain <rule>`. */
function nextSteps({ result }: Look, style: Style): readonly string[] {
  if (result.findings.length === 0) return [];
  const best = result.findings.flatMap(({ fixes }) => fixes.slice(0, 1));
  const safe = best.filter(({ grade }) => grade === 'auto').length;
  const chosen = best.length - safe;
  const steps = [
    safe > 0 ? `${count(safe, 'fix', 'fixes')} by --fix` : '',
    chosen > 0 ? `${count(chosen, 'fix', 'fixes')} to choose in an editor` : '',
    'why: detent explain <rule>',
  ];
  return [style.dim(steps.filter(Boolean).join(' · '))];
}

/** `14 tools, 12 fully traced`. */
export function toolCount(tools: Look['result']['tools']): string {
  const traced = tools.filter(({ inferred }) => inferred.complete).length;
  if (tools.length === 0) return 'no tools found';
  return `${count(tools.length, 'tool')}, ${traced === tools.length ? 'fully traced' : `${traced} fully traced`}`;
}
