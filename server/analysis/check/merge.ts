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
    (a.said.alike === undefined || wording(a) === wording(b))
  );
}

/** What is said, whoever it is said of. */
function wording({ text, tool }: Reported): string {
  return tool === undefined ? text : text.replaceAll(`\`${tool}\``, '');
}

/**
 * What a report says that it is one by, however a tool comes there; or the chain, unless it ends where the report stands: two tools that
 * share a hint are two problems when each does something else.
 */
function proof({ said, at }: Reported): string | undefined {
  if (said.alike !== undefined) return `${said.alike.file}:${said.alike.span.start}`;
  const places = (said.because ?? []).map(({ file, span }) => `${file}:${span.start}`);
  return places.at(-1) === `${at.file}:${at.span.start}` ? undefined : places.join();
}

function evidenceOf({ tool, toolFacts }: Reported): readonly Evidence[] {
  return tool === undefined || toolFacts === undefined
    ? []
    : [{ file: toolFacts.name.file, span: toolFacts.name.span, label: `the same for \`${tool}\`` }];
}
