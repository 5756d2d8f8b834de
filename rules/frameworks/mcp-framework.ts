import { defineFramework, mcpHints } from '../kit/index.js';

export default defineFramework({
  id: 'mcp-framework',
  title: 'mcp-framework',
  language: 'typescript',
  packages: ['mcp-framework'],
  reference: 'https://mcp-framework.com/docs/Tools/tools-overview',
  markers: ['MCPTool'],
  hosted: true,
  hintNames: mcpHints,
  context: { type: 'Context', aloneWithoutInput: false },
  harmless: [
    'MCPServer#*',
    'MCPTool#abortSignal',
    'MCPTool#abortSignal.*',
    'MCPTool#getRoots',
    'MCPTool#log',
    'MCPTool#reportProgress',
    'MCPTool#samplingRequest',
    'MCPTool#samplingRequestWithTools',
    'MCPTool#validate',
    'logger.*',
  ],
  asks: ['MCPTool#elicit', 'MCPTool#elicitUrl'],

  tools: [],
  // A loader takes the default export of every file in a folder, so that nothing registers these classes.
  classes: [
    {
      base: 'MCPTool',
      shape: {
        name: 'name',
        title: 'title',
        description: ['description'],
        input: ['schema'],
        hints: 'annotations',
        handler: ['execute'],
      },
    },
  ],
});
