/** What becomes of what each effect does and answers, on the way to the handler. */
import { changes, type Effect } from '../../../../rules/kit/index.js';
import type { ToolContext } from '../tools.js';
import { floatingOf } from './floating.js';
import { ignoredOf } from './ignored.js';

/** Effects that change something, with where nobody waits for them, and where nobody looks whether they failed. */
export function withOutcomes(context: ToolContext, effects: readonly Effect[]): readonly Effect[] {
  return effects.map((effect) => {
    if (!changes(effect) || effect.resource === 'memory') return effect;
    const floating = floatingOf(context, effect);
    const ignored = ignoredOf(context, effect);
    if (floating === undefined && ignored === undefined) return effect;
    return { ...effect, ...(floating === undefined ? {} : { floating }), ...(ignored === undefined ? {} : { ignored }) };
  });
}
