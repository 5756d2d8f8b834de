import { chain, defineRule, exposedTo } from '../../../kit/index.js';
import type { Effect, InputParameter, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/passthrough-request-tool',
  summary: 'The model writes any request to an API.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI02', 'CWE-285'],
  messages: {
    any: '`{tool}` sends any request that the model writes, with the rights of your credential. Make a tool for each thing that is allowed.',
    directory:
      '`{tool}` sends any request that the model writes and names no documentation, and the Claude directory lists no such tool. Split it.',
  },

  check(tool, report) {
    const effect = exposedTo(tool, ['method'], isAnyRequest).find((one) => one.held === undefined)?.effect;
    if (effect === undefined && !isListed(tool)) return;
    const common = {
      at: tool.name,
      about: tool.name,
      because: effect === undefined ? [] : chain(effect),
      certainty: effect?.certainty ?? ('probable' as const),
      data: { tool: tool.name.value },
    };
    if (tool.hosted && !/https?:\/\//.test(tool.description?.value ?? ''))
      report({ ...common, message: 'directory', set: 'profile:claude-directory', severity: 'error' });
    report({ ...common, message: 'any', severity: isOpen(tool, effect) ? 'warning' : 'information' });
  },
});

/** The method is whatever the model says. */
function isAnyRequest(effect: Effect): boolean {
  return effect.class === 'exec' && effect.callerControlled && effect.detail?.startsWith('a request with any method') === true;
}

/** A list without code: any method that writes, and any address, by the names of the parameters. */
function isListed({ language, inputs }: Tool): boolean {
  const isMethod = ({ name, values }: InputParameter): boolean =>
    /^(?:http_?)?method$/i.test(name) &&
    (values === undefined || values.some((value) => /^(?:POST|PUT|PATCH|DELETE)$/i.test(String(value))));
  return language === 'json' && inputs.some(isMethod) && inputs.some(isAddress);
}

function isAddress({ name, values }: InputParameter): boolean {
  return /^(?:path|endpoint|url|uri|route|resource)$/i.test(name) && values === undefined;
}

/** The address is the model's, too. */
function isOpen(tool: Tool, effect: Effect | undefined): boolean {
  return exposedTo(tool, ['url'], (one) => one === effect).length > 0 || tool.inputs.some(isAddress);
}
