/** Tiers by the names of what holds tools. */
import type { Tier } from '../../../rules/kit/index.js';

const groupWords: readonly (readonly [RegExp, Tier])[] = [
  [/^(?:admin|privileged|root|superuser)$/, 'privileged'],
  [/^(?:danger|dangerous|destructive|unsafe|delete)$/, 'destructive'],
  [/^(?:write|writer|writing|mutating|mutation|edit)$/, 'write'],
  [/^(?:read|readonly|reader|reading|query|safe)$/, 'observe'],
];

/** The tier that a name like `writeTools`, `registerAdminTools` or `DANGEROUS_TOOLS` states. */
export function groupTier(name: string | undefined): Tier | undefined {
  const words = (name ?? '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  if (!words.includes('tools') && !words.includes('toolset')) return undefined;
  return groupWords.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1];
}
