import { defineSuppressionRule } from '../../../kit/index.js';

export default defineSuppressionRule({
  id: 'suppression/missing-reason',
  summary: 'A comment silences a rule and gives no reason, so it is not obeyed.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'none',
  maps: [],
  messages: {
    untold: 'This suppression of `{rules}` gives no reason, so it is not obeyed. Add one behind two dashes: `-- why it is safe here`.',
  },

  check(comment, report) {
    const { form, rules, reason } = comment;
    if (typeof form === 'object' || form === 'end' || rules.length === 0 || reason !== undefined) return;
    report({ message: 'untold', data: { rules: rules.map(({ id }) => id).join(', ') }, at: comment, certainty: 'certain' });
  },
});
