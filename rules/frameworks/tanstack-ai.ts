import { defineFramework, type ToolForm } from '../kit/index.js';

/** The definition is made first; `server` and `client` give it its function. */
const form = {
  name: 'this.arg 0.name',
  description: 'this.arg 0.description',
  input: 'this.arg 0.inputSchema',
  handler: 'arg 0',
  gate: 'this.arg 0.needsApproval',
} as const satisfies Partial<ToolForm>;

export default defineFramework({
  id: 'tanstack-ai',
  title: 'TanStack AI',
  language: 'typescript',
  packages: ['@tanstack/ai', '@tanstack/ai-client', '@tanstack/ai-react'],
  reference: 'https://tanstack.com/ai/latest/docs/tools/tools',
  markers: ['chat()', 'toolDefinition'],
  instances: { ToolDefinition: ['toolDefinition()'] },
  hosted: false,
  partly: true,

  tools: [
    { call: 'ToolDefinition#server', ...form },
    { call: 'ToolDefinition#client', ...form },
  ],
  sets: [{ call: 'chat', tools: 'arg 0.tools', shape: { description: [], input: [] }, agent: true }],
});
