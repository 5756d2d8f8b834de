import { defineFramework, mcpHints, type ToolForm } from '../kit/index.js';

const form = {
  name: 'arg 0.name',
  title: 'arg 0.title',
  description: 'arg 0.description',
  input: 'arg 0.inputSchema',
  hints: 'arg 0.annotations',
  handler: 'arg 0.execute',
} as const satisfies Partial<ToolForm>;
const shape = {
  name: 'name',
  title: 'title',
  description: ['description'],
  input: ['inputSchema'],
  hints: 'annotations',
  handler: ['execute'],
} as const;
/** The present form, and the one of older drafts and previews. */
const objects = ['document.modelContext', 'navigator.modelContext'] as const;

export default defineFramework({
  id: 'webmcp',
  title: 'WebMCP',
  language: 'typescript',
  packages: ['@mcp-b/global', '@mcp-b/webmcp-polyfill'],
  globals: objects,
  reference: 'https://webmachinelearning.github.io/webmcp/',
  markers: ['modelContext', 'provideContext', 'registerTool'],
  hosted: false,
  hintNames: mcpHints,
  context: { type: 'ModelContextClient', aloneWithoutInput: false },
  asks: ['ModelContextClient#requestUserInteraction'],

  tools: objects.map((object) => ({ call: `${object}.registerTool`, ...form })),
  sets: objects.map((object) => ({ call: `${object}.provideContext`, tools: 'arg 0.tools' as const, shape, agent: false })),
});
