import { addsEachTime, defineRule, isKeyParameter } from '../../../kit/index.js';
import type { Tool } from '../../../kit/index.js';

/** What a model needs to be told, whatever the tool does. */
const advice = 'Identifies the intended operation. Use the same value when a call is repeated, and another one only for another operation.';

export default defineRule({
  id: 'idempotency/key-regeneration-prompt',
  summary: 'The words of a tool tell the model to make a new idempotency key for each call.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: ['MAST-1.3', 'OWASP-Agentic-2026-ASI02', 'CWE-837'],
  messages: {
    renewed:
      '`{parameter}` of `{tool}` is described as new for each call, so a model that repeats a call makes another key, and it is done twice. Say that it stays the same.',
    reword: 'Say that the key stays the same when the call is repeated',
  },

  check(tool, report) {
    if (tool.inTests || addsNothing(tool)) return;
    for (const parameter of tool.inputs.filter(isKeyParameter)) {
      const { description = '', descriptionPlace: words } = parameter;
      if (!asksForNew(description) || speaksOfReuse.test(description)) continue;
      report({
        message: 'renewed',
        data: { tool: tool.name.value, parameter: parameter.name },
        at: words ?? parameter.place ?? tool.name,
        certainty: 'certain',
        fixes:
          words === undefined
            ? []
            : [
                {
                  message: 'reword',
                  data: {},
                  grade: 'exact',
                  edits: [{ kind: 'set', slot: { file: words.file, existing: words.span }, value: advice }],
                },
              ],
      });
    }
  },
});

/** A sentence asks for another value, and says that it is for each call; or it asks to make one. */
function asksForNew(description: string): boolean {
  const sentences = description.replaceAll(/\s/g, ' ').split(/[.;]/);
  return sentences.some((text) => making.test(text) || random.test(text) || (other.test(text) && forEach.test(text)));
}

const other = /\b(?:unique|different|new|fresh|random|distinct)\b/i;
const forEach = /\b(?:each|every|per|any) (?:[a-z_]{1,30} )?(?:[a-z_]{1,30} )?(?:requests?|calls?|attempts?|invocations?|time)\b/i;
const making = /\b(?:generate|create|make|use) (?:an? )?(?:new|fresh|random|different)\b/i;
const random = /\brandom(?:ly)? (?:generated )?(?:uuid|guid|string|id|key|value)\b/i;
const speaksOfReuse =
  /\b(?:same|re-?use[sd]?|reusing|retry|retries|retried|retrying|again|identical|repeat(?:s|ed|ing)?|stable|deterministic|derived?|operation|order|intent)\b/i;

/** Every call was resolved, and none of them needs a key. */
function addsNothing({ effects, handler }: Tool): boolean {
  return handler !== undefined && effects.complete && !effects.known.some(addsEachTime);
}
