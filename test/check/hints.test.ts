import { expect, test } from 'vitest';
import { askMemory } from '../harness/ask.js';

/** What follows from a handler: `reads`, or `destroys` / `adds` and `once` / `each time`. */
async function hints(
  body: string,
  more: { readonly before?: string; readonly name?: string; readonly files?: Readonly<Record<string, string>> } = {},
): Promise<string> {
  const server = `
    import { spawn, execFile } from 'node:child_process';
    import { existsSync } from 'node:fs';
    import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
    import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
    import { z } from 'zod';
    const server = new McpServer({ name: 'case', version: '1.0.0' });
    ${more.before ?? ''}
    server.registerTool('${more.name ?? 'tool'}', { inputSchema: { id: z.string(), on: z.boolean() } }, async (args, extra) => {
      ${body}
      return { content: [] };
    });`;
  const { result } = await askMemory(new Map([['server.ts', server], ...Object.entries(more.files ?? {})]), { sets: [] });
  const { readOnly, destructive, idempotent } = result.tools[0]!.inferred;
  const effect = destructive === null ? 'changes?' : destructive ? 'destroys' : 'adds';
  return readOnly === true
    ? 'reads'
    : readOnly === null
      ? 'unknown'
      : `${effect} ${idempotent === null ? '?' : idempotent ? 'once' : 'each time'}`;
}

test('what is switched over is another each time', async () => {
  const before = `let on = false; const marked = new Set(); const state = { on: false };`;
  expect(await hints(`on = !on;`, { before })).toBe('destroys each time');
  expect(await hints(`on = args.on;`, { before })).toBe('destroys once');
  expect(await hints(`state.on = !state.on;`, { before })).toBe('destroys each time');
  expect(await hints(`if (marked.has(args.id)) marked.delete(args.id); else marked.add(args.id);`, { before })).toBe('destroys each time');
  expect(
    await hints(`const there = marked.has(args.id); if (there) { marked.delete(args.id); return; } marked.add(args.id);`, { before }),
  ).toBe('destroys each time');
  expect(await hints(`if (args.on) marked.add(args.id); else marked.delete(args.id);`, { before })).toBe('destroys once');
});

test('lists in memory that grow or shrink', async () => {
  const before = `let items = [];`;
  expect(await hints(`items = [...items, args.id];`, { before })).toBe('adds each time');
  expect(await hints(`items = items.concat(args.id);`, { before })).toBe('adds each time');
  expect(await hints(`items = items.filter((item) => item !== args.id);`, { before })).toBe('destroys once');
  expect(await hints(`const items = []; items.push(args.id);`)).toBe('reads');
});

test('an entry that is found is changed where it is kept', async () => {
  const before = `const people = []; const tasks = new Map(); let next = 1; people.push({ id: '1', name: 'a' }); tasks.set('1', { done: false });`;
  expect(await hints(`const found = people.find((one) => one.id === args.id); found.name = args.id;`, { before })).toBe('destroys once');
  expect(await hints(`const task = tasks.get(args.id); task.done = true;`, { before })).toBe('destroys once');
  expect(await hints(`for (const one of people) one.name = args.id;`, { before })).toBe('destroys once');
  expect(await hints(`const copy = { ...people.find((one) => one.id === args.id) }; copy.name = args.id;`, { before })).toBe('reads');
  expect(await hints(`const id = next++; tasks.set(id, { done: false });`, { before })).toBe('adds each time');
  expect(await hints(`tasks.set(args.id, { done: false });`, { before })).toBe('destroys once');
});

test('an answer that is kept is asked for again, and what the model chooses is not', async () => {
  const before = `import { Client } from 'some-sdk'; const client = new Client(); const folders = new Map(); let notes = [];`;
  expect(await hints(`folders.set('all', (await client.listFolders()).items);`, { before })).toBe('reads');
  expect(await hints(`folders.set('all', args.id);`, { before })).toBe('destroys once');
  expect(await hints(`notes = JSON.parse(await readFile('/srv/notes.json', 'utf8'));`, { before })).toBe('reads');
  expect(await hints(`notes = JSON.parse(await readFile(args.id, 'utf8'));`, { before })).toBe('destroys once');
});

test('who is told is state, who is connected is not', async () => {
  const before = `const clients = new Set(); const sessions = new Map();`;
  expect(await hints(`clients.add(args.id);`, { before })).toBe('destroys once');
  expect(await hints(`sessions.set(args.id, extra.sessionId);`, { before })).toBe('reads');
});

test('a folder that the tool makes is what it is for, on whatever way its path comes; one of the program is not', async () => {
  const before = `
    const limit = (work) => new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('late')), 100);
      work.then((result) => { clearTimeout(timer); resolve(result); }).catch(reject);
    });
    async function checked(path) { return limit((async () => path.trim())()); }
    async function make(path) { await mkdir(path, { recursive: true }); }`;
  expect(await hints(`await make(await checked(args.id));`, { before })).toBe('adds once');
  expect(await hints(`await make(await new Promise((resolve) => extra.ask(resolve)));`, { before })).not.toBe('reads');
  expect(await hints(`await make('/srv/app'); await readFile(args.id);`, { before })).toBe('reads');
});

test('what was put into a list under a test may not be there', async () => {
  const before = `
    const kinds = { missing: 'missing', failed: 'failed' };
    async function load(id) {
      const errors = [];
      const found = await Promise.all([id].map(async (one) => {
        try { return await readFile(one); } catch { errors.push({ kind: kinds.failed }); }
        return null;
      }));
      return { found, errors };
    }`;
  expect(
    await hints(
      `const { errors } = await load(args.id); if (errors[0] && errors[0].kind !== kinds.missing) throw errors[0]; await rm(args.id);`,
      {
        before,
      },
    ),
  ).toBe('destroys once');
  expect(
    await hints(
      `const errors = []; errors.push({ kind: 'failed' }); if (errors[0] && errors[0].kind !== 'missing') throw errors[0]; await rm(args.id);`,
    ),
  ).toBe('reads');
});

test('what a key or a click changes is up to the page', async () => {
  const before = `import { chromium } from 'playwright-core'; const page = await (await chromium.launch()).newPage();`;
  expect(await hints(`await page.keyboard.down(args.id);`, { before })).toBe('destroys each time');
  expect(await hints(`await page.bringToFront(); await page.title();`, { before })).toBe('reads');
  expect(await hints(`await page.locator(args.id).highlight();`, { before })).toBe('adds once');
});

test('what the program prepares for itself does not count, what the model passes does', async () => {
  const before = `
    async function init() { if (!existsSync('/srv/app')) await mkdir('/srv/app', { recursive: true }); await writeFile('/srv/app/config.json', '{}'); }
    async function initFolder(path) { await writeFile(path, ''); }`;
  expect(await hints(`await init(); await readFile(args.id);`, { before })).toBe('reads');
  expect(await hints(`await initFolder(args.id);`, { before })).toBe('destroys once');
  expect(await hints(`await init();`, { before, name: 'init_app' })).toBe('destroys once');
});

test('telemetry does not count, whatever it does and however little is known of it', async () => {
  const before = `
    import { mystery } from 'mystery-package';
    async function trackToolCall(name) { await appendFile('/var/calls.log', name); mystery(name); }
    async function markTipShown() { await writeFile('/srv/tips.json', 'true'); }`;
  expect(await hints(`await trackToolCall('tool'); await markTipShown(); await readFile(args.id);`, { before })).toBe('reads');
  expect(await hints(`await trackToolCall('tool'); await rm(args.id);`, { before })).toBe('destroys once');
  // The same place, reached for the log and for the tool.
  const both = `async function save(text) { await writeFile('/srv/data', text); } async function trackToolCall(name) { await save(name); }`;
  expect(await hints(`await trackToolCall('tool'); await save(args.id);`, { before: both })).toBe('destroys once');
});

test('programs that nobody described, by their sub-command', async () => {
  expect(await hints(`spawn('mailer', ['messages', 'list', '--json', args.id]);`)).toBe('reads');
  expect(await hints(`spawn('mailer', ['messages', 'insert', '--json', args.id]);`)).toBe('adds each time');
  expect(await hints(`spawn('mailer', ['messages', 'delete', args.id]);`)).toBe('destroys once');
  expect(await hints(`spawn('mailer', ['--version']);`)).toBe('reads');
  expect(await hints(`spawn('mailer', [args.id, 'list']);`)).toBe('destroys each time');
  expect(await hints(`spawn('./mailer', ['run', args.id]);`)).toBe('destroys each time');
});

test('a shell that only one system needs', async () => {
  expect(await hints(`spawn('git', ['log', args.id], { shell: process.platform === 'win32' });`)).toBe('reads');
  expect(await hints(`spawn('git', ['log', args.id], { shell: true });`)).toBe('destroys each time');
});

test('a value that is made of itself comes to an end', async () => {
  const before = `const state = { next: 0 }; class Counter { n = 0; next() { this.n = this.n + 1; return this.n; } } const counter = new Counter();`;
  expect(await hints(`state.next = state.next + 1; counter.next();`, { before })).toBe('adds each time');
});

test('data that objects of the platform hold', async () => {
  expect(
    await hints(`const url = new URL(args.id); if (url.hostname.endsWith('.test')) extra.signal.addEventListener('abort', () => {});`),
  ).toBe('reads');
  expect(await hints(`if (Object.prototype.hasOwnProperty.call(args, 'id')) process.argv.join(' ');`)).toBe('reads');
});

test('what telemetry keeps is not what the tool does, wherever the name of its folder says so', async () => {
  const keeper = `import { writeFile } from 'node:fs/promises'; export const keep = (text: string) => writeFile('/srv/last', text);`;
  const used = (folder: string) => ({
    before: `import { keep } from './${folder}/client.js';`,
    files: { [`${folder}/client.ts`]: keeper },
  });
  expect(await hints(`await keep(args.id);`, used('telemetry'))).toBe('reads');
  expect(await hints(`await keep(args.id);`, used('storage'))).toBe('destroys once');
});

test('a process of another call is ended, one of this call only ends', async () => {
  const before = `
    function open(name) { return spawn('node', ['--title', name]); }
    class Shells {
      #shells = new Map();
      start(id) { const child = open(id); this.#shells.set(id, { child }); }
      stop(id) { const shell = this.#shells.get(id); if (!shell) return false; shell.child.kill('SIGINT'); return true; }
    }
    const shells = new Shells();`;
  expect(await hints(`shells.stop(args.id);`, { before })).toBe('destroys once');
  expect(await hints(`const child = spawn('node', ['--version']); child.kill();`)).toBe('reads');
});

test('the folder that the process goes to says where the rest happens, unless the tool is about it', async () => {
  const before = `import { Org } from 'mystery-package';`;
  expect(await hints(`process.chdir(args.id); await Org.list();`, { before, name: 'list_orgs' })).toBe('reads');
  expect(await hints(`process.chdir(args.id);`, { name: 'go' })).toBe('destroys once');
  expect(await hints(`if (existsSync(args.id)) process.chdir(args.id);`, { name: 'go' })).toBe('destroys once');
  expect(await hints(`process.chdir(args.id); await Org.list();`, { before, name: 'change_directory' })).toBe('destroys once');
});

test('a registry is filled by what a class registers with itself', async () => {
  const before = `
    interface Strategy { readonly kind: string; run(id: string): Promise<void>; }
    class Reader implements Strategy { kind = 'Read'; async run(id: string) { await readFile(id); } }
    class Writer implements Strategy { kind = 'Write'; async run(id: string) { await writeFile(id, ''); } }
    class Reading { #all = new Map<string, Strategy>(); constructor() { this.fill(new Reader()); } fill(one: Strategy) { this.#all.set(one.kind.toLowerCase(), one); } of(kind: string) { return this.#all.get(kind); } }
    class Both { private all = new Map<string, Strategy>(); constructor() { this.fill(new Reader()); this.fill(new Writer()); } fill(one: Strategy) { this.all.set(one.kind.toLowerCase(), one); } of(kind: string) { return this.all.get(kind); } }
    class Holder { constructor(private readonly both: Both = new Both(), private readonly reading = new Reading()) {} writing(kind: string) { return this.both.of(kind); } read(kind: string) { return this.reading.of(kind); } }
    const holder = new Holder();`;
  expect(await hints(`await holder.read(args.id)?.run(args.id);`, { before })).toBe('reads');
  expect(await hints(`await holder.writing(args.id)?.run(args.id);`, { before })).toBe('destroys once');
});

test('a file that only hands on what others declare hides nothing of what they put into a registry', async () => {
  const files = (body: string) => ({
    'checks/kinds.ts': `import { writeFile } from 'node:fs/promises';
      export interface Check { kind(): string; squash(id: string): Promise<unknown>; }
      export class One implements Check { kind() { return 'one'; } async squash(id: string) { ${body} } }`,
    'checks/registry.ts': `import type { Check } from './kinds.js';
      export class Registry { private modules: Map<string, Check> = new Map();
        public register(one: Check) { this.modules.set(one.kind(), one); }
        public all(): Check[] { return Array.from(this.modules.values()); } }`,
    'checks/runner.ts': `import { One } from './kinds.js'; import { Registry } from './registry.js';
      export class Runner { private readonly registry: Registry; constructor() { this.registry = this.init(); }
        init() { const registry = new Registry(); registry.register(new One()); return registry; }
        async run(id: string) { const done = []; for (const one of this.registry.all()) done.push(await one.squash(id)); return done; } }`,
    'checks/index.ts': `export { Runner } from './runner.js';`,
  });
  const before = `import { Runner } from './checks/index.js'; const runner = new Runner();`;
  expect(await hints(`await runner.run(args.id);`, { before, files: files(`return [id];`) })).toBe('reads');
  expect(await hints(`await runner.run(args.id);`, { before, files: files(`await writeFile(id, '');`) })).toBe('destroys once');
});

test('packages that nobody described: what serves the program itself does not count', async () => {
  const reads = async (code: string, imports: string): Promise<string> =>
    hints(`${code} await readFile(args.id);`, {
      before: `import { ${imports} } from 'mystery-package'; const kept = new ${imports.split(' ')[0]}();`,
    });
  expect(await reads(`const c = await Connection.create({ id: args.id });`, 'Connection')).toBe('reads');
  expect(await reads(`kept.create({ id: args.id });`, 'Connection')).toBe('adds each time');
  expect(await reads(`const p = createParser(args.id);`, 'Connection, createParser')).toBe('reads');
  expect(await reads(`await createInvoice(args.id);`, 'Connection, createInvoice')).toBe('adds each time');
  expect(await reads(`const log = Logger.child('a'); log.debug('x');`, 'Logger')).toBe('reads');
  expect(await reads(`const log = Ledger.child('a'); log.debug('x');`, 'Ledger')).toBe('unknown');
  expect(await reads(`new UpdateNote(args.id);`, 'Connection, UpdateNote')).toBe('reads');
  expect(await reads(`await updateNote(args.id);`, 'Connection, updateNote')).toBe('destroys once');
  expect(await reads(`const list = new Records(); list.addRecord(args.id);`, 'Records')).toBe('reads');
  expect(await reads(`const list = new Records(); await list.addRecord(args.id);`, 'Records')).toBe('adds each time');
  expect(await reads(`const list = new Records(); list.addRecord(args.id, () => undefined);`, 'Records')).toBe('adds each time');
  expect(await reads(`kept.removeErrorListeners(); kept.addErrorListener(new Connection());`, 'Connection')).toBe('reads');
  expect(await reads(`kept.removeErrors();`, 'Connection')).toBe('reads');
  expect(await reads(`await kept.removeErrors();`, 'Connection')).toBe('destroys once');
});

test('what is called through an interface does what its name says', async () => {
  const before = `
    interface Store { get(id: string): Promise<string>; remove(id: string): Promise<void>; squash(id: string): Promise<void>; }
    interface Editor { openFile(id: string): Promise<void>; openAccount(id: string): Promise<void>; }
    interface Cache { set(id: string): Promise<void>; }
    import { container } from 'mystery-package';
    const store = container.resolve<Store>('store');
    const editor = container.resolve<Editor>('editor');
    const cache = container.resolve<Cache>('cache');`;
  expect(await hints(`await editor.openFile(args.id);`, { before })).toBe('reads');
  expect(await hints(`await editor.openAccount(args.id);`, { before })).toBe('unknown');
  expect(await hints(`await store.get(args.id);`, { before })).toBe('reads');
  expect(await hints(`await store.remove(args.id);`, { before })).toBe('destroys once');
  expect(await hints(`await store.squash(args.id);`, { before })).toBe('unknown');
  expect(await hints(`await cache.set(args.id); await store.get(args.id);`, { before })).toBe('reads');
});

test('memory that empties itself is a cache', async () => {
  const before = `
    class Shelf { private all = new Map(); private bytes = 0; constructor(private maxTtl = 1000) {} put(id: string) { this.all.set(id, { id }); this.bytes += 1; } }
    class Box { private all = new Map(); private bytes = 0; constructor(private maxItems = 1000) {} put(id: string) { this.all.set(id, { id }); this.bytes += 1; } }
    class TemporaryFiles { private all = new Map(); put(id: string) { this.all.set(id, id); } take(id: string) { this.all.delete(id); } }
    const shelf = new Shelf(); const box = new Box(); const files = new TemporaryFiles(); const notes = new Map(); const kept = new Map();`;
  expect(await hints(`shelf.put(args.id); files.put(args.id); files.take(args.id);`, { before })).toBe('reads');
  expect(await hints(`box.put(args.id);`, { before })).toBe('destroys each time');
  expect(await hints(`notes.set(args.id, { id: args.id, expiresAt: Date.now() + 1000 });`, { before })).toBe('reads');
  expect(await hints(`kept.set(args.id, { id: args.id, createdAt: Date.now() });`, { before })).toBe('destroys once');
});

test('what is made ready when it is first asked for is no part of a tool that makes something else', async () => {
  const before = `
    import { chmod } from 'node:fs/promises';
    async function init() { await writeFile('/srv/app/config.json', '{}'); }
    async function getConfig() { await init(); return readFile('/srv/app/config.json'); }
    async function saveOnboardingState(state) { await writeFile('/srv/state.json', state); }
    async function saveOnboarding(state) { await writeFile('/srv/state.json', state); }`;
  expect(await hints(`await getConfig(); await mkdir(args.id);`, { before, name: 'create_directory' })).toBe('adds once');
  expect(await hints(`await init(); await mkdir(args.id);`, { before, name: 'create_directory' })).toBe('destroys once');
  expect(await hints(`await chmod('/srv/bin/rg', 0o755); await readFile(args.id);`, { before })).toBe('reads');
  expect(await hints(`await chmod(args.id, 0o755);`, { before })).toBe('destroys once');
  expect(await hints(`await saveOnboardingState(''); await readFile(args.id);`, { before })).toBe('reads');
  expect(await hints(`await saveOnboarding(args.id);`, { before })).toBe('destroys once');
});

test('a list that a test fills may be empty, one that is written down is not', async () => {
  const before = `
    function validate(id) { const errors = []; if (!id.startsWith('a')) errors.push('must begin with a'); return { valid: errors.length === 0, errors }; }
    function refuse(id) { const errors = [id]; return { valid: errors.length === 0, errors }; }`;
  expect(await hints(`if (!validate(args.id).valid) return { content: [] }; await rm(args.id);`, { before })).toBe('destroys once');
  expect(
    await hints(`if (validate(args.id).errors.filter(Boolean).length > 0) return { content: [] }; await rm(args.id);`, { before }),
  ).toBe('destroys once');
  expect(
    await hints(`const all = ['a', 'b'].filter((one) => one === args.id); if (all.length > 0) return { content: [] }; await rm(args.id);`),
  ).toBe('destroys once');
  expect(await hints(`if (!refuse(args.id).valid) return { content: [] }; await rm(args.id);`, { before })).toBe('reads');
  expect(
    await hints(`const all = ['a', 'b'].filter((one) => one === 'a'); if (all.length > 0) return { content: [] }; await rm(args.id);`),
  ).toBe('reads');
});

test('requests of clients that nobody described', async () => {
  const before = `
    import { Client } from 'mystery-package';
    const client = new Client();
    interface Api { post(path: string, body: unknown): Promise<unknown>; get(path: string): Promise<unknown>; }
    let api: Api;
    async function fetchPlayerStats() { return client.request({ method: 'POST', url: '/stats', body: '{}' }); }
    async function fetchJson() { return client.request({ method: 'POST', url: '/stats', body: '{}' }); }`;
  expect(await hints(`await client.request({ method: 'PATCH', url: '/items/1', body: '{}' });`, { before })).toBe('destroys once');
  expect(await hints(`await client.request({ method: 'GET', url: '/items/1' });`, { before })).toBe('reads');
  expect(await hints('await client.request("DELETE", `/items/${args.id}`);', { before })).toBe('destroys once');
  expect(await hints('await client.requestPost(`/items/${args.id}`, {});', { before })).toBe('adds each time');
  expect(await hints(`await client.post('/items', {});`, { before })).toBe('adds each time');
  expect(await hints(`await client.post('/items/search', {});`, { before })).toBe('reads');
  expect(await hints(`await client.post('hello world', {});`, { before })).toBe('adds each time');
  expect(await hints(`await client.request('hello');`, { before })).toBe('unknown');
  expect(await hints(`await api.post('/items', {});`, { before })).toBe('adds each time');
  expect(await hints(`await api.get('/items');`, { before })).toBe('reads');
  expect(await hints(`await fetchPlayerStats();`, { before })).toBe('reads');
  expect(await hints(`await fetchJson();`, { before })).toBe('adds each time');
});

test('an option that a test puts there may be missing, one that always stands there is not', async () => {
  const run = `spawn('git', words);`;
  expect(await hints(`const words = ['clean']; if (args.on) words.push('-n'); words.push('-d'); ${run}`)).toBe('destroys once');
  expect(await hints(`const words = ['clean']; words.push('-n'); if (args.on) words.push('-d'); ${run}`)).toBe('reads');
  expect(await hints(`const words = ['clean', ...(args.on ? ['-n'] : []), '-d']; ${run}`)).toBe('destroys once');
  expect(await hints(`const words = ['clean', ...['-n'], '-d']; ${run}`)).toBe('reads');
  expect(await hints(`const words = ['log']; if (args.on) words.push('--stat'); if (args.id) words.push(args.id); ${run}`)).toBe('reads');
});

test('what a tool does is not crowded out by what is counted', async () => {
  const before = `
    import { appendFileSync } from 'node:fs';
    ${Array.from({ length: 30 }, (_, i) => `function write${i}(text) { appendFileSync('/var/log/a${i}', text); }`).join('\n')}
    function capture(name) { ${Array.from({ length: 30 }, (_, i) => `write${i}(name);`).join(' ')} }`;
  const counted = Array.from({ length: 20 }, (_, i) => `capture('step ${i}');`).join(' ');
  expect(await hints(`${counted} await rm(args.id);`, { before })).toBe('destroys once');
  expect(await hints(`${counted} await readFile(args.id);`, { before })).toBe('reads');
});

test('what is looked up by a known name is what has this name', async () => {
  const before = `
    const reader = { name: 'reader', run: async (id) => { await readFile(id); } };
    const writer = { name: 'writer', run: async (id) => { await writeFile(id, ''); } };
    const all = [args0() ? reader : writer];
    const find = (name) => all.find((one) => one.name === name);
    function args0() { return process.argv.length > 2; }`;
  expect(await hints(`await find('reader')?.run(args.id);`, { before })).toBe('reads');
  expect(await hints(`await find('writer')?.run(args.id);`, { before })).toBe('destroys once');
  expect(await hints(`await find(args.id)?.run(args.id);`, { before })).toBe('destroys once');
});

test('a hint is called what it is called in the source', async () => {
  const types = `export interface Tool { name: string; description: string; readonly?: boolean; parameters: object; run(args: unknown): Promise<unknown>; }`;
  const drop = `
    import { rm } from 'node:fs/promises'; import OpenAI from 'openai'; import type { Tool } from './types.js';
    export const drop: Tool = { name: 'Drop', description: 'Removes a note', readonly: true,
      parameters: { type: 'object', properties: { path: { type: 'string' } } }, run: async (args: { path: string }) => rm(args.path) };`;
  const { result } = await askMemory(
    new Map([
      ['types.ts', types],
      ['drop.ts', drop],
    ]),
    { sets: [] },
  );
  expect(result.findings.map(({ message }) => message).filter((message) => message.includes('readonly: true'))).toHaveLength(1);
  expect(result.tools.map(({ hints }) => hints.readOnly?.value)).toEqual([true]);
});
