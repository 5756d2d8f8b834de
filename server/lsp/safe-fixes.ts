import type { Finding, Fix, TextEdit } from '../analysis/finding.js';
import { Together } from '../analysis/together.js';

/** Fixes that were taken together. */
export interface SafeFixes {
  /** By file, in the order of their places. */
  readonly edits: readonly TextEdit[];
  /** The rule that an edit is for, of the first finding that asks for it. */
  readonly ruleOf: ReadonlyMap<TextEdit, string>;
  readonly fixed: readonly Finding[];
  /** Findings whose fix touches the place of another one: the next run takes them. */
  readonly left: number;
}

/** The `auto` fix of a finding; with `within`, one that stays in this file. */
export function safeFix({ fixes }: Finding, within?: string): Fix | undefined {
  return fixes.find(
    ({ grade, edits }) => grade === 'auto' && edits.length > 0 && (within === undefined || edits.every(({ file }) => file === within)),
  );
}

/** The edits of all safe fixes. Where two would touch the same place the first wins. */
export function safeFixes(findings: readonly Finding[], within?: string): SafeFixes {
  const all = new Together();
  const ruleOf = new Map<TextEdit, string>();
  let left = 0;
  const fixed = findings.filter((finding) => {
    const fix = safeFix(finding, within);
    if (fix === undefined) return false;
    const isTaken = all.add(fix);
    for (const edit of all.edits) if (!ruleOf.has(edit)) ruleOf.set(edit, finding.ruleId);
    if (!isTaken && !fix.edits.every((edit) => all.has(edit))) left += 1;
    return isTaken;
  });
  const edits = all.edits.toSorted((a, b) => (a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1));
  return { edits, ruleOf, fixed, left };
}
