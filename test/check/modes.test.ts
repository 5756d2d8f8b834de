import { describe, expect, test } from 'vitest';
import type { Tool } from '../../rules/kit/index.js';
import { askMemory } from '../harness/ask.js';

/** The split of the only tool: `action  get: reads; delete: destroys`. */
async function split(schema: string, body: string, more: Readonly<Record<string, string>> = {}): Promise<string> {
  const server = `
    import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
    import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
    import { z } from 'zod';
    ${more['imports'] ?? ''}
    const server = new McpServer({ name: 'files', version: '1.0.0' });
    server.registerTool('file', { inputSchema: ${schema} }, async (args) => {
      ${body}
      return { content: [] };
    });`;
  const { imports: _imports, ...files } = more;
  const { result } = await askMemory(new Map(Object.entries({ 'server.ts': server, ...files })), { sets: [] });
  expect(result.tools).toHaveLength(1);
  return told(result.tools[0]!);
}

function told({ modes }: Tool): string {
  const parameters = [...new Set(modes.map((mode) => mode.parameter))];
  return parameters
    .map((parameter) => {
      const groups = new Map<string, string[]>();
      for (const mode of modes.filter((one) => one.parameter === parameter)) {
        const says =
          mode.readOnly === true ? 'reads' : mode.destructive === true ? 'destroys' : mode.destructive === false ? 'adds' : 'unknown';
        groups.set(says, [...(groups.get(says) ?? []), mode.value === null ? 'absent' : String(mode.value)]);
      }
      return `${parameter}  ${[...groups].map(([says, values]) => `${values.join(', ')}: ${says}`).join('; ')}`;
    })
    .join(' | ');
}

const action = `{ action: z.enum(['get', 'delete', 'append']), path: z.string() }`;
const all = 'action  get: reads; delete: destroys; append: adds';

describe('forms of deciding', () => {
  const forms: readonly (readonly [name: string, body: string])[] = [
    [
      'switch',
      `switch (args.action) {
         case 'get': await readFile(args.path); break;
         case 'delete': await rm(args.path); break;
         case 'append': await appendFile(args.path, 'x');
       }`,
    ],
    [
      'if chain',
      `const { action, path } = args;
       if (action === 'get') await readFile(path);
       else if (action === 'delete') await rm(path);
       else await appendFile(path, 'x');`,
    ],
    [
      'early returns and a negation',
      `if (args.action === 'get') return { content: [{ type: 'text', text: await readFile(args.path, 'utf8') }] };
       if (args.action !== 'delete') { await appendFile(args.path, 'x'); return { content: [] }; }
       await rm(args.path);`,
    ],
    [
      'ternaries',
      `await (args.action === 'get' ? readFile(args.path) : args.action === 'delete' ? rm(args.path) : appendFile(args.path, 'x'));`,
    ],
    [
      'lists of actions',
      `if (['delete', 'purge'].includes(args.action)) await rm(args.path);
       if (new Set(['append']).has(args.action)) await appendFile(args.path, 'x');`,
    ],
    [
      'a table of functions',
      `const actions = { get: (path) => readFile(path), delete: (path) => rm(path), append: (path) => appendFile(path, 'x') };
       await actions[args.action](args.path);`,
    ],
    [
      'a map of functions',
      `const actions = new Map([['get', (path) => readFile(path)], ['delete', (path) => rm(path)], ['append', (path) => appendFile(path, 'x')]]);
       const run = actions.get(args.action);
       if (!run) throw new Error('no such action');
       await run(args.path);`,
    ],
    [
      'a list of objects',
      `const actions = [
         { name: 'get', run: (path) => readFile(path) },
         { name: 'delete', run: (path) => rm(path) },
         { name: 'append', run: (path) => appendFile(path, 'x') },
       ];
       const found = actions.find((one) => one.name === args.action);
       await found?.run(args.path);`,
    ],
    [
      'flags made before',
      `const removing = args.action === 'delete';
       const adding = args.action === 'append' && args.path !== '';
       if (removing) await rm(args.path);
       if (adding) await appendFile(args.path, 'x');`,
    ],
    [
      'logical operators',
      `args.action === 'delete' && (await rm(args.path));
       args.action !== 'append' || (await appendFile(args.path, 'x'));`,
    ],
    [
      'a method by a made name',
      `class Actions {
         async do_get(path) { return readFile(path); }
         async do_delete(path) { await rm(path); }
         async do_append(path) { await appendFile(path, 'x'); }
       }
       await new Actions()[\`do_\${args.action}\`](args.path);`,
    ],
    [
      'a checked copy',
      `const parsed = z.object({ action: z.string(), path: z.string() }).parse(args);
       if (parsed.action === 'delete') await rm(parsed.path);
       if (parsed.action === 'append') await appendFile(parsed.path, 'x');`,
    ],
    [
      'in',
      `const removing = { delete: true };
       if (args.action in removing) await rm(args.path);
       else if (args.action === 'append') await appendFile(args.path, 'x');`,
    ],
  ];
  test.each(forms)('%s', async (_name, body) => {
    expect(await split(action, body)).toBe(all);
  });

  test('through helpers and files', async () => {
    const files = {
      imports: `import { run } from './run.js';`,
      'run.ts': `
        import { isRemoval } from './kinds.js';
        import { rm, appendFile, readFile } from 'node:fs/promises';
        export async function run({ action, ...rest }: { action: string; path: string }) {
          if (isRemoval(action)) return rm(rest.path);
          return perform(action, rest.path);
        }
        async function perform(what: string, path: string) {
          if (what === 'append') await appendFile(path, 'x');
          else await readFile(path);
        }`,
      'kinds.ts': `
        const removals = ['delete'] as const;
        export function isRemoval(word: string) { return removals.some((one) => one === word); }`,
    };
    expect(await split(action, `await run(args);`, files)).toBe(all);
    expect(await split(action, `await run({ ...args });`, files)).toBe(all);
  });
});

describe('schemas', () => {
  const body = `if (args.action === 'delete') await rm(args.path);`;
  const schemas: readonly (readonly [name: string, schema: string, expected: string])[] = [
    ['literals', `{ action: z.union([z.literal('get'), z.literal('delete')]), path: z.string() }`, 'action  get: reads; delete: destroys'],
    ['an object', `z.object({ path: z.string() }).extend({ action: z.enum(['get', 'delete']) })`, 'action  get: reads; delete: destroys'],
    [
      'a discriminated union',
      `z.discriminatedUnion('action', [
        z.object({ action: z.literal('get'), path: z.string() }),
        z.object({ action: z.literal('delete'), path: z.string(), force: z.boolean() }),
      ])`,
      'action  get: reads; delete: destroys',
    ],
    ['a default', `{ action: z.enum(['get', 'delete']).default('get'), path: z.string() }`, 'action  get: reads; delete: destroys'],
    ['optional', `{ action: z.enum(['get', 'delete']).optional(), path: z.string() }`, 'action  get, absent: reads; delete: destroys'],
    ['any text', `{ action: z.string(), path: z.string() }`, 'action  delete: destroys; *: reads'],
    [
      'JSON Schema',
      `{ type: 'object', properties: { action: { enum: ['get', 'delete'] }, path: { type: 'string' } }, required: ['action', 'path'] }`,
      'action  get: reads; delete: destroys',
    ],
    [
      'a choice in JSON Schema',
      `{ type: 'object', properties: { action: { oneOf: [{ const: 'get' }, { const: 'delete' }] } }, required: ['action'] }`,
      'action  get: reads; delete: destroys',
    ],
  ];
  test.each(schemas)('%s', async (_name, schema, expected) => {
    expect(await split(schema, body)).toBe(expected);
  });
});

describe('flags', () => {
  test('fix', async () => {
    const schema = `{ fix: z.boolean().optional(), path: z.string() }`;
    const body = `const text = await readFile(args.path, 'utf8');
      if (!args.fix) return { content: [{ type: 'text', text }] };
      await writeFile(args.path, text.trim());`;
    expect(await split(schema, body)).toBe('fix  true: destroys; false, absent: reads');
  });

  test('dryRun with a default, taken apart', async () => {
    const schema = `{ dryRun: z.boolean().default(true), path: z.string() }`;
    expect(await split(schema, `const { dryRun = true, path } = args; if (dryRun) return { content: [] }; await rm(path);`)).toBe(
      'dryRun  true: reads; false: destroys',
    );
  });

  test('confirm, as a guard that throws in a helper', async () => {
    const schema = `{ confirm: z.boolean(), path: z.string() }`;
    const body = `assertConfirmed(args.confirm); await rm(args.path);
      function assertConfirmed(confirmed) { if (!confirmed) throw new Error('confirm first'); }`;
    expect(await split(schema, body)).toBe('confirm  true: destroys; false: reads');
    expect(await split(schema, body.replace('!confirmed', '!confirmed && args.path'))).toBe('');
    expect(await split(schema, `if (!args.confirm) throw new Error('confirm first'); await rm(args.path);`)).toBe(
      'confirm  true: destroys; false: reads',
    );
  });

  test('a parameter that is only there or not', async () => {
    const schema = `{ output: z.string().optional(), path: z.string() }`;
    expect(await split(schema, `const text = await readFile(args.path); if (args.output) await writeFile(args.output, text);`)).toBe(
      'output  true: destroys; absent: reads',
    );
  });

  test('beside parameters that only decide what is said', async () => {
    const others = Array.from({ length: 30 }, (_, i) => `other${i}`);
    const schema = `{ ${action.slice(2, -2)}, ${others.map((name) => `${name}: z.string().optional()`).join(', ')} }`;
    const body = `const said = (part) => { if (part) return part.split(','); return []; };
      const told = [${others.map((name) => `said(args.${name})`).join(', ')}];
      if (args.action === 'get') await readFile(args.path); else if (args.action === 'delete') await rm(args.path);
      else await appendFile(args.path, 'x');`;
    expect(await split(schema, body)).toBe(all);
  });

  test('a request method that the schema lists', async () => {
    const schema = `{ method: z.enum(['GET', 'DELETE']), url: z.string() }`;
    expect(await split(schema, `await fetch(args.url, { method: args.method });`)).toBe('method  GET: reads; DELETE: destroys');
  });
});

describe('messages', () => {
  const imports = `import WebSocket from 'ws'; const socket = new WebSocket('ws://localhost:1');
    const send = (action) => socket.send(JSON.stringify({ type: 'scene', action }));`;
  const named = `{ action: z.string(), path: z.string() }`;

  /** Whether the tool is taken to read only, and its split. */
  async function told(schema: string, body: string): Promise<string> {
    const server = `
      import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
      import { z } from 'zod';
      ${imports}
      const server = new McpServer({ name: 'scenes', version: '1.0.0' });
      server.registerTool('scene', { inputSchema: ${schema} }, async (args) => {
        ${body}
        return { content: [] };
      });`;
    const { result } = await askMemory(new Map([['server.ts', server]]), { sets: [] });
    const { readOnly, destructive } = result.tools[0]!.inferred;
    return `${readOnly} ${destructive}`;
  }

  test.each([
    ['values that the schema lists', `{ action: z.enum(['get', 'list']) }`, `send(args.action);`, 'true false'],
    [
      'values that the code lists',
      named,
      `if (!['get', 'list'].includes(args.action)) return { content: [] }; send(args.action);`,
      'true false',
    ],
    [
      'in whatever case',
      named,
      `const action = args.action.toLowerCase(); if (!['get', 'list'].includes(action)) return { content: [] }; send(action);`,
      'true false',
    ],
    ['one of them changes', `{ action: z.enum(['get', 'delete']) }`, `send(args.action);`, 'false true'],
    [
      'one of very many changes',
      named,
      `if (!['get', 'delete'].includes(args.action)) return { content: [] }; send(args.action);`,
      'false true',
    ],
    ['others are sent, too', named, `if (['get', 'list'].includes(args.action)) console.error('known'); send(args.action);`, 'false false'],
    [
      'others pass by what is in them',
      named,
      `if (args.action.includes('scene')) send(args.action); else if (['get', 'list'].includes(args.action)) send(args.action);`,
      'false false',
    ],
    [
      'others pass by how they begin',
      named,
      `if (args.action.startsWith('x-')) { send(args.action); return { content: [] }; }
       if (!['get', 'list'].includes(args.action)) return { content: [] };
       send(args.action);`,
      'false false',
    ],
  ])('%s', async (_name, schema, body, wanted) => {
    expect(await told(schema, body)).toBe(wanted);
  });
});

describe('no split', () => {
  test.each([
    ['only reads', action, `if (args.action === 'get') await readFile(args.path);`],
    ['the same in each case', action, `if (args.action === 'get') await readFile(args.path); await rm(args.path);`],
    [
      'another parameter',
      `{ format: z.enum(['json', 'text']), path: z.string() }`,
      `await rm(args.path); return args.format === 'json' ? { content: [] } : { content: [{ type: 'text', text: 'x' }] };`,
    ],
    [
      'a constant guard',
      action,
      `const READ_ONLY = true; if (READ_ONLY) throw new Error('read only'); if (args.action === 'delete') await rm(args.path);`,
    ],
    [
      'a value that is not the parameter',
      action,
      `const { action } = await readFile(args.path); if (action === 'delete') await rm(args.path); else await rm(args.path);`,
    ],
  ])('%s', async (_name, schema, body) => {
    expect(await split(schema, body)).toBe('');
  });
});
