import type { Sample, Samples } from './modes-cases.js';

/** A server with the tool of a sample. */
export function typescriptServer({ takes, body, above = '' }: Sample): string {
  return `
    import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
    import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
    import { z } from 'zod';
    ${above}
    const server = new McpServer({ name: 'files', version: '1.0.0' });
    server.registerTool('file', { inputSchema: ${takes} }, async (args) => {
      ${body}
      return { content: [] };
    });`;
}

const takes = `{ action: z.enum(['get', 'delete', 'append']), path: z.string() }`;
const confirm = `{ confirm: z.boolean(), path: z.string() }`;
const removing = `if (args.action === 'delete') await rm(args.path);`;

const helpers = {
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

const others = Array.from({ length: 30 }, (_, i) => `other${i}`);

/** The samples in TypeScript. */
export const typescript: Samples = {
  'forms of deciding': {
    switch: {
      takes,
      body: `switch (args.action) {
         case 'get': await readFile(args.path); break;
         case 'delete': await rm(args.path); break;
         case 'append': await appendFile(args.path, 'x');
       }`,
    },
    'if chain': {
      takes,
      body: `const { action, path } = args;
       if (action === 'get') await readFile(path);
       else if (action === 'delete') await rm(path);
       else await appendFile(path, 'x');`,
    },
    'early returns and a negation': {
      takes,
      body: `if (args.action === 'get') return { content: [{ type: 'text', text: await readFile(args.path, 'utf8') }] };
       if (args.action !== 'delete') { await appendFile(args.path, 'x'); return { content: [] }; }
       await rm(args.path);`,
    },
    ternaries: {
      takes,
      body: `await (args.action === 'get' ? readFile(args.path) : args.action === 'delete' ? rm(args.path) : appendFile(args.path, 'x'));`,
    },
    'lists of actions': {
      takes,
      body: `if (['delete', 'purge'].includes(args.action)) await rm(args.path);
       if (new Set(['append']).has(args.action)) await appendFile(args.path, 'x');`,
    },
    'a table of functions': {
      takes,
      body: `const actions = { get: (path) => readFile(path), delete: (path) => rm(path), append: (path) => appendFile(path, 'x') };
       await actions[args.action](args.path);`,
    },
    'a map of functions': {
      takes,
      body: `const actions = new Map([['get', (path) => readFile(path)], ['delete', (path) => rm(path)], ['append', (path) => appendFile(path, 'x')]]);
       const run = actions.get(args.action);
       if (!run) throw new Error('no such action');
       await run(args.path);`,
    },
    'a list of objects': {
      takes,
      body: `const actions = [
         { name: 'get', run: (path) => readFile(path) },
         { name: 'delete', run: (path) => rm(path) },
         { name: 'append', run: (path) => appendFile(path, 'x') },
       ];
       const found = actions.find((one) => one.name === args.action);
       await found?.run(args.path);`,
    },
    'flags made before': {
      takes,
      body: `const removing = args.action === 'delete';
       const adding = args.action === 'append' && args.path !== '';
       if (removing) await rm(args.path);
       if (adding) await appendFile(args.path, 'x');`,
    },
    'logical operators': {
      takes,
      body: `args.action === 'delete' && (await rm(args.path));
       args.action !== 'append' || (await appendFile(args.path, 'x'));`,
    },
    'a method by a made name': {
      takes,
      body: `class Actions {
         async do_get(path) { return readFile(path); }
         async do_delete(path) { await rm(path); }
         async do_append(path) { await appendFile(path, 'x'); }
       }
       await new Actions()[\`do_\${args.action}\`](args.path);`,
    },
    'a checked copy': {
      takes,
      body: `const parsed = z.object({ action: z.string(), path: z.string() }).parse(args);
       if (parsed.action === 'delete') await rm(parsed.path);
       if (parsed.action === 'append') await appendFile(parsed.path, 'x');`,
    },
    in: {
      takes,
      body: `const removing = { delete: true };
       if (args.action in removing) await rm(args.path);
       else if (args.action === 'append') await appendFile(args.path, 'x');`,
    },
    'through helpers and files': { takes, body: `await run(args);`, above: `import { run } from './run.js';`, files: helpers },
    'through helpers and files, all at once': {
      takes,
      body: `await run({ ...args });`,
      above: `import { run } from './run.js';`,
      files: helpers,
    },
  },
  schemas: {
    literals: { takes: `{ action: z.union([z.literal('get'), z.literal('delete')]), path: z.string() }`, body: removing },
    'an object': { takes: `z.object({ path: z.string() }).extend({ action: z.enum(['get', 'delete']) })`, body: removing },
    'a discriminated union': {
      takes: `z.discriminatedUnion('action', [
        z.object({ action: z.literal('get'), path: z.string() }),
        z.object({ action: z.literal('delete'), path: z.string(), force: z.boolean() }),
      ])`,
      body: removing,
    },
    'a default': { takes: `{ action: z.enum(['get', 'delete']).default('get'), path: z.string() }`, body: removing },
    optional: { takes: `{ action: z.enum(['get', 'delete']).optional(), path: z.string() }`, body: removing },
    'any text': { takes: `{ action: z.string(), path: z.string() }`, body: removing },
    'JSON Schema': {
      takes: `{ type: 'object', properties: { action: { enum: ['get', 'delete'] }, path: { type: 'string' } }, required: ['action', 'path'] }`,
      body: removing,
    },
    'a choice in JSON Schema': {
      takes: `{ type: 'object', properties: { action: { oneOf: [{ const: 'get' }, { const: 'delete' }] } }, required: ['action'] }`,
      body: removing,
    },
  },
  flags: {
    fix: {
      takes: `{ fix: z.boolean().optional(), path: z.string() }`,
      body: `const text = await readFile(args.path, 'utf8');
      if (!args.fix) return { content: [{ type: 'text', text }] };
      await writeFile(args.path, text.trim());`,
    },
    'dryRun with a default': {
      takes: `{ dryRun: z.boolean().default(true), path: z.string() }`,
      body: `const { dryRun = true, path } = args; if (dryRun) return { content: [] }; await rm(path);`,
    },
    'confirm, as a guard that throws in a helper': {
      takes: confirm,
      body: `assertConfirmed(args.confirm); await rm(args.path);
      function assertConfirmed(confirmed) { if (!confirmed) throw new Error('confirm first'); }`,
    },
    'confirm, beside something else that is asked': {
      takes: confirm,
      body: `assertConfirmed(args.confirm); await rm(args.path);
      function assertConfirmed(confirmed) { if (!confirmed && args.path) throw new Error('confirm first'); }`,
    },
    'confirm, as a guard that throws': {
      takes: confirm,
      body: `if (!args.confirm) throw new Error('confirm first'); await rm(args.path);`,
    },
    'a parameter that is only there or not': {
      takes: `{ output: z.string().optional(), path: z.string() }`,
      body: `const text = await readFile(args.path); if (args.output) await writeFile(args.output, text);`,
    },
    'beside parameters that only decide what is said': {
      takes: `{ ${takes.slice(2, -2)}, ${others.map((name) => `${name}: z.string().optional()`).join(', ')} }`,
      body: `const said = (part) => { if (part) return part.split(','); return []; };
      const told = [${others.map((name) => `said(args.${name})`).join(', ')}];
      if (args.action === 'get') await readFile(args.path); else if (args.action === 'delete') await rm(args.path);
      else await appendFile(args.path, 'x');`,
    },
    'a request method that the schema lists': {
      takes: `{ method: z.enum(['GET', 'DELETE']), url: z.string() }`,
      body: `await fetch(args.url, { method: args.method });`,
    },
  },
  'no split': {
    'only reads': { takes, body: `if (args.action === 'get') await readFile(args.path);` },
    'the same in each case': { takes, body: `if (args.action === 'get') await readFile(args.path); await rm(args.path);` },
    'another parameter': {
      takes: `{ format: z.enum(['json', 'text']), path: z.string() }`,
      body: `await rm(args.path); return args.format === 'json' ? { content: [] } : { content: [{ type: 'text', text: 'x' }] };`,
    },
    'a constant guard': {
      takes,
      body: `const READ_ONLY = true; if (READ_ONLY) throw new Error('read only'); if (args.action === 'delete') await rm(args.path);`,
    },
    'a value that is not the parameter': {
      takes,
      body: `const { action } = await readFile(args.path); if (action === 'delete') await rm(args.path); else await rm(args.path);`,
    },
  },
};
