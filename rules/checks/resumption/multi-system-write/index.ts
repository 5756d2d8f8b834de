import { accusing, addsEachTime, chain, changes, defineRule, isLog, named, writesTo, type Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'resumption/multi-system-write',
  summary: 'One call changes several systems, and a failure in between leaves them at odds.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-3.1', 'OWASP-Agentic-2026-ASI08', 'CWE-460', 'CWE-841'],
  messages: {
    several: '`{tool}` makes {first} and then {second}: cut off in between, it has done one of them, and does it again when called again.',
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const second of tool.effects.known.filter(matters)) {
      const { afterOther } = second;
      const first = afterOther === undefined ? undefined : tool.effects.known.find((one) => matters(one) && isAt(one, afterOther));
      if (first === undefined || (!isUnkeyed(first) && !isUnkeyed(second))) continue;
      report({
        message: 'several',
        data: { tool: tool.name.value, first: named(first), second: named(second) },
        at: second,
        because: chain(second, ...chain(first)),
        certainty: [first, second].some((one) => accusing(one) === 'possible') ? 'possible' : 'probable',
      });
      return;
    }
  },
});

function matters(effect: Effect): boolean {
  return writesTo(effect) !== undefined && changes(effect) && !isLog(effect) && effect.named !== true && effect.sometimes !== true;
}

function isAt({ file, span }: Effect, at: NonNullable<Effect['afterOther']>): boolean {
  return file === at.file && span.start === at.span.start;
}

/** A repetition does it once more. */
function isUnkeyed(effect: Effect): boolean {
  return addsEachTime(effect) && (effect.key.level === 'none' || effect.key.level === 'K1');
}
