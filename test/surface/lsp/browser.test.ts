import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  CodeActionRequest,
  ConfigurationRequest,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  InitializeRequest,
  InitializedNotification,
  RegistrationRequest,
  createProtocolConnection,
  type CodeAction,
  type DataCallback,
  type Disposable,
  type FullDocumentDiagnosticReport,
  type Message,
} from 'vscode-languageserver/node';
import { bundles, bundling } from '../../tools/bundles.js';
import { vscode } from './client.js';

const root = new URL('../../../', import.meta.url);
const uri = 'vscode-vfs://host/project/server.py';
const text = `import os

from mcp.server.fastmcp import FastMCP
from mcp.types import ToolAnnotations

mcp = FastMCP("files")


@mcp.tool(annotations=ToolAnnotations(readOnlyHint=True))
def remove(path: str) -> str:
    os.remove(path)
    return "removed"
`;

class FromWorker extends AbstractMessageReader {
  take: DataCallback = () => {};

  listen(callback: DataCallback): Disposable {
    this.take = callback;
    return { dispose: () => {} };
  }
}

class ToWorker extends AbstractMessageWriter {
  readonly #send: (message: unknown) => void;

  constructor(send: (message: unknown) => void) {
    super();
    this.#send = send;
  }

  async write(message: Message): Promise<void> {
    this.#send(message);
  }

  end(): void {}
}

/** A worker of a browser: its globals and no others. Nothing of Node is in there, and nothing to fetch with. */
async function startWorker() {
  const { outputFiles } = await build({
    ...bundling(bundles.find(({ format }) => format === 'iife')!),
    absWorkingDir: root.pathname,
    write: false,
  });
  const reader = new FromWorker();
  const copy = (message: unknown): Message => JSON.parse(JSON.stringify(message)) as Message;
  const self: Record<string, unknown> = {
    postMessage: (message: unknown) => reader.take(copy(message)),
    location: { href: 'blob:https://detent.example/5d1f' },
    addEventListener: () => {},
    importScripts: () => {},
    ...{ TextDecoder, TextEncoder, URL, clearTimeout, console, performance, queueMicrotask, setTimeout, structuredClone },
  };
  self['self'] = self;
  runInContext(outputFiles![0]!.text, createContext(self));
  const writer = new ToWorker((message) => (self['onmessage'] as (event: object) => void)({ data: copy(message) }));
  return { connection: createProtocolConnection(reader, writer) };
}

it('answers on a Python file in a worker of a browser', async () => {
  const { connection } = await startWorker();
  connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => null));
  connection.onRequest(RegistrationRequest.type, () => {});
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    capabilities: vscode,
    workspaceFolders: [{ uri: 'vscode-vfs://host/project', name: 'project' }],
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri, languageId: 'python', version: 1, text },
  });
  const report = (await connection.sendRequest(DocumentDiagnosticRequest.type, { textDocument: { uri } })) as FullDocumentDiagnosticReport;
  expect(report.items.map(({ code, range }) => [code, range.start.line])).toContainEqual(['permission/read-only-hint-mismatch', 8]);
  const [wrong] = report.items;
  const actions = await connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: wrong!.range,
    context: { diagnostics: [wrong!] },
  });
  expect((actions as CodeAction[]).map(({ title }) => title).join()).toContain('Set `readOnlyHint=False');
  connection.dispose();
});
