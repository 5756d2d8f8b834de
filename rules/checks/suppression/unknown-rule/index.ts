import { defineSuppressionRule } from '../../../kit/index.js';
import type { SuppressedRule } from '../../../kit/index.js';

export default defineSuppressionRule({
  id: 'suppression/unknown-rule',
  summary: 'A comment silences a rule that does not exist.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: [],
  messages: {
    unknown: 'There is no rule `{rule}`, so this suppression silences nothing. The ids are in `detent rules`.',
    close: 'There is no rule `{rule}`, so this suppression silences nothing. Did you mean `{meant}`?',
    rename: 'Write `{meant}`',
  },

  check(comment, report) {
    if (typeof comment.form === 'object') return;
    for (const rule of comment.rules) {
      if (rule.known) continue;
      const common = { at: rule, certainty: 'certain' as const };
      if (rule.closest === undefined) report({ ...common, message: 'unknown', data: { rule: rule.id } });
      else report({ ...common, message: 'close', data: { rule: rule.id, meant: rule.closest }, fixes: [renaming(rule, rule.closest)] });
    }
  },
});

function renaming(at: SuppressedRule, meant: string) {
  const edits = [{ kind: 'replace' as const, at, text: meant }];
  return { message: 'rename' as const, data: { meant }, grade: 'exact' as const, edits };
}
