import { describe, expect, it } from 'vitest';
import { WorkDoneProgressCancelNotification, WorkDoneProgressCreateRequest } from 'vscode-languageserver/node';
import { knowledge } from '../../../rules/index.js';
import { memoryHost } from '../../../server/hosts/memory.js';
import { createSession, type Session, type SessionOptions } from '../../../server/workspace/session.js';
import { secret } from '../../harness/secrets.js';
import { TestClient, plain, uri, vscode, type ClientOptions } from './client.js';

const remove = `import { unlink } from 'node:fs/promises';
export const remove = (path: string) => unlink(path);
`;
const server = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { remove } from './remove.js';

const server = new McpServer({ name: 'files', version: '1.0.0' });
server.registerTool('remove', { inputSchema: { path: z.string() }, annotations: { readOnlyHint: true } }, async ({ path }) => {
  await remove(path);
  return { content: [] };
});
`;
const files = {
  '/ws/src/server.ts': server,
  '/ws/src/remove.ts': remove,
  '/ws/other/server.ts': server.replace('./remove.js', '../src/remove.js'),
};
const mismatch = 'permission/read-only-hint-mismatch';

/** A client of a server whose disk lists no folder below `/ws` until it is let. */
async function connectSlow(more: Readonly<Record<string, string>> = {}, options: ClientOptions = {}) {
  const host = memoryHost({ ...files, ...more });
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const list = async (folder: string) => {
    if (folder === '/ws/other') await released;
    return host.list(folder);
  };
  const client = await TestClient.connect({ folders: ['/ws'], host: { ...host, list }, knowledge, ...options });
  return { client, release };
}

it('answers for an open document and what it imports before the folders are read, and says when there is more', async () => {
  const { client, release } = await connectSlow();
  await client.open('/ws/src/server.ts', server);
  const codes = (await client.pull('/ws/src/server.ts')).map(({ code }) => code);
  expect(codes).toContain(mismatch);
  const everything = client.workspace();
  release();
  const reports = (await everything).items.map((report) => report.uri);
  expect(reports).toEqual([uri('/ws/other/server.ts'), uri('/ws/src/server.ts')]);
  expect((await client.pull('/ws/src/server.ts')).map(({ code }) => code)).toEqual(codes);
});

it('has written what it saw before it works out the whole', async () => {
  const told: string[] = [];
  const made = (options: SessionOptions): Session => {
    const session = createSession(options);
    const { check } = session;
    session.check = () => {
      told.push(session.isLookedAt('/ws/other/server.ts') ? 'the whole' : 'a glance');
      return check.call(session);
    };
    return session;
  };
  const wrote = (text: string): void => void (text.includes('"kind":"full"') && told.push('an answer'));
  const { client, release } = await connectSlow({}, { server: { createSession: made }, initializationOptions: { status: true }, wrote });
  await client.open('/ws/src/server.ts', server);
  await client.open('/ws/src/remove.ts', remove);
  const pulled = [client.pull('/ws/src/server.ts'), client.pull('/ws/src/remove.ts')];
  release();
  await Promise.all(pulled);
  await client.workspace();
  expect(told.filter((one, i) => one !== told[i - 1]).slice(0, 3)).toEqual(['a glance', 'an answer', 'the whole']);
});

it('sends what it saw to clients that do not ask', async () => {
  const { client, release } = await connectSlow({}, { capabilities: plain });
  await client.open('/ws/src/server.ts', server);
  await client.until('the first findings', () => client.pushed.has(uri('/ws/src/server.ts')));
  expect([...client.pushed.keys()]).toEqual([uri('/ws/src/server.ts')]);
  release();
  await client.until('all findings', () => client.pushed.has(uri('/ws/other/server.ts')));
});

it('waits for the whole where the text has changed meanwhile', async () => {
  const { client, release } = await connectSlow();
  await client.open('/ws/src/server.ts', server);
  await client.pull('/ws/src/server.ts');
  await client.edit('/ws/src/server.ts', server.replace('readOnlyHint: true', 'readOnlyHint: false'));
  let answered = false;
  const pulled = client.pull('/ws/src/server.ts').finally(() => {
    answered = true;
  });
  await new Promise((resolve) => {
    setTimeout(resolve, 30);
  });
  expect(answered).toBe(false);
  release();
  expect((await pulled).map(({ code }) => code)).not.toContain(mismatch);
});

it('knows what a file is, which rests on its folders, before they are read, also when it is closed and opened again meanwhile', async () => {
  const file = '/ws/.vscode/mcp.json';
  const value = secret('stripe-live');
  const config = JSON.stringify({ servers: { pay: { command: 'npx', args: ['pay-mcp'], env: { STRIPE_SECRET_KEY: value } } } });
  const { client, release } = await connectSlow({ [file]: config });
  await client.open(file, config);
  const codes = async () => (await client.pull(file)).map(({ code }) => code);
  expect(await codes()).toEqual(['environment/credential-in-agent-config']);
  await client.close(file);
  release();
  await client.workspace();
  await client.open(file, config);
  expect(await codes()).toEqual(['environment/credential-in-agent-config']);
});

describe('reading that takes long', () => {
  const capabilities = { ...vscode, window: { workDoneProgress: true } };
  const initializationOptions = { status: true };

  async function connectWatching(patience: number) {
    const { client, release } = await connectSlow({}, { capabilities, initializationOptions, server: { patience } });
    const told: { readonly token: string | number; readonly kind: string }[] = [];
    client.connection.onRequest(WorkDoneProgressCreateRequest.type, () => {});
    client.connection.onNotification('$/progress', ({ token, value }: { token: string; value: { kind: string } }) => {
      told.push({ token, kind: value.kind });
    });
    return { client, release, told };
  }

  it('is shown, and ends', async () => {
    const { client, release, told } = await connectWatching(5);
    await client.until('progress', () => told.length > 0);
    release();
    await client.until('the end', () => told.at(-1)?.kind === 'end');
    expect(told[0]?.kind).toBe('begin');
  });

  it('can be stopped; open documents are checked all the same, and it is said', async () => {
    const { client, release, told } = await connectWatching(5);
    await client.open('/ws/src/server.ts', server);
    await client.until('progress', () => told.length > 0);
    await client.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token: told[0]!.token });
    // What is under way is not broken off, and the message has to come before it ends.
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
    release();
    await client.until('the status', () => client.statuses.at(-1)?.stopped === true);
    expect((await client.workspace()).items.map((report) => report.uri)).toEqual([uri('/ws/src/server.ts')]);
    expect((await client.pull('/ws/src/server.ts')).map(({ code }) => code)).toContain(mismatch);
  });

  it('is not shown where it is quick', async () => {
    const { client, release, told } = await connectWatching(10_000);
    release();
    await client.workspace();
    expect(told).toEqual([]);
  });
});
