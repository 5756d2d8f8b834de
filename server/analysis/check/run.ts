import type {
  AgentRule,
  SurroundingFacts,
  Evidence,
  ReleaseFacts,
  Report,
  Rule,
  Severity,
  Span,
  Tool,
  ToolRule,
  Workflow,
} from '../../../rules/kit/index.js';
import type { Finding, Fix, InternalError } from '../finding.js';
import type { Snapshot } from '../snapshot.js';
import type { Running } from '../running.js';
import type { Module } from '../syntax/ir.js';
import { resolveEdits } from './edits.js';
import { fingerprint, numbered } from './fingerprint.js';
import { fold, type Group } from './fold.js';
import { isAllowed } from './guards.js';
import { CheckMemory, type Said } from './memory.js';
import { merge, type Merged } from './merge.js';
import { pagesOf, type Pages } from './pages.js';
import { PlaceMap } from './place-map.js';
import { settle, type Contender } from './precedence.js';
import { selection, type Selection } from './select.js';
import { Sharing, type Shared } from './shared.js';
import { suppress } from './suppress.js';
import { describeError, fill } from './words.js';

/** A report of a rule that the settings let through. */
export interface Reported extends Contender {
  readonly check: Rule;
  readonly severity: Severity;
  // oxlint-disable-next-line typescript/no-explicit-any -- reports of rules with all kinds of message tables
  readonly said: Report<any>;
  readonly toolFacts?: Tool;
}

/** A report that no other one makes needless, with what it took over from those. */
export interface Settled {
  readonly report: Reported;
  readonly related: readonly Evidence[];
}

/** The reports about one file, as they become findings. */
export interface Grouped {
  readonly groups: readonly Group[];
  /** Reports that stand for others, too, or do not have all of their fixes because of others. */
  readonly others: readonly Merged[];
}

export interface ChecksInput {
  /** The tools of each file: the same lists as in the run before where nothing changed. */
  readonly parts: readonly (readonly Tool[])[];
  /** All of them. */
  readonly tools: readonly Tool[];
  readonly workflows: readonly Workflow[];
  readonly environment: SurroundingFacts;
  readonly releases: ReleaseFacts;
  readonly running: Running;
  readonly checks: readonly Rule[];
  readonly snapshot: Snapshot;
  readonly moduleOf: (file: string) => Module | undefined;
}

/**
 * Runs all rules and returns what there is to say, in the order of files, offsets and rule ids. A rule that throws is named in
 * `internal` and costs nothing but its own remaining reports.
 */
export function runChecks(
  input: ChecksInput,
  memory = new CheckMemory(),
): { readonly findings: readonly Finding[]; readonly internal: readonly InternalError[] } {
  const { parts, tools, workflows, environment, releases, running, checks, snapshot, moduleOf } = input;
  memory.begin(snapshot.settings, checks);
  memory.take(parts);
  const chosen = selection(snapshot.settings);
  const trouble = new Trouble();
  const pages = pagesOf(
    (file) => snapshot.text(file),
    moduleOf,
    (file, error) => trouble.add('layout', error, file),
    memory,
    (file) => snapshot.edition(file),
  );
  const active = checks.filter((rule) => chosen.runs(rule));
  const ofTools = active.filter((rule) => rule.subject === 'tool');
  const ofTool = (tool: Tool): readonly Reported[] =>
    memory.reports(tool, () => (chosen.looksAt(tool) ? heard(ofTools, tool, chosen, trouble) : silence));
  const facts = { ...environment, tools, workflows };
  const ofEnvironment = active.flatMap((rule) => {
    if (rule.subject === 'release') return hearing(rule, chosen, trouble)((report) => rule.check(releases, report)) ?? [];
    if (rule.subject === 'agent') return ofRunning(rule, running, chosen, trouble);
    const look = rule.subject === 'environment' ? rule.check : rule.subject === 'tool' ? rule.around : undefined;
    return look === undefined ? [] : (hearing(rule, chosen, trouble)((report) => look(facts, report)) ?? []);
  });

  const relatedOf = new Map<Reported, readonly Evidence[]>();
  const reports: Reported[] = [];
  const take = (settled: readonly Settled[]): void => {
    for (const { report, related } of settled) {
      reports.push(report);
      if (related.length > 0) relatedOf.set(report, related);
    }
  };
  const settledOf = (tools: readonly Tool[]): readonly Settled[] => tools.flatMap((tool) => memory.settled(ofTool(tool), settle));
  const namesakes: Tool[] = [];
  for (const part of parts) {
    const [alone, others] = memory.apart(part);
    if (alone === part) take(memory.part(part, () => settledOf(part), trouble));
    else take(settledOf(alone));
    namesakes.push(...others);
  }
  // Tools that are registered twice are reported once; they have the same name.
  take(settle([...distinct(namesakes.flatMap(ofTool)), ...distinct(ofEnvironment)]));
  const ran = (id: string): boolean => active.some((rule) => rule.id === id && !trouble.names(id) && isHeard(rule, chosen));
  const known = checks.map(({ id }) => id);
  const { kept, comments } = suppress(reports, memory.commented(snapshot), pages, known, ran);

  const last: readonly Reported[] = active.flatMap((rule) => {
    const hear = hearing(rule, chosen, trouble);
    return rule.subject === 'suppression' ? comments.flatMap((comment) => hear((report) => rule.check(comment, report)) ?? []) : [];
  });
  const sharedBy = new Sharing(parts, (tools) => memory.sharedFiles(tools));
  const surroundings: Surroundings = { pages, snapshot, trouble, shared: (tool) => sharedBy.of(tool), common: new Map() };
  const findings = byFile([...kept, ...last]).flatMap(([file, all]) => {
    const { groups, others } = memory.groups(file, snapshot.text(file), all, () => grouped(all));
    for (const { report, others: more, fixes } of others) {
      if (more.length > 0) relatedOf.set(report, [...(relatedOf.get(report) ?? []), ...more]);
      if (fixes !== undefined) surroundings.common.set(report, fixes);
    }
    return groups.map((group) => remembered(memory, group, relatedOf, surroundings));
  });
  return { findings: numbered(findings), internal: trouble.list };
}

const silence = { reports: [], failed: false };

/** What all rules say of a tool. */
function heard(rules: readonly ToolRule[], tool: Tool, chosen: Selection, trouble: Trouble): Said {
  const before = trouble.count;
  const reports = rules.flatMap((rule) => hearing(rule, chosen, trouble)((report) => rule.check(tool, report), tool) ?? []);
  return { reports: distinct(reports), failed: trouble.count > before };
}

/** What a rule says of agents and of loops that are some. */
function ofRunning(rule: AgentRule, { agents, loops }: Running, chosen: Selection, trouble: Trouble): readonly Reported[] {
  const hear = hearing(rule, chosen, trouble);
  return [
    ...agents.flatMap((agent) => hear((report) => rule.check(agent, report)) ?? []),
    ...(rule.loop === undefined ? [] : loops.flatMap((loop) => hear((report) => rule.loop!(loop, report)) ?? [])),
  ];
}

type Listen = (said: Reported['said']) => void;

/** Lets a rule look at something, guarded, and keeps what the settings let through; `undefined` when it failed at once. */
function hearing(
  rule: Rule,
  chosen: Selection,
  trouble: Trouble,
): (look: (listen: Listen) => void, tool?: Tool) => readonly Reported[] | undefined {
  return (look, tool) => {
    const reported: Reported[] = [];
    try {
      look((said) => {
        const severity = chosen.severity(rule, said);
        if (severity !== undefined) reported.push(toReported(rule, said, severity, tool));
      });
    } catch (error) {
      trouble.add(rule.id, error, tool?.definition.file);
      if (reported.length === 0) return undefined;
    }
    return reported;
  };
}

function toReported(rule: Rule, said: Reported['said'], severity: Severity, tool: Tool | undefined): Reported {
  return {
    check: rule,
    rule: rule.id,
    said,
    severity,
    set: said.set ?? rule.set,
    at: said.at,
    about: said.about ?? said.at,
    text: fill(String(rule.messages[said.message] ?? said.message), said.data, said.at.file),
    ...(tool !== undefined && { tool: tool.name.value, toolPlace: tool.definition, toolFacts: tool }),
  };
}

/** Reports by the file they are about, in the order of the files. */
function byFile(reports: readonly Reported[]): readonly (readonly [file: string, reports: readonly Reported[]])[] {
  const files = new Map<string, Reported[]>();
  for (const report of reports) {
    const list = files.get(report.at.file);
    if (list === undefined) files.set(report.at.file, [report]);
    else list.push(report);
  }
  return [...files].sort(([a], [b]) => byText(a, b));
}

/** What becomes one finding each, of the reports about one file. */
function grouped(reports: readonly Reported[]): Grouped {
  const merged = merge(reports.toSorted(inOrder));
  return {
    groups: fold(merged.map(({ report }) => report)),
    others: merged.filter(({ others, fixes }) => others.length > 0 || fixes !== undefined),
  };
}

/** One finding for each rule, place, tool and text. */
function distinct(reported: readonly Reported[]): readonly Reported[] {
  const places = new PlaceMap<Reported>();
  return reported.filter((one) => {
    const { rule, at, tool, text } = one;
    const isSame = (other: Reported): boolean =>
      other.rule === rule && other.at.span.end === at.span.end && other.tool === tool && other.text === text;
    if (places.at(at).some(isSame)) return false;
    places.add(at, one);
    return true;
  });
}

/** Only what rests on one tool, and on nothing that other tools say, is taken from the run before. */
function remembered(
  memory: CheckMemory,
  group: Group,
  related: ReadonlyMap<Reported, Finding['evidence']>,
  surroundings: Surroundings,
): Finding {
  const { lead, members } = group;
  const make = (): Finding => finding(group, related, surroundings);
  const isRelated = members.some((report) => (related.get(report)?.length ?? 0) > 0 || surroundings.common.has(report));
  if (lead.toolFacts === undefined || isRelated) return make();
  return memory.finding(lead.toolFacts, members, surroundings.pages, make);
}

function finding({ lead, folded: fold }: Group, related: ReadonlyMap<Reported, Finding['evidence']>, surroundings: Surroundings): Finding {
  const { check, said, at, tool } = lead;
  const folded = fold?.();
  const own = folded?.evidence ?? said.because ?? [];
  const environment = check.subject !== 'tool' && check.subject !== 'suppression' ? [at.file.slice(at.file.lastIndexOf('/') + 1)] : [];
  const identity = {
    rule: check.id,
    message: String(folded?.message ?? said.message),
    ...(folded === undefined && tool !== undefined && { tool }),
    labels: folded === undefined ? own.map(({ label }) => label) : [],
    code:
      check.subject === 'tool' && folded === undefined ? (surroundings.pages(at.file)?.text.slice(at.span.start, at.span.end) ?? '') : '',
    words: check.subject === 'tool' ? [] : [...environment, ...Object.values<string>(said.data)],
  };
  return {
    ruleId: check.id,
    severity: lead.severity,
    certainty: said.certainty,
    message: folded?.text ?? lead.text,
    place: { file: at.file, span: copied(at.span) },
    ...(folded === undefined && tool !== undefined && { tool }),
    evidence: [...own, ...(folded === undefined ? (said.also ?? []) : []), ...(related.get(lead) ?? [])].map(({ file, span, label }) => ({
      file,
      span: copied(span),
      label,
    })),
    fixes: (folded?.fixes ?? surroundings.common.get(lead) ?? said.fixes ?? []).flatMap(
      (fix) => toFix(check, fix, lead.toolFacts, surroundings) ?? [],
    ),
    fingerprint: fingerprint(identity),
  };
}

/** Places of tools move with the text; a finding stays as it was told. */
function copied({ start, end }: Span): Span {
  return { start, end };
}

/** What fixes are made and judged against. */
interface Surroundings {
  readonly pages: Pages;
  readonly snapshot: Snapshot;
  readonly trouble: Trouble;
  readonly shared: (tool: Tool | undefined) => Shared;
  /** Fixes of a report, where others at the same place do not have all of them. */
  readonly common: Map<Reported, Offers>;
}

type Offers = NonNullable<Reported['said']['fixes']>;
type Offered = Offers[number] & { readonly title?: string };

/** `undefined`: a place is not provable, or a hard rule forbids it. */
function toFix(rule: Rule, offered: Offered, tool: Tool | undefined, { pages, snapshot, trouble, shared }: Surroundings): Fix | undefined {
  try {
    // What one tool is asked for, others that go the same way would not have.
    if (offered.edits.some(({ kind }) => kind === 'hand-on' || kind === 'schema-entry') && shared(tool).way) return undefined;
    const edits = resolveEdits(offered.edits, pages);
    if (edits === undefined || !isAllowed(offered.grade, edits, snapshot, shared(tool))) return undefined;
    const said = offered.title ?? fill(String(rule.messages[offered.message] ?? offered.message), offered.data, edits[0]?.file ?? '');
    const title = offered.message === 'declare' && shared(tool).hints ? `${said} for all tools that are declared there` : said;
    return { title, grade: offered.grade, edits: edits.map(({ file, span, text }) => ({ file, span: copied(span), text })) };
  } catch (error) {
    trouble.add(`${rule.id} (fix)`, error);
    return undefined;
  }
}

/** Of reports about one file. */
function inOrder(a: Reported, b: Reported): number {
  return a.at.span.start - b.at.span.start || byText(a.rule, b.rule) || a.at.span.end - b.at.span.end || byText(a.text, b.text);
}

function byText(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Is what the rule reports by itself let through? Only then does silence mean something. */
function isHeard(rule: Rule, chosen: Selection): boolean {
  return chosen.severity(rule, { certainty: 'certain' }) !== undefined;
}

/** Bugs of rules, each told once for a file. */
class Trouble {
  readonly list: InternalError[] = [];
  /** How often something failed, repetitions included. */
  count = 0;

  add(where: string, error: unknown, file?: string): void {
    this.count++;
    const message = describeError(error);
    if (this.list.some((known) => known.where === where && known.file === file && known.message === message)) return;
    this.list.push({ where, message, ...(file !== undefined && { file }) });
  }

  names(where: string): boolean {
    return this.list.some((known) => known.where === where);
  }
}
