import { parse, type ParseError } from 'jsonc-parser';
import { hintNames, type HintName, type Severity, type Tool } from '../../rules/kit/index.js';
import type { Finding, Fix } from '../../server/analysis/finding.js';
import { groupBy } from '../../server/analysis/group-by.js';
import { Together } from '../../server/analysis/together.js';
import { isPython, readSource } from '../../server/analysis/syntax/read.js';
import { applyFix, overlaps, relativeTo } from './apply.js';
import type { Answer, Ask, Files } from './ask.js';
import { codeOf } from './notebook.js';
import type { Facts } from './page.js';

/** A fix that is offered. */
export interface Offer {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** One sentence for what does not hold, and the fixes that may be to blame, where that can be told. */
export interface Broken {
  readonly what: string;
  readonly by: readonly Offer[];
}

/**
 * What must hold for every fix: its edits do not overlap, the result parses, the finding is gone, nothing as severe is new, it
 * is not offered again, and an automatic one makes no hint laxer.
 *
 * @returns one sentence for each thing that does not hold
 */
export async function verifyFix(
  files: Files,
  facts: Facts,
  before: Answer,
  finding: Finding,
  fix: Fix,
  ask: Ask,
): Promise<readonly string[]> {
  const broken = await verifyFixes(files, facts, before, [{ finding, fix }], ask);
  return broken.map(({ what }) => `${nameOf({ finding, fix })}: ${what}`);
}

/**
 * The same of several fixes of different findings at once, which must not touch each other. Where it holds, it holds for each of them,
 * unless one puts right what another broke.
 */
export async function verifyFixes(
  files: Files,
  facts: Facts,
  before: Answer,
  offers: readonly Offer[],
  ask: Ask,
): Promise<readonly Broken[]> {
  const { root } = before;
  const torn = offers.flatMap((offer) => unparsable(files, root, offer).map((what): Broken => ({ what, by: [offer] })));
  if (torn.length > 0) return torn;
  const fixed = applyFix(files, together(offers.map(({ fix }) => fix)), root);
  const unread = [...fixed].filter(([file, text]) => problemsIn(file, text) > problemsIn(file, files.get(file) ?? ''));
  if (unread.length > 0) return unread.map(([file]) => ({ what: `${file} does not parse`, by: [] }));

  const after = await ask(fixed, facts);
  const broken: Broken[] = [];
  const had = counted(before.result.findings, identity);
  const has = counted(after.result.findings, identity);
  for (const [own, by] of groupBy(offers, ({ finding }) => identity(finding)))
    if ((has.get(own) ?? 0) > (had.get(own) ?? 0) - by.length) broken.push({ what: 'the finding is still there', by });
  // One of several things that a rule says of a tool may be said in fewer words, where the fix did a part of it, and what it says of
  // another tool in other words, where both share what was fixed.
  const least = Math.min(...offers.map(({ finding }) => weight(finding.severity)));
  const isSevere = ({ severity }: Finding): boolean => weight(severity) >= least;
  const hadOf = counted(before.result.findings.filter(isSevere), subject);
  const hasOf = counted(after.result.findings.filter(isSevere), subject);
  const fixedOf = groupBy(offers, ({ finding }) => subject(finding));
  const isFewer = (other: Finding): boolean => {
    const own = subject(other);
    return (hasOf.get(own) ?? 0) <= (hadOf.get(own) ?? 0) - (fixedOf.get(own)?.length ?? 0);
  };
  for (const other of after.result.findings) {
    const isNew = (has.get(identity(other)) ?? 0) > (had.get(identity(other)) ?? 0) && !isFewer(other);
    const by = offers.filter(({ finding }) => finding.tool !== undefined && finding.tool === other.tool);
    if (isNew && isSevere(other)) broken.push({ what: `it causes ${other.ruleId}: ${other.message}`, by });
  }
  for (const by of groupBy(offers, ({ finding, fix }) => JSON.stringify([subject(finding), fix.title])).values()) {
    const offered = before.result.findings.filter((other) => isOffered(by[0]!, other)).length;
    if (timesOffered(by[0]!, before, after) > offered - by.length) broken.push({ what: 'it is offered again', by });
  }
  const isAutomatic = offers.every(({ fix }) => fix.grade === 'auto');
  if (isAutomatic) broken.push(...laxer(before, after).map((what) => ({ what: `it is automatic and ${what}`, by: [] })));
  if (after.result.internal.length > 0)
    broken.push({ what: after.result.internal.map(({ where, message }) => `${where}: ${message}`).join(', '), by: [] });
  return broken;
}

export function nameOf({ finding, fix }: Offer): string {
  return `fix "${fix.title}" of ${finding.ruleId}`;
}

function unparsable(files: Files, root: string, { fix }: Offer): readonly string[] {
  if (overlaps(fix)) return ['its edits overlap or are not in order'];
  const fixed = applyFix(files, fix, root);
  const paths = new Set(fix.edits.map(({ file }) => relativeTo(root, file)));
  return [...paths].flatMap((path) =>
    problemsIn(path, fixed.get(path) ?? '') > problemsIn(path, files.get(path) ?? '') ? [`${path} does not parse`] : [],
  );
}

/** What another finding was not offered before is no repetition: a fix further out may make room for one further in. */
function timesOffered(offer: Offer, before: Answer, after: Answer): number {
  const others = counted(
    before.result.findings.filter((other) => !isOffered(offer, other)),
    identity,
  );
  const offered = counted(
    after.result.findings.filter((other) => isOffered(offer, other)),
    identity,
  );
  return [...offered].reduce((times, [one, count]) => times + Math.max(0, count - (others.get(one) ?? 0)), 0);
}

function isOffered({ finding, fix }: Offer, other: Finding): boolean {
  return subject(other) === subject(finding) && other.fixes.some(({ title }) => title === fix.title);
}

/** All that can be applied of several fixes at once. */
export function together(fixes: readonly Fix[]): Pick<Fix, 'edits'> {
  const all = new Together();
  for (const fix of fixes) all.add(fix);
  return { edits: all.edits.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.span.start - b.span.start)) };
}

/** Applies all automatic fixes at once, again and again: some rounds later there must be none left, and the files still parse. */
export async function verifyAll(files: Files, facts: Facts, before: Answer, ask: Ask): Promise<readonly string[]> {
  let [now, answer] = [files, before];
  for (let round = 0; round < 4; round++) {
    const fixes = answer.result.findings.flatMap((finding) => finding.fixes.filter(({ grade }) => grade === 'auto').slice(0, 1));
    if (fixes.length === 0) return [];
    now = applyFix(now, together(fixes), answer.root);
    const broken = [...now].filter(([file, text]) => problemsIn(file, text) > problemsIn(file, files.get(file) ?? ''));
    if (broken.length > 0) return broken.map(([file]) => `all automatic fixes: ${file} does not parse`);
    answer = await ask(now, facts);
  }
  return ['all automatic fixes: no end after four rounds'];
}

/** What a finding says, without lines. */
export function identity({ ruleId, tool, message }: Finding): string {
  return JSON.stringify([ruleId, tool ?? null, message.replace(/:\d+/gu, ':').replace(many, '')]);
}

function subject({ ruleId, tool }: Finding): string {
  return JSON.stringify([ruleId, tool ?? null]);
}

/** Of findings that are told as one, how many: `43 tools of this file …`. */
const many = /^(\d+) (?=tools )/u;

function counted(findings: readonly Finding[], by: (finding: Finding) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = by(finding);
    counts.set(key, (counts.get(key) ?? 0) + Number(many.exec(finding.message)?.[1] ?? 1));
  }
  return counts;
}

function weight(severity: Severity): number {
  return ['hint', 'information', 'warning', 'error'].indexOf(severity);
}

/** What was asked last; each of many fixes asks about the text that it starts from. */
const asked = new Map<string, number>();
const most = 100;

/** Number of syntax errors. */
function problemsIn(file: string, text: string): number {
  const key = `${file}\n${text}`;
  const known = asked.get(key);
  if (known !== undefined) return known;
  const count = countProblems(file, text);
  asked.set(key, count);
  if (asked.size > most) asked.delete(asked.keys().next().value!);
  return count;
}

function countProblems(file: string, text: string): number {
  if (/\.[cm]?[jt]sx?$/u.test(file) || isPython(file)) return readSource(file, codeOf(file, text)).problems.length;
  if (!/\.jsonc?$/u.test(file)) return 0;
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: true });
  return errors.length;
}

const laxValue: Readonly<Record<HintName, boolean>> = { readOnly: true, destructive: false, idempotent: true, openWorld: false };

function laxer(before: Answer, after: Answer): readonly string[] {
  const laxIn = (tools: readonly Tool[]): ReadonlySet<string> =>
    new Set(
      tools.flatMap((tool) =>
        hintNames.filter((hint) => tool.hints[hint]?.value === laxValue[hint]).map((hint) => `${tool.name.value}: ${hint}`),
      ),
    );
  const had = laxIn(before.result.tools);
  return [...laxIn(after.result.tools)].filter((one) => !had.has(one)).map((one) => `makes a hint laxer (${one})`);
}
