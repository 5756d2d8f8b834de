import { accusing, addsWhenCalledAgain, chain, defineRule, isKeyParameter, named, once, repeats } from '../../../kit/index.js';
import type { Effect, InputParameter } from '../../../kit/index.js';

export default defineRule({
  id: 'idempotency/optional-key',
  summary: 'An idempotency key may be left out, and then nothing recognizes a repetition.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'choice',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI08', 'CWE-837'],
  messages: {
    none: '`{parameter}` of `{tool}` may be left out. Then {effect} has no key, and a repeated call {repeats}. Make it required.',
    fresh:
      '`{parameter}` of `{tool}` may be left out. Then {effect} gets a new key each time, and a repeated call {repeats}. Make it required.',
    listed: '`{parameter}` of `{tool}` may be left out, and then nothing tells a repeated call from a new one. Make it required.',
    require: 'Require `{parameter}`',
  },

  check(tool, report) {
    if (tool.inTests) return;
    // The code behind a list is not seen.
    for (const parameter of tool.language === 'json' ? tool.inputs.filter(isKeyParameter) : []) {
      if (!mayBeLacking(parameter)) continue;
      const data = { tool: tool.name.value, parameter: parameter.name };
      report({ message: 'listed', data, at: parameter.place ?? tool.name, certainty: 'probable' });
    }
    for (const effect of once(tool.effects.known.filter(addsWhenCalledAgain))) {
      const { input, optional } = effect.key;
      const parameter = tool.inputs.find(({ name }) => name === input);
      if (parameter === undefined || !mayBeLacking(parameter) || isRefused(effect)) continue;
      report({
        message: optional === true ? 'fresh' : 'none',
        data: { tool: tool.name.value, parameter: parameter.name, effect: named(effect), repeats: repeats(effect) },
        at: parameter.place ?? effect.key.place ?? effect,
        about: effect,
        because: chain(effect),
        certainty: accusing(effect),
        fixes:
          parameter.optionalBy === undefined
            ? []
            : [
                {
                  message: 'require',
                  data: { parameter: parameter.name },
                  grade: 'choice',
                  edits: parameter.optionalBy.map((at) => ({ kind: 'replace', at, text: '' })),
                },
              ],
      });
    }
  },
});

/** What has a value of its own when nobody gives one is another matter: then all calls share one key. */
function mayBeLacking({ optional, fallback }: InputParameter): boolean {
  return optional && (fallback === undefined || fallback === null || fallback === '');
}

/** The handler does nothing where it is left out. */
function isRefused({ mode, key }: Effect): boolean {
  return mode !== undefined && mode.parameter === key.input && !mode.values.includes(null);
}
