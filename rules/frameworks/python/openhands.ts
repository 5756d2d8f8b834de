import { defineFramework, mcpHints } from '../../kit/index.js';

export default defineFramework({
  id: 'openhands',
  title: 'OpenHands Software Agent SDK',
  language: 'python',
  packages: ['openhands.sdk'],
  distributions: ['openhands-sdk'],
  grows: true,
  reference: 'https://docs.openhands.dev/sdk/guides/custom-tools',
  markers: [],
  hosted: false,
  hintNames: mcpHints,
  hintClass: { name: 'ToolAnnotations', from: 'openhands.sdk.tool' },
  records: ['ToolAnnotations'],

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
});
