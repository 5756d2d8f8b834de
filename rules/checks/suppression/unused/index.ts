import { defineSuppressionRule } from '../../../kit/index.js';

export default defineSuppressionRule({
  id: 'suppression/unused',
  summary: 'A comment silences a rule that reports nothing there.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'auto',
  maps: [],
  messages: {
    unused: '`{rule}` reports nothing here, so this suppression would only hide the next problem. Remove it.',
    remove: 'Remove the suppression',
  },

  check(comment, report) {
    if (typeof comment.form === 'object' || comment.form === 'end' || comment.reason === undefined || comment.unpaired) return;
    const unused = comment.rules.filter(({ known, used }) => known && used === false);
    // A comment that also does something, or names a rule that did not run, is not removed as a whole.
    const edits = unused.length === comment.rules.length ? [{ kind: 'replace' as const, at: comment.removal, text: '' }] : [];
    for (const rule of unused) {
      report({
        message: 'unused',
        data: { rule: rule.id },
        at: rule,
        certainty: 'certain',
        fixes: edits.length === 0 || rule !== unused[0] ? [] : [{ message: 'remove', data: {}, grade: 'auto', edits }],
      });
    }
  },
});
