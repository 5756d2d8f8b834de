import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Writes a workspace of about 25,000 lines as people write them: MCP and AI SDK servers with their helpers in other files, which
 * reach a database, a payment provider, HTTP services and the disk. The same files each time.
 *
 * @param {string} folder where to write; made when missing
 * @returns {{ files: number, lines: number, focus: string }} focus: a tool file of about 1,000 lines, relative to the folder
 */
export function writeWorkspace(folder) {
  const texts = new Map([
    ['package.json', JSON.stringify({ name: 'bench', private: true, type: 'module' }, null, 2)],
    ['tsconfig.json', JSON.stringify({ compilerOptions: { module: 'nodenext', strict: true } }, null, 2)],
    ['shared/http.ts', httpModule],
    ['shared/files.ts', filesModule],
  ]);
  nouns.forEach((noun, index) => {
    texts.set(`services/${noun}/database.ts`, databaseModule(noun));
    texts.set(`services/${noun}/billing.ts`, billingModule(noun));
    texts.set(`services/${noun}/tools.ts`, index % 2 === 0 ? mcpModule(noun) : aiModule(noun));
  });
  let lines = 0;
  for (const [file, text] of texts) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
    lines += text.split('\n').length;
  }
  return { files: texts.size, lines, focus: `services/${nouns[0]}/tools.ts` };
}

const nouns = ['invoice', 'customer', 'order', 'shipment', 'ticket', 'contract', 'product', 'refund', 'lead', 'account', 'booking'].concat([
  'employee',
  'payment',
  'report',
  'campaign',
  'subscription',
  'warehouse',
  'supplier',
  'quote',
  'project',
  'asset',
  'policy',
  'budget',
  'voucher',
  'device',
]);
const fields = ['status', 'amount', 'owner', 'region', 'priority', 'currency', 'category', 'source', 'reference', 'channel', 'language'];

const title = (word) => word[0].toUpperCase() + word.slice(1);

const httpModule = `const baseUrl = process.env.API_URL ?? 'https://api.example.com';

export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

/** One request; the caller says which verb. */
export async function request<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const response = await fetch(\`\${baseUrl}\${path}\`, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(\`\${method} \${path} failed with \${response.status}\`);
  return (await response.json()) as T;
}

export const get = <T>(path: string) => request<T>('GET', path);
export const post = <T>(path: string, body: unknown, headers?: Record<string, string>) => request<T>('POST', path, body, headers);
export const put = <T>(path: string, body: unknown) => request<T>('PUT', path, body);
export const remove = <T>(path: string) => request<T>('DELETE', path);
`;

const filesModule = `import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const folder = process.env.EXPORT_FOLDER ?? 'exports';

export async function save(name: string, text: string): Promise<string> {
  const file = join(folder, name);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
  return file;
}

export async function note(name: string, line: string): Promise<void> {
  await appendFile(join(folder, name), \`\${line}\\n\`);
}

export async function load(name: string): Promise<string> {
  return readFile(join(folder, name), 'utf8');
}

export async function clear(name: string): Promise<void> {
  await rm(join(folder, name), { recursive: true, force: true });
}
`;

function databaseModule(noun) {
  return `import { Pool } from 'pg';

const pool = new Pool({ connectionString: process.env.DATABASE_URL });

export interface ${title(noun)} {
  readonly id: string;
${fields.map((field) => `  readonly ${field}: string;`).join('\n')}
}

export async function find${title(noun)}(id: string): Promise<${title(noun)} | undefined> {
  const { rows } = await pool.query<${title(noun)}>('SELECT * FROM ${noun}s WHERE id = $1', [id]);
  return rows[0];
}

export async function insert${title(noun)}(values: Omit<${title(noun)}, 'id'>): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    'INSERT INTO ${noun}s (${fields.join(', ')}) VALUES (${fields.map((_, index) => `$${index + 1}`).join(', ')}) RETURNING id',
    [${fields.map((field) => `values.${field}`).join(', ')}],
  );
  return rows[0]!.id;
}

export async function upsert${title(noun)}(id: string, status: string): Promise<void> {
  await pool.query('INSERT INTO ${noun}s (id, status) VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET status = excluded.status', [id, status]);
}

export async function remove${title(noun)}(id: string): Promise<number> {
  const result = await pool.query('DELETE FROM ${noun}s WHERE id = $1', [id]);
  return result.rowCount ?? 0;
}

${fields
  .map(
    (field) => `export async function set${title(noun)}${title(field)}(id: string, ${field}: string): Promise<number> {
  const result = await pool.query('UPDATE ${noun}s SET ${field} = $2, updated_at = now() WHERE id = $1', [id, ${field}]);
  return result.rowCount ?? 0;
}

export async function list${title(noun)}By${title(field)}(${field}: string, limit = 50): Promise<readonly ${title(noun)}[]> {
  const { rows } = await pool.query<${title(noun)}>('SELECT * FROM ${noun}s WHERE ${field} = $1 ORDER BY id LIMIT $2', [${field}, limit]);
  return rows;
}
`,
  )
  .join('\n')}`;
}

function billingModule(noun) {
  return `import Stripe from 'stripe';
import { find${title(noun)} } from './database.js';

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY!);

export async function charge${title(noun)}(id: string, amount: number): Promise<string> {
  const found = await find${title(noun)}(id);
  if (found === undefined) throw new Error('no such ${noun}');
  const intent = await stripe.paymentIntents.create({ amount, currency: found.currency, metadata: { ${noun}: id } });
  return intent.id;
}

export async function refund${title(noun)}(payment: string, key: string): Promise<string> {
  const refund = await stripe.refunds.create({ payment_intent: payment }, { idempotencyKey: key });
  return refund.id;
}
`;
}

/** The tools of one service: name, what it takes, what it does, as both frameworks write it. */
function toolsOf(noun) {
  const Noun = title(noun);
  return [
    [
      'get',
      { id: 'z.string()' },
      [
        `const found = await database.find${Noun}(id);`,
        `if (found === undefined) return answer('There is no such ${noun}.');`,
        'return answer(JSON.stringify(found, null, 2));',
      ],
    ],
    [
      'create',
      Object.fromEntries(fields.map((field) => [field, 'z.string()'])),
      [
        `const id = await database.insert${Noun}({ ${fields.join(', ')} });`,
        "await note('audit.log', `created ${id}`);",
        'return answer(`Created ${id}.`);',
      ],
    ],
    [
      'delete',
      { id: 'z.string()' },
      [
        `const count = await database.remove${Noun}(id);`,
        "if (count === 0) return answer('Nothing to delete.');",
        'return answer(`Deleted ${id}.`);',
      ],
    ],
    [
      'charge',
      { id: 'z.string()', amount: 'z.number().int().positive()' },
      [`const payment = await charge${Noun}(id, amount);`, 'return answer(`Charged ${amount} as ${payment}.`);'],
    ],
    [
      'refund',
      { payment: 'z.string()', requestId: 'z.string()' },
      [`const refund = await refund${Noun}(payment, requestId);`, 'return answer(`Refunded as ${refund}.`);'],
    ],
    [
      'notify',
      { id: 'z.string()', message: 'z.string().max(500)' },
      [`const sent = await post<{ id: string }>(\`/${noun}s/\${id}/messages\`, { message });`, 'return answer(`Sent ${sent.id}.`);'],
    ],
    [
      'archive',
      { id: 'z.string()' },
      [
        `await put(\`/${noun}s/\${id}/archive\`, { archived: true });`,
        `await database.upsert${Noun}(id, 'archived');`,
        'return answer(`Archived ${id}.`);',
      ],
    ],
    [
      'unlink',
      { id: 'z.string()', target: 'z.string()' },
      [`await remove(\`/${noun}s/\${id}/links/\${encodeURIComponent(target)}\`);`, 'return answer(`Unlinked ${target}.`);'],
    ],
    [
      'export',
      { id: 'z.string()', format: "z.enum(['json', 'csv'])" },
      [
        `const found = await database.find${Noun}(id);`,
        "const text = format === 'json' ? JSON.stringify(found) : Object.values(found ?? {}).join(',');",
        `const file = await save(\`${noun}-\${id}.\${format}\`, text);`,
        'return answer(`Wrote ${file}.`);',
      ],
    ],
    ['preview', { name: 'z.string()' }, ['const text = await load(name);', 'return answer(text.slice(0, 2000));']],
    ['discard', { name: 'z.string()' }, ['await clear(name);', 'return answer(`Discarded ${name}.`);']],
    ...fields.flatMap((field) => [
      [
        `set_${field}`,
        { id: 'z.string()', [field]: 'z.string()' },
        [
          `const count = await database.set${Noun}${title(field)}(id, ${field});`,
          `if (count === 0) return answer('There is no such ${noun}.');`,
          `return answer(\`The ${field} is now \${${field}}.\`);`,
        ],
      ],
      [
        `list_by_${field}`,
        { [field]: 'z.string()', limit: 'z.number().int().max(200).default(50)' },
        [
          `const rows = await database.list${Noun}By${title(field)}(${field}, limit);`,
          'const lines = rows.map((row) => `- ${row.id}: ${row.status}`);',
          "return answer(lines.join('\\n'));",
        ],
      ],
      [
        `sync_${field}`,
        { id: 'z.string()' },
        [
          `const remote = await get<{ ${field}: string }>(\`/${noun}s/\${id}/${field}\`);`,
          'for (let attempt = 0; attempt < 3; attempt++) {',
          '  try {',
          `    await database.set${Noun}${title(field)}(id, remote.${field});`,
          '    break;',
          '  } catch (error) {',
          '    if (attempt === 2) throw error;',
          '  }',
          '}',
          `return answer(\`Synchronized the ${field} of \${id}.\`);`,
        ],
      ],
    ]),
  ].map(([verb, input, body]) => ({
    name: /_/.test(verb) ? verb.replace('_', `_${noun}_`) : `${verb}_${noun}`,
    input,
    body,
    reads: /^(?:get|list|preview)/.test(verb),
    removes: /^(?:delete|discard|unlink)/.test(verb),
  }));
}

const imports = (noun) => `import { z } from 'zod';
import { clear, load, note, save } from '../../shared/files.js';
import { get, post, put, remove } from '../../shared/http.js';
import { charge${title(noun)}, refund${title(noun)} } from './billing.js';
import * as database from './database.js';
`;

const indent = (lines, by) => lines.map((line) => ' '.repeat(by) + line).join('\n');
const schema = (input, by) =>
  indent(
    Object.entries(input).map(([name, type]) => `${name}: ${type}.describe('The ${name} to use'),`),
    by,
  );

function mcpModule(noun) {
  const tools = toolsOf(noun).map(
    ({ name, input, body, reads, removes }) => `
server.registerTool(
  '${name}',
  {
    title: '${title(name.replaceAll('_', ' '))}',
    description: 'Does ${name.replaceAll('_', ' ')}. Ask before calling it twice.',
    inputSchema: {
${schema(input, 6)}
    },
    annotations: {
      readOnlyHint: ${reads},
      destructiveHint: ${removes},
    },
  },
  async ({ ${Object.keys(input).join(', ')} }) => {
${indent(body, 4)}
  },
);
`,
  );
  return `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
${imports(noun)}
const server = new McpServer({ name: '${noun}-server', version: '1.0.0' });
const answer = (text: string) => ({ content: [{ type: 'text' as const, text }] });
${tools.join('')}
await server.connect(new StdioServerTransport());
`;
}

function aiModule(noun) {
  const tools = toolsOf(noun).map(
    ({ name, input, body }) => `
export const ${name.replaceAll(/_([a-z])/g, (_, letter) => letter.toUpperCase())} = tool({
  description: 'Does ${name.replaceAll('_', ' ')}. Ask before calling it twice.',
  inputSchema: z.object({
${schema(input, 4)}
  }),
  execute: async ({ ${Object.keys(input).join(', ')} }) => {
${indent(body, 4)}
  },
});
`,
  );
  return `import { tool } from 'ai';
${imports(noun)}
const answer = (text: string) => ({ text });
${tools.join('')}`;
}
