import { expect, test } from 'vitest';
import { run } from '../../../server/cli/run.js';
import { memoryHost, type MemoryHost } from '../../../server/hosts/memory.js';
import { lineIndex } from '../../../server/analysis/lines.js';
import { heard } from '../../harness/outputs.js';

interface Position {
  readonly line: number;
  readonly column: number;
}

interface Told {
  readonly findings: readonly {
    readonly range: { readonly start: Position; readonly end: Position };
    readonly cell: { readonly number: number; readonly range: { readonly start: Position } };
    readonly fixes: readonly { readonly edits: readonly { readonly range: { start: Position; end: Position }; readonly text: string }[] }[];
  }[];
}

const imports = 'import os\nfrom mcp.server.fastmcp import FastMCP\nmcp = FastMCP("é")';
const tool = '@mcp.tool()\ndef remove(path: str) -> str:\n    """Über "alles"."""\n    os.remove(path)\n    return path';

const lines = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
const cells = (put: (text: string) => unknown): object =>
  [imports, tool].map((source) => ({ cell_type: 'code', outputs: [{ data: '\u00e9 \\u' }], source: put(source) }));

/** A notebook as one tool or another writes it, and as it begins once that tool has written it with the fix. */
const forms: Readonly<Record<string, string>> = {
  jupyter: `${JSON.stringify({ cells: cells(lines), metadata: {} }, null, 1)}\n`,
  'one string': JSON.stringify({ cells: cells((text) => text), metadata: {} }),
  compact: JSON.stringify({ metadata: {}, cells: cells(lines) }),
  ascii: JSON.stringify({ cells: cells(lines) }, null, 4)
    .replaceAll('é', '\\u00e9')
    .replaceAll('Ü', '\\u00dc')
    .replaceAll('\n', '\r\n'),
};

async function detent(host: MemoryHost, ...argv: string[]): Promise<string> {
  let out = '';
  await run([...argv, '--no-cache'], {
    host: { ...host, toFile: (path) => path },
    cwd: '/ws',
    out: (text) => (out += text),
    err: () => {},
    color: false,
    stdin: async () => new Uint8Array(),
    version: () => '0.0.0',
    page: () => undefined,
    serve: async () => {},
  });
  heard(argv.join(' '), out);
  return out;
}

test.each(Object.entries(forms))('places and edits are those of the file: %s', async (_, json) => {
  const host = memoryHost({ '/ws/a.ipynb': json });
  const { findings } = JSON.parse(await detent(host, 'check', '--format', 'json')) as Told;
  const index = lineIndex(json);
  const offset = ({ line, column }: Position): number => index.offset(line - 1, column - 1);
  const [only] = findings;
  expect(json.slice(offset(only!.range.start), offset(only!.range.end))).toBe('remove');
  expect(only!.cell).toMatchObject({ number: 2, range: { start: { line: 2, column: 5 } } });

  // Whoever applies the edits to the file has what `--fix` writes.
  let wanted = json;
  for (const { range, text } of only!.fixes[0]!.edits.toReversed())
    wanted = wanted.slice(0, offset(range.start)) + text + wanted.slice(offset(range.end));
  await detent(host, 'check', '--fix');
  const answer = await host.read('/ws/a.ipynb');
  const fixed = 'bytes' in answer ? new TextDecoder().decode(answer.bytes) : '';
  expect(fixed).toBe(wanted);

  // It is the notebook from before with other code, in the same form.
  const [before, after] = [json, fixed].map((text) => JSON.parse(text) as { cells: { source: string | string[] }[] });
  const code = after!.cells.map(({ source }) => [source].flat().join(''));
  expect(code).toEqual([
    imports.replace('FastMCP\n', 'FastMCP\nfrom mcp.types import ToolAnnotations\n'),
    tool.replace('tool()', 'tool(annotations=ToolAnnotations(readOnlyHint=False, destructiveHint=True))'),
  ]);
  after!.cells.forEach((cell, i) => {
    expect(cell.source).toEqual(Array.isArray(cell.source) ? lines(code[i]!) : code[i]);
    cell.source = before!.cells[i]!.source;
  });
  expect(after).toEqual(before);
  expect(/[^\0-\x7f]/.test(fixed)).toBe(/[^\0-\x7f]/.test(json));
});
