import { accusing, chain, defineRule, lacksKey, named, once, repeats } from '../../../kit/index.js';
import type { Effect, FixGrade, Slot } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/key-not-forwarded',
  summary: 'A tool asks for an idempotency key and does nothing with it.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-2.6', 'OWASP-Agentic-2026-ASI02', 'CWE-837'],
  messages: {
    dropped:
      '`{tool}` asks for `{parameter}` and does not pass it to {effect}: whoever repeats a call with the same key still {repeats}. Pass it on.',
    unused:
      '`{tool}` asks for `{parameter}` and ignores it: whoever repeats a call with the same key still {repeats}. Keep the keys of what was done, and look first.',
    forward: 'Pass `{key}` on as idempotency key',
  },

  check(tool, report) {
    if (tool.inTests || tool.ignoredKeys === undefined) return;
    const all = once(tool.effects.known.filter(lacksKey));
    const effect = all.find(({ keySlot }) => keySlot !== undefined) ?? all[0];
    if (effect === undefined) return;
    for (const parameter of tool.inputs.filter(({ name }) => tool.ignoredKeys!.includes(name))) {
      const data = { tool: tool.name.value, parameter: parameter.name, repeats: repeats(effect) };
      const common = { at: parameter.place ?? tool.name, about: effect, because: chain(effect), certainty: accusing(effect) };
      if (effect.keySlot === undefined) report({ ...common, message: 'unused', data });
      else
        report({
          ...common,
          message: 'dropped',
          data: { ...data, effect: named(effect) },
          fixes: forwarded(effect, effect.keySlot, parameter.name, all.length === 1 ? 'exact' : 'choice'),
        });
    }
  },
});

/** Where the parameter is in scope at the call, it can be passed there. */
function forwarded(effect: Effect, slot: Slot, parameter: string, grade: FixGrade) {
  const key = effect.keyCandidates.find(({ text }) => text === parameter || text.endsWith(`.${parameter}`))?.text;
  if (key === undefined || (slot.existing === undefined && slot.insert === undefined)) return [];
  return [{ message: 'forward' as const, data: { key }, grade, edits: [{ kind: 'set' as const, slot, value: { code: key } }] }];
}
