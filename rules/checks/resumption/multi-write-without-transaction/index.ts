import { accusing, addsEachTime, chain, changes, defineRule, isLog, isCounter, lowered, named, type Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'resumption/multi-write-without-transaction',
  summary: 'A tool writes to a database more than once, and a failure in between leaves the half of it.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-3.1', 'OWASP-Agentic-2026-ASI08', 'CWE-460'],
  messages: {
    half: '`{tool}` makes {effect} after {first}, and nothing makes the two one: a failure in between leaves half of it. Use `{together}`.',
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of tool.effects.known.filter(matters)) {
      const first = effect.afterWrite === undefined ? undefined : tool.effects.known.find((one) => isAt(one, effect.afterWrite!));
      if (first === undefined || !matters(first) || (!addsEachTime(first) && !addsEachTime(effect))) continue;
      report({
        message: 'half',
        data: { tool: tool.name.value, effect: named(effect), first: named(first), together: effect.alone! },
        at: effect,
        because: chain(effect, ...chain(first)),
        certainty: lowered(accusing(effect)),
      });
      return;
    }
  },
});

/** A row that somebody misses; logs and counters may lag behind. */
function matters(effect: Effect): boolean {
  return effect.alone !== undefined && effect.class !== 'read' && changes(effect) && !isLog(effect) && !isCounter(effect);
}

function isAt({ file, span }: Effect, at: NonNullable<Effect['afterWrite']>): boolean {
  return file === at.file && span.start === at.span.start;
}
