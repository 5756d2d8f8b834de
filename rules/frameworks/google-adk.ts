import { defineFramework, type ToolForm } from '../kit/index.js';

const form = {
  name: ['arg 0.name', 'arg 0.execute'],
  description: 'arg 0.description',
  input: 'arg 0.parameters',
  handler: 'arg 0.execute',
  gate: 'arg 0.requireConfirmation',
} as const satisfies Partial<ToolForm>;
const shape = {
  name: 'name',
  description: ['description'],
  input: ['_getDeclaration().parameters', '_getDeclaration().parametersJsonSchema'],
  handler: ['runAsync'],
  inputAt: 'args',
} as const;

export default defineFramework({
  id: 'google-adk',
  title: 'Google Agent Development Kit',
  language: 'typescript',
  packages: ['@google/adk'],
  reference: 'https://google.github.io/adk-docs/tools-custom/function-tools/',
  markers: ['Agent', 'FunctionTool', 'LlmAgent', 'LongRunningFunctionTool'],
  hosted: false,
  context: { type: 'Context', aloneWithoutInput: false },
  callIds: ['functionCallId', 'toolContext.functionCallId'],
  harmless: ['Context#listArtifacts', 'Context#loadArtifact', 'Context#searchMemory', 'Context#state.get', 'Context#toolContext.state.get'],
  partly: true,
  asks: ['Context#requestConfirmation', 'Context#toolContext.requestConfirmation'],
  startsAgain: true,

  tools: [
    { call: 'new FunctionTool', ...form },
    { call: 'new LongRunningFunctionTool', ...form },
  ],
  classes: [{ base: 'BaseTool', shape, config: 'arg 0' }],
  sets: ['new LlmAgent', 'new Agent'].map((call) => ({
    call,
    name: 'arg 0.name' as const,
    tools: 'arg 0.tools' as const,
    shape,
    limits: [{ name: 'maxLlmCalls', at: 'arg 0.runConfig.maxLlmCalls' as const, otherwise: 500, zero: true as const }],
    agent: true,
  })),
  approval: { on: 'definition', field: 'requireConfirmation', value: true },
});
