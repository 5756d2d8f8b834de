import { chain, defineRule, named, once, timeoutFixes, timeoutMessages, type Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'resumption/missing-timeout',
  summary: 'A call that leaves the program waits as long as it takes.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'choice',
  maps: ['MAST-1.5', 'OWASP-Agentic-2026-ASI08', 'OWASP-LLM-2026-LLM06', 'CWE-1088'],
  messages: {
    endless:
      '`{tool}` waits for {effect} as long as it takes: a client that gave up meanwhile asks again, while the first call still runs. Pass `{option}`.',
    many: '{count} calls of tools in this file wait as long as they take: a client that gave up meanwhile asks again. Say once when to give up.',
    ...timeoutMessages,
  },
  folded: { above: 5, message: 'many' },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(leaves))) {
      report({
        message: 'endless',
        data: { tool: tool.name.value, effect: named(effect), option: effect.endless!.shown },
        at: effect,
        because: chain(effect),
        certainty: effect.sometimes === true ? 'possible' : effect.certainty,
        // The runtime, or the system, ends most other calls after minutes.
        ...(effect.endless!.always === true ? {} : { set: 'strict' as const }),
        fixes: timeoutFixes(effect),
      });
    }
  },
});

/** What runs on the machine itself is ended by whoever ends the tool. */
function leaves({ endless, openWorld, resource }: Effect): boolean {
  return endless !== undefined && (openWorld || resource === 'network');
}
