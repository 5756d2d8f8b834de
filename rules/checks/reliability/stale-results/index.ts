import { defineReleaseRule, shownResults } from '../../../kit/index.js';

export default defineReleaseRule({
  id: 'reliability/stale-results',
  summary: 'Results are of another model or another commit than the one that is to be released.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-3.3'],
  messages: {
    model: '`{name}` is of the model `{model}`, and this gate is for `{wanted}`. Run the trials with that model.',
    commit: '`{name}` is of the commit {commit}, and the workspace stands at {head}. Run the trials again if the agent changed in between.',
  },

  check({ gates, head }, report) {
    for (const { model: wanted, at, judged } of gates) {
      for (const one of judged) {
        const { model, commit, tracked, file, span } = one;
        const name = shownResults(one);
        const because = [{ file, span, label: 'the results' }];
        if (wanted !== undefined && model !== undefined && !isSame(wanted, model))
          report({
            message: 'model',
            data: { name, model: model.slice(0, 40), wanted: wanted.slice(0, 40) },
            at: at.results,
            certainty: 'certain',
            because,
          });
        // Who commits results makes a commit behind the one that they are of.
        if (head !== undefined && commit !== undefined && isCommit(commit) && tracked !== true && !head.startsWith(commit.toLowerCase()))
          report({
            message: 'commit',
            data: { name, commit: commit.slice(0, 8), head: head.slice(0, 8) },
            at: at.results,
            certainty: 'possible',
            because,
          });
      }
    }
  },
});

/** Vendors' names stand in front of a model's: `openai/gpt-4.1`. */
function isSame(wanted: string, model: string): boolean {
  return wanted === model || model.endsWith(`/${wanted}`) || wanted.endsWith(`/${model}`);
}

function isCommit(text: string): boolean {
  return /^[0-9a-fA-F]{7,64}$/.test(text);
}
