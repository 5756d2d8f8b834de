import { claimsIdempotent } from './hints.js';
import { tierFor } from './effects-of.js';
import type { Effect, Tier, Tool } from './model.js';

/**
 * The author said how much the tool may do: by a tier, by a hint from which one follows, by a gate in front of it, or that it needs none.
 * A wrong `idempotentHint` counts as well, because its own rule speaks about it.
 */
export function declaresTier(tool: Tool): boolean {
  if (tool.tier !== undefined || tool.hints.readOnly !== undefined || tool.hints.destructive !== undefined) return true;
  return tool.gate.kind === 'always' || tool.gate.kind === 'conditional' || tool.gate.stated === true || claimsIdempotent(tool);
}

/** The tier that a policy goes by: the declared one, or else the one that the effects need. */
export function effectiveTier(declared: Tier | undefined, effects: readonly Effect[]): Tier {
  return declared ?? tierFor(effects).tier;
}
