import type { Certainty, Rule, RuleSet, Severity, Tool } from '../../../rules/kit/index.js';
import type { AnalysisSettings } from '../snapshot.js';
import { matchesPattern } from './words.js';

/** Which reports the settings let through, and how grave they are. */
export interface Selection {
  /** Can the rule report anything at all? */
  runs(rule: Rule): boolean;
  /** May the rule look at the tool? */
  looksAt(tool: Tool): boolean;
  /** `undefined`: not reported. */
  severity(
    rule: Rule,
    report: { readonly certainty: Certainty; readonly severity?: Severity; readonly set?: RuleSet },
  ): Severity | undefined;
}

const sureness: readonly Certainty[] = ['possible', 'probable', 'certain'];

/**
 * Reads the settings. `strict` contains `recommended`; a severity in the settings switches its rule on, whatever the rule's set,
 * but not what the rule reports in another set only. Whoever switches a rule on by its name expects what it finds, weak evidence
 * included, which stays a note.
 */
export function selection(settings: AnalysisSettings): Selection {
  const strict = settings.sets.includes('strict');
  const sets = new Set<string>(strict ? [...settings.sets, 'recommended'] : settings.sets);
  const chosen = (rule: Rule): Severity | 'off' | undefined =>
    Object.hasOwn(settings.severities, rule.id) ? settings.severities[rule.id] : undefined;
  const least = sureness.indexOf(settings.minCertainty);
  const leastByName = sureness.indexOf(settings.minCertaintyByName ?? settings.minCertainty);
  return {
    runs: (rule) => chosen(rule) !== 'off',
    looksAt: (tool) =>
      (settings.reportInTests || !tool.inTests) && !settings.ignoreTools.some((pattern) => matchesPattern(pattern, tool.name.value)),
    severity(rule, report) {
      const choice = chosen(rule);
      const set = report.set ?? rule.set;
      const byName = choice !== undefined && set === rule.set && !sets.has(set);
      if (choice === 'off' || (!byName && !sets.has(set))) return undefined;
      const sure = sureness.indexOf(report.certainty);
      if (sure >= least) return choice ?? report.severity ?? rule.severity;
      return byName && sure >= leastByName ? (choice === 'hint' ? choice : 'information') : undefined;
    },
  };
}
