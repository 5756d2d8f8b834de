import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { memoryHost } from '../../server/hosts/memory.js';
import { createSession, type Session } from '../../server/workspace/session.js';
import { placeInCell } from '../../server/analysis/syntax/notebook/notebook.js';

const tool = (name: string, body: string): string => `@mcp.tool()\ndef ${name}(path: str) -> str:\n    ${body}\n    return path\n`;

const pool = [
  'import os\nfrom mcp.server.fastmcp import FastMCP\nmcp = FastMCP("x")',
  tool('remove', 'os.remove(path)'),
  `# detent-ignore-next-line permission/missing-tier -- mine\n${tool('drop', 'os.remove(path)')}`,
  tool('shell', '!rm {path}'),
  tool('helped', 'helper(path)'),
  '%%time\ndef helper(path):\n    os.remove(path)',
  'def helper(path):\n    return os.listdir(path)',
  '%%bash\nls',
  '!ls\nx = (',
  '',
];

async function open(): Promise<Session> {
  const session = createSession({ host: memoryHost({}), knowledge });
  await session.open(['/ws']);
  return session;
}

const cells = (sources: readonly string[]) =>
  sources.map((source, i) => ({ number: i + 1, source, document: `cell:${source.length}:${i}` }));

/** Findings with the cell that each is shown in. */
async function said(session: Session): Promise<readonly string[]> {
  const { findings } = session.check();
  while (await session.settled());
  const notebook = session.notebook('/ws/a.ipynb')!;
  return (findings.length === 0 ? findings : session.check().findings).map(({ ruleId, message, place, fixes }) => {
    const found = placeInCell(notebook, place.span);
    return `${found?.cell.document} ${found?.span.start} ${ruleId} ${message} ${JSON.stringify(fixes)}`;
  });
}

test('whatever happens to cells, the answer is that of a fresh start', async () => {
  const sequences = fc.array(fc.array(fc.constantFrom(...pool), { maxLength: 6 }), { minLength: 2, maxLength: 4 });
  let count = 0;
  await fc.assert(
    fc.asyncProperty(sequences, async (steps) => {
      const session = await open();
      for (const step of steps) {
        const all = cells([pool[0]!, ...step]);
        session.setCells('/ws/a.ipynb', all);
        const fresh = await open();
        fresh.setCells('/ws/a.ipynb', all);
        const now = await said(session);
        expect(now).toEqual(await said(fresh));
        count += now.length;
      }
    }),
    { numRuns: 10, seed: 3 },
  );
  expect(count).toBeGreaterThan(20);
});
