import { chain, changes, defineRule, exposedTo, gateFixes, gateMessages, listed, named, seenFrom } from '../../../kit/index.js';
import type { Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/unrestricted-url-parameter',
  summary: 'The model chooses which host a request goes to.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI02', 'OWASP-MCP-2025-MCP10', 'CWE-918', 'CWE-20'],
  messages: {
    credential:
      '`{tool}` sends a credential to whatever host {parameter} names, so text that misleads the model can steal it. Compare the host with a list first.',
    written:
      '`{tool}` sends {effect} to whatever host {parameter} names, also inside of your network. Compare the host with a list of allowed ones first.',
    read: '`{tool}` fetches from whatever host {parameter} names, also inside of your network. Compare the host with a list, and refuse private addresses.',
    ...gateMessages,
  },

  check(tool, report) {
    const all = exposedTo(tool, ['url']).filter(({ held }) => held === undefined);
    const grave = all.filter(({ effect, reach }) => reach.credentials === true || changes(effect));
    const [first] = grave.length > 0 ? grave : all;
    if (first === undefined) return;
    const { effect, reach, certainty } = first;
    const data = { tool: tool.name.value, parameter: listed(grave.length > 0 ? grave : all), effect: named(effect) };
    const common = { data, at: seenFrom(tool, effect), about: effect, because: chain(effect), certainty };
    if (grave.length === 0 || isBrowsing(tool)) return report({ ...common, message: 'read', severity: 'information', set: 'strict' });
    const severity = tool.inTests ? ('hint' as const) : ('warning' as const);
    report({ ...common, message: reach.credentials === true ? 'credential' : 'written', severity, fixes: gateFixes(tool) });
  },
});

const browsing = /(?:^|[^a-z])(?:fetch|browse|crawl|scrape|visit|navigate|webhook|open_?url|download)(?:$|[^a-z])/i;

/** Going wherever it is told is what it is there for. */
function isBrowsing({ name, description }: Tool): boolean {
  return browsing.test(name.value.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_')) || browsing.test((description?.value ?? '').slice(0, 200));
}
