import type { Diagnostic } from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { knowledge } from '../../../rules/index.js';
import { memoryHost } from '../../../server/hosts/memory.js';
import { TestClient, whole } from './client.js';

const server = `import os

from mcp.server.fastmcp import FastMCP
from store import forget

mcp = FastMCP("files")


@mcp.tool()
def remove(path: str) -> str:
    """Remove a file."""
    os.remove(path)
    return "removed"


@mcp.tool()
def drop(path: str) -> str:
    """Drop a file."""
    return forget(path)
`;
const store = `import os


def forget(path: str) -> str:
    try:
        os.remove(path)
    except OSError:
        pass
    return "forgotten"
`;

/** The whole of Detent behind the protocol, for a workspace of Python. */
async function connect() {
  const host = memoryHost({ '/ws/server.py': server, '/ws/store.py': store });
  const client = await TestClient.connect({ folders: ['/ws'], host, knowledge });
  await client.open('/ws/server.py', server);
  return client;
}

const of = (diagnostics: readonly Diagnostic[], rule: string) => diagnostics.filter(({ code }) => code === rule);

describe('a Python file', () => {
  it('has findings, a fix for one of them, and one finding less behind it', async () => {
    const client = await connect();
    const before = of(await client.pull('/ws/server.py'), 'permission/missing-tier');
    expect(before.map(({ range }) => range.start.line)).toEqual([9, 16]);
    const [first] = before;
    const actions = await client.actions('/ws/server.py', first!.range, ['quickfix'], [first!]);
    expect(actions.map(({ title }) => title)).toContain('Declare `readOnlyHint=False, destructiveHint=True`');
    await client.apply(actions.find(({ isPreferred }) => isPreferred === true));
    expect(client.text('/ws/server.py')).toContain('from mcp.types import ToolAnnotations\n');
    expect(client.text('/ws/server.py')).toContain(
      '@mcp.tool(annotations=ToolAnnotations(readOnlyHint=False, destructiveHint=True))\ndef remove',
    );
    expect(of(await client.pull('/ws/server.py'), 'permission/missing-tier')).toHaveLength(1);
  });

  it('is fixed as a whole, with one import for all', async () => {
    const client = await connect();
    const [all] = await client.actions('/ws/server.py', whole, ['source.fixAll.detent']);
    await client.apply(all);
    const text = client.text('/ws/server.py');
    expect(text.match(/import ToolAnnotations/g)).toHaveLength(1);
    expect(text.match(/destructiveHint=True/g)).toHaveLength(2);
    expect(of(await client.pull('/ws/server.py'), 'permission/missing-tier')).toEqual([]);
    expect(await client.actions('/ws/server.py', whole, ['source.fixAll.detent'])).toEqual([]);
  });

  it('is ignored with a comment', async () => {
    const client = await connect();
    const [first] = of(await client.pull('/ws/server.py'), 'permission/missing-tier');
    const ignore = (await client.actions('/ws/server.py', first!.range)).find(({ title }) => title.startsWith('Ignore'));
    await client.apply(ignore);
    expect(client.text('/ws/server.py')).toContain('\n# detent-ignore-next-line permission/missing-tier -- reason\ndef remove');
    expect(of(await client.pull('/ws/server.py'), 'permission/missing-tier')).toHaveLength(1);
  });

  it('tells where another file hides a failure, as long as it does', async () => {
    const client = await connect();
    await client.open('/ws/store.py', store);
    const [hidden] = of(await client.pull('/ws/store.py'), 'verification/swallowed-error');
    expect(hidden?.range.start.line).toBe(6);
    const [raise] = await client.actions('/ws/store.py', hidden!.range, ['quickfix'], [hidden!]);
    await client.apply(raise);
    expect(client.text('/ws/store.py')).toContain('    except OSError:\n        raise\n');
    expect(of(await client.pull('/ws/store.py'), 'verification/swallowed-error')).toEqual([]);
  });
});
