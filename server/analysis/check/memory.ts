import type { Rule, Tool } from '../../../rules/kit/index.js';
import type { Finding } from '../finding.js';
import { KeptByText } from '../kept-by-text.js';
import type { AnalysisSettings, Snapshot } from '../snapshot.js';
import type { Module } from '../syntax/ir.js';
import { fileOf } from './edits.js';
import type { Page, Pages } from './pages.js';
import type { Grouped, Reported, Settled } from './run.js';
import { sharedFiles } from './shared.js';

/** What rules said of a tool. */
export interface Said {
  readonly reports: readonly Reported[];
  /** A rule failed, which is tried again. */
  readonly failed: boolean;
}

/** What a page is made from. */
export interface PageFacts {
  readonly file: string;
  readonly text: string;
  readonly body: Module['body'] | undefined;
  readonly edition: number | undefined;
}

interface KnownFinding {
  readonly members: readonly Reported[];
  /** The files that it speaks of. */
  readonly pages: readonly (readonly [string, Page | undefined])[];
  readonly finding: Finding;
}

interface KnownGroups {
  readonly text: string | undefined;
  readonly reports: readonly Reported[];
  readonly grouped: Grouped;
}

/**
 * What a run may take from the run before. A tool that was not traced again is the same object, and rules are pure, so what
 * they say of it is the same. Its places may have moved, so a finding is made again when a file that it speaks of has changed.
 */
export class CheckMemory {
  readonly #pages = new Map<string, { readonly of: PageFacts; readonly page: Page }>();
  readonly #holding = new KeptByText((text) => text.includes('detent-ignore'));
  #commented: readonly string[] = [];
  #reports = new WeakMap<Tool, readonly Reported[]>();
  #settled = new WeakMap<readonly Reported[], readonly Settled[]>();
  #groups = new Map<string, KnownGroups>();
  #findings = new WeakMap<Reported, KnownFinding>();
  #parts: ReadonlySet<readonly Tool[]> = new Set();
  #count = 0;
  #partsSettled = new WeakMap<readonly Tool[], readonly Settled[]>();
  readonly #files = new WeakMap<readonly Tool[], ReadonlySet<string>>();
  readonly #names = new Map<string, number>();
  /** Files that declare other tools than in the run before. */
  #changed: ReadonlySet<string> = new Set();
  #settings: AnalysisSettings | undefined;
  #rules: readonly Rule[] | undefined;

  /** Starts a run; other settings make what was said before worthless. */
  begin(settings: AnalysisSettings, rules: readonly Rule[]): void {
    if (settings === this.#settings && rules === this.#rules) return;
    this.#settings = settings;
    this.#rules = rules;
    this.#reports = new WeakMap();
    this.#groups = new Map();
    this.#findings = new WeakMap();
    this.#partsSettled = new WeakMap();
  }

  page(of: PageFacts, make: () => Page): Page {
    const known = this.#pages.get(of.file);
    // A text that was undone is the same, but statements of its module may be others: the list of them is, after any edit.
    const isSame = known?.of.text === of.text && known.of.body === of.body && known.of.edition === of.edition;
    if (known !== undefined && isSame) return known.page;
    const page = make();
    this.#pages.set(of.file, { of, page });
    return page;
  }

  /** The files whose text may hold a comment that silences rules: few do, and others need not be read for this. */
  commented(snapshot: Snapshot): readonly string[] {
    const { files } = snapshot;
    if (this.#holding.hasChanged(files, snapshot)) this.#commented = files.filter((file) => this.#holding.of(file, snapshot));
    return this.#commented;
  }

  /** What all rules say of a tool. */
  reports(tool: Tool, hear: () => Said): readonly Reported[] {
    const known = this.#reports.get(tool);
    if (known !== undefined) return known;
    const { reports, failed } = hear();
    if (!failed) this.#reports.set(tool, reports);
    return reports;
  }

  /** What is left of the reports about a tool, which always are the same list. */
  settled(reports: readonly Reported[], settle: (reports: readonly Reported[]) => readonly Settled[]): readonly Settled[] {
    let known = this.#settled.get(reports);
    if (known === undefined) this.#settled.set(reports, (known = settle(reports)));
    return known;
  }

  /** What becomes a finding each; the order of reports about a file is another one only when its text is. */
  groups(file: string, text: string | undefined, reports: readonly Reported[], group: () => Grouped): Grouped {
    const known = this.#groups.get(file);
    if (known !== undefined && known.text === text && sameItems(known.reports, reports)) return known.grouped;
    const grouped = group();
    this.#groups.set(file, { text, reports, grouped });
    return grouped;
  }

  /** Takes the tools of a run, by file. */
  take(parts: readonly (readonly Tool[])[]): void {
    const now = new Set(parts);
    const changes = new Map<Tool, number>();
    const count = (part: readonly Tool[], more: number): void => {
      this.#count += part.length * more;
      for (const tool of part) changes.set(tool, (changes.get(tool) ?? 0) + more);
    };
    for (const part of this.#parts) if (!now.has(part)) count(part, -1);
    for (const part of now) if (!this.#parts.has(part)) count(part, 1);
    this.#parts = now;
    const changed = [...changes].filter(([, more]) => more !== 0);
    this.#changed = new Set(changed.flatMap(([tool]) => sharedFiles(tool)));
    for (const [{ name }, more] of changed) {
      const left = (this.#names.get(name.value) ?? 0) + more;
      if (left === 0) this.#names.delete(name.value);
      else this.#names.set(name.value, left);
    }
  }

  /** Tools that have a name of their own, so that nothing else speaks of them, and the others. */
  apart(tools: readonly Tool[]): readonly [alone: readonly Tool[], namesakes: readonly Tool[]] {
    if (this.#names.size === this.#count) return [tools, []];
    const isAlone = ({ name }: Tool): boolean => this.#names.get(name.value) === 1;
    const alone = tools.filter(isAlone);
    return alone.length === tools.length ? [tools, []] : [alone, tools.filter((tool) => !isAlone(tool))];
  }

  /** What is left of the reports about the tools of a file that all have names of their own. */
  part(tools: readonly Tool[], settle: () => readonly Settled[], trouble: { readonly count: number }): readonly Settled[] {
    const known = this.#partsSettled.get(tools);
    if (known !== undefined) return known;
    const before = trouble.count;
    const settled = settle();
    // A rule that failed is tried again.
    if (trouble.count === before) this.#partsSettled.set(tools, settled);
    return settled;
  }

  /** The files in which tools may share declarations with others. */
  sharedFiles(tools: readonly Tool[]): ReadonlySet<string> {
    let known = this.#files.get(tools);
    if (known === undefined) this.#files.set(tools, (known = new Set(tools.flatMap(sharedFiles))));
    return known;
  }

  /** The finding of reports about a tool, made again when one of them, a file or the tools beside it are others. */
  finding(tool: Tool, members: readonly Reported[], pages: Pages, make: () => Finding): Finding {
    const first = members[0]!;
    const known = this.#findings.get(first);
    if (
      known !== undefined &&
      !sharedFiles(tool).some((file) => this.#changed.has(file)) &&
      sameItems(known.members, members) &&
      known.pages.every(([file, page]) => pages(file) === page)
    )
      return known.finding;
    const finding = make();
    const files = filesOf(finding, members);
    this.#findings.set(first, { members, pages: [...files].map((file) => [file, pages(file)] as const), finding });
    return finding;
  }
}

function sameItems<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function filesOf({ place, evidence }: Finding, members: readonly Reported[]): ReadonlySet<string> {
  const files = new Set([place.file]);
  for (const { file } of evidence) files.add(file);
  for (const { said } of members) {
    for (const { edits } of said.fixes ?? []) for (const edit of edits) files.add(fileOf(edit));
  }
  return files;
}
