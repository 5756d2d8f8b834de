import type { Evidence } from '../../../rules/kit/index.js';
import type { Reported } from './run.js';

/**
 * Puts together what one rule says of one place for several tools, as of a helper that all of them call: it is one problem, with
 * one repair. Takes and keeps the order; the first report speaks, and the other tools are its evidence.
 */
export function merge(reports: readonly Reported[]): readonly { readonly report: Reported; readonly others: readonly Evidence[] }[] {
  const groups = new Map<string, Reported[]>();
  for (const report of reports) {
    const key = keyOf(report);
    groups.set(key, [...(groups.get(key) ?? []), report]);
  }
  return [...groups.values()].map(([report, ...rest]) => ({ report: report as Reported, others: rest.flatMap(evidenceOf) }));
}

function keyOf({ rule, said, at, severity }: Reported): string {
  return JSON.stringify([rule, String(said.message), severity, at.file, at.span.start, at.span.end]);
}

function evidenceOf({ tool, toolFacts }: Reported): readonly Evidence[] {
  return tool === undefined || toolFacts === undefined
    ? []
    : [{ file: toolFacts.name.file, span: toolFacts.name.span, label: `the same for \`${tool}\`` }];
}
