import { baseName, defineEnvironmentRule, milder, nounOfCredential, referenceIn, surenessOf } from '../../../kit/index.js';
import type { ConfigFile, Credential, Edit, Setting, Severity, Span } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/prod-credential-in-dev-path',
  summary: 'A credential of production stands in a file that development or tests read.',
  since: '0.1.0',
  severity: 'error',
  set: 'recommended',
  fix: 'choice',
  maps: ['OWASP-Agentic-2026-ASI03', 'OWASP-MCP-2025-MCP01', 'CWE-798', 'CWE-312', 'CWE-668'],
  messages: {
    live: '`{key}` is a live {noun} in `{file}`: a run on a developer machine acts on production. Rotate it and use a test one.',
    evident: '`{key}` in `{file}` is production by {because}. Rotate it, and use another one for development.',
    ambiguous: '`{key}` is production by {because}; `{file}` counts as development. Rotate it, or set `environments`.',
    tested: 'Tests read `{key}` from `{file}`: production by {because}. Set it in `{heir}`.',
    inherited: 'Development reads `{key}` from `{file}`: production by {because}. Set it in `{heir}`.',
    comment: 'The comment still shows a live {noun}, which works for whoever reads the file. Rotate it and delete the line.',
    browser: '`{key}` is a public {noun} of live mode: pages built from `{file}` talk to the live account.',
    source: 'A live {noun} stands in the source, and {why}: running it acts on production. Rotate it and use a test one.',
    empty: 'Empty `{key}`',
    reference: 'Take `{key}` from the environment',
    delete: 'Delete the comment with `{key}`',
  },

  check(facts, report) {
    // A plain `.env`, and a compose file without a word in its name, are read on developer machines nearly everywhere.
    for (const file of facts.files.filter(({ environment }) => ['dev', 'test', 'ambiguous'].includes(environment))) {
      for (const setting of file.settings) {
        const { credential } = setting;
        if (credential?.because === undefined || setting.overriddenBy !== undefined) continue;
        // A name or a host there may be meant for a deployment.
        if (file.environment === 'ambiguous' && file.format !== 'env' && credential.evidence !== 'shape') continue;
        report({
          ...said(file, setting, credential, credential.because),
          at: { file: file.file, span: setting.span },
          certainty: surenessOf(credential),
          severity: severityOf(setting, credential),
          because: [{ file: file.file, span: setting.keySpan, label: file.because }],
          also: facts.usersOf(setting.key),
          fixes: credential.class === 'live' ? removals(file, setting) : [],
        });
      }
    }
    for (const { credential, environment, because, file, span, inTests } of facts.secrets) {
      if (credential.class !== 'live' || !['dev', 'test'].includes(environment)) continue;
      report({
        message: 'source',
        data: { noun: nounOfCredential(credential), why: because },
        at: { file, span },
        certainty: !inTests ? surenessOf(credential) : credential.evidence === 'shape' ? 'probable' : 'possible',
        severity: inTests || credential.evidence !== 'shape' ? 'warning' : 'error',
      });
    }
  },
});

function said(file: ConfigFile, { key, inheritedBy: heir = '', commentedOut }: Setting, credential: Credential, because: string) {
  const data = { key: key.slice(0, 40), noun: nounOfCredential(credential), file: baseName(file.file), because, heir };
  if (credential.class === 'public' || commentedOut)
    return { message: credential.class === 'public' ? 'browser' : 'comment', data } as const;
  if (heir !== '') return { message: heir.startsWith('.env.test') ? 'tested' : 'inherited', data } as const;
  if (credential.evidence === 'shape') return { message: 'live', data } as const;
  return { message: file.environment === 'ambiguous' ? 'ambiguous' : 'evident', data } as const;
}

function severityOf(setting: Setting, credential: Credential): Severity {
  if (credential.class === 'public' || setting.commentedOut) return 'information';
  const severity = credential.evidence === 'shape' ? 'error' : 'warning';
  return credential.readOnly ? milder(severity) : severity;
}

function removals({ format, file: name }: ConfigFile, { file, key, secret = { start: 0, end: 0 }, commentedOut, lineSpan, span }: Setting) {
  const data = { key: key.slice(0, 40) };
  const edit = (at: Span, text: string): readonly Edit[] => [{ kind: 'replace', at: { file, span: at }, text }];
  if (commentedOut) return [{ message: 'delete', data, grade: 'choice', edits: edit(lineSpan, '') } as const];
  if (format === 'env' || format === 'lines') return [{ message: 'empty', data, grade: 'choice', edits: edit(span, '') } as const];
  const reference = referenceIn(name, key);
  return reference === undefined ? [] : [{ message: 'reference', data, grade: 'choice', edits: edit(secret, reference) } as const];
}
