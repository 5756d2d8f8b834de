import { defineFramework, mcpHints } from '../../kit/index.js';

/** An agent knows its tools by names that a registry has. */
const shape = { description: [], input: [] } as const;
const iterations = { name: 'max_iteration_per_run', at: 'arg :max_iteration_per_run' } as const;
const [always, never] = [['AlwaysConfirm'], ['NeverConfirm']] as const;
const conversations = ['Conversation', 'LocalConversation', 'RemoteConversation'] as const;

export default defineFramework({
  id: 'openhands',
  title: 'OpenHands Software Agent SDK',
  language: 'python',
  packages: ['openhands.sdk'],
  distributions: ['openhands-sdk'],
  grows: true,
  reference: 'https://docs.openhands.dev/sdk/guides/custom-tools',
  markers: ['ToolDefinition', 'Agent()', 'Conversation()', 'register_tool', 'set_confirmation_policy'],
  hosted: false,
  hintNames: mcpHints,
  hintClass: { name: 'ToolAnnotations', from: 'openhands.sdk.tool' },
  records: ['Tool', 'ToolAnnotations'],
  instances: { Agent: ['Agent()'], ...Object.fromEntries([...always, ...never, 'ConfirmRisky'].map((name) => [name, [`${name}()`]])) },
  harmless: ['get_logger', 'Action', 'ImageContent', 'Observation', 'Observation.from_text', 'TextContent'],
  partly: true,

  tools: [],
  classes: [
    {
      base: 'ToolDefinition',
      makes: 'create',
      ownName: { without: '_tool' },
      shape: {
        name: 'name',
        title: 'annotations.title',
        description: ['description'],
        input: ['action_type'],
        hints: 'annotations',
        handler: ['executor.__call__'],
        inputAt: '*',
      },
    },
  ],
  sets: [
    { call: 'Agent', tools: 'arg :tools', shape, refers: 'name', limits: [{ ...iterations, otherwise: 500 }], agent: true },
    { call: 'register_tool', name: 'arg 0:name', tools: 'arg 1:factory', shape, registers: true, agent: false },
  ],
  runs: [
    ...conversations.map((call) => ({ call, agent: 'arg 0:agent' as const, limit: iterations })),
    {
      call: 'LocalConversation#set_confirmation_policy',
      agent: 'this.arg 0:agent',
      confirms: { by: 'arg 0:policy', always, never },
    },
  ],
});
