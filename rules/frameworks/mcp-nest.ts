import { defineFramework, mcpHints } from '../kit/index.js';

export default defineFramework({
  id: 'mcp-nest',
  title: 'MCP-Nest',
  language: 'typescript',
  packages: ['@rekog/mcp-nest'],
  reference: 'https://github.com/rekog-labs/MCP-Nest',
  markers: ['McpModule'],
  hosted: true,
  failureFlag: 'isError',
  hintNames: mcpHints,
  context: { type: 'Context', aloneWithoutInput: false },
  harmless: ['Context#log.*', 'Context#reportProgress', 'Context#mcpServer.*', 'McpContext#*', 'McpModule.*'],
  asks: ['Context#elicit', 'Context#mcpServer.server.elicitInput'],

  tools: [],
  decorators: [
    {
      call: 'Tool',
      options: 'arg 0',
      shape: {
        name: 'name',
        title: 'annotations.title',
        description: ['description'],
        input: ['parameters'],
        hints: 'annotations',
        labels: ['_meta'],
      },
    },
  ],
});
