import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type BuildOptions } from 'esbuild';
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
  const common: BuildOptions = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', charset: 'ascii', logLevel: 'silent' };
  const made = (name: string, outfile: string): Promise<unknown> =>
    build({
      ...common,
      entryPoints: [new URL(`server/lsp/${name}.ts`, root).pathname],
      outfile,
      mainFields: ['module', 'main'],
      define: { DETENT_BUILD: '"of the tests"' },
    });
  await Promise.all([made('starter', bundle), made('node', join(home, 'language-server.cjs'))]);
});

/** Where the compiled form is kept, by the customs of Linux. */
const env = (): NodeJS.ProcessEnv => ({ ...process.env, XDG_CACHE_HOME: join(home, 'cache'), NODE_DISABLE_COMPILE_CACHE: '' });
const compiled = (): readonly string[] => {
  const code = join(home, 'cache/detent/code');
  return existsSync(code) ? readdirSync(code).map((name) => `${name} ${statSync(join(code, name)).ino}`) : [];
};

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
    const kept: (readonly string[])[] = [];
    for (const flags of [['--stdio'], []]) {
      const server = spawn(process.execPath, [bundle, ...flags], { stdio: ['pipe', 'pipe', 'inherit'], env: env() });
      const end = ended(server);
      const connection = createProtocolConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
      await talk(connection);
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      expect(await end).toBe(0);
      connection.dispose();
      kept.push(compiled());
    }
    // The second start takes what the first one kept.
    expect(kept).toEqual([[expect.stringMatching(/^[0-9a-z]+-[0-9a-z]+\.code /)], kept[0]]);
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
