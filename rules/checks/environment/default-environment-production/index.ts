import { defineRule } from '../../../kit/index.js';
import type { ClientEnvironment, Edit, InputParameter, Tool } from '../../../kit/index.js';

export default defineRule({
  id: 'environment/default-environment-production',
  summary: 'When nobody says which environment is meant, it is production.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'choice',
  maps: ['MAST-1.1', 'OWASP-Agentic-2026-ASI02', 'CWE-1188', 'CWE-453'],
  messages: {
    parameter: '`{tool}` acts on production when the model leaves `{parameter}` out, as models do. Default to another one, or ask for it.',
    client: '`{client}` is made for production (`{shown}`), and {why}. Use the sandbox there.',
    fixed: '`{client}` is made for production (`{shown}`) wherever this runs. Let a variable choose, with the sandbox as default.',
    default: 'Default to `{value}`',
    sandbox: 'Use the sandbox',
  },

  check(tool, report) {
    if (tool.inTests || isAllowed(tool)) return;
    for (const parameter of tool.inputs.filter(choosesProduction)) {
      report({
        message: 'parameter',
        data: { tool: tool.name.value, parameter: parameter.name },
        at: parameter.place ?? tool.name,
        certainty: tool.inferred.readOnly === false ? 'certain' : 'probable',
        because: parameter.fallbackPlace === undefined ? [] : [{ ...parameter.fallbackPlace, label: 'the default' }],
        fixes: otherDefault(parameter, tool),
      });
    }
  },

  around(facts, report) {
    for (const made of facts.clients) {
      if (made.inTests) continue;
      const { client, shown, because: why, file, span, ofDevelopment } = made;
      report({
        ...(ofDevelopment
          ? ({ message: 'client', data: { client, shown, why } } as const)
          : ({ message: 'fixed', data: { client, shown } } as const)),
        at: { file, span },
        certainty: 'probable',
        set: ofDevelopment ? 'recommended' : 'strict',
        fixes: sandboxed(made),
      });
    }
  },
});

/** It only looks, or a human is asked each time. */
function isAllowed({ inferred, gate }: Tool): boolean {
  return inferred.readOnly === true || gate.kind === 'always';
}

function choosesProduction({ name, fallback }: InputParameter): boolean {
  if (typeof fallback === 'string') return environments.test(name) && /^(?:production|prod|prd|live)$/i.test(fallback);
  return fallback === false ? /^(?:(?:is|use)_?)?(?:sandbox|test_?mode|testnet)$/i.test(name) : fallback === true && live.test(name);
}

const environments = /^(?:(?:deploy(?:ment)?|target)_?)?(?:env|environment|stage|target|mode)$/i;
const live = /^(?:(?:is|use)_?)?(?:prod|production|live|live_?mode|mainnet)$/i;
/** Best first. */
const others = /^(?:sandbox|test|testing|dev|development|local|staging|stage|stg|preview|demo|qa|uat)$/i;

function otherDefault({ fallback, fallbackPlace: at, values = [] }: InputParameter, { language }: Tool) {
  const word = values.find((one) => typeof one === 'string' && others.test(one));
  const value = typeof fallback === 'string' ? word : fallback !== true;
  if (at === undefined || value === undefined) return [];
  const code = typeof value === 'string' || language !== 'python' ? JSON.stringify(value) : value ? 'True' : 'False';
  const edits: readonly Edit[] = [{ kind: 'replace', at, text: code, code: true }];
  return [{ message: 'default', data: { value: String(value) }, grade: 'choice', edits } as const];
}

function sandboxed({ file, span, instead }: ClientEnvironment) {
  if (instead === undefined) return [];
  return [{ message: 'sandbox', data: {}, grade: 'choice', edits: [{ kind: 'replace', at: { file, span }, text: instead }] } as const];
}
