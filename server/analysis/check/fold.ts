import type { Evidence, Rule } from '../../../rules/kit/index.js';
import type { Reported } from './run.js';
import { fill } from './words.js';

export interface Folded {
  readonly message: string;
  readonly text: string;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly (NonNullable<Reported['said']['fixes']>[number] & { readonly title: string })[];
}

/** What becomes one finding. */
export interface Group {
  readonly lead: Reported;
  /** What is said instead, when many were put together. */
  readonly folded?: () => Folded;
  /** The reports that stand behind it. */
  readonly members: readonly Reported[];
}

/**
 * Puts many reports of one rule about one file together where the rule asks for it. Takes and keeps the order; the first report
 * stands for its group.
 */
export function fold(reports: readonly Reported[]): readonly Group[] {
  const groups = new Map<string, Map<Rule, Map<string, Reported[]>>>();
  const groupOf = ({ at, check, set }: Reported): Reported[] => {
    const rules = within(groups, at.file, () => new Map<Rule, Map<string, Reported[]>>());
    return within(
      within(rules, check, () => new Map<string, Reported[]>()),
      set,
      () => [],
    );
  };
  for (const report of reports) if (report.check.folded !== undefined) groupOf(report).push(report);
  return reports.flatMap((report): readonly Group[] => {
    const folding = report.check.folded;
    const group = folding === undefined ? [] : groupOf(report);
    if (folding === undefined || group.length <= folding.above) return [{ lead: report, members: [report] }];
    if (report !== group[0]) return [];
    return [{ lead: gravest(report, group), folded: () => together(report, group, folding.message), members: group }];
  });
}

function within<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}

const order = ['hint', 'information', 'warning', 'error'] as const;

function gravest(first: Reported, group: readonly Reported[]): Reported {
  const severity = group.reduce((most, { severity: one }) => (order.indexOf(one) > order.indexOf(most) ? one : most), first.severity);
  return { ...first, severity };
}

function together(first: Reported, group: readonly Reported[], message: string): Folded {
  const automatic = group.flatMap(({ check, said }) =>
    (said.fixes ?? [])
      .filter(({ grade }) => grade === 'auto')
      .slice(0, 1)
      .map((fix) => ({
        ...fix,
        title: fill(String(check.messages[fix.message] ?? fix.message), fix.data, first.at.file),
      })),
  );
  const [leading] = automatic;
  const more = automatic.length > 1 ? `, and ${automatic.length - 1} more` : '';
  return {
    message,
    text: fill(String(first.check.messages[message] ?? message), { count: String(group.length) }, first.at.file),
    evidence: group.slice(1).map(({ at, text }) => ({ file: at.file, span: at.span, label: text })),
    fixes: leading === undefined ? [] : [{ ...leading, title: leading.title + more, edits: automatic.flatMap(({ edits }) => edits) }],
  };
}
