import { defineRule } from '../../../kit/index.js';
import type { Edit, Unflagged } from '../../../kit/index.js';

export default defineRule({
  id: 'verification/error-not-flagged',
  summary: 'A failure is told as ordinary text, and not as a result that failed.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'auto',
  maps: ['MAST-3.3', 'OWASP-Agentic-2026-ASI08', 'CWE-392'],
  messages: {
    caught: 'When `{tool}` fails, it answers with a text that hosts take for a result, because `{flag}` is missing. Add it.',
    made: '`{helper}` makes the answer of a failure without `{flag}`, so hosts of `{tool}` take it for a result. Add it.',
    flag: 'Answer with `{flag}: true`',
    spread: 'Add `{flag}: true` to this answer',
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const one of tool.unflagged ?? []) {
      const { flag, helper } = one;
      const said =
        helper === undefined
          ? { message: 'caught' as const, data: { tool: tool.name.value, flag } }
          : { message: 'made' as const, data: { tool: tool.name.value, flag, helper } };
      report({
        ...said,
        at: one,
        about: one.clause ?? one,
        certainty: one.clause === undefined ? 'probable' : 'certain',
        fixes: fixesOf(one),
      });
    }
  },
});

/** The literal gets the flag; what a function for all answers makes is taken apart for this one. */
function fixesOf({ flag, site, around }: Unflagged) {
  if (site !== undefined) {
    const edits: Edit[] = [{ kind: 'property', object: site, key: flag, value: true }];
    return [{ message: 'flag' as const, data: { flag }, grade: 'auto' as const, edits }];
  }
  if (around === undefined) return [];
  const edits: Edit[] = [
    { kind: 'replace', at: around.before, text: '{ ...' },
    { kind: 'replace', at: around.behind, text: `, ${flag}: true }` },
  ];
  return [{ message: 'spread' as const, data: { flag }, grade: 'exact' as const, edits }];
}
