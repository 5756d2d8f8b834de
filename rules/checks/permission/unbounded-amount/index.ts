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
    listed: '`{tool}` takes `{parameter}` with no upper bound, so one wrong digit moves a hundred times as much. State a maximum.',
  },

  check(tool, report) {
    // The code behind a list is not seen, but what it is named for.
    for (const { name, type, limited, values, place } of tool.language === 'json' && moves.test(tool.name.value) ? tool.inputs : [])
      if (type === 'number' && amounts.test(name) && limited !== true && values === undefined)
        report({ message: 'listed', data: { tool: tool.name.value, parameter: name }, at: place ?? tool.name, certainty: 'probable' });
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

const moves =
  /(?:^|[_-])(?:pay|charge|refund|transfer|payout|withdraw|deposit|purchase|buy|order|invoice|payment)(?:s?$|s?[_A-Z-])|Payment|Refund|Transfer|Payout/;
