/** Production where development or tests read it. Secrets are put together when the cases are built (`test/harness/secrets.ts`). */
export interface Planted {
  readonly about: string;
  /** What a scanner of secrets can see. */
  readonly holdsSecret: boolean;
  readonly files: Readonly<Record<string, string>>;
}

const one = (about: string, file: string, text: string, holdsSecret = true): Planted => ({ about, holdsSecret, files: { [file]: text } });

/** Vendors that write the environment into the key, by the variable that takes it. */
const keys: readonly (readonly [kind: string, variable: string])[] = [
  ['stripe-live', 'STRIPE_SECRET_KEY'],
  ['stripe-restricted-live', 'STRIPE_RESTRICTED_KEY'],
  ['razorpay-live', 'RAZORPAY_KEY_ID'],
  ['flutterwave-live', 'FLW_SECRET'],
  ['paddle-live', 'PADDLE_API_KEY'],
  ['mollie-live', 'MOLLIE_API_KEY'],
  ['gocardless-live', 'GOCARDLESS_ACCESS_TOKEN'],
  ['lob-live', 'LOB_API_KEY'],
  ['easypost-live', 'EASYPOST_API_KEY'],
  ['shippo-live', 'SHIPPO_TOKEN'],
  ['duffel-live', 'DUFFEL_ACCESS_TOKEN'],
  ['pagarme-live', 'PAGARME_KEY'],
  ['plaid-live', 'PLAID_ACCESS_TOKEN'],
  ['stytch-live', 'STYTCH_SECRET'],
  ['braintree-live', 'BRAINTREE_TOKEN'],
  ['convex-live', 'CONVEX_DEPLOY_KEY'],
  ['inngest-live', 'INNGEST_SIGNING_KEY'],
  ['trigger-live', 'TRIGGER_SECRET_KEY'],
  ['liveblocks-live', 'LIVEBLOCKS_SECRET_KEY'],
  ['persona-live', 'PERSONA_API_KEY'],
  ['doppler', 'DOPPLER_TOKEN'],
];

const stores: readonly string[] = [
  'DATABASE_URL={{postgres-prod}}',
  'DATABASE_URL={{postgres-rds-prod}}',
  'DATABASE_URL={{mysql-prod}}',
  'REDIS_URL={{redis-prod}}',
  'SQLSERVER={{sqlserver-prod}}',
  'MONGO_URL=mongodb+srv://app:{{password}}@orders-prod.ab1cd.mongodb.net/orders',
  'AMQP_URL=amqps://app:{{password#2}}@mq.production.example-host.net/orders',
  'CLICKHOUSE_URL=clickhouse://app:{{password#3}}@events-prod.example-host.net:9440/events',
  'NEO4J_URI=neo4j://neo4j:{{password#4}}@graph-prod.example-host.net:7687',
  'DATABASE_URL=postgres://app:{{password#5}}@db7.example-host.net/orders_production',
];

const files: readonly Planted[] = [
  one('a service for development', 'compose.override.yml', 'services:\n  api:\n    environment:\n      STRIPE_KEY: {{stripe-live#2}}\n'),
  one('a list of variables', 'docker-compose.dev.yml', 'services:\n  api:\n    environment:\n      - DATABASE_URL={{postgres-prod#2}}\n'),
  one('a container for development', 'Dockerfile.dev', 'FROM node:22\nENV STRIPE_SECRET_KEY={{stripe-live#3}}\n'),
  one('variables of Terraform', 'dev.tfvars', 'stripe_key = "{{stripe-live#4}}"\n'),
  one('an overlay of Kubernetes', 'overlays/dev/api.yaml', 'env:\n  - name: STRIPE_KEY\n    value: {{stripe-live#5}}\n'),
  one('a development container', '.devcontainer/devcontainer.json', '{ "containerEnv": { "STRIPE_KEY": "{{stripe-live#6}}" } }'),
  one('a launch configuration', '.vscode/launch.json', '{ "configurations": [{ "env": { "STRIPE_KEY": "{{stripe-live#7}}" } }] }'),
  one('Claude Code', '.mcp.json', '{ "mcpServers": { "a": { "command": "x", "env": { "STRIPE_KEY": "{{stripe-live#8}}" } } } }'),
  one('Cursor', '.cursor/mcp.json', '{ "mcpServers": { "a": { "command": "x", "args": ["--db", "{{postgres-prod#3}}"] } } }'),
  one(
    'a header of Windsurf',
    '.windsurf/mcp.json',
    '{ "mcpServers": { "a": { "serverUrl": "https://x.dev/mcp", "headers": { "Authorization": "Bearer {{github}}" } } } }',
  ),
  one('Codex', '.codex/config.toml', '[mcp_servers.a]\ncommand = "x"\nenv = { STRIPE_KEY = "{{stripe-live#9}}" }\n'),
  one('settings of Claude Code', '.claude/settings.json', '{ "env": { "DATABASE_URL": "{{postgres-prod#4}}" } }'),
  one('settings of Functions', 'local.settings.json', '{ "Values": { "Stripe": "{{stripe-live#10}}" } }'),
  one('secrets of Streamlit', '.streamlit/secrets.toml', 'stripe_key = "{{stripe-live#11}}"\n'),
  one('a job of tests', '.github/workflows/ci.yml', 'jobs:\n  test:\n    env:\n      STRIPE_KEY: {{stripe-live#12}}\n    steps: []\n'),
  one('a script of a shell', 'scripts/dev.sh', 'export DATABASE_URL={{postgres-prod#5}}\n'),
  one('a script of a manifest', 'package.json', '{ "scripts": { "dev": "STRIPE_KEY={{stripe-live#13}} node a.js" } }'),
  one('a seed script', 'prisma/seed.ts', "export const key = '{{stripe-live#14}}';\n"),
  one('a seed script of Python', 'scripts/seed.py', 'KEY = "{{stripe-live#15}}"\n'),
  one('a notebook of settings', 'config/development.json', '{ "database": { "url": "{{postgres-prod#6}}" } }'),
  one('a plain file', '.env', 'RAZORPAY_KEY={{razorpay-live#2}}\n'),
  one('direnv', '.envrc', 'export STRIPE_SECRET_KEY={{stripe-live#16}}\n'),
  one('Wrangler', '.dev.vars', 'PLAID_TOKEN={{plaid-live#2}}\n'),
  one('source', 'src/billing.ts', "import Stripe from 'stripe';\nexport const stripe = new Stripe('{{stripe-live#17}}');\n"),
  one('source of Python', 'src/billing.py', 'import stripe\nstripe.api_key = "{{stripe-live#18}}"\n'),
];

const evidence: readonly Planted[] = [
  one('by the name', '.env.development', 'PROD_API_TOKEN={{api-key}}\n'),
  one('by the mode beside it', '.env.development', 'PAYPAL_MODE=live\nPAYPAL_CLIENT_SECRET={{api-key#2}}\n'),
  one('by the host beside it', '.env.development', 'DB_HOST=db.prod.example-host.net\nDB_PASSWORD={{password#6}}\n'),
  one('a key of no known vendor', '.env.local', 'LIVE_SIGNING_SECRET={{hex-key}}\n'),
  {
    about: 'inherited from a plain file',
    holdsSecret: true,
    files: { '.env': 'DATABASE_URL={{postgres-prod#7}}\n', '.env.development': 'PORT=3000\n' },
  },
  {
    about: 'one database for both',
    holdsSecret: true,
    files: {
      '.env.development': 'DATABASE_URL=postgres://dev:{{password#7}}@db7.example-host.net/shop\n',
      '.env.production': 'DATABASE_URL=postgres://app:{{password#8}}@db7.example-host.net/shop\n',
    },
  },
  {
    about: 'one key for both',
    holdsSecret: true,
    files: {
      '.env.development': 'SENDGRID_API_KEY={{sendgrid}}\n',
      'compose.prod.yml': 'services:\n  a:\n    environment:\n      KEY: {{sendgrid}}\n',
    },
  },
];

const targets: readonly Planted[] = [
  one('PayPal', '.env.development', 'PAYPAL_URL=https://api-m.paypal.com\n', false),
  one('Square', 'docker-compose.dev.yml', 'services:\n  a:\n    environment:\n      SQUARE: https://connect.squareup.com\n', false),
  one('Plaid', 'seed.py', 'URL = "https://production.plaid.com"\n', false),
  one('a store', 'dev.tfvars', 'database_url = "postgres://db-prod.example-host.net/shop"\n', false),
  one('a fallback', 'src/a.ts', "export const url = process.env.PAYPAL_URL ?? 'https://api-m.paypal.com';\n", false),
  one('a fallback with a password', 'src/b.ts', "export const url = process.env.DATABASE_URL || '{{postgres-prod#8}}';\n"),
  one('a fallback of Python', 'src/c.py', 'import os\nURL = os.getenv("DATABASE_URL", "{{postgres-prod#9}}")\n'),
  one('a reset', 'package.json', '{ "scripts": { "db:reset": "dotenv -e .env.production -- prisma migrate reset" } }', false),
  one('a seed', 'package.json', '{ "scripts": { "seed": "wrangler d1 execute shop --remote --file seed.sql" } }', false),
  one('a recipe', 'Makefile', 'test-reset:\n\tkubectl --context gke-prod-eu delete jobs --all\n', false),
  one(
    'a job',
    '.github/workflows/ci.yml',
    'jobs:\n  test:\n    steps:\n      - run: npm test\n        env:\n          A: ${{ secrets.PROD_DATABASE_URL }}\n',
    false,
  ),
  one(
    'a whole account',
    '.mcp.json',
    '{ "mcpServers": { "supabase": { "command": "npx", "args": ["@supabase/mcp-server-supabase"] } } }',
    false,
  ),
  one(
    'a database of production',
    '.cursor/mcp.json',
    '{ "mcpServers": { "db": { "command": "postgres-mcp", "env": { "DATABASE_URI": "${env:PROD_URL}" } } } }',
    false,
  ),
];

export const harmful: readonly Planted[] = [
  ...keys.map(([kind, variable]) => one(kind, '.env.development', `${variable}={{${kind}}}\n`)),
  ...stores.map((line) => one(line.split('=')[0] ?? '', '.env.local', `${line}\n`)),
  ...files,
  ...evidence,
  ...targets,
];
