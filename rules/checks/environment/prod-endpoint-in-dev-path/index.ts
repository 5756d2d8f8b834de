import { baseName, defineEnvironmentRule } from '../../../kit/index.js';
import type { ConfigFile, Edit, Endpoint, Setting } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/prod-endpoint-in-dev-path',
  summary: 'A file that development or tests read names a host, or a thing, of production.',
  since: '0.1.0',
  severity: 'warning',
  set: 'recommended',
  fix: 'exact',
  maps: ['OWASP-Agentic-2026-ASI03', 'CWE-668', 'CWE-1188'],
  messages: {
    named: '`{key}` in `{file}` leads to production: {because}. Runs there act on it. Use the one for development.',
    ambiguous: '`{key}` leads to production: {because}. `{file}` counts as development. Use another, or set `environments`.',
    source: 'This leads to production: {because}, and {why}. A run acts on it. Use the one for development.',
    sandbox: 'Use `{host}`',
  },

  check(facts, report) {
    for (const file of facts.files) {
      if (!isDevelopment(file)) continue;
      for (const setting of file.settings) {
        const { endpoint, overriddenBy } = setting;
        if (endpoint === undefined || overriddenBy !== undefined) continue;
        const data = { key: setting.key.slice(0, 40), file: baseName(file.file), because: endpoint.because };
        report({
          ...({ message: file.environment === 'ambiguous' ? 'ambiguous' : 'named', data } as const),
          at: { file: file.file, span: setting.span },
          certainty: endpoint.kind === 'twin' && file.environment !== 'ambiguous' ? 'certain' : 'probable',
          set: setOf(endpoint),
          fixes: sandboxes(setting, endpoint),
        });
      }
    }
    for (const { file, span, endpoint, because: why } of facts.endpoints) {
      report({
        message: 'source',
        data: { because: endpoint.because, why },
        at: { file, span },
        certainty: endpoint.kind === 'twin' ? 'certain' : 'probable',
        set: setOf(endpoint),
        fixes: sandboxes({ file }, endpoint),
      });
    }
  },
});

/** A plain `.env` is read on developer machines nearly everywhere; what starts agents stands on them. */
function isDevelopment({ environment, format, template }: ConfigFile): boolean {
  if (template === true) return false;
  return environment === 'dev' || environment === 'test' || (environment === 'ambiguous' && format === 'env');
}

/** A store, and a host beside which there is a sandbox, are told by what they are; others only call themselves production. */
function setOf({ kind }: Endpoint) {
  return kind === 'twin' || kind === 'connection' ? 'recommended' : 'strict';
}

function sandboxes({ file }: Pick<Setting, 'file'>, { sandbox }: Endpoint) {
  if (sandbox === undefined) return [];
  const { host, span } = sandbox;
  const edits: readonly Edit[] = [{ kind: 'replace', at: { file, span }, text: host }];
  return [{ message: 'sandbox', data: { host }, grade: 'exact', edits } as const];
}
