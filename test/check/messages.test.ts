/** Messages over a socket whose command a parameter of the tool names. */
import { describe, expect, test } from 'vitest';
import { askMemory } from '../harness/ask.js';

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
