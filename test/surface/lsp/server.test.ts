import { describe, expect, it } from 'vitest';
import { rulesRequest } from '../../../server/protocol/index.js';
import type { Knowledge } from '../../../server/analysis/snapshot.js';
import { plain, uri, vscode, whole, type TestClient } from './client.js';
import { connectFake } from './fake-session.js';

const files = async (client: TestClient) => (await client.workspace()).items.filter(({ kind }) => kind === 'full').map((item) => item.uri);

describe('folders', () => {
  it('come and go', async () => {
    const { client, sessions } = await connectFake({ '/one/a.txt': 'FLAG', '/two/b.txt': 'FLAG' }, { folders: ['/one'] });
    expect(await files(client)).toEqual([uri('/one/a.txt')]);
    await client.folders(['/two'], []);
    expect(await files(client)).toEqual([uri('/one/a.txt'), uri('/two/b.txt')]);
    await client.folders([], ['/one']);
    expect(await files(client)).toEqual([uri('/two/b.txt')]);
    expect(sessions).toHaveLength(1);
  });

  it('need not be there: a single open file is checked', async () => {
    const { client, session } = await connectFake({}, { folders: [] });
    await client.open('/elsewhere/a.txt', 'FLAG');
    expect(await client.pull('/elsewhere/a.txt')).toHaveLength(1);
    await client.open('untitled:Untitled-1', 'FLAG');
    expect(await client.pull('untitled:Untitled-1')).toHaveLength(1);
    expect(session().text('untitled:///Untitled-1.ts')).toBe('FLAG');
    await client.edit('untitled:Untitled-1', 'fine');
    expect(await client.pull('untitled:Untitled-1')).toEqual([]);
  });
});

describe('settings', () => {
  it('are asked for with the right section', async () => {
    const { client, session } = await connectFake({}, { settings: () => ({ enable: true, sets: ['strict'], minCertainty: 'certain' }) });
    await client.settle();
    expect(session().options.overrides).toEqual({ sets: ['strict'], minCertainty: 'certain' });
  });

  it('leave everything to the configuration file when they are not set', async () => {
    const { client, session } = await connectFake({}, { settings: () => ({ enable: true, sets: null, minCertainty: null }) });
    await client.settle();
    expect(session().options.overrides).toEqual({});
  });

  it('that make no sense are said and not used', async () => {
    const { client, session } = await connectFake({}, { settings: () => ({ sets: ['everything'], minCertainty: 3 }) });
    await client.settle();
    expect(session().options.overrides).toEqual({});
    expect(client.logged).toEqual([expect.stringContaining('detent.sets'), expect.stringContaining('detent.minCertainty')]);
  });

  it('switch a folder off and on again', async () => {
    let off = true;
    const settings = (scope: string | undefined) => ({ enable: !(off && scope === uri('/two')) });
    const { client } = await connectFake({ '/one/a.txt': 'FLAG', '/two/b.txt': 'FLAG' }, { folders: ['/one', '/two'], settings });
    await client.open('/two/b.txt', 'FLAG');
    expect(await files(client)).toEqual([uri('/one/a.txt')]);
    expect(await client.pull('/two/b.txt')).toEqual([]);
    off = false;
    await client.configure(null);
    expect(await files(client)).toEqual([uri('/one/a.txt'), uri('/two/b.txt')]);
  });

  it('switch everything off, and open documents are seen again afterwards', async () => {
    let enable = true;
    const { client } = await connectFake({}, { settings: () => ({ enable }), initializationOptions: { status: true } });
    await client.open('/ws/a.txt', 'FLAG');
    expect(await client.pull('/ws/a.txt')).toHaveLength(1);
    enable = false;
    await client.configure(null);
    expect(await client.pull('/ws/a.txt')).toEqual([]);
    await client.until('off', () => client.statuses.at(-1)?.state === 'off');
    enable = true;
    await client.configure(null);
    expect(await client.pull('/ws/a.txt')).toHaveLength(1);
  });

  it('may be sent by clients that cannot be asked', async () => {
    const { client, sessions } = await connectFake(
      {},
      { capabilities: { ...plain, textDocument: { diagnostic: {} } }, initializationOptions: { settings: { minCertainty: 'certain' } } },
    );
    await client.settle();
    expect(sessions.at(-1)!.options.overrides).toEqual({ minCertainty: 'certain' });
    await client.configure({ detent: { minCertainty: 'possible' } });
    await client.settle();
    expect(sessions.at(-1)!.options.overrides).toEqual({ minCertainty: 'possible' });
    await client.configure({ detent: { minCertainty: 'possible' } });
    await client.configure({ other: {} });
    await client.settle();
    expect(sessions).toHaveLength(2);
  });
});

describe('bugs of our own', () => {
  const secret = ['hunter', '2'].join('');

  it('in a rule are told once, without the words that were read, and the server lives on', async () => {
    const { client } = await connectFake({}, { initializationOptions: { status: true } });
    await client.open('/ws/a.txt', `RULE-BUG ${secret} FLAG`);
    expect(await client.pull('/ws/a.txt')).toHaveLength(1);
    await client.until('failed', () => client.statuses.at(-1)?.state === 'failed');
    await client.edit('/ws/a.txt', `RULE-BUG ${secret} FLAG FLAG`);
    expect(await client.pull('/ws/a.txt')).toHaveLength(2);
    await client.settle();
    expect(client.shown).toEqual([expect.stringContaining('permission/missing-tier')]);
    expect(client.logged).toEqual([expect.stringContaining('permission/missing-tier on /ws/a.txt')]);
    expect(client.statuses.at(-1)?.problem).toContain('permission/missing-tier');
    expect(JSON.stringify([client.shown, client.logged, client.statuses])).not.toContain(secret);
    await client.edit('/ws/a.txt', 'FLAG');
    await client.until('ready', () => client.statuses.at(-1)?.state === 'ready');
  });

  it('outside of rules leave the last answer and are told, without the words that were read', async () => {
    const { client } = await connectFake({}, { initializationOptions: { status: true } });
    await client.open('/ws/a.txt', 'FLAG');
    expect(await client.pull('/ws/a.txt')).toHaveLength(1);
    await client.edit('/ws/a.txt', `FLAG THROW ${secret}`);
    expect(await client.pull('/ws/a.txt')).toHaveLength(1);
    expect(await client.actions('/ws/a.txt', whole)).toEqual([]);
    await client.until('failed', () => client.statuses.at(-1)?.state === 'failed');
    expect(client.shown).toEqual([expect.stringContaining('"check"')]);
    expect(client.statuses.at(-1)?.problem).toContain('"check"');
    expect(client.logged).toEqual([expect.stringMatching(/check: Error\n\s+at /)]);
    expect(JSON.stringify([client.shown, client.logged, client.statuses])).not.toContain(secret);
    await client.edit('/ws/a.txt', 'fine');
    expect(await client.pull('/ws/a.txt')).toEqual([]);
    await client.until('ready', () => client.statuses.at(-1)?.state === 'ready');
  });

  it('in messages from the client do not stop the server', async () => {
    const { client } = await connectFake();
    await client.open('/ws/a.txt', 'FLAG');
    await client.connection.sendNotification('textDocument/didChange', { textDocument: {}, contentChanges: [{ text: secret }] });
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'not a uri' } });
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {});
    expect(await client.pull('/ws/a.txt')).toHaveLength(1);
    expect(JSON.stringify([client.shown, client.logged])).not.toContain(secret);
  });
});

describe('status', () => {
  it('is sent to those who asked, when it changes', async () => {
    const { client } = await connectFake({ '/ws/a.txt': 'FLAG' }, { initializationOptions: { status: true } });
    await client.until('ready', () => client.statuses.at(-1)?.state === 'ready');
    expect(client.statuses.map(({ state }) => state)).toEqual(['reading', 'ready']);
    expect(client.statuses.at(-1)).toEqual({
      state: 'ready',
      files: 1,
      tools: 0,
      untraced: 0,
      findings: { error: 0, warning: 1, information: 0, hint: 0 },
      skipped: 0,
      unreadable: 0,
    });
    await client.open('/ws/a.txt', 'FLAG ');
    await client.settle();
    expect(client.statuses).toHaveLength(2);
  });

  it('is not sent to editors that do not know it', async () => {
    const { client } = await connectFake({ '/ws/a.txt': 'FLAG' });
    await client.settle();
    expect(client.statuses).toEqual([]);
  });
});

describe('rules', () => {
  it('are listed with their pages', async () => {
    const checks = [
      { id: 'permission/missing-tier', summary: 'Second.' },
      { id: 'environment/prod-fallback', summary: 'First.' },
    ];
    const knowledge = { checks, frameworks: [], effects: [] } as unknown as Knowledge;
    const { client } = await connectFake({}, { knowledge, capabilities: vscode, server: { rulePages: 'file:///pages' } });
    expect(await client.connection.sendRequest(rulesRequest)).toEqual([
      { id: 'environment/prod-fallback', summary: 'First.', page: 'file:///pages/environment/prod-fallback.md' },
      { id: 'permission/missing-tier', summary: 'Second.', page: 'file:///pages/permission/missing-tier.md' },
    ]);
  });
});
