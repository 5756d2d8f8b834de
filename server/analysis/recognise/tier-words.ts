/** Words that projects state permission tiers with. */
import { tiers, type Tier } from '../../../rules/kit/index.js';
import type { AnalysisSettings } from '../snapshot.js';

/** A tier by its own name, or by the one that the project gives it. */
export function tierNamed({ tierNames }: AnalysisSettings, name: string): Tier | undefined {
  return tiers.find((tier) => tier === name) ?? (Object.hasOwn(tierNames, name) ? tierNames[name] : undefined);
}

/** The tier that a scope speaks of: `deck.write`, `tools:admin`. */
export function scopeTier(scope: string): Tier | undefined {
  const words = scope
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return scopeWords.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1];
}

const scopeWords: readonly (readonly [RegExp, Tier])[] = [
  [/^(?:admin|owner|root|superuser|all)$/, 'privileged'],
  [/^(?:delete|destroy|destructive|purge|remove)$/, 'destructive'],
  [/^(?:write|edit|modify|create|update|manage|send|execute|readwrite)$/, 'write'],
  [/^(?:read|readonly|view|list|search|get)$/, 'observe'],
];
