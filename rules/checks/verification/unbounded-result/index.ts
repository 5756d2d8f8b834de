import { chain, defineRule, isIncidental, named } from '../../../kit/index.js';
import type { Edit, Unlimited } from '../../../kit/index.js';

export default defineRule({
  id: 'verification/unbounded-result',
  summary: 'A tool answers with all that is there, and nothing says how much that may be.',
  since: '0.1.0',
  severity: 'warning',
  set: 'strict',
  fix: 'choice',
  maps: ['MAST-1.4', 'OWASP-LLM-2025-LLM10', 'OWASP-LLM-2026-LLM06', 'CWE-770', 'CWE-400'],
  messages: {
    endless:
      '`{tool}` answers with all that {effect} finds, so a table that grows fills the context of the model. Take a limit, with a default.',
    limit: 'Ask for the first 100 only',
  },

  check(tool, report) {
    const { unlimited } = tool;
    if (tool.inTests || unlimited === undefined || isIncidental(unlimited.effect)) return;
    report({
      message: 'endless',
      data: { tool: tool.name.value, effect: named(unlimited.effect) },
      at: unlimited,
      about: unlimited.effect,
      because: chain(unlimited.effect),
      certainty: 'probable',
      fixes: limits(unlimited),
    });
  },
});

function limits({ add, set }: Unlimited) {
  const edits: Edit[] = [
    ...(add === undefined ? [] : [{ kind: 'replace' as const, ...add }]),
    ...(set === undefined ? [] : [{ kind: 'set' as const, ...set }]),
  ];
  return edits.length === 0 ? [] : [{ message: 'limit' as const, data: {}, grade: 'choice' as const, edits }];
}
