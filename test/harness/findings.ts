import type { Rule } from '../../rules/kit/index.js';
import type { Finding, Fix } from '../../server/analysis/finding.js';
import { isNotebook } from '../../server/analysis/syntax/notebook/is-notebook.js';
import { applyFix } from './apply.js';
import { once, type editorOf, saidIn, type Answer, type Ask, type Files } from './ask.js';
import { compareFindings, saysKey, type Expected } from './compare.js';
import { formatted, usualManners } from './format.js';
import type { Block, Case } from './page.js';
import { identity, verifyAll, verifyFix } from './verify.js';

export interface Checked {
  /** Empty when the case holds. */
  readonly problems: readonly string[];
  /** How many fixes were offered and verified. */
  readonly fixes: number;
  readonly findings: number;
}

/**
 * Runs a case of findings: its marks, its `after` blocks, other formatting, the disk, and every fix that is offered.
 *
 * @param secrets values that no answer may contain
 * @param edit opens an editor, which must say after each fix what a fresh start says
 */
export async function checkFindings(
  one: Case,
  rules: readonly Rule[],
  host: Ask,
  others: readonly Ask[],
  secrets: readonly string[],
  edit?: typeof editorOf,
): Promise<Checked> {
  const ask = once(host);
  const files = filesOf(one.blocks.filter(({ after }) => after === undefined));
  const answer = await ask(files, one);
  const problems = [
    ...compareFindings(marksOf(one.blocks.filter(({ after }) => after === undefined)), answer, files, rules),
    ...answer.result.configProblems.map(({ message }) => `configuration: ${message}`),
    ...leaks(answer, secrets),
    ...answer.result.findings.flatMap(({ message }) => (message.length < longest ? [] : [`longer than ${longest} characters: ${message}`])),
  ];
  for (const other of others) problems.push(...differences('the disk', answer, await other(files, one)));
  for (const manner of usualManners) problems.push(...differences(manner.name, answer, await ask(await formatted(files, manner), one)));
  for (const name of new Set(one.blocks.flatMap(({ after }) => after ?? []))) {
    problems.push(...(await checkAfter(one, name, files, answer, rules, ask)));
  }
  problems.push(...(await verifyAll(files, one, answer, ask)));
  let fixes = 0;
  let editor: Awaited<ReturnType<typeof editorOf>> | undefined;
  for (const finding of answer.result.findings) {
    for (const fix of finding.fixes) {
      fixes++;
      const fixed = applyFix(files, fix, answer.root);
      editor ??= await edit?.(files, one);
      // Of a notebook, an editor has cells; of a file that is new, no text before it is written.
      const isText = ([file, text]: readonly [string, string]): boolean => (isNotebook(file) ? files.get(file) === text : files.has(file));
      if (editor !== undefined && [...fixed].every(isText))
        problems.push(...differences(`an editor, after "${fix.title}"`, await ask(fixed, one), await editor(fixed)));
      const rule = rules.find(({ id }) => id === finding.ruleId);
      if (strength.indexOf(fix.grade) > strength.indexOf(rule?.fix ?? 'none')) {
        problems.push(`fix "${fix.title}" is ${fix.grade}, which is more than ${finding.ruleId} says it offers`);
      }
      problems.push(...(await verifyFix(files, one, answer, finding, fix, ask)));
    }
  }
  return { problems, fixes, findings: answer.result.findings.length };
}

/** What a tired reader takes in at once. */
const longest = 200;

/** From nothing to what is applied without being asked. */
const strength = ['none', 'choice', 'exact', 'auto'];

export function filesOf(blocks: readonly Block[]): Files {
  return new Map(blocks.map(({ file, text }) => [file, text]));
}

export function marksOf(blocks: readonly Block[]): readonly Expected[] {
  return blocks.flatMap(({ file, marks }) => marks.map((mark) => ({ file, mark })));
}

/** The blocks `after <name>` must be what one fix of that name gives, byte for byte, and their marks what is left. */
async function checkAfter(
  one: Case,
  name: string,
  files: Files,
  answer: Answer,
  rules: readonly Rule[],
  ask: Ask,
): Promise<readonly string[]> {
  const blocks = one.blocks.filter(({ after }) => after === name);
  const wanted = filesOf(blocks);
  const offered = answer.result.findings.flatMap((finding) =>
    finding.fixes.filter((fix) => isCalled(finding, fix, name, rules)).map((fix) => applyFix(files, fix, answer.root)),
  );
  const [first] = offered;
  if (first === undefined) return [`no fix "${name}" is offered; there are ${titles(answer)}`];
  const result = offered.find((fixed) => [...wanted].every(([file, text]) => fixed.get(file) === text));
  if (result === undefined) return [...wanted].flatMap(([file, text]) => difference(name, file, text, first.get(file) ?? ''));
  const hidden = [...result].filter(([file, text]) => files.get(file) !== text && !wanted.has(file));
  const rest = one.blocks.filter(({ file, after }) => after === undefined && !wanted.has(file));
  const left = compareFindings(marksOf([...rest, ...blocks]), await ask(result, one), result, rules);
  return [
    ...hidden.map(([file]) => `fix "${name}" also changes ${file}: show it`),
    ...left.map((problem) => `after "${name}": ${problem}`),
  ];
}

function isCalled({ ruleId }: Finding, { title }: Fix, name: string, rules: readonly Rule[]): boolean {
  return (
    title === name ||
    saysKey(
      rules.find(({ id }) => id === ruleId),
      name,
      title,
    )
  );
}

function titles({ result }: Answer): string {
  const all = result.findings.flatMap(({ fixes }) => fixes.map(({ title }) => `"${title}"`));
  return all.length === 0 ? 'no fixes' : all.join(', ');
}

function difference(name: string, file: string, wanted: string, got: string): readonly string[] {
  if (wanted === got) return [];
  const [a, b] = [wanted.split('\n'), got.split('\n')];
  const line = a.findIndex((text, i) => text !== b[i]);
  const shown = (lines: readonly string[]): string => lines.slice(line, line + 4).join('\n      ');
  return [`after "${name}", ${file}:${line + 1}\n    wanted\n      ${shown(a)}\n    got\n      ${shown(b)}`];
}

/** Rules, tools, messages and fingerprints must be the same; places may differ. */
function differences(name: string, a: Answer, b: Answer): readonly string[] {
  const words = ({ result }: Answer): readonly string[] =>
    result.findings.map((finding) => `${identity(finding)} ${finding.fingerprint}`).toSorted();
  const [left, right] = [words(a), words(b)];
  return [
    ...left.filter((word) => !right.includes(word)).map((word) => `${name}: missing ${word}`),
    ...right.filter((word) => !left.includes(word)).map((word) => `${name}: unexpected ${word}`),
    ...(left.length === right.length ? [] : [`${name}: ${right.length} findings, not ${left.length}`]),
  ];
}

/** Secrets may stand in edits, which move them, and nowhere else. */
function leaks({ result, root }: Answer, secrets: readonly string[]): readonly string[] {
  const said = saidIn(result);
  const leaked = said.filter((text) => secrets.some((secret) => text.includes(secret)));
  const absolute = said.filter((text) => text.includes(`${root}/`));
  return [
    ...leaked.map((text) => `a secret is shown: ${secrets.reduce((all, secret) => all.replaceAll(secret, '…'), text)}`),
    ...absolute.map((text) => `an absolute path is shown: ${text}`),
  ];
}
