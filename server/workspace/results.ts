import type { Finding, Result, SkippedFile } from '../analysis/finding.js';
import { changeOfCell, type Notebook } from '../analysis/syntax/notebook/notebook.js';
import type { Place, Tool } from '../../rules/kit/index.js';
import type { ConfigProblem } from './config-read.js';

export interface CheckResult extends Result {
  readonly configProblems: readonly ConfigProblem[];
  /** How many files were looked at, those without anything of interest included. */
  readonly files: number;
  /** Files and folders that should have been read and could not be: the answer is not complete. */
  readonly unreadable: readonly string[];
}

/** One result out of those of several groups of files, in the order of files and places. */
export function merge(results: readonly Result[], skipped: readonly SkippedFile[]): Result {
  const [only, ...more] = results;
  const all = <T>(itemsOf: (result: Result) => readonly T[]): readonly T[] =>
    only !== undefined && more.length === 0 ? itemsOf(only) : results.flatMap(itemsOf);
  return {
    tools:
      only?.parts !== undefined && more.length === 0 && areSorted(only.parts)
        ? only.tools
        : sorted(
            all(({ tools }) => tools),
            nameOf,
          ),
    agents: sorted(
      all(({ agents = [] }) => agents),
      (agent) => agent,
    ),
    findings: sorted(
      all(({ findings }) => findings),
      (finding) => finding.place,
    ),
    unresolved: sorted(
      results.flatMap(({ unresolved }) => unresolved),
      (place) => place,
    ),
    skipped: distinct([...skipped, ...results.flatMap((result) => result.skipped)]),
    internal: all(({ internal }) => internal),
  };
}

/** The findings without fixes that would change what is no code of a notebook's cells. */
export function fixable(findings: readonly Finding[], notebookOf: (file: string) => Notebook | undefined): readonly Finding[] {
  return findings.map((finding) => {
    const fixes = finding.fixes.filter(({ edits }) =>
      edits.every((edit) => {
        const notebook = notebookOf(edit.file);
        return notebook === undefined || changeOfCell(notebook, edit) !== undefined;
      }),
    );
    return fixes.length === finding.fixes.length ? finding : { ...finding, fixes };
  });
}

const nameOf = ({ name }: Tool): Place => name;

/** The first and the last place of a list that is in order. An edit moves places of a file, but none across another one. */
const ends = new WeakMap<readonly Tool[], readonly [Place, Place] | 'unsorted'>();

function areSorted(parts: readonly (readonly Tool[])[]): boolean {
  let before: Place | undefined;
  for (const part of parts) {
    const [first, last] = [part[0], part.at(-1)];
    if (first === undefined || last === undefined) continue;
    let known = ends.get(part);
    if (known === undefined) ends.set(part, (known = sorted(part, nameOf) === part ? [first.name, last.name] : 'unsorted'));
    if (known === 'unsorted' || (before !== undefined && compare(before, known[0]) > 0)) return false;
    before = known[1];
  }
  return true;
}

/** Sorting is stable: what stands at one place keeps the order that the analysis gave it. */
function sorted<T>(items: readonly T[], placeOf: (item: T) => Place): readonly T[] {
  // Mostly there is one group, whose items are in order.
  let last: Place | undefined;
  for (const item of items) {
    const place = placeOf(item);
    if (last !== undefined && compare(last, place) > 0) return items.toSorted((a, b) => compare(placeOf(a), placeOf(b)));
    last = place;
  }
  return items;
}

function compare(left: Place, right: Place): number {
  if (left.file === right.file) return left.span.start - right.span.start;
  return left.file < right.file ? -1 : 1;
}

function distinct(skipped: readonly SkippedFile[]): readonly SkippedFile[] {
  const seen = new Map(skipped.map((entry) => [`${entry.file}\n${entry.reason}`, entry]));
  return [...seen.values()].toSorted((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
}
