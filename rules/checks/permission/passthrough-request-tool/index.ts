import { chain, defineRule, exposedTo } from '../../../kit/index.js';
import type { Effect, Tool } from '../../../kit/index.js';

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
    if (effect === undefined) return;
    const common = {
      at: tool.name,
      about: tool.name,
      because: chain(effect),
      certainty: effect.certainty,
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

/** The address is the model's, too. */
function isOpen(tool: Tool, effect: Effect): boolean {
  const names = /^(?:path|endpoint|url|uri|route|resource)$/i;
  return (
    exposedTo(tool, ['url'], (one) => one === effect).length > 0 ||
    tool.inputs.some(({ name, values }) => names.test(name) && values === undefined)
  );
}
