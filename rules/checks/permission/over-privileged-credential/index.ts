import { chain, defineRule } from '../../../kit/index.js';
import type { Effect, Tool } from '../../../kit/index.js';

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
    server: 'The server `{server}` is told to read only, but its `{key}` may change and remove everything. Give it {instead}.',
    value: '`{variable}` may change and remove everything, but all that asks with it only reads, such as `{tool}`. Make it {instead}.',
  },

  around({ files, tools }, report) {
    for (const { file, settings } of files) {
      for (const { key, span, credential, readingServer: server, commentedOut } of settings) {
        if (credential?.wide === undefined || credential.readOnly || credential.class === 'test' || commentedOut) continue;
        const instead = credential.wide;
        const common = { at: { file, span }, certainty: 'possible' } as const;
        const [first] = server === undefined && isUnknown(key) ? readersOf(key, tools) : [];
        if (server !== undefined)
          report({ ...common, message: 'server', data: { server: server.slice(0, 40), key: key.slice(0, 40), instead } });
        else if (first !== undefined) {
          const data = { variable: key.slice(0, 40), tool: first.tool.name.value, instead };
          report({ ...common, message: 'value', data, because: chain(first.effect) });
        }
      }
    }
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

/** Its name does not say it, which is told where a tool asks with it. */
function isUnknown(variable: string): boolean {
  return !rows.some(({ names }) => names.test(variable));
}

/** What asks with a variable, when all of it only reads, in tools that only read. */
function readersOf(variable: string, tools: readonly Tool[]): readonly { readonly tool: Tool; readonly effect: Effect }[] {
  const all = tools.flatMap((tool) =>
    tool.effects.known.flatMap((effect) => (effect.credential === variable && !tool.inTests ? [{ tool, effect }] : [])),
  );
  return all.every(({ tool, effect }) => effect.class === 'read' && tool.inferred.readOnly === true) ? all : [];
}

/** Variables that are named for a credential of an administrator, and what is enough for reading. */
const rows = [
  { names: /SERVICE_ROLE|SUPABASE_SECRET/, instead: 'the public key, with row-level security' },
  { names: /^STRIPE_(?:SECRET|API|LIVE)_?KEY$|^STRIPE_KEY$|^STRIPE_SECRET$/, instead: 'a restricted key that only reads' },
  { names: /(?:^|_)ROOT_(?:PASSWORD|URL|DSN)$|(?:^|_)(?:DB|DATABASE|POSTGRES|PG|MYSQL|MONGO)_ADMIN/, instead: 'a user that only reads' },
  { names: /(?:^|_)(?:ADMIN|MASTER|ROOT|OWNER)_(?:API_)?(?:KEY|TOKEN|SECRET)$/, instead: 'a key that only reads' },
];
