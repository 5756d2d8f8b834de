import { parse, type ParseError } from 'jsonc-parser';
import { hintNames, type HintName, type Severity, type Tool } from '../../rules/kit/index.js';
import type { Finding, Fix } from '../../server/analysis/finding.js';
import { Together } from '../../server/analysis/together.js';
import { isPython, readSource } from '../../server/analysis/syntax/read.js';
import { applyFix, overlaps, relativeTo } from './apply.js';
import type { Answer, Ask, Files } from './ask.js';
import { codeOf } from './notebook.js';
import type { Facts } from './page.js';

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
  const name = `fix "${fix.title}" of ${finding.ruleId}`;
  if (overlaps(fix)) return [`${name}: its edits overlap or are not in order`];
  const fixed = applyFix(files, fix, before.root);
  const broken = fix.edits.flatMap(({ file }) => {
    const path = relativeTo(before.root, file);
    return problemsIn(path, fixed.get(path) ?? '') > problemsIn(path, files.get(path) ?? '') ? [`${name}: ${path} does not parse`] : [];
  });
  if (broken.length > 0) return [...new Set(broken)];

  const after = await ask(fixed, facts);
  const problems: string[] = [];
  const had = counted(before.result.findings, identity);
  const has = counted(after.result.findings, identity);
  const own = identity(finding);
  if ((has.get(own) ?? 0) >= (had.get(own) ?? 0)) problems.push(`${name}: the finding is still there`);
  // One of several things that a rule says of a tool may be said in fewer words, where the fix did a part of it.
  const isSevere = ({ severity }: Finding): boolean => weight(severity) >= weight(finding.severity);
  const hadOf = counted(before.result.findings.filter(isSevere), subject);
  const hasOf = counted(after.result.findings.filter(isSevere), subject);
  const isFewer = (other: Finding): boolean => (hasOf.get(subject(other)) ?? 0) < (hadOf.get(subject(other)) ?? 0);
  for (const other of after.result.findings) {
    const isNew = (has.get(identity(other)) ?? 0) > (had.get(identity(other)) ?? 0) && !isFewer(other);
    if (isNew && isSevere(other)) problems.push(`${name}: it causes ${other.ruleId}: ${other.message}`);
  }
  const offers = ({ result }: Answer): number =>
    result.findings.filter(
      ({ ruleId, tool, fixes }) => ruleId === finding.ruleId && tool === finding.tool && fixes.some(({ title }) => title === fix.title),
    ).length;
  if (offers(after) >= offers(before)) problems.push(`${name}: it is offered again`);
  if (fix.grade === 'auto') problems.push(...laxer(before, after).map((what) => `${name}: it is automatic and ${what}`));
  if (after.result.internal.length > 0)
    problems.push(`${name}: ${after.result.internal.map(({ where, message }) => `${where}: ${message}`).join(', ')}`);
  return problems;
}

/** Applies all automatic fixes at once, again and again: some rounds later there must be none left, and the files still parse. */
export async function verifyAll(files: Files, facts: Facts, before: Answer, ask: Ask): Promise<readonly string[]> {
  let [now, answer] = [files, before];
  for (let round = 0; round < 4; round++) {
    const fixes = answer.result.findings.flatMap((finding) => finding.fixes.filter(({ grade }) => grade === 'auto').slice(0, 1));
    if (fixes.length === 0) return [];
    const all = new Together();
    for (const fix of fixes) all.add(fix);
    const { root } = answer;
    now = applyFix(
      now,
      { edits: all.edits.toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.span.start - b.span.start)) },
      root,
    );
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

/** Number of syntax errors. */
function problemsIn(file: string, text: string): number {
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
