import { defineRule } from '../../../kit/index.js';
import type { Edit, Formless } from '../../../kit/index.js';

export default defineRule({
  id: 'verification/missing-output-schema',
  summary: 'A tool answers with data, and no schema says which, so nobody can check it.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'choice',
  maps: ['MAST-3.2', 'OWASP-Agentic-2026-ASI08', 'CWE-20'],
  folded: { above: 3, message: 'many' },
  messages: {
    formless:
      '`{tool}` answers with data and states no `outputSchema`, so neither host nor model can tell a wrong answer from a right one.',
    many: '{count} tools of this file answer with data and state no `outputSchema`, so nobody can tell a wrong answer from a right one.',
    scaffold: 'State the fields that it answers with',
  },

  check(tool, report) {
    const { formless } = tool;
    if (tool.inTests || formless === undefined) return;
    report({
      message: 'formless',
      data: { tool: tool.name.value },
      at: tool.name,
      because: [formless],
      certainty: 'probable',
      fixes: scaffold(formless),
    });
  },
});

/** The schema, and the same data beside the text where the protocol wants it there. */
function scaffold({ slot, schema, beside }: Formless) {
  if (slot === undefined || schema === undefined) return [];
  const edits: Edit[] = [{ kind: 'set', slot, value: schema }];
  if (beside !== undefined) edits.push({ kind: 'property', object: beside.site, key: beside.key, value: { code: beside.code } });
  return [{ message: 'scaffold' as const, data: {}, grade: 'choice' as const, edits }];
}
