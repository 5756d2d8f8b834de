import { chain, defineRule } from '../../../kit/index.js';

export default defineRule({
  id: 'permission/over-privileged-credential',
  summary: 'A tool that only reads asks with a credential that may do everything.',
  since: '0.1.0',
  severity: 'information',
  set: 'strict',
  fix: 'none',
  maps: ['MAST-1.2', 'OWASP-Agentic-2026-ASI03', 'OWASP-MCP-2025-MCP02', 'CWE-250', 'CWE-272'],
  messages: {
    admin: '`{tool}` only reads, but asks with `{variable}`, which may change and remove everything. Give it {instead}.',
  },

  check(tool, report) {
    if (tool.inferred.readOnly !== true) return;
    for (const effect of tool.effects.known) {
      const { credential } = effect;
      const row = credential === undefined ? undefined : rows.find(({ names }) => names.test(credential));
      if (credential === undefined || row === undefined || effect.class !== 'read') continue;
      const data = { tool: tool.name.value, variable: credential, instead: row.instead };
      return report({ message: 'admin', data, at: tool.name, about: effect, because: chain(effect), certainty: 'possible' });
    }
  },
});

/** Variables that are named for a credential of an administrator, and what is enough for reading. */
const rows = [
  { names: /SERVICE_ROLE|SUPABASE_SECRET/, instead: 'the public key, with row-level security' },
  { names: /^STRIPE_(?:SECRET|API|LIVE)_?KEY$|^STRIPE_KEY$|^STRIPE_SECRET$/, instead: 'a restricted key that only reads' },
  { names: /(?:^|_)ROOT_(?:PASSWORD|URL|DSN)$|(?:^|_)(?:DB|DATABASE|POSTGRES|PG|MYSQL|MONGO)_ADMIN/, instead: 'a user that only reads' },
  { names: /(?:^|_)(?:ADMIN|MASTER|ROOT|OWNER)_(?:API_)?(?:KEY|TOKEN|SECRET)$/, instead: 'a key that only reads' },
];
