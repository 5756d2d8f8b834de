import { accusing, answerFixes, answerMessages, chainFrom, changes, defineRule, named, once, weaker } from '../../../kit/index.js';
import type { Certainty, Effect, Ignored } from '../../../kit/index.js';

export default defineRule({
  id: 'verification/unchecked-write-result',
  summary: 'A call answers a failure like a success, and the tool does not look which it was.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-3.2', 'OWASP-Agentic-2026-ASI08', 'CWE-252', 'CWE-754'],
  messages: {
    status: 'A refused request does not throw, and `{tool}` never looks at `{tells}` of {effect}, so the model takes it for done. Test it.',
    response:
      'A refused request raises nothing, and `{tool}` never calls `{tells}` on the answer of {effect}, so the model takes it for done.',
    code: 'A command that fails raises nothing, and `{tool}` does not look at `{tells}` of {effect}, so the model takes it for done.',
    error: '{effect} throws nothing when it fails, and `{tool}` never looks at `{tells}`, so the model takes it for done. Throw it.',
    batch: 'Single items of {effect} may fail without an error, and `{tool}` never looks at `{tells}`. Report what failed.',
    rows: '`{tool}` does not look at `{tells}` of {effect}, so the model takes it for done when there was no such thing. Report it.',
    ...answerMessages,
  },

  check(tool, report) {
    if (tool.inTests) return;
    for (const effect of once(tool.effects.known.filter((one) => one.ignored !== undefined && changes(one)))) {
      const ignored = effect.ignored!;
      report({
        message: ignored.kind,
        data: { tool: tool.name.value, effect: named(effect), tells: ignored.tells },
        at: ignored,
        about: effect,
        because: chainFrom(effect, ignored),
        certainty: sureness(effect, ignored),
        ...(ignored.kind === 'rows' ? { set: 'strict' as const } : {}),
        fixes: answerFixes(ignored),
      });
    }
  },
});

/** Where the rest of the answer is told, the model may see the failure there; a row that is not there is no failure for everybody. */
function sureness(effect: Effect, { shown, kind }: Ignored): Certainty {
  // What is thrown there is dropped without a word, so that a test would tell nobody.
  const isDropped = effect.swallowedBy !== undefined && effect.swallowedBy.how !== 'success';
  if (shown === true || isDropped) return 'possible';
  const sure = effect.class === 'exec' ? effect.certainty : accusing(effect);
  return kind === 'rows' ? weaker('probable', sure) : sure;
}
