import { defineFramework, mcpHints } from '../kit/index.js';

export default defineFramework({
  id: 'mcp-ext-apps',
  title: 'MCP Apps',
  language: 'typescript',
  packages: ['@modelcontextprotocol/ext-apps'],
  reference: 'https://github.com/modelcontextprotocol/ext-apps',
  markers: ['registerAppTool', 'registerTool'],
  instances: { App: ['useApp().app'] },
  hosted: true,
  failureFlag: 'isError',
  hintNames: mcpHints,
  context: { type: 'RequestHandlerExtra', aloneWithoutInput: true },
  requestIds: ['requestId', 'mcpReq.id'],
  harmless: ['registerAppResource', 'registerAppTool', 'RequestHandlerExtra#*', 'App#*', 'applyDocumentTheme', 'applyHostStyleVariables'],

  tools: [
    {
      call: 'registerAppTool',
      name: 'arg 1',
      title: 'arg 2.title',
      description: 'arg 2.description',
      input: 'arg 2.inputSchema',
      hints: 'arg 2.annotations',
      output: 'arg 2.outputSchema',
      labels: ['arg 2._meta'],
      handler: 'arg 3',
    },
    // A view offers tools of its own to the host that shows it.
    {
      call: 'App#registerTool',
      name: 'arg 0',
      title: 'arg 1.title',
      description: 'arg 1.description',
      input: 'arg 1.inputSchema',
      hints: 'arg 1.annotations',
      labels: ['arg 1._meta'],
      handler: 'arg 2',
    },
  ],
});
