import { defineFramework, type ToolForm } from '../kit/index.js';

const config = {
  name: 'arg 0.name',
  description: 'arg 0.description',
  input: ['arg 0.inputSchema', 'arg 0.inputJsonSchema'],
} as const satisfies Partial<ToolForm>;
const shape = { description: ['description'], input: ['inputSchema'] } as const;

export default defineFramework({
  id: 'genkit',
  title: 'Genkit',
  language: 'typescript',
  packages: ['genkit', '@genkit-ai/ai'],
  reference: 'https://genkit.dev/docs/tool-calling',
  markers: ['defineInterrupt', 'defineTool', 'definePrompt', 'dynamicTool', 'generate()', 'generateStream', 'tool()'],
  instances: { Genkit: ['genkit()', 'type GenkitBeta'] },
  hosted: false,
  context: { type: 'ToolFnOptions', aloneWithoutInput: false },
  harmless: ['Genkit#currentSession', 'ToolFnOptions#sendChunk', 'ToolFnOptions#context.*'],
  partly: true,
  asks: ['ToolFnOptions#interrupt', 'interrupt'],
  // A tool that is restarted after an interrupt runs from its top.
  startsAgain: true,

  tools: [
    { call: 'Genkit#defineTool', ...config, handler: 'arg 1' },
    { call: 'Genkit#dynamicTool', ...config, handler: 'arg 1' },
    {
      call: 'defineTool',
      name: 'arg 1.name',
      description: 'arg 1.description',
      input: ['arg 1.inputSchema', 'arg 1.inputJsonSchema'],
      handler: 'arg 2',
    },
    { call: 'dynamicTool', ...config, handler: 'arg 1' },
    { call: 'tool', ...config, handler: 'arg 1' },
    { call: 'Genkit#defineInterrupt', ...config },
  ],
  sets: ['generate', 'generateStream', 'definePrompt', 'chat'].map((method) => ({
    call: `Genkit#${method}`,
    name: 'arg 0.name' as const,
    tools: 'arg 0.tools' as const,
    shape,
    limits: [{ name: 'maxTurns', at: 'arg 0.maxTurns' as const, otherwise: 5 }],
    agent: true,
  })),
});
