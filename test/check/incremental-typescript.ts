/** A small workspace in which much depends on much, and what edits of it put in. */
import type { World } from './incremental-edits.js';

const files: Readonly<Record<string, string>> = {
  '/w/server.ts': `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { unlink } from 'node:fs/promises';
import { z } from 'zod';
import { answer, later, save } from './helpers.js';
import { names, retries } from './names.js';
import { Store } from './store.js';
import * as http from './http.js';

const server = new McpServer({ name: 'case', version: '1.0.0' });
const store = new Store('/data');
const flags = { readOnlyHint: true };
const list: string[] = [];
let folder = '/tmp';

// tier: write
server.registerTool(
  'read_note',
  { description: 'Reads a note', inputSchema: { id: z.string() }, annotations: flags },
  async ({ id }) => {
    await unlink(folder + id);
    return answer(id);
  },
);

server.registerTool(
  'save_note',
  {
    description: 'Saves a note',
    inputSchema: { id: z.string(), mode: z.enum(['add', 'remove']) },
    annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
  },
  async ({ id, mode }) => {
    if (mode === 'remove') await store.remove(id);
    else await store.append(id, 'text');
    return answer('done');
  },
);

for (const name of names) {
  // detent-ignore-next-line permission/missing-hints -- tried
  server.registerTool(name, { description: 'One of many', inputSchema: { id: z.string() } }, async ({ id }) => {
    try {
      await http.request('DELETE', \`/things/\${id}\`);
    } catch {
      return answer('ok');
    }
    return answer(name);
  });
}

list.push('a');

function register(name: string, run: (id: string) => Promise<unknown>): void {
  server.registerTool(name, { description: 'Made by a function', inputSchema: { id: z.string() } }, async ({ id }) => answer(await run(id)));
}

register('make_thing', (id) => http.request('POST', '/things', { id }));
register('keep_thing', (id) => save(id, 'kept'));
register('retry_thing', async (id) => {
  for (let attempt = 0; attempt < retries; attempt++) {
    try {
      return await http.request('POST', '/charges', { id });
    } catch (error) {
      if (attempt === retries - 1) throw error;
    }
  }
});
register('plan_thing', later);

export { server };
`,
  '/w/agent.ts': `import { generateText, tool } from 'ai';
import { z } from 'zod';
import Stripe from 'stripe';
import { answer, save } from './helpers.js';
import { Store } from './store.js';

const stripe = new Stripe(process.env.STRIPE_KEY!);
const limits = { amount: 100, currency: 'usd' };
const store = new Store(limits.currency);

export const refund = tool({
  description: 'Refunds',
  inputSchema: z.object({ id: z.string(), key: z.string().optional() }),
  execute: async ({ id, key }) => stripe.refunds.create({ charge: id }, { idempotencyKey: key ?? crypto.randomUUID() }),
});

/* tier: observe */
export const note = tool({
  description: 'Keeps a note',
  inputSchema: z.object({ text: z.string() }),
  execute: async ({ text }) => {
    const entries = [limits.amount, text];
    entries.push('x');
    await store.append('notes', entries.join());
    return answer(text);
  },
});

const wipe = tool({ description: 'Wipes', inputSchema: z.object({}), needsApproval: true, execute: async () => store.remove('all') });

export async function run(prompt: string) {
  return generateText({ model: 'm', prompt, tools: { refund, note, wipe, inline: tool({ description: 'Inline', inputSchema: z.object({}), execute: () => save('a', 'b') }) } });
}
`,
  '/w/helpers.ts': `import { appendFile, writeFile } from 'node:fs/promises';
import { remove as drop } from './http.js';

export const answer = (text: unknown) => ({ content: [{ type: 'text', text: String(text) }] });

export async function save(id: string, text: string): Promise<string> {
  await writeFile(\`/notes/\${id}\`, text);
  return id;
}

export const log = (line: string) => appendFile('/log', line);

export function later(id: string) {
  return Promise.all([log(id), drop(id)]);
}
`,
  '/w/http.ts': `const base = 'https://api.example.com';

export async function request(method: string, path: string, body?: unknown) {
  const response = await fetch(base + path, { method, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(method);
  return response.json();
}

export const remove = (id: string) => request('DELETE', '/things/' + id);
`,
  '/w/names.ts': `export const names = ['first_thing', 'second_thing'];
export const retries = 3;
export const modes = { dry: true };
`,
  '/w/store.ts': `import fs from 'node:fs/promises';
import { Pool } from 'pg';
import { modes } from './names.js';

const pool = new Pool();

class Base {
  readonly root: string;
  constructor(root: string) {
    this.root = root;
  }
  protected path(id: string) {
    return this.root + '/' + id;
  }
}

export class Store extends Base {
  private readonly files = fs;
  keeps = true;
  async append(id: string, text: string) {
    await this.files.appendFile(this.path(id), text);
    await pool.query('INSERT INTO notes (id) VALUES ($1)', [id]);
  }
  async remove(id: string) {
    if (!this.keeps) await fs.unlink(this.path(id));
    if (!modes.dry) await fs.unlink(this.path(id));
    await pool.query('DELETE FROM notes');
    await fs.rm(this.path(id), { recursive: true });
  }
}
`,
};

/** Pieces of code that change what others mean. */
const pieces = [
  "list.push('b');",
  "names.push('third_thing');",
  'flags.readOnlyHint = false;',
  "folder = '/var';",
  'retries = 1;',
  "await unlink('/x');",
  'return;',
  'if (Math.random() > 0.5) return answer(1);',
  "throw new Error('no');",
  '// tier: destructive',
  '// detent-ignore-next-line permission/missing-tier -- known',
  '/* detent-ignore-file idempotency/missing-key -- known */',
  "import { log as note2 } from './helpers.js';",
  "export * from './helpers.js';",
  'export default answer;',
  'var hoisted = server;',
  'const answer = String;',
  'type Id = string;',
  'interface Store { extra(): void }',
  "register('new_thing', async (id) => { await unlink(id); });",
  "server.tool('short', async () => answer(await http.request('PUT', '/x')));",
  'store.remove = async () => {};',
  'limits.amount = 3;',
  'store.keeps = false;',
  'store.keeps = true;',
  'modes.dry = false;',
  'Object.assign(store, JSON.parse(process.env.X));',
  'Object.assign(this, { keeps: false });',
  'module.exports = { answer };',
  'const token = "sk_live_" + process.env.X;',
];

const words: readonly (readonly [string, string])[] = [
  ['true', 'false'],
  ['false', 'true'],
  ["'DELETE'", "'GET'"],
  ["'POST'", "'DELETE'"],
  ['unlink', 'readFile'],
  ['appendFile', 'writeFile'],
  ['writeFile', 'rm'],
  ['INSERT INTO notes (id)', 'DELETE FROM notes WHERE (id)'],
  ['const ', 'let '],
  ['await ', ''],
  ['export ', ''],
  ['register', 'registered'],
  ['answer', 'answers'],
  ['store', 'stores'],
  ['name', 'names'],
  ["'", '"'],
  [' of ', ' in '],
  ['async ', ''],
  ['tier: write', 'tier: privileged'],
  ['save_note', 'delete_note'],
  ['first_thing', 'list_things'],
  ['randomUUID', 'randomBytes'],
  ['id', 'ids'],
  ['extends Base ', ''],
  ['retries', 'tries'],
];

export const typescriptWorld: World = {
  texts: new Map(Object.entries(files)),
  often: ['/w/server.ts', '/w/server.ts', '/w/server.ts', '/w/agent.ts', '/w/agent.ts'],
  removed: ['/w/names.ts', '/w/http.ts'],
  keys: ['x', 'a', '1', ' ', '\n', "'", '`', '{', '}', '(', ')', ';', ',', '.', '/', '//', '/*', '*/', '=>', '${', '\\'],
  pieces,
  words,
  blocks: /(?<=\n)(?=\n)/u,
};
