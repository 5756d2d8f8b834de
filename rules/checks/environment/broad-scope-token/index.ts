import { baseName, defineEnvironmentRule } from '../../../kit/index.js';
import type { ConfigFile, Setting } from '../../../kit/index.js';

export default defineEnvironmentRule({
  id: 'environment/broad-scope-token',
  summary: 'A token opens a whole account, where the vendor has a narrower kind.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['OWASP-Agentic-2026-ASI03', 'OWASP-MCP-2025-MCP02', 'CWE-250', 'CWE-522'],
  messages: {
    held: '`{key}` in `{file}` is {what}: whoever holds it can do all that the account can. Use {instead}.',
    given: '`{key}` gives `{file}` {what}, and the agent with it all that the account can do. Use {instead}.',
  },

  check(facts, report) {
    for (const file of facts.files.filter(isOfInterest)) {
      for (const setting of file.settings) {
        const row = rows.find((one) => fits(one, setting));
        if (row === undefined || setting.commentedOut || setting.span.start === setting.span.end) continue;
        report({
          message: file.client === undefined ? 'held' : 'given',
          data: { key: setting.key.slice(0, 40), file: baseName(file.file), what: row.what, instead: row.instead },
          at: { file: file.file, span: setting.keySpan },
          about: { file: file.file, span: setting.span },
          certainty: row.shown === undefined ? 'possible' : 'certain',
        });
      }
    }
  },
});

/** What agents are started with, and what lies on developer machines. */
function isOfInterest({ client, environment, format, template }: ConfigFile): boolean {
  return client !== undefined || (format === 'env' && template !== true && environment !== 'production' && environment !== 'staging');
}

interface Row {
  /** The public prefix of the token. */
  readonly shown?: string;
  /** The variable that takes no other kind. */
  readonly key?: RegExp;
  readonly what: string;
  readonly instead: string;
}

function fits({ shown, key }: Row, setting: Setting): boolean {
  return shown === undefined ? key?.test(setting.key) === true : setting.credential?.shown === shown;
}

/** By the documentation of each vendor; the page names them. */
const rows: readonly Row[] = [
  { shown: 'ghp_…', what: 'a classic token of GitHub', instead: 'a fine-grained one for the repositories that are needed' },
  { shown: 'sk-admin…', what: 'an administrator key of OpenAI', instead: 'the key of a project' },
  { shown: 'sbp_…', what: 'an account token of Supabase', instead: 'the key of one project' },
  { shown: 'fo1_…', what: 'an organization token of Fly.io', instead: 'a deploy token of one app' },
  { key: /^RAILWAY_API_TOKEN$/, what: 'an account token of Railway', instead: 'the token of one project (`RAILWAY_TOKEN`)' },
  { key: /^(?:CLOUDFLARE|CF)_(?:GLOBAL_)?API_KEY$/, what: 'the global key of Cloudflare', instead: 'an API token with its permissions' },
  { key: /^SUPABASE_ACCESS_TOKEN$/, what: 'an account token of Supabase', instead: 'the key of one project' },
  { key: /^VERCEL_(?:API_)?TOKEN$/, what: 'an account token of Vercel', instead: 'a token for one team' },
  { key: /^AWS_ROOT_(?:ACCESS_KEY_ID|SECRET_ACCESS_KEY)$/, what: 'a root key of AWS', instead: 'a role with what is needed' },
];
