import { defineFramework, type ToolForm } from '../../kit/index.js';

const shape = {
  name: ['name'],
  description: ['description'],
  input: ['parameters'],
  handler: ['entrypoint'],
  gate: 'requires_confirmation',
} as const;
const gate = 'arg :requires_confirmation' as const;
const form = { name: 'arg :name', description: 'arg :description' } as const satisfies Partial<ToolForm>;

export default defineFramework({
  id: 'agno',
  title: 'Agno',
  language: 'python',
  packages: ['agno'],
  reference: 'https://docs.agno.com/concepts/tools/overview',
  markers: ['tool()', 'Toolkit', 'Agent()', 'Team()', 'Function()', 'approval'],
  hosted: false,
  instances: { Agent: ['Agent()'] },
  hidden: ['RunContext', 'Agent', 'Team'],
  hiddenNames: [
    'agent',
    'team',
    'run_context',
    '_agno_agent',
    '_agno_team',
    '_agno_run_context',
    'images',
    'videos',
    'audios',
    'files',
    'session_state',
  ],
  harmless: ['Toolkit#functions.*', 'utils.log.*', 'approval.*'],
  partly: true,

  tools: [
    { call: 'tool', applied: true, ...form, gate },
    { call: 'Function.from_callable', name: ['arg 1:name', 'arg 0:c'], handler: 'arg 0:c' },
    { call: 'Function', ...form, input: 'arg :parameters', handler: 'arg :entrypoint', gate },
  ],
  kits: [
    {
      base: 'Toolkit',
      tools: 'arg 1:tools',
      adds: 'register',
      asked: ['arg :requires_confirmation_tools'],
    },
  ],
  forgetful: ['InMemoryDb', 'InMemoryStorage'],
  sets: [
    ...['Agent', 'Team'].map((call) => ({
      call,
      name: 'arg :name' as const,
      tools: 'arg :tools' as const,
      functions: true as const,
      shape,
      limits: [{ name: 'tool_call_limit', at: 'arg :tool_call_limit' as const, otherwise: null, suggests: 20 }],
      keeps: [{ name: 'db', at: ['arg :db', 'arg :storage'] as const }],
      reruns: [{ by: 'retries', at: 'arg :retries' as const, otherwise: 0, certainty: 'probable' as const }],
      agent: true,
    })),
    // An audit only keeps a record.
    { call: 'approval', applied: { unless: 'arg :type', is: 'audit' }, tools: 'arg 0', shape, gated: 'always', agent: false },
  ],
});
