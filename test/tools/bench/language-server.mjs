import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const REPLY_LIMIT_MS = 60_000;

/**
 * Starts a language server over standard streams.
 *
 * @param {{ program: string, args: readonly string[], root: string, pull: boolean }} options pull: ask for diagnostics after
 * an edit, as VS Code does, instead of waiting for them
 */
export async function startLanguageServer({ program, args, root, pull }) {
  // With the room that the extension gives it (client/session.ts).
  const child = spawn(program, ['--max-semi-space-size=32', ...args], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map();
  const pushed = new Map();
  let nextId = 1;
  readMessages(child.stdout, (message) => {
    if (message.method === 'textDocument/publishDiagnostics') return pushed.get(message.params.uri)?.(message.params);
    if (message.method !== undefined && message.id !== undefined) return send({ id: message.id, result: answerTo(message) });
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });
  child.once('exit', (code) => {
    for (const settle of waiting.values()) settle({ error: { message: `the server ended with code ${code}` } });
  });

  function send(message) {
    const text = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    child.stdin.write(`Content-Length: ${text.length}\r\n\r\n`);
    child.stdin.write(text);
  }
  function request(method, params) {
    const id = nextId++;
    send({ id, method, params });
    return limited(
      new Promise((resolve, reject) =>
        waiting.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result))),
      ),
      method,
    );
  }
  const notify = (method, params) => send({ method, params });

  const documents = { synchronization: {}, publishDiagnostics: { versionSupport: true }, ...(pull ? { diagnostic: {} } : {}) };
  const folders = [{ uri: pathToFileURL(root).href, name: 'bench' }];
  await request('initialize', {
    processId: process.pid,
    rootUri: folders[0].uri,
    workspaceFolders: folders,
    capabilities: { textDocument: documents, workspace: { workspaceFolders: true } },
  });
  notify('initialized', {});

  return {
    pid: child.pid,
    open(file) {
      const uri = pathToFileURL(join(root, file)).href;
      const text = readFileSync(join(root, file), 'utf8');
      const languageId = 'typescript';
      let version = 1;
      notify('textDocument/didOpen', { textDocument: { uri, languageId, version, text } });
      return {
        /** Sends one edit and resolves with the diagnostics that belong to it. */
        async edit(range, newText) {
          version += 1;
          const wanted = version;
          const arrives = pull
            ? undefined
            : limited(
                new Promise((resolve) => pushed.set(uri, (report) => report.version === wanted && resolve(report.diagnostics))),
                'publishDiagnostics',
              );
          notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range, text: newText }] });
          if (!pull) return arrives;
          return (await request('textDocument/diagnostic', { textDocument: { uri } })).items;
        },
      };
    },
    async stop() {
      await request('shutdown', null).catch(() => undefined);
      notify('exit');
      await new Promise((resolve) => {
        child.once('exit', resolve);
        setTimeout(() => child.kill('SIGKILL'), 3000).unref();
      });
    },
  };
}

function answerTo({ method, params }) {
  return method === 'workspace/configuration' ? params.items.map(() => null) : null;
}

function limited(promise, what) {
  let late;
  const limit = new Promise((_, reject) => {
    late = setTimeout(() => reject(new Error(`no ${what} within ${REPLY_LIMIT_MS / 1000} s`)), REPLY_LIMIT_MS);
  });
  return Promise.race([promise, limit]).finally(() => clearTimeout(late));
}

function readMessages(stream, each) {
  let rest = Buffer.alloc(0);
  stream.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = rest.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d{1,12})/i.exec(rest.subarray(0, head).toString('latin1'))?.[1]);
      const end = head + 4 + length;
      if (rest.length < end) return;
      each(JSON.parse(rest.subarray(head + 4, end).toString('utf8')));
      rest = rest.subarray(end);
    }
  });
}
