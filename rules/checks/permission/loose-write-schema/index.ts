import { chain, changes, defineRule, exposedTo, named } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/loose-write-schema',
  summary: 'The model makes up the fields of what a tool writes.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.1', 'OWASP-Agentic-2026-ASI02', 'CWE-20', 'CWE-915'],
  messages: {
    open: '`{tool}` hands `{parameter}` to {effect} with whatever fields the model makes up, so it may set one that you never meant. List them.',
    listed: '`{tool}` takes `{parameter}` with any fields, so the model may set one that you never meant. List them.',
  },

  check(tool, report) {
    const name = tool.name.value;
    // The code behind a list is not seen, but what it is named for.
    for (const { name: parameter, open, place } of tool.language === 'json' && tool.inferred.readOnly === false ? tool.inputs : [])
      if (open === 'fields' && fieldNames.test(parameter))
        report({ message: 'listed', data: { tool: name, parameter }, at: place ?? tool.name, certainty: 'possible' });

    for (const { effect, reach, held, certainty } of exposedTo(tool, ['fields'], changes)) {
      const input = tool.inputs.find((one) => one.name === reach.parameter.replace(/\.\*$/, ''));
      if (input?.open === undefined || held !== undefined || ownColumns.test(`${effect.api} ${effect.detail ?? ''}`)) continue;
      const data = { tool: name, parameter: input.name, effect: named(effect) };
      report({ message: 'open', data, at: input.place ?? tool.name, about: effect, because: chain(effect), certainty });
    }
  },
});

/** Parameters that stand for the fields of the thing, and not for one field that is a map, such as `metadata`. */
const fieldNames =
  /^(?:data|fields|attributes|properties|values|record|row|item|entry|updates?|changes|patch|document|payload|body)$|(?:Data|_data|Fields|_fields)$/;

/** Services whose tables have the columns that their owner gave them. */
const ownColumns = /airtable|notion|smartsheet|baserow|nocodb|seatable/i;
