import { defineFramework, mcpHints, snakeHints } from '../../kit/index.js';

export default defineFramework({
  id: 'mcp-python',
  title: 'MCP Python SDK',
  language: 'python',
  packages: ['mcp'],
  reference: 'https://github.com/modelcontextprotocol/python-sdk',
  markers: ['FastMCP', 'MCPServer', 'tool()', 'add_tool', 'list_tools', 'call_tool'],
  hosted: true,
  hintNames: mcpHints,
  otherHintNames: { names: snakeHints, where: 'MCPServer' },
  failureClass: 'ToolError',
  hintClass: { name: 'ToolAnnotations', from: 'mcp.types' },
  hidden: ['Context'],
  records: ['ToolAnnotations', 'Tool'],
  instances: { FastMCP: ['FastMCP()', 'MCPServer()', 'MCPServer'], Server: ['Server()'] },
  harmless: ['Context#*', 'FastMCP#*', 'Server#*', 'types.*'],
  asks: ['Context#elicit'],

  tools: [
    {
      call: 'FastMCP#tool',
      applied: true,
      name: 'arg 0:name',
      title: 'arg 1:title',
      description: 'arg 2:description',
      hints: 'arg 3:annotations',
    },
    {
      call: 'FastMCP#add_tool',
      name: ['arg 1:name', 'arg 0:fn'],
      title: 'arg 2:title',
      description: 'arg 3:description',
      hints: 'arg 4:annotations',
      handler: 'arg 0:fn',
    },
  ],
  dispatch: [
    {
      call: '',
      decorators: { list: 'Server#list_tools', invoke: 'Server#call_tool' },
      list: [],
      invoke: [],
      handler: 'arg 0',
      tools: '',
      shape: { name: 'name', title: 'title', description: ['description'], input: ['inputSchema', 'input_schema'], hints: 'annotations' },
      requestName: '',
      requestInput: '',
    },
  ],
});
