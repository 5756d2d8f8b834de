/** The report: what the tools of a workspace do, where that is a problem, and what could not be told. */
import { changes, effectClasses, tiers, type Effect, type Place, type Severity, type Tool } from '../../../rules/kit/index.js';
import type { Finding } from '../finding.js';
import { groupBy } from '../group-by.js';
import { contradictionsOf, gateText, kindOf, summaryOf, type SpokenTool } from '../tool-words.js';
import type { SpokenAgent } from '../agent-words.js';
import { agentsSection } from './agents.js';
import { code, marked, page, text, wordTable } from './page.js';

/** A tool as far as it is reported. */
export interface ReportedTool extends SpokenTool {
  readonly name: { readonly value: string };
  readonly definition: Place;
  readonly gate: Pick<Tool['gate'], 'kind'>;
  readonly effects: {
    readonly known: readonly (Pick<Effect, 'class' | 'resource' | 'api' | 'file' | 'via' | 'own' | 'prepares'> & {
      readonly key: Pick<Effect['key'], 'level'>;
    })[];
    readonly unresolved: readonly unknown[];
  };
}

type ReportedFinding = Pick<Finding, 'ruleId' | 'severity' | 'message' | 'place' | 'evidence'>;

export interface Reported {
  readonly tools: readonly ReportedTool[];
  readonly agents?: readonly SpokenAgent[];
  /** Absent where nobody asked for them. */
  readonly findings?: readonly ReportedFinding[];
  /** What was not looked at or could not be told, a line each. */
  readonly open: readonly string[];
  readonly files: number;
  /** Names a place for people: `src/server.ts:12`. */
  readonly label: (place: Place) => string;
  readonly fileName: (file: string) => string;
}

const order: readonly Severity[] = ['error', 'warning', 'information', 'hint'];
const worstFirst = tiers.toReversed();

/** A page for light and dark that loads nothing and needs no script. */
export function reportHtml(reported: Reported): string {
  const { tools, findings = [], files, open } = reported;
  const severities = order.flatMap((severity) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [severity === 'information' ? `${number} for information` : count(number, severity)];
  });
  return page(
    'Detent: tools of agents',
    [
      '<h1>What the tools of your agents do</h1>',
      `<p class="soft">${[count(tools.length, 'tool'), count(files, 'file'), ...(reported.findings === undefined ? [] : [severities.join(' · ') || 'no findings'])].join(' · ')}</p>`,
      ...tiersSection(reported),
      ...gapsSection(reported),
      ...matrixSection(reported),
      ...findingsSection(reported),
      ...agentsSection(reported.agents ?? [], reported.label),
      ...(open.length === 0
        ? []
        : ['<h2 id="open">Could not be told</h2>', `<ul>${open.map((line) => `<li>${text(line)}</li>`).join('')}</ul>`]),
    ],
    { wide: true, more: matrixStyle },
  );
}

function tiersSection({ tools, label }: Reported): readonly string[] {
  if (tools.length === 0) return ['<p>No tools were found.</p>'];
  const groups = [...worstFirst, null].flatMap((tier) => {
    const own = tools.filter(({ inferred }) => inferred.tier === tier);
    if (own.length === 0) return [];
    const name = tier ?? 'could not tell';
    const rows = own.map((tool) => [code(tool.name.value), text(summaryOf(tool)), code(label(tool.definition))]);
    return [`<h3>${text(name)} (${own.length})</h3>`, wordTable(tierWords[name] ?? '', ['Tool', 'What it does', 'Where'], rows)];
  });
  return ['<h2 id="tools">Tools by tier</h2>', ...groups];
}

const tierWords: Readonly<Record<string, string>> = {
  privileged: 'Reach money, people, commands or production.',
  destructive: 'Remove or replace what cannot be had back.',
  write: 'Change what can be changed back.',
  observe: 'Only read.',
  'could not tell': 'Not every call could be followed.',
};

/** Keys that a second call does not share with the first, or that it shares with every other one. */
const unsteady: ReadonlySet<string> = new Set(['none', 'K1', 'K2']);

/** What a caller that is unsure, or repeats itself, meets no resistance at. */
function gapsSection({ tools, label }: Reported): readonly string[] {
  const asks = ({ gate }: ReportedTool): boolean => gate.kind !== 'none';
  const strong = tools.filter(({ inferred }) => inferred.tier === 'destructive' || inferred.tier === 'privileged');
  const unasked = strong.filter((tool) => !asks(tool));
  const repeated = tools.filter(
    ({ inferred, effects }) =>
      inferred.idempotent === false && effects.known.some((effect) => changes(effect) && unsteady.has(effect.key.level)),
  );
  const lying = tools.filter((tool) => contradictionsOf(tool).length > 0);
  const rows = (list: readonly ReportedTool[], why: (tool: ReportedTool) => string): readonly (readonly string[])[] =>
    list.map((tool) => [code(tool.name.value), text(why(tool)), code(label(tool.definition))]);
  const section = (title: string, caption: string, list: readonly ReportedTool[], why: (tool: ReportedTool) => string): readonly string[] =>
    list.length === 0 ? [] : [`<h3>${text(title)} (${list.length})</h3>`, wordTable(caption, ['Tool', 'Why', 'Where'], rows(list, why))];
  const all = [
    ...section(
      'Nobody is asked',
      'Tools that destroy or reach out, and run without approval.',
      unasked,
      ({ inferred, gate }) => `${inferred.tier}, ${gateText(gate.kind)}`,
    ),
    ...section('Not safe to repeat', 'A second call adds or sends again, and no key tells it from others.', repeated, (tool) =>
      kinds(tool).join(', '),
    ),
    ...section(
      'Says otherwise',
      'What the author declared is not what the handler does.',
      lying,
      (tool) => `declared ${contradictionsOf(tool).join(', ')}`,
    ),
  ];
  if (tools.length === 0) return [];
  const open = tools.filter(({ inferred, effects }) => inferred.tier === null || effects.unresolved.length > 0).length;
  const none =
    open === 0
      ? '<p class="good">None: strong tools ask first, and calls can be repeated.</p>'
      : `<p>None was found, but ${count(open, 'tool')} could not be followed to the end.</p>`;
  return ['<h2 id="gaps">Gaps</h2>', ...(all.length === 0 ? [none] : all)];
}

function kinds({ effects }: ReportedTool): readonly string[] {
  return [...new Set(effects.known.filter(changes).map(kindOf))];
}

const matrixStyle = `
table.matrix td { text-align: center; } table.matrix thead th { font-weight: 600; } .c-destroy, .c-external, .c-exec { color: var(--red); } .c-write-add, .c-write-set { color: var(--amber); }
`;

/** Which tool does what to what. */
function matrixSection({ tools }: Reported): readonly string[] {
  const acting = tools.filter((tool) => kinds(tool).length > 0);
  if (acting.length === 0) return [];
  const rank = (kind: string): number => effectClasses.findIndex((name) => kind.startsWith(name));
  const columns = [...new Set(acting.flatMap(kinds))].toSorted((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1));
  const head = columns.map((kind) => `<th scope="col">${text(kind)}</th>`).join('');
  const rows = acting.map((tool) => {
    const own = new Set(kinds(tool));
    const cells = columns.map((kind) => {
      const name = kind.split(' ')[0]!.replace('.', '-');
      return own.has(kind) ? `<td class="c-${name}"><span aria-label="yes">●</span></td>` : '<td></td>';
    });
    return `<tr><th scope="row">${code(tool.name.value)}</th>${cells.join('')}</tr>`;
  });
  return [
    '<h2 id="effects">Tools and effects</h2>',
    `<div class="scroll"><table class="words matrix"><caption>What each tool changes; what it only reads is left out.</caption><thead><tr><th scope="col">Tool</th>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`,
  ];
}

function findingsSection({ findings, label, fileName }: Reported): readonly string[] {
  if (findings === undefined) return [];
  if (findings.length === 0) return ['<h2 id="findings">Findings</h2>', '<p class="good">None.</p>'];
  const byRule = groupBy(findings, ({ ruleId }) => ruleId);
  const byFile = groupBy(findings, ({ place }) => fileName(place.file));
  const worst = (list: readonly ReportedFinding[]): number => Math.min(...list.map(({ severity }) => order.indexOf(severity)));
  const blocks = [...byRule]
    .toSorted(([a, one], [b, other]) => worst(one) - worst(other) || other.length - one.length || (a < b ? -1 : 1))
    .map(([rule, list]) => {
      const items = list.map(({ severity, message, place, evidence }) => {
        const chain = evidence
          .map((step) => `<li>${code(label(step))} ${/\s/.test(step.label) ? marked(step.label) : code(step.label)}</li>`)
          .join('');
        return `<li><span class="${severity === 'error' ? 'bad' : 'doubt'}">${severity}</span> ${code(label(place))} ${marked(message)}${chain === '' ? '' : `<ul>${chain}</ul>`}</li>`;
      });
      return `<details${list.length > 5 ? '' : ' open'}><summary>${code(rule)} (${list.length})</summary><ul>${items.join('\n')}</ul></details>`;
    });
  const files = [...byFile]
    .toSorted(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([file, list]) => [code(file), String(list.length)]);
  return [
    '<h2 id="findings">Findings</h2>',
    '<h3>By rule</h3>',
    ...blocks,
    '<h3>By file</h3>',
    wordTable('How many stand in each file.', ['File', 'Findings'], files),
  ];
}

function count(number: number, one: string): string {
  return `${number} ${number === 1 ? one : `${one}s`}`;
}
