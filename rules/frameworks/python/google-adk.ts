import { defineFramework } from '../../kit/index.js';

const shape = {
  name: 'name',
  description: ['description'],
  input: ['_get_declaration().parameters', '_get_declaration().parameters_json_schema'],
  handler: ['run_async'],
  inputAt: 'args',
} as const;

/** Zero means that there is no limit. */
const calls = { name: 'max_llm_calls', zero: true, suggests: 50 } as const;

export default defineFramework({
  id: 'google-adk-python',
  title: 'Google Agent Development Kit for Python',
  language: 'python',
  packages: ['google.adk'],
  distributions: ['google-adk'],
  reference: 'https://google.github.io/adk-docs/tools-custom/function-tools/',
  markers: [
    'Agent()',
    'LlmAgent()',
    'LoopAgent()',
    'Runner()',
    'InMemoryRunner()',
    'FunctionTool',
    'LongRunningFunctionTool',
    'BaseTool',
    'BaseAuthenticatedTool',
  ],
  hosted: false,
  instances: {
    LlmAgent: ['Agent()', 'LlmAgent()'],
    LoopAgent: ['LoopAgent()'],
    Runner: ['Runner()', 'InMemoryRunner()'],
    ToolContext: ['ToolContext'],
  },
  records: ['FunctionDeclaration', 'RunConfig', 'Schema'],
  hidden: ['ToolContext', 'CallbackContext', 'ReadonlyContext'],
  hiddenNames: ['tool_context', 'input_stream'],
  callIds: ['function_call_id'],
  harmless: [
    'ToolContext#list_artifacts',
    'ToolContext#load_artifact',
    'ToolContext#search_memory',
    'ToolContext#state.get',
    'ToolContext#state.to_dict',
    'ToolContext#get_auth_response',
  ],
  partly: true,
  asks: ['ToolContext#request_confirmation'],
  startsAgain: true,

  tools: [
    {
      call: 'FunctionTool',
      name: 'arg 0:func',
      handler: 'arg 0:func',
      gate: 'arg 1:require_confirmation',
    },
    { call: 'LongRunningFunctionTool', name: 'arg 0:func', handler: 'arg 0:func' },
  ],
  classes: [{ base: 'BaseTool', shape, given: { name: 'arg :name', description: 'arg :description' } }],
  sets: [
    ...['Agent', 'LlmAgent'].map((call) => ({
      call,
      name: 'arg :name' as const,
      tools: 'arg :tools' as const,
      functions: true as const,
      shape,
      limits: [{ ...calls, at: 'arg :max_llm_calls' as const, otherwise: 500 }],
      agent: true,
    })),
    {
      call: 'LoopAgent',
      name: 'arg :name',
      tools: 'arg :sub_agents',
      shape,
      limits: [{ name: 'max_iterations', at: 'arg :max_iterations', otherwise: null, suggests: 5 }],
      agent: true,
    },
  ],
  forgetful: ['InMemorySessionService'],
  runs: [
    { call: 'Runner', agent: 'arg :agent', keeps: [{ name: 'session_service', at: 'arg :session_service' }] },
    {
      call: 'InMemoryRunner',
      agent: 'arg 0:agent',
      keeps: [{ name: 'session_service', at: 'arg :session_service', otherwise: 'process' }],
    },
    ...['run', 'run_async', 'run_live'].map((method) => ({
      call: `Runner#${method}`,
      agent: 'this.arg 0:agent' as const,
      limit: { ...calls, at: 'arg :run_config.max_llm_calls' as const },
    })),
  ],
});
