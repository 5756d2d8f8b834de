import { defineFramework, mcpHints } from '../../kit/index.js';

/** An agent knows its tools by names that a registry has. */
const shape = { description: [], input: [] } as const;
const conversations = ['Conversation', 'LocalConversation', 'RemoteConversation'] as const;

export default defineFramework({
  id: 'openhands',
  title: 'OpenHands Software Agent SDK',
  language: 'python',
  packages: ['openhands.sdk'],
  distributions: ['openhands-sdk'],
  grows: true,
  reference: 'https://docs.openhands.dev/sdk/guides/custom-tools',
  markers: ['ToolDefinition', 'Agent()', 'Conversation()', 'set_confirmation_policy'],
  hosted: false,
  hintNames: mcpHints,
  hintClass: { name: 'ToolAnnotations', from: 'openhands.sdk.tool' },
  records: ['ToolAnnotations'],
  instances: { Agent: ['Agent()'] },
  harmless: ['get_logger', 'ImageContent', 'TextContent'],
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
  sets: [{ call: 'Agent', tools: 'arg :tools', shape, agent: true }],
  runs: conversations.map((call) => ({
    call,
    agent: 'arg 0:agent' as const,
    limit: { name: 'max_iteration_per_run', at: 'arg :max_iteration_per_run' as const },
  })),
});
