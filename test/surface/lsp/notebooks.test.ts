import type { Diagnostic } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../rules/index.js';
import { memoryHost } from '../../../server/hosts/memory.js';
import { plain, TestClient, vscode, whole, type ClientOptions } from './client.js';
import { TestNotebook } from './notebook.js';

const capabilities = { ...vscode, notebookDocument: { synchronization: {} } };

const cells = {
  setup: 'import os\nfrom mcp.server.fastmcp import FastMCP\n\nmcp = FastMCP("files")',
  list: '%%time\n@mcp.tool()\ndef listing() -> str:\n    """List."""\n    return str(os.listdir("."))',
  remove: '@mcp.tool()\ndef remove(path: str) -> str:\n    """Remove a file."""\n    os.remove(path)\n    return "removed"',
};

/** The notebook on disk: one tool, and nothing of what the editor has. */
const onDisk = JSON.stringify({
  cells: [
    { cell_type: 'code', source: cells.setup },
    { cell_type: 'code', source: cells.remove.replace('remove', 'erase') },
  ],
  metadata: {},
  nbformat: 4,
  nbformat_minor: 5,
});

async function connect(options: ClientOptions = {}, uri?: (cell: string) => string) {
  const host = memoryHost({ '/ws/agent.ipynb': onDisk });
  const client = await TestClient.connect({ folders: ['/ws'], host, knowledge, capabilities, ...options });
  const notebook = new TestNotebook(client, '/ws/agent.ipynb', uri);
  await notebook.open(cells);
  return { client, notebook };
}

const tiers = (items: readonly Diagnostic[]) => items.filter(({ code }) => code === 'permission/missing-tier');

describe('an open notebook', () => {
  it('is asked for by who can open cells', async () => {
    const client = await TestClient.connect({ capabilities });
    expect(client.result.capabilities.notebookDocumentSync).toEqual({
      notebookSelector: [{ notebook: '*', cells: [{ language: 'python' }] }],
    });
    const other = await TestClient.connect({});
    expect(other.result.capabilities.notebookDocumentSync).toBeUndefined();
  });

  it.each([
    ['scheme of cells', undefined],
    ['scheme of files', (cell: string) => `file:///ws/agent.ipynb#${cell}`],
  ])('has findings in its cells, which know what others define (%s)', async (_, uri) => {
    const { client, notebook } = await connect({}, uri);
    const found = await client.pull(notebook.uri('remove'));
    expect(tiers(found).map(({ range }) => range)).toEqual([{ start: { line: 1, character: 4 }, end: { line: 1, character: 10 } }]);
    expect(found[0]?.relatedInformation?.map(({ location }) => location)).toEqual([
      { uri: notebook.uri('remove'), range: { start: { line: 3, character: 4 }, end: { line: 3, character: 13 } } },
    ]);
    expect(await client.pull(notebook.uri('setup'))).toEqual([]);
    expect(await client.pull(notebook.uri('list'))).toEqual([]);
  });

  it('is fixed in the cells that a fix is about', async () => {
    const { client, notebook } = await connect();
    const [first] = await client.pull(notebook.uri('remove'));
    const actions = await client.actions(notebook.uri('remove'), first!.range, ['quickfix'], [first!]);
    expect((await notebook.apply(actions.find(({ isPreferred }) => isPreferred === true))).toSorted()).toEqual(['remove', 'setup']);
    expect(notebook.text('setup')).toBe(
      'import os\nfrom mcp.server.fastmcp import FastMCP\nfrom mcp.types import ToolAnnotations\n\nmcp = FastMCP("files")',
    );
    expect(notebook.text('remove')).toContain(
      '@mcp.tool(annotations=ToolAnnotations(readOnlyHint=False, destructiveHint=True))\ndef remove',
    );
    expect(tiers(await client.pull(notebook.uri('remove')))).toEqual([]);
    const [all] = await client.actions(notebook.uri('remove'), whole, ['source.fixAll.detent']);
    expect(all).toBeUndefined();
  });

  it('is fixed as a whole from any of its cells, with one import for all', async () => {
    const { client, notebook } = await connect();
    await notebook.insert(3, 'more', cells.remove.replace('remove', 'erase'));
    const kind = 'notebook.source.fixAll.detent';
    const [all] = await client.actions(notebook.uri('setup'), whole, [kind]);
    expect(all?.kind).toBe(kind);
    expect((await notebook.apply(all)).toSorted()).toEqual(['more', 'remove', 'setup']);
    expect(notebook.text('setup').match(/import ToolAnnotations/g)).toHaveLength(1);
    expect([...tiers(await client.pull(notebook.uri('remove'))), ...tiers(await client.pull(notebook.uri('more')))]).toEqual([]);
    expect(await client.actions(notebook.uri('setup'), whole, [kind])).toEqual([]);
  });

  it('is ignored with a comment in the cell', async () => {
    const { client, notebook } = await connect();
    const [first] = await client.pull(notebook.uri('remove'));
    const ignore = (await client.actions(notebook.uri('remove'), first!.range)).find(({ title }) => title.startsWith('Ignore'));
    expect(await notebook.apply(ignore)).toEqual(['remove']);
    expect(notebook.text('remove')).toContain('@mcp.tool()\n# detent-ignore-next-line permission/missing-tier -- reason\ndef remove');
    expect(tiers(await client.pull(notebook.uri('remove')))).toEqual([]);
  });

  it('follows edits of one cell in all others', async () => {
    const { client, notebook } = await connect();
    await notebook.edit('setup', cells.setup.replace('import os', 'import os as system'));
    expect(tiers(await client.pull(notebook.uri('remove')))).toEqual([]);
    await notebook.edit('remove', `# says\n${cells.remove.replace('os.', 'system.')}`);
    expect(tiers(await client.pull(notebook.uri('remove'))).map(({ range }) => range.start.line)).toEqual([2]);
  });

  it('follows cells that come, change places and go', async () => {
    const { client, notebook } = await connect();
    await notebook.insert(3, 'more', cells.remove.replace('remove', 'erase'));
    expect(tiers(await client.pull(notebook.uri('more')))).toHaveLength(1);
    await notebook.reorder(['setup', 'more', 'list', 'remove']);
    expect(tiers(await client.pull(notebook.uri('more')))).toHaveLength(1);
    // Before the cell that makes the server, there is none.
    await notebook.reorder(['more', 'remove', 'list', 'setup']);
    const early = tiers(await client.pull(notebook.uri('more')));
    await notebook.remove(0, 'more');
    expect(await client.pull(notebook.uri('more'))).toEqual([]);
    expect(tiers(await client.pull(notebook.uri('remove')))).toHaveLength(early.length);
  });

  it('is what is on disk again when it is closed', async () => {
    const { client, notebook } = await connect();
    const files = async () => (await client.workspace()).items.filter(({ kind }) => kind === 'full').map(({ uri }) => uri);
    expect(await files()).toEqual([notebook.uri('remove')]);
    await notebook.close();
    expect(await client.pull(notebook.uri('remove'))).toEqual([]);
    expect(await files()).toEqual(['file:///ws/agent.ipynb']);
    const [first] = await client.pull('/ws/agent.ipynb');
    const { start, end } = first!.range;
    expect(onDisk.split('\n')[start.line]!.slice(start.character, end.character)).toBe('erase');
  });

  it('is pushed cell by cell', async () => {
    const { client, notebook } = await connect({ capabilities: { ...plain, notebookDocument: capabilities.notebookDocument } });
    const of = (cell: string) => client.pushed.get(notebook.uri(cell))?.diagnostics ?? [];
    await client.until('findings', () => tiers(of('remove')).length === 1);
    await notebook.edit('remove', 'x = 1');
    await client.until('no findings', () => of('remove').length === 0);
    await notebook.edit('list', cells.remove);
    await client.until('findings elsewhere', () => tiers(of('list')).length === 1);
    await notebook.close();
    await client.until('nothing in closed cells', () => of('list').length === 0);
  });
});

describe('a notebook as text', () => {
  it('has findings and fixes in its JSON', async () => {
    const client = await TestClient.connect({ folders: ['/ws'], host: memoryHost({ '/ws/agent.ipynb': onDisk }), knowledge });
    const text = `\n${onDisk}`;
    await client.open('/ws/agent.ipynb', text, 'json');
    const [first] = tiers(await client.pull('/ws/agent.ipynb'));
    expect(first!.range.start.line).toBe(1);
    const actions = await client.actions('/ws/agent.ipynb', first!.range, ['quickfix'], [first!]);
    await client.apply(actions.find(({ title }) => title.startsWith('Ignore')));
    const after = client.text('/ws/agent.ipynb');
    expect(after).toBe(text.replace('\\ndef erase', '\\n# detent-ignore-next-line permission/missing-tier -- reason\\ndef erase'));
    expect(tiers(await client.pull('/ws/agent.ipynb'))).toEqual([]);
  });
});
