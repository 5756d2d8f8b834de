/** The report is a page that stands alone, and in which text of somebody's code means nothing. */
import { expect, test } from 'vitest';
import { play } from './transcript.js';

const server = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { rm } from 'node:fs/promises';
import { z } from 'zod';

const server = new McpServer({ name: 'files', version: '1.0.0' });

server.registerTool(
  'clean<script>alert(1)</script>',
  { description: 'Cleans', inputSchema: { folder: z.string() }, annotations: { readOnlyHint: true } },
  async ({ folder }) => {
    await rm(folder, { recursive: true });
    return { content: [] };
  },
);
`;
const agent = `import { generateText, stepCountIs, tool } from 'ai';
import { writeFile } from 'node:fs/promises';
import { z } from 'zod';

export const answer = (prompt: string) =>
  generateText({
    model: 'some/model',
    prompt,
    stopWhen: stepCountIs(20),
    tools: {
      save: tool({ description: 'Saves', inputSchema: z.object({ text: z.string() }), execute: async ({ text }) => writeFile('/var/note', text) }),
    },
  });
`;

async function htmlOf(command: string, files: Readonly<Record<string, string>>): Promise<string> {
  const { console } = await play({ title: '', files, stdin: '', after: {}, console: `$ detent ${command} --format html\n` });
  return console.slice(console.indexOf('<!doctype'), console.indexOf('</html>'));
}

const sections = (html: string): readonly string[] => [...html.matchAll(/<h2[^>]*>([^<]+)/g)].map(([, title]) => title!);

test('a report shows tiers, gaps, effects, findings and agents', async () => {
  const html = await htmlOf('check', { 'src/server.ts': server, 'src/agent.ts': agent });
  expect(sections(html)).toEqual(['Tools by tier', 'Gaps', 'Tools and effects', 'Findings', 'Agents']);
  expect(html).toContain('<code>clean&lt;script&gt;alert(1)&lt;/script&gt;</code>');
  expect(html).not.toMatch(/<script|<link|<img|\bsrc=|url\(|https?:/);
  // 0.99 twenty times, and what a step needs for 90 %.
  expect(html).toMatch(/20 \(\w+\)<\/td><td>98 %<\/td><td>82 %<\/td><td>36 %<\/td><td>99\.47 %/);
  expect(html).toContain('<h3>Says otherwise (1)</h3>');
  // Every column of the matrix and of the tables has a head that programs can read.
  expect(html.match(/<table/g)).toHaveLength(html.match(/<caption/g)!.length);
});

test('an inventory has no findings, and without tools there is little to say', async () => {
  expect(sections(await htmlOf('tools', { 'src/server.ts': server }))).toEqual(['Tools by tier', 'Gaps', 'Tools and effects']);
  const html = await htmlOf('check missing', { 'src/add.ts': 'export const a = 1;\n' });
  expect(html).toContain('<p>No tools were found.</p>');
  expect(html).toContain('missing: there is no such file or folder');
});
