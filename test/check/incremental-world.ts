/** A small workspace in which much depends on much, and edits as people make them. */
import fc from 'fast-check';
import { posix } from 'node:path';
import type { AnalysisSettings, Snapshot } from '../../server/analysis/snapshot.js';

export type Texts = ReadonlyMap<string, string>;

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

export const world: Texts = new Map(Object.entries(files));

const settings: AnalysisSettings = {
  sets: ['recommended', 'strict'] as AnalysisSettings['sets'],
  severities: {},
  minCertainty: 'possible',
  idempotencyWrappers: [],
  approvalWrappers: [],
  tiers: [],
  environments: [],
  productionHosts: [],
  ignoreTools: [],
  reportInTests: true,
};

const sameFiles = new Map<string, readonly string[]>();

/** The workspace as an analysis sees it. */
export function snapshotOf(texts: Texts): Snapshot {
  const names = [...texts.keys()].sort();
  const key = names.join('\n');
  if (!sameFiles.has(key)) sameFiles.set(key, names);
  return {
    files: sameFiles.get(key)!,
    text: (file) => texts.get(file),
    version: (file) => texts.get(file),
    packageAt: () => undefined,
    resolve: (specifier, from) => {
      if (!specifier.startsWith('.')) return undefined;
      const file = posix.join(posix.dirname(from), specifier).replace(/\.js$/u, '.ts');
      return texts.has(file) ? file : undefined;
    },
    packageMajor: () => undefined,
    manifest: () => undefined,
    tracked: () => null,
    ignored: () => null,
    exists: (file) => texts.has(file),
    rootOf: () => '/w',
    settings,
  };
}

export type Edit = (texts: Map<string, string>, before: readonly Texts[]) => void;

interface Named {
  readonly name: string;
  readonly run: Edit;
  [fc.toStringMethod](): string;
}

const file = fc.constantFrom('/w/server.ts', '/w/server.ts', '/w/server.ts', '/w/agent.ts', '/w/agent.ts', ...world.keys());
const place = fc.double({ min: 0, max: 1, noNaN: true });
const keys = fc.constantFrom(
  ...['x', 'a', '1', ' ', '\n', "'", '`', '{', '}', '(', ')', ';', ',', '.', '/', '//', '/*', '*/', '=>', '${', '\\'],
);

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

const named = (name: string, run: Edit): Named => ({ name, run, [fc.toStringMethod]: () => name });

const at = (text: string, where: number): number => Math.floor(where * (text.length + 1));

function change(texts: Map<string, string>, one: string, make: (text: string) => string): void {
  const text = texts.get(one);
  if (text !== undefined) texts.set(one, make(text));
}

/** What stands between empty lines: mostly whole statements. */
const blocks = (text: string): string[] => text.split(/(?<=\n)(?=\n)/u);

/** One step of editing. Steps that nothing is left for do nothing. */
export const edit: fc.Arbitrary<Named> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(file, place, keys)
      .map(([one, where, text]) =>
        named(`type ${JSON.stringify(text)} in ${one} at ${where}`, (texts) =>
          change(texts, one, (old) => old.slice(0, at(old, where)) + text + old.slice(at(old, where))),
        ),
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(file, place, fc.integer({ min: 1, max: 6 }))
      .map(([one, where, count]) =>
        named(`delete ${count} in ${one} at ${where}`, (texts) =>
          change(texts, one, (old) => old.slice(0, at(old, where)) + old.slice(at(old, where) + count)),
        ),
      ),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(file, fc.constantFrom(...words), place).map(([one, [from, to], where]) =>
      named(`replace ${JSON.stringify(from)} in ${one} at ${where}`, (texts) =>
        change(texts, one, (old) => {
          const found = [...old.matchAll(new RegExp(from.replace(/[()$]/gu, '\\$&'), 'gu'))];
          const hit = found[Math.floor(where * found.length)] ?? found[0];
          return hit === undefined ? old : old.slice(0, hit.index) + to + old.slice(hit.index + from.length);
        }),
      ),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(file, fc.constantFrom(...pieces), place).map(([one, text, where]) =>
      named(`add ${JSON.stringify(text)} in ${one} at ${where}`, (texts) =>
        change(texts, one, (old) => {
          const lines = old.split('\n');
          lines.splice(Math.floor(where * lines.length), 0, text);
          return lines.join('\n');
        }),
      ),
    ),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(file, place, place, fc.constantFrom('move', 'copy', 'drop')).map(([one, from, to, how]) =>
      named(`${how} a block of ${one} from ${from} to ${to}`, (texts) =>
        change(texts, one, (old) => {
          const all = blocks(old);
          const source = Math.floor(from * all.length);
          const block = all[source] ?? '';
          if (how !== 'copy') all.splice(source, 1);
          if (how !== 'drop') all.splice(Math.floor(to * (all.length + 1)), 0, block);
          return all.join('');
        }),
      ),
    ),
  },
  {
    weight: 8,
    arbitrary: fc
      .integer({ min: 1, max: 3 })
      .map((steps) => named(`undo ${steps}`, (texts, before) => put(texts, before.at(-1 - steps) ?? world))),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('/w/names.ts', '/w/http.ts').map((one) => named(`remove ${one}`, (texts) => void texts.delete(one))),
  },
  { weight: 3, arbitrary: fc.constant(named('start again', (texts) => put(texts, world))) },
);

function put(texts: Map<string, string>, from: Texts): void {
  texts.clear();
  for (const [one, text] of from) texts.set(one, text);
}
