import type { AnalysisSettings } from './snapshot.js';

/** Somebody hears what a rule of the set `strict` says: by the set, or by a severity of its own. What nobody hears is not looked for. */
export function isHeard({ sets, severities }: Pick<AnalysisSettings, 'sets' | 'severities'>, rule: string): boolean {
  const own = Object.hasOwn(severities, rule) ? severities[rule] : undefined;
  return own === undefined ? sets.includes('strict') : own !== 'off';
}
