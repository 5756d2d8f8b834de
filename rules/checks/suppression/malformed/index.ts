import { defineSuppressionRule } from '../../../kit/index.js';
import type { Suppression } from '../../../kit/index.js';

export default defineSuppressionRule({
  id: 'suppression/malformed',
  summary: 'A comment that should silence a rule is not understood, so it silences nothing.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: [],
  messages: {
    form: '`{form}` is no form of suppression, so this comment silences nothing. There are `detent-ignore-next-line`, `-line`, `-start`, `-end`, `-file` and `-tool`.',
    near: '`{form}` is no form of suppression, so this comment silences nothing. Did you mean `detent-ignore-{meant}`?',
    nothing: 'This suppression names no rule, so it silences nothing. Name the rules between `{form}` and `--`.',
    open: 'This block has no `detent-ignore-end`, so it silences nothing. Close it where the exception ends.',
    closed: 'This `detent-ignore-end` closes no block. Remove it, or add the `detent-ignore-start` that it belongs to.',
    remove: 'Remove the comment',
  },

  check(comment, report) {
    const common = { at: comment, certainty: 'certain' as const };
    const { form, rules, unpaired } = comment;
    if (typeof form === 'object') {
      const written = `detent-ignore${form.unknown === '' ? '' : `-${form.unknown}`}`;
      if (comment.closest === undefined) report({ ...common, message: 'form', data: { form: written } });
      else report({ ...common, message: 'near', data: { form: written, meant: comment.closest } });
    } else if (form === 'end') {
      if (unpaired) report({ ...common, message: 'closed', data: {}, fixes: [removal(comment)] });
    } else if (rules.length === 0) report({ ...common, message: 'nothing', data: { form: `detent-ignore-${form}` } });
    else if (unpaired) report({ ...common, message: 'open', data: {} });
  },
});

function removal({ removal: at }: Suppression) {
  return { message: 'remove' as const, data: {}, grade: 'exact' as const, edits: [{ kind: 'replace' as const, at, text: '' }] };
}
