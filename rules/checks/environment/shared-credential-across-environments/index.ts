import { baseName, defineEnvironmentRule, nounOfCredential, surenessOf } from '../../../kit/index.js';
import type { Edit, Severity, SharedPlace, SharedValue } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/shared-credential-across-environments',
  summary: 'Development and production have one credential, or one database, in common.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'choice',
  maps: ['OWASP-Agentic-2026-ASI03', 'OWASP-MCP-2025-MCP01', 'CWE-668'],
  messages: {
    store: '`{key}` in `{file}` leads to the same database as `{other}`: a run on a developer machine acts on its data. Use another one.',
    credential: '`{key}` in `{file}` is the same {noun} as in `{other}`: what runs there acts on production. Use another one.',
    model: '`{key}` in `{file}` is the same {noun} as in `{other}`, so both share limits and bills. Use another one.',
    empty: 'Empty `{key}`',
  },

  check(facts, report) {
    for (const value of facts.shared) {
      const [first, ...others] = value.development;
      const [production] = value.production;
      // Telemetry tells its environments apart by a label.
      if (first === undefined || production === undefined || value.field === 'telemetry') continue;
      report({
        ...said(value, first, production),
        at: first,
        certainty:
          first.credential.weak === true ? surenessOf(first.credential) : first.environment === 'ambiguous' ? 'probable' : 'certain',
        severity: severityOf(value),
        because: [...value.production.map(inWords), ...others.map(inWords)],
        also: facts.usersOf(first.key),
        fixes: removals(value.development),
      });
    }
  },
});

function said({ isStore, field }: SharedValue, { key, credential, file }: SharedPlace, production: SharedPlace) {
  const data = { key: key.slice(0, 40), noun: nounOfCredential(credential), file: baseName(file), other: baseName(production.file) };
  if (field === 'model') return { message: 'model', data } as const;
  return { message: isStore ? 'store' : 'credential', data } as const;
}

/** What the loss would be: data, money, messages and machines, or something that is had again. */
function severityOf({ isStore, field }: SharedValue): Severity {
  if (field === 'model') return 'information';
  return isStore || field === 'money' || field === 'messages' || field === 'platform' ? 'error' : 'warning';
}

function inWords({ file, span, environment }: SharedPlace) {
  return { file, span, label: environment === 'production' ? 'the same in production' : 'the same again' };
}

/** What development had is taken away everywhere, never what production has. */
function removals(places: readonly SharedPlace[]) {
  if (!places.every(({ format }) => format === 'env' || format === 'lines')) return [];
  const edits = places.map(({ file, span }): Edit => ({ kind: 'replace', at: { file, span }, text: '' }));
  return [{ message: 'empty', data: { key: places[0]?.key.slice(0, 40) ?? '' }, grade: 'choice', edits } as const];
}
