import type { Evidence } from '../../../rules/kit/index.js';
import { PlaceMap } from './place-map.js';
import type { Reported } from './run.js';

interface Merged {
  readonly report: Reported;
  readonly others: Evidence[];
}

/**
 * Puts together what one rule says of one place for several tools, as of a helper that all of them call: it is one problem, with
 * one repair. Takes and keeps the order; the first report speaks, and the other tools are its evidence.
 */
export function merge(reports: readonly Reported[]): readonly { readonly report: Reported; readonly others: readonly Evidence[] }[] {
  const known = new PlaceMap<Merged>();
  const merged: Merged[] = [];
  for (const report of reports) {
    const first = known.at(report.at).find((one) => saysTheSame(one.report, report));
    if (first === undefined) {
      const one = { report, others: [] };
      known.add(report.at, one);
      merged.push(one);
    } else first.others.push(...evidenceOf(report));
  }
  return merged;
}

function saysTheSame(a: Reported, b: Reported): boolean {
  return (
    a.rule === b.rule &&
    a.said.message === b.said.message &&
    a.severity === b.severity &&
    a.at.span.end === b.at.span.end &&
    (a.tool !== b.tool || a.text === b.text) &&
    proof(a) === proof(b) &&
    (proof(a) === undefined || wording(a) === wording(b))
  );
}

/** What is said, whoever it is said of. */
function wording({ text, tool }: Reported): string {
  return tool === undefined ? text : text.replaceAll(`\`${tool}\``, '');
}

/**
 * Where the chain ends, unless it ends where the report stands: two tools that share a hint are two problems when each does something
 * else. How they came there makes no difference.
 */
function proof({ said, at }: Reported): string | undefined {
  const last = said.because?.at(-1);
  const place = last === undefined ? undefined : `${last.file}:${last.span.start}`;
  return place === `${at.file}:${at.span.start}` ? undefined : place;
}

function evidenceOf({ tool, toolFacts }: Reported): readonly Evidence[] {
  return tool === undefined || toolFacts === undefined
    ? []
    : [{ file: toolFacts.name.file, span: toolFacts.name.span, label: `the same for \`${tool}\`` }];
}
