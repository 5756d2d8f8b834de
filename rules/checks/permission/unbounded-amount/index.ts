import { chain, changes, defineRule, exposedTo, named } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/unbounded-amount',
  summary: 'The model names an amount of money, and nothing says how much is too much.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.1', 'OWASP-Agentic-2026-ASI02', 'OWASP-LLM-2026-LLM03', 'CWE-770', 'CWE-1284'],
  messages: {
    open: '`{tool}` passes `{parameter}` to {effect} with no upper bound, so one wrong digit moves a hundred times as much. State a maximum.',
  },

  check(tool, report) {
    for (const { effect, reach, held } of exposedTo(tool, ['amount'], changes)) {
      const input = tool.inputs.find(({ name }) => name === reach.parameter.split('.')[0]);
      const last = reach.parameter.split('.').at(-1) ?? '';
      if (!amounts.test(last) || held !== undefined || input?.values !== undefined || (input?.limited === true && input.name === last))
        continue;
      const data = { tool: tool.name.value, parameter: reach.parameter, effect: named(effect) };
      report({ message: 'open', data, at: input?.place ?? tool.name, about: effect, because: chain(effect), certainty: effect.certainty });
    }
  },
});

const amounts =
  /^(?:[a-z]+[_A-Z])*(?:amount|total|price|sum|quantity|qty|cents|usd|eur|value)(?:_?(?:cents|usd|eur|in_cents|inCents))?$|Amount$|Total$|Price$|Quantity$/;
