import { baseName, defineEnvironmentRule, nounOfCredential, surenessOf } from '../../../kit/index.js';
import type { ConfigFile, Credential, Setting } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/env-file-not-ignored',
  summary: 'An environment file with secrets is in git, or the next commit takes it in.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'auto',
  maps: ['OWASP-MCP-2025-MCP01', 'CWE-540', 'CWE-312'],
  messages: {
    tracked: '`{file}` is in git with a {noun} in `{key}`: every copy has it. Take the file out of git, ignore it, and rotate it.',
    open: '`{file}` holds a {noun} in `{key}`, and git does not ignore it: the next `git add` takes it along. Ignore it.',
    ignore: 'Add `{file}` to `.gitignore`',
  },

  check(facts, report) {
    for (const file of facts.files) {
      if (file.format !== 'env' || file.template === true || file.ignoreFile === undefined) continue;
      const { tracked, ignored } = file;
      if (tracked !== true && ignored !== false) continue;
      const secrets = file.settings.filter(isSecret);
      const [first, ...others] = secrets;
      if (first === undefined) continue;
      const { credential } = first;
      report({
        message: tracked === true ? 'tracked' : 'open',
        data: { file: baseName(file.file), noun: nounOfCredential(credential), key: first.key.slice(0, 40) },
        at: { file: file.file, span: first.keySpan },
        certainty: surenessOf(credential),
        severity: tracked === true && secrets.some((one) => one.credential.class === 'live') ? 'error' : 'warning',
        because: others.map(({ keySpan, credential: other }) => ({ file: file.file, span: keySpan, label: nounOfCredential(other) })),
        fixes: tracked === true ? [] : ignore(file),
      });
    }
  },
});

function isSecret(setting: Setting): setting is Setting & { readonly credential: Credential } {
  const { credential, commentedOut } = setting;
  return credential !== undefined && !commentedOut && (credential.class === 'live' || credential.class === 'unknown');
}

/** What git has already, it keeps; then a line in the ignore file changes nothing. */
function ignore({ file, ignoreFile = '' }: ConfigFile) {
  const name = baseName(file);
  return [
    { message: 'ignore', data: { file: name }, grade: 'auto', edits: [{ kind: 'append-line', file: ignoreFile, text: name }] } as const,
  ];
}
