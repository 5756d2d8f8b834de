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
 * but not what the rule reports in another set only.
 */
export function selection(settings: AnalysisSettings): Selection {
  const strict = settings.sets.includes('strict');
  const sets = new Set<string>(strict ? [...settings.sets, 'recommended'] : settings.sets);
  const chosen = (rule: Rule): Severity | 'off' | undefined =>
    Object.hasOwn(settings.severities, rule.id) ? settings.severities[rule.id] : undefined;
  const least = sureness.indexOf(settings.minCertainty);
  return {
    runs: (rule) => chosen(rule) !== 'off',
    looksAt: (tool) =>
      (settings.reportInTests || !tool.inTests) && !settings.ignoreTools.some((pattern) => matchesPattern(pattern, tool.name.value)),
    severity(rule, report) {
      const choice = chosen(rule);
      const inSet = sets.has(report.set ?? rule.set) || (choice !== undefined && (report.set ?? rule.set) === rule.set);
      if (choice === 'off' || !inSet || sureness.indexOf(report.certainty) < least) return undefined;
      return choice ?? report.severity ?? rule.severity;
    },
  };
}
