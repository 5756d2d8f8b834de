import type { Evidence } from '../../../rules/kit/index.js';
import { PlaceMap } from './place-map.js';
import type { Reported } from './run.js';

type Fixes = NonNullable<Reported['said']['fixes']>;

export interface Merged {
  readonly report: Reported;
  readonly others: readonly Evidence[];
  /** Those of its fixes that the other tools have as well, where not all of them. */
  readonly fixes?: Fixes;
}

/**
 * Puts together what one rule says of one place for several tools, as of a helper that all of them call: it is one problem, with
 * one repair. Takes and keeps the order; the first report speaks, and the other tools are its evidence. What is repaired for one tool and
 * would be said of another one elsewhere is no repair.
 */
export function merge(reports: readonly Reported[]): readonly Merged[] {
  const known = new PlaceMap<{ readonly report: Reported; readonly others: Evidence[] }>();
  const alike = new PlaceMap<Reported>();
  const merged: { readonly report: Reported; readonly others: Evidence[] }[] = [];
  for (const report of reports) {
    if (report.said.alike !== undefined) alike.add(report.at, report);
    const first = known.at(report.at).find((one) => saysTheSame(one.report, report));
    if (first === undefined) {
      const one = { report, others: [] };
      known.add(report.at, one);
      merged.push(one);
    } else first.others.push(...evidenceOf(report));
  }
  return merged.map(({ report, others }) => {
    if (report.said.alike === undefined) return { report, others };
    const same = alike.at(report.at).filter(({ rule, at }) => rule === report.rule && at.span.end === report.at.span.end);
    const offered = report.said.fixes ?? [];
    const fixes = offered.filter(({ message }) => same.every(({ said }) => said.fixes?.some((fix) => fix.message === message) === true));
    return fixes.length === offered.length ? { report, others } : { report, others, fixes };
  });
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
