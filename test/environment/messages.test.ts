import { describe, expect, it } from 'vitest';
import { toolAt } from '../check/world.js';
import { knowledge } from '../../rules/index.js';
import type { Credential, Effect, EnvironmentFacts, Tool } from '../../rules/kit/index.js';

/** Names as long as they get in earnest. */
const name = 'BILLING_PROVIDER_STRIPE_SECRET_KEY';
const file = '/w/deployment/.env.development';
const span = { start: 0, end: 1 };
const place = { file, span };
const credentials: readonly Credential[] = (['live', 'test', 'unknown', 'public'] as const).flatMap((kind) =>
  (['shape', 'host', 'name', 'payload', 'entropy'] as const).map((evidence) => ({
    vendor: evidence === 'host' ? 'PostgreSQL connection string' : 'Supabase service role',
    class: kind,
    evidence,
    shown: 'sk_live_…',
    because: 'the host `orders-prod.c9akciq32xyz.eu-west-1.rds.amazona…`',
    readOnly: false,
    wide: 'the public key, with row-level security',
  })),
);
const longEndpoint = { kind: 'twin', because: 'the host `production-checkout-live.adyenpayments.com` of Adyen' } as const;
const setting = {
  ...place,
  key: name,
  path: ['mcpServers', 'billing', 'env', name],
  keySpan: span,
  lineSpan: span,
  secret: span,
  variable: name,
  inert: false,
};

const tool: Tool = toolAt(file, "'find_the_contact_of_an_account'", 'find_the_contact_of_an_account', {
  effects: {
    known: [{ ...place, class: 'read', credential: name, api: 'fetch', via: [] } as unknown as Effect],
    complete: true,
    unresolved: [],
  },
  inferred: {
    readOnly: true,
    destructive: false,
    idempotent: true,
    openWorld: true,
    tier: 'observe',
    complete: true,
    certainty: 'certain',
  },
});

/** What a workflow does outside of a step, and in one that is run again. */
function effects(kind: Effect['class']): readonly Effect[] {
  const made = {
    class: kind,
    resource: 'network',
    api: 'requests: Session#request',
    certainty: 'certain',
    detail: 'POST api.example.com/v1/accounts/…',
  };
  const one = { ...place, ...made, via: [], key: { level: 'none' }, inputs: [], keyCandidates: [], ensures: false, exclusive: false };
  const outside = {
    ...one,
    bounded: true,
    relative: false,
    own: false,
    reversible: false,
    openWorld: true,
    callerControlled: false,
  } as Effect;
  const retriedBy = { ...place, label: 'ctx.run', api: 'ctx.run', certainty: 'certain', scope: place, step: true } as const;
  const slot = { file };
  return [
    outside,
    ...[{}, { keySlot: slot }].map((more) => ({
      ...outside,
      ...more,
      span: { start: 4, end: 5 + Object.keys(more).length },
      step: retriedBy,
      retriedBy,
    })),
  ];
}

const facts: EnvironmentFacts = {
  workflows: knowledge.engines.flatMap((engine) =>
    (['write.add', 'read'] as const).map((kind) => ({
      engine,
      name: { value: 'send_the_invoices_of_the_month', ...place },
      whole: false,
      language: engine.language,
      inTests: false,
      awaited: [],
      chances: (['time', 'random', 'uuid'] as const).map((chance) => ({
        ...place,
        label: 'crypto.getRandomValues',
        kind: chance,
        api: 'crypto.getRandomValues',
        via: [],
      })),
      effects: { known: effects(kind), complete: true, unresolved: [] },
    })),
  ),
  files: credentials.flatMap((credential) =>
    (['dev', 'ambiguous'] as const).flatMap((environment) =>
      [
        undefined,
        { id: 'cursor', title: 'development container', prompts: false, reference: '${localEnv:NAME}' },
        { id: 'zed', title: 'Claude Desktop', prompts: false },
      ].flatMap((client) =>
        [true, false].map((tracked) => ({
          file,
          format: client === undefined ? ('env' as const) : ('json' as const),
          environment,
          because: '`.env.development` is for development by its name',
          tracked,
          ignored: false,
          ...(client === undefined ? { ignoreFile: '/w/.gitignore' } : {}),
          client,
          settings: [
            { ...setting, credential, commentedOut: false },
            { ...setting, endpoint: longEndpoint, commentedOut: false },
            { ...setting, key: 'CLOUDFLARE_GLOBAL_API_KEY', commentedOut: false },
            { ...setting, key: 'RAILWAY_API_TOKEN', commentedOut: false },
            { ...setting, credential, commentedOut: client === undefined },
            { ...setting, credential, commentedOut: false, inheritedBy: '.env.development' },
            { ...setting, credential, commentedOut: false, inheritedBy: '.env.test.local' },
            { ...setting, credential, commentedOut: false, readingServer: 'x'.repeat(30) },
          ],
        })),
      ),
    ),
  ),
  secrets: credentials.map((credential) => ({
    ...place,
    credential,
    environment: 'dev',
    because: '`integration.test.ts` is a script for development by its name',
    name,
    language: 'typescript',
    inTests: false,
    lookup: { text: 'process.env.A', variable: name, example: '/w/.env.example' },
  })),
  switches: (['mode', 'tools', 'shell', 'hosted', 'script'] as const).map((kind) => ({
    ...place,
    kind,
    shown: `--dangerously-bypass-approvals-and-sandbox: "${'x'.repeat(12)}"`,
    contained: false,
    inTests: false,
  })),
  commands: (['script', 'shell', 'makefile', 'workflow', 'permission'] as const).map((where) => ({
    ...place,
    shown: 'rds delete-db-instance --skip-final-snapshot',
    destroys: true,
    where,
    inTests: false,
  })),
  imperatives: (['script', 'shell', 'makefile', 'workflow'] as const).map((where) => ({
    ...place,
    shown: 'docker network create',
    twin: '`docker network inspect` before it',
    where,
    inTests: false,
  })),
  fallbacks: (['credential', 'connection', 'twin', 'host', 'selector'] as const).flatMap((kind) =>
    (kind === 'credential' ? credentials : [undefined]).map((credential) => ({
      ...place,
      variable: name,
      operator: '??',
      fallback: place,
      kind,
      credential,
      production: 'the host `production-checkout-live.adyenpayments.com` of Adyen',
      throwing: { at: place, text: '' },
      language: 'typescript',
      inTests: false,
    })),
  ),
  shared: [true, false].flatMap((isStore) =>
    [undefined, 'model', 'money'].flatMap((field) =>
      credentials.map((credential) => {
        const shared = { ...place, key: name, credential, environment: 'dev', because: '', format: 'env' } as const;
        return { development: [shared], production: [shared], isStore, field: field as 'model' };
      }),
    ),
  ),
  endpoints: [{ ...place, endpoint: longEndpoint, because: '`integration.seed.ts` is a script for seed data' }],
  clients: [true, false].map((ofDevelopment) => ({
    ...place,
    shown: 'environment: Environment.Production',
    client: 'new BraintreePaymentGateway',
    ofDevelopment,
    because: '`integration.seed.ts` is a script for seed data',
    inTests: false,
  })),
  targets: [true, false].flatMap((isSecret) =>
    [true, false].map((destroys) => ({
      ...place,
      shown: '--project-ref acme-production-eu-west-1-orders-and-more-0001',
      name: 'integration-tests-with-services',
      environment: 'test' as const,
      destroys,
      isSecret,
    })),
  ),
  servers: (['production', 'everywhere', 'live-key', 'folder'] as const).map((risk) => ({
    ...place,
    name: 'production-orders-database',
    title: 'PlanetScale',
    risk,
    because: 'the host `production-checkout-live.adyenpayments.com`',
  })),
  unguarded: [true, false].map((drops) => ({
    ...place,
    tool: 'reset_customer_directory_for_tests',
    shown: '`DELETE FROM customer_directory_entries`',
    drops,
    variable: 'RAILWAY_ENVIRONMENT',
    certainty: 'certain',
    because: [],
  })),
  imports: [{}, { name: 'productionDatabaseClient' }].map((one) => ({
    ...place,
    ...one,
    from: '../src/config/environments/production.js',
    because: '`integration.seed.ts` is a script for seed data',
  })),
  unscoped: [[name], [name, name]].map((tools) => ({ ...place, tools, because: [] })),
  leaks: [name, null].flatMap((variable) =>
    [true, false].map((isLogged) => ({ ...place, tool: 'show_configuration_of_the_deployment', variable, isLogged })),
  ),
  stores: [
    { inDevelopment: true, places: [{ ...place, key: name, credential: credentials[0]!, environment: 'dev', because: '', format: 'env' }] },
  ],
  destroyers: [{ tool: 'reset_customer_directory_for_tests', at: place }],
  usersOf: () => [],
  tools: [tool],
  exists: () => false,
};

const rules = knowledge.checks.flatMap((rule) => {
  const look = rule.subject === 'environment' ? rule.check : rule.subject === 'tool' ? rule.around : undefined;
  return look === undefined ? [] : [[rule.id, { messages: rule.messages, look }] as const];
});

describe.each(rules)('%s', (_, rule) => {
  it('says what it says in less than 200 characters, and uses all its messages but those of fixes', () => {
    const said = new Set<string>();
    const long: string[] = [];
    const more = { ...facts, destroyers: [...facts.destroyers, { tool: 'wipe', at: place }] };
    const hear = (report: { readonly message: PropertyKey; readonly data: Readonly<Record<string, string>> }): void => {
      said.add(String(report.message));
      const data = new Map(Object.entries<string>(report.data));
      const text = String(rule.messages[report.message]).replace(/\{(\w{1,20})\}/g, (_whole: string, key: string) => data.get(key) ?? '?');
      if (text.length >= 200 || text.includes('?')) long.push(text);
    };
    rule.look(facts, hear);
    rule.look(more, hear);
    expect([...new Set(long)]).toEqual([]);
    expect(said.size).toBeGreaterThan(0);
  });
});
