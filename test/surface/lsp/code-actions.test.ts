import {
  CodeActionResolveRequest,
  LSPErrorCodes,
  type CodeAction,
  type TextDocumentEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import {
  changeSeverityCommand,
  fixRuleCommand,
  fixesRequest,
  ruleLevelRequest,
  type Fixes,
  type FixesParams,
  type RuleLevelParams,
} from '../../../server/protocol/index.js';
import { plain, uri, vscode, whole } from './client.js';
import { connectFake } from './fake-session.js';

const snippets = { ...vscode, workspace: { ...vscode.workspace, workspaceEdit: { documentChanges: true, snippetEditSupport: true } } };
const at = (line: number, character: number) => ({ start: { line, character }, end: { line, character } });

const ignoring = (actions: readonly CodeAction[]) => actions.find(({ title }) => title.startsWith('Ignore'));

describe('quick fix', () => {
  it('removes its finding', async () => {
    const { client } = await connectFake();
    await client.open('/ws/a.txt', 'one\n  FLAG\n');
    const diagnostics = await client.pull('/ws/a.txt');
    const [fix] = await client.actions('/ws/a.txt', at(1, 4), ['quickfix'], diagnostics);
    expect(fix).toMatchObject({
      title: 'Replace FLAG',
      kind: 'quickfix',
      isPreferred: true,
      diagnostics,
      data: { ruleId: 'permission/missing-tier', grade: 'auto' },
      edit: { documentChanges: [{ textDocument: { uri: uri('/ws/a.txt'), version: 1 } }] },
    });
    await client.apply(fix);
    expect(client.text('/ws/a.txt')).toBe('one\n  fine\n');
    expect(await client.pull('/ws/a.txt')).toEqual([]);
    expect(await client.actions('/ws/a.txt', whole)).toEqual([]);
  });

  it('does not press a fix that needs a decision, and marks it', async () => {
    const { client } = await connectFake();
    await client.open('/ws/a.txt', 'DECIDE');
    const [fix] = await client.actions('/ws/a.txt', at(0, 0));
    expect(fix).toMatchObject({ title: 'Replace DECIDE', data: { grade: 'choice' } });
    expect(fix).not.toHaveProperty('isPreferred');
  });

  it('is offered at its place only', async () => {
    const { client } = await connectFake();
    await client.open('/ws/a.ts', 'FLAG\nDECIDE\n');
    const titles = (await client.actions('/ws/a.ts', at(1, 2))).map((action) => action.title);
    expect(titles).toEqual([
      'Replace DECIDE',
      'Ignore permission/missing-tier here, with a reason',
      'Switch permission/missing-tier off for the project',
    ]);
    expect(await client.actions('/ws/a.ts', at(2, 0))).toEqual([]);
    expect(await client.actions('/ws/unknown.txt', whole)).toEqual([]);
  });

  it('speaks to clients that know no versions', async () => {
    const { client } = await connectFake({}, { capabilities: plain });
    await client.open('/ws/a.txt', 'FLAG');
    const [fix] = await client.actions('/ws/a.txt', at(0, 0));
    expect(Object.keys(fix!.edit!)).toEqual(['changes']);
    await client.apply(fix);
    expect(client.text('/ws/a.txt')).toBe('fine');
  });
});

describe('all in one file', () => {
  it('takes the safe fixes of one rule, and leaves decisions to the user', async () => {
    const { client } = await connectFake();
    await client.open('/ws/a.txt', 'FLAG FLAG DECIDE FLAG');
    const all = (await client.actions('/ws/a.txt', at(0, 0))).find((action) => action.title.startsWith('Fix all'));
    expect(all?.title).toBe('Fix all 3 permission/missing-tier problems in this file');
    await client.apply(all);
    expect(client.text('/ws/a.txt')).toBe('fine fine DECIDE fine');
  });

  it('is not offered for a single fix', async () => {
    const { client } = await connectFake();
    await client.open('/ws/a.txt', 'FLAG DECIDE');
    expect((await client.actions('/ws/a.txt', at(0, 0))).map((action) => action.title)).not.toContainEqual(
      expect.stringContaining('Fix all'),
    );
  });

  it('comes as a source action to those who ask', async () => {
    const { client } = await connectFake();
    await client.open('/ws/a.txt', 'FLAG DECIDE\nFLAG');
    for (const only of ['source', 'source.fixAll', 'source.fixAll.detent']) {
      const [action, ...rest] = await client.actions('/ws/a.txt', at(0, 0), [only]);
      expect(action).toMatchObject({ kind: 'source.fixAll.detent', title: 'Apply all safe Detent fixes' });
      expect(rest).toEqual([]);
    }
    const [action] = await client.actions('/ws/a.txt', at(0, 0), ['source.fixAll.detent']);
    await client.apply(action);
    expect(client.text('/ws/a.txt')).toBe('fine DECIDE\nfine');
    expect(await client.actions('/ws/a.txt', whole, ['source.fixAll.detent'])).toEqual([]);
  });

  it('stays away from those who ask for something else', async () => {
    const { client } = await connectFake();
    await client.open('/ws/a.txt', 'FLAG');
    expect(await client.actions('/ws/a.txt', whole, ['source.fixAll.eslint'])).toEqual([]);
    expect(await client.actions('/ws/a.txt', whole, ['source.organizeImports', 'refactor'])).toEqual([]);
    const kinds = (await client.actions('/ws/a.txt', whole)).map((action) => action.kind);
    expect(new Set(kinds)).toEqual(new Set(['quickfix']));
  });
});

describe('ignore with a reason', () => {
  it('puts a comment above, with the indentation and line breaks of the file', async () => {
    const { client } = await connectFake();
    await client.open('/ws/a.ts', 'one\r\n\t DECIDE\r\n');
    const ignore = ignoring(await client.actions('/ws/a.ts', at(1, 2)));
    expect(ignore).toMatchObject({ title: 'Ignore permission/missing-tier here, with a reason', data: { grade: 'ignore' } });
    await client.apply(ignore);
    expect(client.text('/ws/a.ts')).toBe('one\r\n\t // detent-ignore-next-line permission/missing-tier -- reason\r\n\t DECIDE\r\n');
    expect(await client.pull('/ws/a.ts')).toEqual([]);
  });

  it('lets the editor select the reason where it can', async () => {
    const { client } = await connectFake({}, { capabilities: snippets });
    await client.open('/ws/a.ts', 'DECIDE');
    const ignore = ignoring(await client.actions('/ws/a.ts', at(0, 0)));
    expect(ignore?.edit?.documentChanges).toMatchObject([
      {
        edits: [{ snippet: { kind: 'snippet', value: '// detent-ignore-next-line permission/missing-tier -- ${1:reason}\n' } }],
      },
    ]);
    await client.apply(ignore);
    expect(await client.pull('/ws/a.ts')).toEqual([]);
  });

  it('uses the comments of the language, and offers nothing where there are none', async () => {
    const { client } = await connectFake();
    const ignoreOf = async (file: string, languageId: string): Promise<string | undefined> => {
      await client.open(file, 'DECIDE', languageId);
      const ignore = (await client.actions(file, at(0, 0))).find((action) => action.title.startsWith('Ignore'));
      if (!ignore) return undefined;
      await client.apply(ignore);
      return client.text(file).split(' ')[0];
    };
    expect(await ignoreOf('/ws/.env', 'plaintext')).toBe('#');
    expect(await ignoreOf('/ws/.env.local', 'dotenv')).toBe('#');
    expect(await ignoreOf('/ws/prod.env', 'properties')).toBe('#');
    expect(await ignoreOf('/ws/.dev.vars', 'ini')).toBe('#');
    expect(await ignoreOf('/ws/.github/workflows/ci.yml', 'github-actions-workflow')).toBe('#');
    expect(await ignoreOf('/ws/.codex/config.toml', 'toml')).toBe('#');
    expect(await ignoreOf('/ws/Makefile', 'makefile')).toBe('#');
    expect(await ignoreOf('/ws/a.tsx', 'typescriptreact')).toBe('//');
    expect(await ignoreOf('/ws/settings.json', 'jsonc')).toBe('//');
    expect(await ignoreOf('/ws/mcp.json', 'json')).toBeUndefined();
    expect(await ignoreOf('/ws/notes.txt', 'plaintext')).toBeUndefined();
  });

  it('goes above the statement, not into a text that spans lines', async () => {
    const { client } = await connectFake();
    await client.open('/ws/a.ts', 'const text = `\n  DECIDE\n`;\n');
    await client.apply(ignoring(await client.actions('/ws/a.ts', at(1, 3))));
    expect(client.text('/ws/a.ts')).toMatch(/^\/\/ detent-ignore-next-line .*\nconst text = `\n  DECIDE/);
  });

  it('is worked out when it is chosen, where the client can wait', async () => {
    const lazy = {
      ...snippets,
      textDocument: {
        ...vscode.textDocument,
        codeAction: { ...vscode.textDocument?.codeAction, dataSupport: true, resolveSupport: { properties: ['edit'] } },
      },
    };
    const { client } = await connectFake({}, { capabilities: lazy });
    expect(client.result.capabilities.codeActionProvider).toMatchObject({ resolveProvider: true });
    await client.open('/ws/a.ts', 'DECIDE');
    const [fix, ignore] = await client.actions('/ws/a.ts', at(0, 0));
    expect(fix).toHaveProperty('edit');
    expect(ignore).not.toHaveProperty('edit');
    expect(await client.connection.sendRequest(CodeActionResolveRequest.type, ignore!)).toMatchObject({
      title: ignore!.title,
      edit: { documentChanges: [{}] },
    });
    await client.edit('/ws/a.ts', ' DECIDE');
    await expect(client.connection.sendRequest(CodeActionResolveRequest.type, ignore!)).rejects.toMatchObject({
      code: LSPErrorCodes.ContentModified,
    });
  });
});

describe('all in the workspace', () => {
  const noting = {
    ...vscode,
    workspace: { ...vscode.workspace, workspaceEdit: { ...vscode.workspace?.workspaceEdit, changeAnnotationSupport: {} } },
  };
  const files = { '/ws/a.txt': 'FLAG\nDECIDE\n', '/ws/b.txt': 'FLAG FLAG\n' };

  it('takes the safe fixes of all files, which a client may have confirmed one by one', async () => {
    const { client } = await connectFake(files, { capabilities: noting });
    const ask = (params: FixesParams) => client.connection.sendRequest<Fixes<WorkspaceEdit>>(fixesRequest, params);
    const { edit, ...counts } = await ask({ confirm: true });
    expect(counts).toEqual({
      findings: 3,
      files: 2,
      left: 0,
      rules: [{ id: 'permission/missing-tier', summary: '', findings: 3 }],
    });
    expect(edit?.changeAnnotations).toEqual({
      'permission/missing-tier': { label: 'permission/missing-tier', description: '', needsConfirmation: true },
    });
    const list = edit!.documentChanges as readonly TextDocumentEdit[];
    expect(list.map(({ edits }) => edits.length)).toEqual([1, 2]);
    expect(list[0]!.edits[0]).toMatchObject({ newText: 'fine', annotationId: 'permission/missing-tier' });
    expect((await ask({})).edit?.changeAnnotations).toMatchObject({ 'permission/missing-tier': { needsConfirmation: false } });
    expect(await ask({ ruleId: 'idempotency/no-idempotency-key' })).toEqual({ findings: 0, files: 0, left: 0, rules: [] });
    expect(await ask({ uri: uri('/ws/b.txt') })).toMatchObject({ findings: 2, files: 1 });
  });

  it('is offered where the client has the command, and there is more than what the file has', async () => {
    const options = { initializationOptions: { commands: [fixRuleCommand] } };
    const { client } = await connectFake(files, options);
    await client.open('/ws/a.txt', files['/ws/a.txt']);
    const titles = async (file: string) => (await client.actions(file, at(0, 0))).map(({ title }) => title);
    const title = 'Fix all 3 permission/missing-tier problems in the workspace…';
    expect(await titles('/ws/a.txt')).toContain(title);
    const action = (await client.actions('/ws/a.txt', at(0, 0))).find((one) => one.title === title);
    expect(action?.command).toEqual({ title, command: fixRuleCommand, arguments: ['permission/missing-tier', uri('/ws/a.txt')] });
    const alone = await connectFake({}, options);
    await alone.client.open('/ws/a.txt', 'FLAG FLAG');
    expect((await alone.client.actions('/ws/a.txt', at(0, 0))).map((one) => one.title).join()).not.toContain('workspace');
  });
});

describe('severity', () => {
  it('is changed in the configuration, which may have to be made', async () => {
    const { client } = await connectFake({}, { initializationOptions: { commands: [changeSeverityCommand] } });
    await client.open('/ws/a.txt', 'FLAG');
    const actions = await client.actions('/ws/a.txt', at(0, 0));
    expect(actions.at(-1)).toMatchObject({
      title: 'Change the severity of permission/missing-tier…',
      command: { command: changeSeverityCommand, arguments: ['permission/missing-tier', uri('/ws/a.txt')] },
    });
    const params: RuleLevelParams = { ruleId: 'permission/missing-tier', level: 'hint' };
    const edit = await client.connection.sendRequest<WorkspaceEdit>(ruleLevelRequest, params);
    await client.apply({ title: '', edit });
    expect(JSON.parse(client.text('/ws/detent.config.json'))).toEqual({ rules: { 'permission/missing-tier': 'hint' } });
  });
});
