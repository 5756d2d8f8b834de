import { accusing, chain, changes, defineRule, named, once } from '../../../kit/index.js';
import type { Effect, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'verification/no-postcondition',
  summary: 'A tool does what cannot be taken back, and says that it is done without looking.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-3.2', 'OWASP-Agentic-2026-ASI09', 'CWE-754'],
  messages: {
    blind: '`{tool}` says that it is done whatever {effect} answers, and looks at nothing afterwards. Answer with what came of it.',
  },

  check(tool, report) {
    if (tool.inTests || tool.outputs === true) return;
    for (const effect of once(tool.effects.known.filter((one) => isBlind(one, tool)))) {
      report({
        message: 'blind',
        data: { tool: tool.name.value, effect: named(effect) },
        at: effect.unread ?? effect,
        about: effect,
        because: chain(effect),
        certainty: effect.resource === 'chat' ? 'possible' : accusing(effect),
      });
    }
  },
});

/**
 * Nothing comes back of it, and the tool reads nothing of its kind. What the system of files or a browser does is done where
 * the program stands, and fails aloud, as does what empties all of a table.
 */
function isBlind(effect: Effect, { effects }: Tool): boolean {
  if (effect.unread === undefined || !changes(effect) || !effect.bounded || effect.reversible || near.has(effect.resource)) return false;
  return !effects.known.some(({ class: kind, resource }) => kind === 'read' && resource === effect.resource);
}

const near: ReadonlySet<string> = new Set(['filesystem', 'process', 'memory', 'browser', 'cache', 'clock']);
