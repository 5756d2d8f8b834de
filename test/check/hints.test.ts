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
