/** What looks like production and is none, or is where it belongs. */
import type { Planted } from './harmful.js';

const one = (about: string, file: string, text: string): Planted => ({ about, holdsSecret: false, files: { [file]: text } });

const test: readonly (readonly [kind: string, variable: string])[] = [
  ['stripe-test', 'STRIPE_SECRET_KEY'],
  ['stripe-restricted-test', 'STRIPE_RESTRICTED_KEY'],
  ['stripe-public-test', 'STRIPE_PUBLISHABLE_KEY'],
  ['razorpay-test', 'RAZORPAY_KEY_ID'],
  ['flutterwave-test', 'FLW_SECRET'],
  ['paddle-test', 'PADDLE_API_KEY'],
  ['mollie-test', 'MOLLIE_API_KEY'],
  ['gocardless-test', 'GOCARDLESS_ACCESS_TOKEN'],
  ['lob-test', 'LOB_API_KEY'],
  ['easypost-test', 'EASYPOST_API_KEY'],
  ['shippo-test', 'SHIPPO_TOKEN'],
  ['duffel-test', 'DUFFEL_ACCESS_TOKEN'],
  ['plaid-test', 'PLAID_ACCESS_TOKEN'],
  ['stytch-test', 'STYTCH_SECRET'],
  ['braintree-test', 'BRAINTREE_TOKEN'],
  ['convex-test', 'CONVEX_DEPLOY_KEY'],
  ['inngest-test', 'INNGEST_SIGNING_KEY'],
  ['trigger-test', 'TRIGGER_SECRET_KEY'],
  ['supabase-anon', 'SUPABASE_ANON_KEY'],
  ['supabase-local', 'SUPABASE_SERVICE_ROLE_KEY'],
  ['supabase-publishable', 'SUPABASE_PUBLISHABLE_KEY'],
];

/** Local services, names that only look so, references, and what is there to be replaced. */
const lines: readonly string[] = [
  'DATABASE_URL=postgres://postgres:postgres@localhost:5432/app',
  'DATABASE_URL=postgres://postgres:postgres@localhost:5432/prod_copy',
  'DATABASE_URL=mysql://root:root@127.0.0.1:3306/app',
  'MONGO_URL=mongodb://admin:admin@mongo:27017/app',
  'REDIS_URL=redis://:redis@redis:6379/0',
  'AMQP_URL=amqp://guest:guest@rabbitmq:5672',
  'DATABASE_URL=file:./dev.db',
  'SQLSERVER=Server=localhost;Database=app;User Id=sa;Password=Passw0rd;',
  'CLICKHOUSE_URL=clickhouse://default:default@host.docker.internal:9000/app',
  'DATABASE_URL=postgres://app:{{password}}@db.staging.example-host.net/app',
  'DATABASE_URL={{postgres-neon}}',
  'STRIPE_SECRET_KEY={{stripe-placeholder}}',
  'STRIPE_SECRET_KEY={{stripe-sample}}',
  'STRIPE_SECRET_KEY=sk_live_your_key_here',
  'STRIPE_SECRET_KEY=${STRIPE_SECRET_KEY}',
  'STRIPE_SECRET_KEY=op://work/stripe/live',
  'PROD_API_TOKEN=vault:secret/data/prod#token',
  'PROD_DATABASE_URL=changeme',
  'PRODUCT_SECRET_NAME=products',
  'LIVEKIT_URL=wss://livekit.example-host.net',
  'DELIVERY_TOKEN_TTL=3600',
  'PROD_API_TOKEN=',
  'PAYPAL_URL=https://api-m.sandbox.paypal.com',
  'GITHUB_API_URL=https://api.github.com',
  'SQUARE=https://connect.squareupsandbox.com',
  'GITHUB_TOKEN=encrypted:BDb7t3QkTRp2',
];

const placed: readonly Planted[] = [
  one('production', '.env.production', 'STRIPE_SECRET_KEY={{stripe-live}}\n'),
  one('production of a machine', '.env.production.local', 'DATABASE_URL={{postgres-prod}}\n'),
  one('services of production', 'docker-compose.prod.yml', 'services:\n  a:\n    environment:\n      DATABASE_URL: {{postgres-prod#2}}\n'),
  one('variables of production', 'prod.tfvars', 'stripe_key = "{{stripe-live#2}}"\n'),
  one('an overlay of production', 'overlays/prod/api.yaml', 'env:\n  - name: STRIPE_KEY\n    value: {{stripe-live#3}}\n'),
  one(
    'a deployment',
    '.github/workflows/deploy.yml',
    'jobs:\n  deploy:\n    env:\n      DATABASE_URL: {{postgres-prod#3}}\n    steps:\n      - run: npm run migrate -- --env production\n',
  ),
  one('a file that says so', 'deploy/.env', 'APP_ENV=production\nDATABASE_URL={{postgres-prod#4}}\n'),
  one(
    'a list to be filled in',
    '.env.example',
    'DATABASE_URL=postgres://user:password@host:5432/app\nSTRIPE_SECRET_KEY=sk_live_xxxxxxxxxxxx\n',
  ),
  one(
    'a build',
    'package.json',
    '{ "scripts": { "build": "NODE_ENV=production vite build", "start": "node --env-file=.env.production a.js" } }',
  ),
  one('a reference', '.mcp.json', '{ "mcpServers": { "a": { "command": "x", "env": { "STRIPE_KEY": "${STRIPE_KEY}" } } } }'),
  one(
    'a question',
    '.vscode/mcp.json',
    '{ "inputs": [{ "id": "k", "type": "promptString", "password": true }], "servers": { "a": { "command": "x", "env": { "K": "${input:k}" } } } }',
  ),
  one(
    'a server that reads',
    '.cursor/mcp.json',
    '{ "mcpServers": { "supabase": { "command": "npx", "args": ["@supabase/mcp-server-supabase", "--read-only"] } } }',
  ),
  one(
    'a server beside it',
    '.roo/mcp.json',
    '{ "mcpServers": { "db": { "command": "postgres-mcp", "args": ["postgres://postgres:postgres@localhost/app"] } } }',
  ),
  one('a mode', 'src/a.ts', "export const isStrict = (process.env.NODE_ENV ?? 'production') === 'production';\n"),
  one('a fallback to the sandbox', 'src/b.ts', "export const url = process.env.PAYPAL_URL ?? 'https://api-m.sandbox.paypal.com';\n"),
  one('a public key', 'src/c.ts', "export const key = '{{stripe-public-test#2}}';\n"),
  one('a hash', 'src/d.ts', "export const sha256 = '{{hex-key}}';\n"),
  one('a lookup', 'src/e.py', 'import os\nKEY = os.environ["STRIPE_SECRET_KEY"]\n'),
  {
    about: 'each has its own',
    holdsSecret: false,
    files: {
      '.env.development': 'DATABASE_URL=postgres://dev:{{password#2}}@db7.example-host.net/shop_dev\n',
      '.env.production': 'DATABASE_URL=postgres://app:{{password#3}}@db7.example-host.net/shop\n',
    },
  },
  {
    about: 'development overrides it',
    holdsSecret: false,
    files: { '.env': 'DATABASE_URL={{postgres-prod#5}}\n', '.env.local': 'DATABASE_URL=postgres://postgres:postgres@localhost/app\n' },
  },
];

export const harmless: readonly Planted[] = [
  ...test.map(([kind, variable]) => one(kind, '.env.development', `${variable}={{${kind}}}\n`)),
  ...lines.map((line) => one(line.split('=')[0] ?? '', '.env.local', `${line}\n`)),
  ...placed,
];
