import { chain, changes, defineRule, hintField, hintFixes, hintMessages, isIncidental, lowered, named, once } from '../../../kit/index.js';
import type { Certainty, Effect } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/open-world-hint-mismatch',
  summary: 'A tool says that it stays inside, and its handler talks to others.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'auto',
  maps: ['MAST-2.6', 'OWASP-Agentic-2026-ASI02', 'CWE-863'],
  messages: {
    contradicted:
      '`{tool}` says `{hint}: false` but reaches {effect}, so people trust it with what must not leave. Set the hint to `true`.',
    many: '{count} tools of this file say that they stay inside, and talk to others, so people trust them with what must not leave. Set the hint to `true`.',
    ...hintMessages,
  },
  folded: { above: 3, message: 'many' },

  check(tool, report) {
    const hint = tool.hints.openWorld;
    if (hint?.value !== false || hint.said !== undefined) return;
    const outside = once(tool.effects.known.filter((effect) => effect.openWorld && !isIncidental(effect)));
    // What is sent counts before what is asked.
    const effect = outside.find(changes) ?? outside[0];
    if (effect === undefined) return;
    const data = { tool: tool.name.value, hint: hintField(tool, 'openWorld'), effect: named(effect) };
    const fixes = hintFixes(tool, 'openWorld', hint);
    const common = { message: 'contradicted', data, at: hint, because: chain(effect), certainty: sureness(effect), fixes } as const;
    if (changes(effect)) report({ ...common, set: 'profile:chatgpt-apps', severity: 'warning' });
    report(common);
  },
});

/** An address of which nobody knows the host may be the program's own service. */
function sureness(effect: Effect): Certainty {
  return effect.resource === 'network' ? lowered(effect.certainty) : effect.certainty;
}
