import { aCredential, baseName, defineEnvironmentRule, nounOfCredential, surenessOf } from '../../../kit/index.js';
import type { Credential, Edit, Severity, SourceSecret } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/hardcoded-credential',
  summary: 'A secret is written into source code.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'choice',
  maps: ['OWASP-Agentic-2026-ASI03', 'OWASP-MCP-2025-MCP01', 'CWE-798', 'CWE-321', 'CWE-540'],
  messages: {
    live: 'A live {noun} is written into the source: everyone with a copy of it can use production. Rotate it and read it from the environment.',
    secret: '{what} is written into the source: everyone with a copy of it can use it. Rotate it and read it from the environment.',
    random:
      '`{name}` is set to what looks like a secret: everyone with a copy of the source can use it. Rotate it and read it from the environment.',
    test: '{what} that is not of production is written into the source. Read it from the environment, so that another one can be used.',
    script:
      'The script `{name}` in `{file}` holds a {noun}: everyone with a copy of it can use it. Rotate it and read it from the environment.',
    lookup: 'Read `{variable}` from the environment',
  },

  check(facts, report) {
    for (const secret of facts.secrets) {
      const { credential, name } = secret;
      if (secret.inTests || credential.class === 'public') continue;
      report({
        ...said(credential, name),
        at: { file: secret.file, span: secret.span },
        certainty: surenessOf(credential),
        severity: severityOf(credential),
        fixes: lookups(secret),
      });
    }
    for (const file of facts.files.filter((one) => one.format === 'script')) {
      for (const { credential, key, span } of file.settings) {
        if (credential === undefined || credential.class === 'public') continue;
        report({
          message: 'script',
          data: { name: key.slice(0, 40), file: baseName(file.file), noun: nounOfCredential(credential) },
          at: { file: file.file, span },
          certainty: surenessOf(credential),
          severity: severityOf(credential),
        });
      }
    }
  },
});

function said(credential: Credential, name: string | null) {
  const noun = nounOfCredential(credential);
  if (credential.class === 'test') return { message: 'test', data: { what: aCredential(credential) } } as const;
  if (credential.class === 'live') return { message: 'live', data: { noun } } as const;
  return credential.vendor === 'secret' && name !== null
    ? ({ message: 'random', data: { name: name.slice(0, 40) } } as const)
    : ({ message: 'secret', data: { what: aCredential(credential) } } as const);
}

function severityOf(credential: Credential): Severity {
  return credential.class === 'test' ? 'information' : 'error';
}

/** The secret is removed, not moved: a copy in another file would leak as well. */
function lookups({ file, span, lookup }: SourceSecret) {
  if (lookup === undefined) return [];
  const example: readonly Edit[] =
    lookup.example === undefined ? [] : [{ kind: 'append-line', file: lookup.example, text: `${lookup.variable}=` }];
  const needs: readonly Edit[] = lookup.needs === undefined ? [] : [{ kind: 'import', file, from: lookup.needs }];
  const edits: readonly Edit[] = [...needs, { kind: 'replace', at: { file, span }, text: lookup.text }, ...example];
  return [{ message: 'lookup', data: { variable: lookup.variable }, grade: 'choice', edits } as const];
}
