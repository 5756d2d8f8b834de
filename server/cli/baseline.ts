/** Findings that a project has agreed to live with for now: known ones are not told, new ones are. */
import * as z from 'zod/mini';
import { unnumbered } from '../analysis/check/fingerprint.js';
import type { Finding } from '../analysis/finding.js';
import { decode } from '../workspace/decode.js';
import { fileOf, Refusal, type Io } from './io.js';
import type { Look } from './told.js';

const schema = z.object({
  schemaVersion: z.literal(1),
  findings: z.array(z.object({ ruleId: z.string(), file: z.string(), fingerprint: z.string() })),
});

type Known = z.infer<typeof schema>['findings'][number];

export interface Baseline {
  /** What was looked at, without the findings that the baseline knows. */
  readonly look: Look;
  readonly hidden: number;
  /** Findings of the baseline that are not there. */
  readonly gone: number;
}

/**
 * Leaves out what stands in a baseline. Findings are told apart by their fingerprints, which neither lines nor files that move change;
 * of equal ones as many are known as stand in the baseline.
 *
 * @throws Refusal when there is no such file, or it is none of ours
 */
export async function withoutKnown(look: Look, given: string, io: Io): Promise<Baseline> {
  const known = new Map<string, number>();
  for (const entry of await read(given, io)) known.set(keyOf(entry), (known.get(keyOf(entry)) ?? 0) + 1);
  const { findings } = look.result;
  const left = findings.filter((finding) => {
    const count = known.get(keyOf(finding)) ?? 0;
    if (count > 0) known.set(keyOf(finding), count - 1);
    return count === 0;
  });
  return {
    look: { ...look, result: { ...look.result, findings: left } },
    hidden: findings.length - left.length,
    gone: [...known.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** Writes the findings of now, one on each line, so that two branches that change it can be merged; answers what to say. */
export async function writeBaseline(look: Look, given: string, io: Io): Promise<string> {
  const entries = look.result.findings
    .map(({ ruleId, place, fingerprint }): Known => ({ ruleId, file: look.name(place.file), fingerprint: unnumbered(fingerprint) }))
    .toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const lines = entries.map((entry) => `    ${JSON.stringify(entry)}`);
  const text = `{\n  "schemaVersion": 1,\n  "findings": [${lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `}]\n}\n`;
  const problem = await io.host.write(fileOf(given, io), new TextEncoder().encode(text));
  if (problem !== undefined) throw new Refusal(`${given} could not be written: ${problem.problem}.`);
  return `${given} now knows ${entries.length} ${entries.length === 1 ? 'finding' : 'findings'}.`;
}

async function read(given: string, io: Io): Promise<readonly Known[]> {
  const answer = await io.host.read(fileOf(given, io));
  if ('problem' in answer)
    throw new Refusal(
      answer.gone === true ? `There is no baseline ${given}: write it with --update-baseline.` : `${given}: ${answer.problem}.`,
    );
  const decoded = decode(answer.bytes);
  let value: unknown;
  try {
    value = 'binary' in decoded ? undefined : JSON.parse(decoded.text);
  } catch {
    value = undefined;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new Refusal(`${given} is no baseline of Detent: write it anew with --update-baseline.`);
  return parsed.data.findings;
}

function keyOf({ ruleId, fingerprint }: Pick<Finding, 'ruleId' | 'fingerprint'>): string {
  return `${ruleId} ${unnumbered(fingerprint)}`;
}

function orderOf({ file, ruleId, fingerprint }: Known): string {
  return `${file}\n${ruleId}\n${fingerprint}`;
}
