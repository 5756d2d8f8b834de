import type { Rule, Tool } from '../../../rules/kit/index.js';
import type { Finding } from '../finding.js';
import type { AnalysisSettings } from '../snapshot.js';
import type { Module } from '../syntax/ir.js';
import type { Page } from './pages.js';
import type { Reported } from './run.js';

/**
 * What a run may take from the run before. A tool that was not traced again is the same object, and rules are pure, so what
 * they say of it is the same; so are its findings, because all files that they speak of belong to its trace.
 */
export class CheckMemory {
  readonly #pages = new Map<string, { readonly text: string; readonly module: Module | undefined; readonly page: Page }>();
  #reports = new WeakMap<Tool, Map<Rule, readonly Reported[]>>();
  #findings = new WeakMap<Reported, { readonly key: string; readonly members: readonly Reported[]; readonly finding: Finding }>();
  #settings: AnalysisSettings | undefined;

  /** Starts a run; other settings make what was said before worthless. */
  begin(settings: AnalysisSettings): void {
    if (settings === this.#settings) return;
    this.#settings = settings;
    this.#reports = new WeakMap();
    this.#findings = new WeakMap();
  }

  page(file: string, text: string, module: Module | undefined, make: () => Page): Page {
    const known = this.#pages.get(file);
    if (known !== undefined && known.text === text && known.module === module) return known.page;
    const page = make();
    this.#pages.set(file, { text, module, page });
    return page;
  }

  /** What a rule says of a tool. `hear` answers `undefined` when the rule failed, which is tried again. */
  reports(rule: Rule, tool: Tool, hear: () => readonly Reported[] | undefined): readonly Reported[] {
    const table = this.#reports.get(tool) ?? new Map<Rule, readonly Reported[]>();
    const known = table.get(rule);
    if (known !== undefined) return known;
    const said = hear();
    if (said === undefined) return [];
    table.set(rule, said);
    this.#reports.set(tool, table);
    return said;
  }

  /** The finding of reports, made again when one of them or their surroundings (`key`) are others. */
  finding(members: readonly Reported[], key: string, make: () => Finding): Finding {
    const first = members[0]!;
    const known = this.#findings.get(first);
    if (known?.key === key && known.members.length === members.length && known.members.every((one, i) => one === members[i])) return known.finding;
    const finding = make();
    this.#findings.set(first, { key, members, finding });
    return finding;
  }
}
