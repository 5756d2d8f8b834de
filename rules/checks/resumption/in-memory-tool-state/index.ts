import { chain, changes, defineRule, lowered, named, type Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'resumption/in-memory-tool-state',
  summary: 'A tool keeps data for later calls in the memory of one process.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-2.1', 'OWASP-Agentic-2026-ASI06', 'OWASP-Agentic-2026-ASI08', 'CWE-662', 'CWE-664'],
  messages: {
    kept: '`{tool}` keeps data in {effect}, where `{reader}` reads it: a restart, or a second process, does not have it. Keep it in a store.',
  },

  check(tool, report) {
    if (tool.inTests || tool.effects.known.some(isStored)) return;
    for (const effect of onceEach(tool.effects.known.filter(isKept))) {
      report({
        message: 'kept',
        data: { tool: tool.name.value, effect: named(effect), reader: effect.readBy!.label },
        at: effect,
        because: [...chain(effect), effect.readBy!, ...(tool.overHttp === undefined ? [] : [tool.overHttp])],
        certainty: lowered(effect.sometimes === true ? 'probable' : 'certain'),
        // A server that a program starts for itself lives as long as the conversation.
        ...(tool.overHttp === undefined ? {} : { set: 'recommended' as const }),
      });
    }
  },
});

/** Data of the tool, which another function hands out. */
function isKept(effect: Effect): boolean {
  return effect.resource === 'memory' && effect.keptUnder !== undefined && effect.readBy !== undefined && changes(effect);
}

/** Where the tool writes to a store as well, memory may only save asking that. */
function isStored(effect: Effect): boolean {
  return stores.has(effect.resource) && effect.class !== 'read' && changes(effect);
}

const stores: ReadonlySet<Effect['resource']> = new Set(['database', 'filesystem', 'object-store']);

/** What is kept under one name is one thing. */
function onceEach(effects: readonly Effect[]): readonly Effect[] {
  return effects.filter((effect, i) => effects.findIndex((other) => other.file === effect.file && other.api === effect.api) === i);
}
