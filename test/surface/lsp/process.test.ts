import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  InitializeRequest,
  InitializedNotification,
  IPCMessageReader,
  IPCMessageWriter,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  createProtocolConnection,
  type ProtocolConnection,
} from 'vscode-languageserver/node';
import { rulesRequest, type RuleEntry } from '../../../server/protocol/index.js';
import { vscode } from './client.js';

const root = new URL('../../../', import.meta.url);
/** Where the bundle is, and the workspace: the server should not have to read itself. */
let home: string;
let folder: string;
let bundle: string;

beforeAll(async () => {
  home = realpathSync(mkdtempSync(join(tmpdir(), 'detent-lsp-')));
  folder = join(home, 'workspace');
  mkdirSync(folder);
  bundle = join(home, 'server.cjs');
  await build({
    entryPoints: [new URL('server/lsp/node.ts', root).pathname],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    logLevel: 'silent',
  });
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
});

function ended(server: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    server.once('exit', (code) => resolve(code));
  });
}

async function talk(connection: ProtocolConnection): Promise<void> {
  connection.listen();
  const { serverInfo } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: vscode.textDocument },
    workspaceFolders: [{ uri: pathToFileURL(folder).href, name: 'folder' }],
  });
  expect(serverInfo?.name).toBe('detent');
  await connection.sendNotification(InitializedNotification.type, {});
  const uri = pathToFileURL(join(folder, 'detent.config.json')).href;
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'jsonc', version: 1, text: '{ "set": [] }' },
  });
  expect(await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } })).toMatchObject({
    items: [{ source: 'detent' }],
  });
  const [rule] = await connection.sendRequest<RuleEntry[]>(rulesRequest);
  expect(rule?.page).toBe(pathToFileURL(join(home, 'rules', `${rule?.id}.md`)).href);
}

describe('the server as a process of its own', () => {
  it('serves over standard streams, with and without the flag, and ends in order', async () => {
    for (const flags of [['--stdio'], []]) {
      const server = spawn(process.execPath, [bundle, ...flags], { stdio: ['pipe', 'pipe', 'inherit'] });
      const end = ended(server);
      const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
      await talk(connection);
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      expect(await end).toBe(0);
      connection.dispose();
    }
  });

  it('serves over the channel that VS Code uses, and ends when the editor goes away', async () => {
    const server = spawn(process.execPath, [bundle, '--node-ipc'], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
    const end = ended(server);
    const connection = createProtocolConnection(new IPCMessageReader(server), new IPCMessageWriter(server));
    await talk(connection);
    connection.dispose();
    server.disconnect();
    expect(await end).toBe(0);
  });
});
