import { Together } from '../../../server/analysis/together.js';
import type { Finding } from '../../../server/analysis/finding.js';
import type { Offer } from '../../harness/verify.js';

/** Fixes that are tried at once, and what they are about. */
interface Batch {
  readonly offers: Offer[];
  readonly edits: Together;
  readonly kind: string;
  readonly tools: Set<string>;
  /** Files of findings that are about no tool, and of all. */
  readonly whole: Set<string>;
  readonly files: Set<string>;
  readonly findings: Set<Finding>;
}

/**
 * Fixes that may be tried together: of findings of one severity about different tools, with edits that do not touch. A finding that is
 * about no tool has its file to itself. Automatic ones, of which more is promised, stand by themselves.
 *
 * @param most the fixes of one batch
 */
export function batchesOf(offers: readonly Offer[], most: number): readonly (readonly Offer[])[] {
  const batches: Batch[] = [];
  for (const offer of offers) {
    const found = batches.find((batch) => batch.offers.length < most && isFree(batch, offer) && takes(batch, offer));
    const batch = found ?? open(offer);
    if (found === undefined) batches.push(batch);
    const { file } = offer.finding.place;
    batch.offers.push(offer);
    batch.findings.add(offer.finding);
    batch.files.add(file);
    if (offer.finding.tool === undefined) batch.whole.add(file);
    else batch.tools.add(offer.finding.tool);
  }
  return batches.map((batch) => batch.offers);
}

function open({ finding, fix }: Offer): Batch {
  const edits = new Together();
  edits.add(fix);
  return { offers: [], edits, kind: kindOf({ finding, fix }), tools: new Set(), whole: new Set(), files: new Set(), findings: new Set() };
}

/** What says the same as others, such as the hints of all tools of a list, is made once for all. */
function takes({ edits }: Batch, { fix }: Offer): boolean {
  return edits.add(fix) || fix.edits.every((edit) => edits.has(edit));
}

function kindOf({ finding, fix }: Offer): string {
  return `${finding.severity} ${fix.grade === 'auto' ? 'auto' : ''}`;
}

function isFree({ kind, tools, whole, files, findings }: Batch, offer: Offer): boolean {
  const { finding } = offer;
  if (kind !== kindOf(offer) || findings.has(finding) || whole.has(finding.place.file)) return false;
  return finding.tool === undefined ? !files.has(finding.place.file) : !tools.has(finding.tool);
}

/** What a test of several things says, and which of them may be to blame. */
export interface Said<T> {
  readonly what: string;
  readonly by: readonly T[];
}

/**
 * Which of several things do not hold by themselves, found by testing ever fewer of them together.
 *
 * @param test is asked about one thing at least
 * @returns what is said of each of these alone
 */
export async function sift<T>(
  all: readonly T[],
  test: (some: readonly T[]) => Promise<readonly Said<T>[]>,
): Promise<ReadonlyMap<T, readonly string[]>> {
  const guilty = new Map<T, readonly string[]>();
  const stack: (readonly T[])[] = [all];
  for (let some = stack.pop(); some !== undefined; some = stack.pop()) {
    if (some.length === 0) continue;
    const said = await test(some);
    if (said.length === 0) continue;
    const [first] = some;
    if (some.length === 1) {
      guilty.set(
        first!,
        said.map(({ what }) => what),
      );
      continue;
    }
    const blamed = new Set(said.flatMap(({ by }) => by));
    const middle = some.length >> 1;
    const isPart = blamed.size > 0 && blamed.size < some.length;
    const one = isPart ? some.filter((item) => blamed.has(item)) : some.slice(0, middle);
    stack.push(
      one,
      some.filter((item) => !one.includes(item)),
    );
  }
  return guilty;
}
