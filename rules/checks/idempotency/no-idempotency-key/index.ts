import {
  accusing,
  askFixes,
  askMessages,
  buildsOnRow,
  chain,
  defineRule,
  insertsRow,
  keyFixes,
  keyMessages,
  lacksDeduplication,
  lacksKey,
  named,
  once,
  repeats,
  setsOut,
  weaker,
} from '../../../kit/index.js';
import type { Effect, Severity, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/no-idempotency-key',
  summary: 'A call that adds something each time carries no idempotency key.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'choice',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI02', 'OWASP-Agentic-2026-ASI08', 'CWE-837', 'CWE-799'],
  messages: {
    forgotten: '`{tool}` reaches {effect} with no idempotency key, so a retried call {repeats}. Pass a key that is the same for both.',
    leftOut:
      '`{tool}` reaches {effect} by a function that takes an idempotency key, and gives it none: a retried call {repeats}. Give it one.',
    impossible:
      '`{tool}` reaches {effect}, and no idempotency key is known for it: a retried call {repeats}. Look for the first one before adding.',
    ...keyMessages,
    ...askMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter(isForgotten))) {
      const data = { tool: tool.name.value, effect: named(effect), repeats: repeats(effect) };
      const common = { about: effect, because: chain(effect), certainty: accusing(effect), severity: severityOf(effect, tool) };
      // A key is added at the call; where none is possible, the tool has to look before it calls.
      if (effect.keySlot !== undefined)
        report({ ...common, message: 'forgotten', data, at: effect, fixes: [...keyFixes(effect, tool), ...askFixes(effect, tool)] });
      else if (effect.keyLeftOut !== undefined) {
        const key = { ...effect.keyLeftOut, label: 'the key that it was not given' };
        // What it asks may take keys elsewhere only.
        const certainty = weaker(common.certainty, 'probable');
        report({ ...common, certainty, because: [...chain(effect), key], message: 'leftOut', data, at: setsOut(effect, tool) });
      } else report({ ...common, message: 'impossible', data, at: setsOut(effect, tool), set: 'strict' });
    }
  },
});

/** Of rows, queues and ends of files, rules of their own tell more. */
function isForgotten(effect: Effect): boolean {
  if (insertsRow(effect) || buildsOnRow(effect) || lacksDeduplication(effect) || effect.appends === true) return false;
  return lacksKey(effect);
}

/** Drafts can be thrown away; and where a human approves each call of a tool that says what it does, repetitions are seen. */
function severityOf(effect: Effect, tool: Tool): Severity {
  const seen = tool.hints.idempotent?.value === false && (tool.gate.kind === 'always' || effect.approvedBy !== undefined);
  const takesKey = effect.keySlot !== undefined || effect.keyLeftOut !== undefined;
  return !takesKey || effect.reversible || seen ? 'information' : 'warning';
}
