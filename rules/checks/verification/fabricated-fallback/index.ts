import { defineRule, failureFixes, failureMessages } from '../../../kit/index.js';
import type { Edit, Fabricated, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'verification/fabricated-fallback',
  summary: 'Where something failed, or is missing, a tool answers with data that nobody gave.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-3.3', 'OWASP-Agentic-2026-ASI09', 'CWE-392', 'CWE-755'],
  messages: {
    failed: 'When it fails, `{tool}` answers with `{name}`, which the model takes for what was asked. Let the failure through.',
    missing: 'Without `{missing}`, `{tool}` answers with `{name}`, which the model takes for what was asked. Say that it is missing.',
    literal: 'When it fails, `{tool}` answers with constants ({name}), which the model may take for what was asked.',
    ...failureMessages,
    say: 'Say that `{missing}` is missing',
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const one of tool.fabricated ?? []) {
      const { clause, missing, how, name } = one;
      const common = { at: one, about: clause?.body ?? one, fixes: fixesOf(one, tool) };
      const data = { tool: tool.name.value, name };
      if (how === 'literal') {
        if (clause !== undefined) report({ ...common, message: 'literal', data, certainty: 'possible', set: 'strict' });
      } else if (missing !== undefined) report({ ...common, message: 'missing', data: { ...data, missing }, certainty: 'probable' });
      else report({ ...common, message: 'failed', data, certainty: 'probable' });
    }
  },
});

/** The failure goes on, or it is said what is missing, where the statement is an answer. */
function fixesOf({ clause, missing, returned, file, span }: Fabricated, tool: Tool) {
  if (returned !== true) return [];
  const exit = { file, span };
  if (clause !== undefined) return failureFixes({ ...clause.at, ...clause, exit, label: '', how: 'success' }, tool);
  if (missing === undefined || !/^[\w.]{1,60}$/.test(missing)) return [];
  const words = `'${missing} is not set'`;
  const text = tool.language === 'python' ? `raise RuntimeError(${words})` : `throw new Error(${words});`;
  const edits: Edit[] = [{ kind: 'replace', at: exit, text, code: true }];
  return [{ message: 'say' as const, data: { missing }, grade: 'choice' as const, edits }];
}
