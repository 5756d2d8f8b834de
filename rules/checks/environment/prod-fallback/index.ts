import { defineEnvironmentRule, nounOfCredential } from '../../../kit/index.js';
import type { Certainty, Edit, EnvironmentFallback } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/prod-fallback',
  summary: 'When an environment variable is missing, the code silently uses production.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'choice',
  maps: ['OWASP-Agentic-2026-ASI03', 'CWE-1188', 'CWE-453'],
  messages: {
    credential:
      'Without `{variable}` this uses a {noun} from the source, so a forgotten setting goes unnoticed. Rotate it and fail instead.',
    production:
      'Without `{variable}` this uses a production {noun}, so a forgotten setting acts on production. Rotate it and fail instead.',
    target: 'Without `{variable}` this goes to {production}, so a forgotten setting on any machine acts on production. Fail instead.',
    selector: 'Without `{variable}` this takes {production}, so a forgotten setting on any machine acts on production. Fail instead.',
    throw: 'Throw when `{variable}` is not set',
    read: 'Fail when `{variable}` is not set',
    required: 'Remove the default of `{variable}`',
  },

  check(facts, report) {
    for (const fallback of facts.fallbacks) {
      if (fallback.inTests) continue;
      const { usedBy } = fallback;
      report({
        ...said(fallback),
        at: fallback.fallback,
        about: fallback.literal ?? fallback.fallback,
        certainty: certaintyOf(fallback),
        severity: fallback.kind === 'credential' ? 'error' : 'warning',
        set: fallback.kind === 'host' ? 'strict' : 'recommended',
        because: usedBy === undefined ? [] : [usedBy],
        also: facts.usersOf(fallback.variable),
        fixes: failures(fallback),
      });
    }
  },
});

function said(fallback: EnvironmentFallback) {
  const { credential, kind, production } = fallback;
  const variable = fallback.variable.slice(0, 40);
  if (credential !== undefined) {
    return {
      message: credential.class === 'live' ? 'production' : 'credential',
      data: { variable, noun: nounOfCredential(credential) },
    } as const;
  }
  return { message: kind === 'selector' ? 'selector' : 'target', data: { variable, production: production ?? 'production' } } as const;
}

/** The host of a vendor with a sandbox, or the shape of a key, decides; names of hosts and uses of words suggest. */
function certaintyOf({ kind, credential }: EnvironmentFallback): Certainty {
  if (credential?.weak === true) return 'possible';
  if (kind === 'credential') return credential?.evidence === 'name' ? 'probable' : 'certain';
  return kind === 'twin' ? 'certain' : 'probable';
}

function failures({ throwing, variable, language }: EnvironmentFallback) {
  if (throwing === undefined) return [];
  const message = throwing.text === '' ? 'required' : throwing.needs === undefined && language !== 'config' ? 'throw' : 'read';
  const { file } = throwing.at;
  const needs: readonly Edit[] = throwing.needs === undefined ? [] : [{ kind: 'import', file, from: throwing.needs }];
  return [
    {
      message,
      data: { variable: variable.slice(0, 40) },
      grade: 'choice',
      edits: [...needs, { kind: 'replace', at: throwing.at, text: throwing.text }],
    } as const,
  ];
}
