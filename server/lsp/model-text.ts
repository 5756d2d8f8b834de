/** What a language model is told of a check: lines of words, in which text of somebody's code is no more than text. */
import type { Place, Tool } from '../../rules/kit/index.js';
import type { Finding } from '../analysis/finding.js';
import { printable } from '../analysis/printable.js';
import { summaryOf } from '../analysis/tool-words.js';
import type { ConfigProblem } from '../workspace/session.js';

export interface CheckedPart {
  /** What was asked for: `src/server.ts`, or the workspace. */
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly tools: readonly Tool[];
  readonly configProblems: readonly ConfigProblem[];
  /** What was not looked at, or could not be told; nothing of it may be taken for clean. */
  readonly open: readonly string[];
}

export interface ModelWords {
  /** `src/server.ts:12:3`. */
  readonly label: (place: Place) => string;
  readonly pageOf: (ruleId: string) => string | undefined;
}

/** A model reads all of it, so there is an end; the rest is counted. */
const most = { findings: 40, tools: 60, evidence: 8, open: 20 };

const grades = { auto: 'safe fix', exact: 'fix that changes what the tool does', choice: 'fix that needs a decision' } as const;

/** What was found in a file or a workspace. */
export function modelText(part: CheckedPart, words: ModelWords): string {
  const { name, findings, tools, configProblems, open } = part;
  const problems = findings.length + configProblems.length;
  const clean = open.length > 0 ? 'No problems in what could be checked.' : 'No problems.';
  return [
    `${line(name)}: ${problems === 0 ? clean : `${counted(problems, 'problem')}.`} ${counted(tools.length, 'tool')}.`,
    ...configProblems.map((problem) => `${words.label(problem)}: error in the configuration: ${line(problem.message)}`),
    ...limited(
      findings.map((finding) => findingText(finding, words)),
      most.findings,
      'problem',
    ),
    ...titled(
      'Tools',
      tools.map((tool) => `${words.label(tool.name)}: ${line(tool.name.value)}: ${summaryOf(tool)}`),
      most.tools,
      'tool',
    ),
    ...titled('Not looked at, or not followed', open.map(line), most.open, 'other'),
  ]
    .join('\n\n')
    .concat('\n');
}

function findingText(finding: Finding, { label, pageOf }: ModelWords): string {
  const { ruleId, severity, certainty, message, place, tool, evidence, fixes } = finding;
  const page = pageOf(ruleId);
  const chain = evidence.map((step) => `  because of ${label(step)}: ${line(step.label)}`);
  return [
    `${label(place)}: ${severity}, ${certainty}: ${line(message)}`,
    ...(tool === undefined ? [] : [`  tool: ${line(tool)}`]),
    ...limited(chain, most.evidence, 'step'),
    ...fixes.map((fix) => `  ${grades[fix.grade]}: ${line(fix.title)}`),
    `  rule: ${ruleId}${page === undefined ? '' : ` (${page})`}`,
  ].join('\n');
}

function titled(title: string, items: readonly string[], limit: number, word: string): readonly string[] {
  return items.length === 0 ? [] : [[`${title}:`, ...limited(items, limit, word)].join('\n')];
}

function limited(items: readonly string[], limit: number, word: string): readonly string[] {
  const rest = items.length - limit;
  return rest > 0 ? [...items.slice(0, limit), `and ${counted(rest, `more ${word}`)}`] : items;
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function line(text: string): string {
  return printable(text).replaceAll(/\s+/g, ' ');
}
