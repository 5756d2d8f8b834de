import { FileChangeType, CancellationTokenSource, LSPErrorCodes, type ResponseError } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { plain, uri, vscode } from './client.js';
import { connectFake as connect } from './fake-session.js';

describe('initialize', () => {
  it('offers pull diagnostics to those who can pull', async () => {
    const { client } = await connect();
    expect(client.result.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { identifier: 'detent', interFileDependencies: true, workspaceDiagnostics: true },
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor', 'source.fixAll.detent'] },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    });
  });

  it('pushes to those who cannot, and asks for no settings and no watchers', async () => {
    const { client } = await connect({ '/ws/a.txt': 'FLAG' }, { capabilities: plain });
    expect(client.result.capabilities.diagnosticProvider).toBeUndefined();
    await client.until('push', () => client.pushed.has(uri('/ws/a.txt')));
    expect(client.pushed.get(uri('/ws/a.txt'))?.diagnostics).toHaveLength(1);
    expect(client.registrations).toEqual([]);
  });

  it('watches the files that matter', async () => {
    const { client } = await connect();
    await client.settle();
    const methods = client.registrations.flatMap(({ registrations }) => registrations.map(({ method }) => method));
    expect(methods.sort()).toEqual(['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles']);
  });

  it('takes the root of clients that know no folders', async () => {
    const { client, session } = await connect({ '/ws/a.txt': 'FLAG' }, { capabilities: { ...plain, workspace: {} } });
    await client.settle().catch(() => undefined);
    expect(session().roots).toEqual(['/ws']);
  });
});

describe('pull', () => {
  it('follows the text while it is typed', async () => {
    const { client } = await connect();
    await client.open('/ws/a.txt', 'one\nFLAG\n');
    expect(await client.pull('/ws/a.txt')).toMatchObject([
      {
        message: 'found FLAG',
        code: 'permission/missing-tier',
        source: 'detent',
        severity: 2,
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
        data: { fingerprint: 'FLAG-0' },
      },
    ]);
    await client.edit('/ws/a.txt', '', { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } });
    expect(await client.pull('/ws/a.txt')).toEqual([]);
  });

  it('says when nothing has changed', async () => {
    const { client } = await connect();
    await client.open('/ws/a.txt', 'FLAG');
    const first = await client.report('/ws/a.txt');
    expect(await client.report('/ws/a.txt', first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.edit('/ws/a.txt', ' FLAG');
    expect(await client.report('/ws/a.txt', first.resultId)).toMatchObject({ kind: 'full' });
  });

  it('counts columns in UTF-16 units and knows all line breaks', async () => {
    const { client } = await connect();
    await client.open('/ws/a.txt', 'a\r\nb\r\u{1F600}FLAG');
    expect(await client.pull('/ws/a.txt')).toMatchObject([{ range: { start: { line: 2, character: 2 }, end: { line: 2, character: 6 } } }]);
  });

  it('reports nothing for documents that nobody opened', async () => {
    const { client } = await connect();
    expect(await client.report('/ws/none.txt')).toMatchObject({ kind: 'full', items: [] });
  });

  it('shows the proof and leads to the page of the rule', async () => {
    const { client } = await connect({ '/ws/helper.txt': '\nDANGER' }, { initializationOptions: { rulePages: 'file:///pages/' } });
    await client.workspace();
    await client.open('/ws/tool.txt', 'USE helper');
    const place = { uri: uri('/ws/helper.txt'), range: { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } } };
    expect(await client.pull('/ws/tool.txt')).toMatchObject([
      {
        severity: 1,
        codeDescription: { href: 'file:///pages/idempotency/no-idempotency-key.md' },
        relatedInformation: [{ message: 'DANGER', location: place }],
      },
    ]);
  });

  it('leaves out what the client does not understand', async () => {
    const capabilities = { ...vscode, textDocument: { diagnostic: {} } };
    const { client } = await connect({ '/ws/helper.txt': 'DANGER' }, { capabilities, server: { rulePages: 'file:///pages' } });
    await client.workspace();
    await client.open('/ws/tool.txt', 'USE helper');
    const [diagnostic] = await client.pull('/ws/tool.txt');
    expect(Object.keys(diagnostic!).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
  });
});

describe('other files', () => {
  it('uses unsaved text of another file, and tells the client to ask again', async () => {
    const { client } = await connect({ '/ws/helper.txt': 'safe' });
    await client.open('/ws/tool.txt', 'USE helper');
    await client.open('/ws/helper.txt', 'safe');
    expect(await client.pull('/ws/tool.txt')).toEqual([]);
    await client.edit('/ws/helper.txt', 'DANGER');
    await client.until('refresh', () => client.refreshes === 1);
    expect(await client.pull('/ws/tool.txt')).toHaveLength(1);
  });

  it('does not ask for a pull that changes nothing', async () => {
    const { client } = await connect();
    await client.open('/ws/tool.txt', 'FLAG');
    await client.open('/ws/other.txt', '');
    await client.pull('/ws/tool.txt');
    await client.pull('/ws/other.txt');
    await client.edit('/ws/other.txt', 'FLAG');
    await client.pull('/ws/other.txt');
    await client.settle();
    expect(client.refreshes).toBe(0);
  });

  it('reports on files that are not open, and holds the next answer until something changes', async () => {
    const { client } = await connect({ '/ws/a.txt': 'FLAG', '/ws/b.txt': 'fine', '/ws/helper.txt': 'safe', '/ws/user.txt': 'USE helper' });
    const first = await client.workspace();
    expect(first.items.map((item) => item.uri)).toEqual([uri('/ws/a.txt')]);
    let second: Awaited<ReturnType<typeof client.workspace>> | undefined;
    const held = client.workspace({ '/ws/a.txt': first.items[0]!.resultId! }, true).then((report) => {
      second = report;
    });
    await client.settle();
    expect(second).toBeUndefined();
    await client.open('/ws/helper.txt', 'DANGER');
    await held;
    expect(second?.items).toMatchObject([
      { uri: uri('/ws/user.txt'), kind: 'full', version: null, items: [{ message: 'found USE helper' }] },
    ]);
  });

  it('answers at once when the client will not ask again by itself', async () => {
    const { client } = await connect({ '/ws/a.txt': 'FLAG' });
    const { items } = await client.workspace();
    expect(await client.workspace({ '/ws/a.txt': items[0]!.resultId! })).toEqual({ items: [] });
  });

  it('goes back to the text on disk when a document is closed', async () => {
    const { client, disk } = await connect({ '/ws/a.txt': 'fine' });
    await client.open('/ws/a.txt', 'FLAG');
    expect(await client.pull('/ws/a.txt')).toHaveLength(1);
    await client.close('/ws/a.txt');
    expect(await client.pull('/ws/a.txt')).toEqual([]);
    await client.open('/ws/a.txt', 'FLAG');
    disk.set('/ws/a.txt', 'FLAG FLAG');
    await client.close('/ws/a.txt');
    expect(await client.pull('/ws/a.txt')).toHaveLength(2);
  });

  it('sees what changes on disk, and forgets what is deleted, folders included', async () => {
    const { client, disk } = await connect({ '/ws/a.txt': 'fine', '/ws/lib/b.txt': 'FLAG', '/ws/lib/c.txt': 'FLAG' });
    disk.set('/ws/a.txt', 'FLAG');
    await client.watch('/ws/a.txt', FileChangeType.Changed);
    expect((await client.workspace()).items.map((item) => item.uri)).toEqual([
      uri('/ws/a.txt'),
      uri('/ws/lib/b.txt'),
      uri('/ws/lib/c.txt'),
    ]);
    disk.clear();
    await client.watch('/ws/a.txt', FileChangeType.Deleted);
    await client.watch('/ws/lib', FileChangeType.Deleted);
    expect(await client.workspace()).toEqual({ items: [] });
  });
});

describe('push', () => {
  it('pushes what changed only, and clears what is gone', async () => {
    const { client } = await connect(
      { '/ws/b.txt': 'FLAG' },
      { capabilities: { textDocument: { publishDiagnostics: { versionSupport: true } } } },
    );
    await client.until('push', () => client.pushed.has(uri('/ws/b.txt')));
    client.pushed.clear();
    await client.open('/ws/a.txt', 'FLAG');
    await client.until('push', () => client.pushed.has(uri('/ws/a.txt')));
    expect(client.pushed.get(uri('/ws/a.txt'))).toMatchObject({ version: 1, diagnostics: [{ message: 'found FLAG' }] });
    await client.edit('/ws/a.txt', 'fine');
    await client.until('push', () => client.pushed.get(uri('/ws/a.txt'))?.diagnostics.length === 0);
    expect(client.pushed.has(uri('/ws/b.txt'))).toBe(false);
  });
});

describe('configuration file', () => {
  it('is checked like any other file', async () => {
    const { client } = await connect();
    await client.open('/ws/detent.config.json', '{ "sest": [] }', 'jsonc');
    expect(await client.pull('/ws/detent.config.json')).toMatchObject([
      {
        severity: 1,
        source: 'detent',
        code: 'config',
        message: 'Unknown key "sest". Did you mean "sets"?',
        range: { start: { line: 0, character: 3 }, end: { line: 0, character: 7 } },
      },
    ]);
    await client.edit('/ws/detent.config.json', '{ "sets": [] }');
    expect(await client.pull('/ws/detent.config.json')).toEqual([]);
  });
});

describe('a burst of messages', () => {
  it('is analysed once, and no request is left without an answer', async () => {
    const { client, session } = await connect();
    await client.open('/ws/a.txt', '');
    await client.pull('/ws/a.txt');
    const before = session().checks;
    const pulls: Promise<unknown>[] = [];
    for (let count = 1; count <= 200; count += 1) {
      void client.edit('/ws/a.txt', 'FLAG\n', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } });
      pulls.push(client.report('/ws/a.txt').catch((error: unknown) => error));
    }
    const answers = await Promise.all(pulls);
    expect(answers.at(-1)).toMatchObject({ kind: 'full', items: { length: 200 } });
    expect(session().checks - before).toBeLessThanOrEqual(4);
  });

  it('refuses answers about a text that is gone, and only the last refused one asks again', async () => {
    const { client } = await connect();
    await client.open('/ws/a.txt', 'FLAG');
    const early = client.report('/ws/a.txt').catch((error: unknown) => error as ResponseError);
    void client.edit('/ws/a.txt', 'FLAG FLAG');
    const late = client.report('/ws/a.txt');
    expect(await early).toMatchObject({ code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: false } });
    expect(await late).toMatchObject({ items: { length: 2 } });
    const alone = client.report('/ws/a.txt').catch((error: unknown) => error as ResponseError);
    void client.edit('/ws/a.txt', 'fine');
    expect(await alone).toMatchObject({ code: LSPErrorCodes.ServerCancelled, data: { retriggerRequest: true } });
    const actions = client
      .actions('/ws/a.txt', { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } })
      .catch((error: unknown) => error as ResponseError);
    void client.edit('/ws/a.txt', 'FLAG');
    expect(await actions).toMatchObject({ code: LSPErrorCodes.ContentModified });
  });

  it('gives up what is canceled', async () => {
    const { client } = await connect();
    await client.open('/ws/a.txt', 'FLAG');
    const source = new CancellationTokenSource();
    const answer = client.report('/ws/a.txt', undefined, source.token).catch((error: unknown) => error as ResponseError);
    source.cancel();
    expect(await answer).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    await client.settle();
    const held = new CancellationTokenSource();
    const { items } = await client.workspace();
    const waiting = client
      .workspace({ '/ws/a.txt': items[0]!.resultId! }, true, held.token)
      .catch((error: unknown) => error as ResponseError);
    await client.settle();
    held.cancel();
    expect(await waiting).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });
});
