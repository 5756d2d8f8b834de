import type { HintName, Tool } from '../../rules/kit/index.js';
import type { PackageAnswer } from './ask-package.js';

/** A page about a published server: what is written by hand, and then what Detent says. */
export interface ServerPage {
  readonly name: string;
  readonly version: string;
  /** Where its code is, from the root of the package. */
  readonly folder: string;
  readonly wrong: readonly WrongAnswer[];
  /** Everything in front of what is generated. */
  readonly written: string;
}

/** An answer of today that the code of the package contradicts. */
export interface WrongAnswer {
  readonly tool: string;
  /** A column of the tools, or the rule of a finding. */
  readonly asked: string;
  readonly today: string;
  readonly right: string;
}

const generatedFrom = '## Tools\n';
const columns: Readonly<Record<string, HintName>> = {
  'read-only': 'readOnly',
  destructive: 'destructive',
  idempotent: 'idempotent',
  'open world': 'openWorld',
};
/** Reasons that are spelled out for one tool. */
const shownReasons = 3;

/** @throws Error when the page does not say which package and which folder of it it is about */
export function readServerPage(text: string): ServerPage {
  const title = /^# (?<name>\S{1,100}) (?<version>\d\S{0,40})\n/u.exec(text)?.groups;
  const folder = /^Code: `([^`\n]{1,100})`/mu.exec(text)?.[1];
  if (title === undefined || folder === undefined)
    throw new Error('A page begins with `# <package> <version>` and says `Code: \\`folder\\``');
  const start = text.indexOf(generatedFrom);
  const written = start === -1 ? `${text.trimEnd()}\n\n` : text.slice(0, start);
  const wrong = written
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line): WrongAnswer => {
      const [tool, asked, today, right, why] = line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim().replaceAll('`', ''));
      if (!tool || !asked || !today || !right || !why) throw new Error(`Not every cell is filled: ${line}`);
      return { tool, asked, today, right };
    });
  return { name: title['name']!, version: title['version']!, folder, wrong, written };
}

/** Today's answer to what a row asks. */
export function answerOf({ tools, findings }: PackageAnswer, { tool: name, asked }: WrongAnswer): string {
  if (asked.includes('/')) return findings.some(({ tool, rule }) => tool === name && rule === asked) ? 'reported' : 'silent';
  const found = tools.find((tool) => tool.name.value === name);
  if (found === undefined) return 'not found';
  if (asked === 'complete') return found.inferred.complete ? 'yes' : 'no';
  const hint = columns[asked];
  return hint === undefined ? `no column \`${asked}\`` : said(found.inferred[hint]);
}

/** The part of a page that Detent writes. */
export function generatedOf(answer: PackageAnswer): string {
  const { tools, findings, unresolved, spot } = answer;
  const parts = [
    generatedFrom,
    table(
      ['tool', ...Object.keys(columns), 'tier', 'complete'],
      tools.map((tool) => toolRow(tool, answer)),
    ),
    '\n## Findings\n',
    findings.length === 0
      ? 'None.'
      : table(
          ['where', 'tool', 'rule', 'set', 'certainty'],
          findings.map(({ spot: where, tool, rule, set, certainty }) => [`\`${where}\``, tool && `\`${tool}\``, rule, set, certainty]),
        ),
  ];
  if (unresolved.length > 0) {
    const rows = unresolved.map((one) => [`\`${spot(one)}\``, one.reason]);
    parts.push('\n## Registrations that could not be read\n', table(['where', 'why'], rows));
  }
  return `${parts.join('\n')}\n`;
}

function toolRow({ name, inferred, effects }: Tool, { spot }: PackageAnswer): readonly string[] {
  const guess = inferred.certainty === 'possible' ? ' (a guess)' : '';
  const reasons = [...new Set(effects.unresolved.map((one) => `\`${one.label}\` ${one.reason} (\`${spot(one)}\`)`))];
  const more = reasons.length - shownReasons;
  const why = [...reasons.slice(0, shownReasons), ...(more > 0 ? [`${more} more`] : [])].join('; ');
  const complete = inferred.complete ? 'yes' : `no${why === '' ? '' : `: ${why}`}`;
  return [`\`${name.value}\``, ...Object.values(columns).map((hint) => `${said(inferred[hint])}${guess}`), inferred.tier ?? '?', complete];
}

function said(value: boolean | null): string {
  return value === null ? '?' : value ? 'yes' : 'no';
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
