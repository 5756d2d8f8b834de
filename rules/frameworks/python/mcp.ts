import { defineFramework, mcpHints, snakeHints } from '../../kit/index.js';

const shape = {
  name: 'name',
  title: 'title',
  description: ['description'],
  input: ['inputSchema', 'input_schema'],
  hints: 'annotations',
} as const;
/** Of functions that become tools, wherever they are handed over. */
const said = { title: 'arg 2:title', description: 'arg 3:description' } as const;

export default defineFramework({
  id: 'mcp-python',
  title: 'MCP Python SDK',
  language: 'python',
  packages: ['mcp', 'mcp_types'],
  reference: 'https://github.com/modelcontextprotocol/python-sdk',
  markers: [
    'FastMCP',
    'MCPServer',
    'Server()',
    'ToolBinding',
    'add_request_handler',
    'add_tool',
    'call_tool',
    'from_function',
    'list_tools',
    'request_handlers',
    'tool()',
  ],
  hosted: true,
  hintNames: mcpHints,
  otherHintNames: { from: 2, names: snakeHints },
  hintClass: { name: 'ToolAnnotations', from: 'mcp.types' },
  failureClass: 'ToolError',
  hidden: ['Context', 'ServerRequestContext'],
  records: ['CallToolResult', 'ListToolsResult', 'Tool', 'ToolAnnotations'],
  identity: { ServerResult: 'arg 0:root' },
  // The class has another name since version 2.
  extends: { MCPServer: 'FastMCP' },
  instances: { FastMCP: ['FastMCP()'], MCPServer: ['MCPServer()'], Resolve: ['Resolve()'], Server: ['Server()'] },
  holds: {
    'Context#request_context.lifespan_context': 'arg :lifespan',
    'Server#request_context.lifespan_context': 'arg :lifespan',
  },
  // What a project keeps in `lifespan_context` may do anything.
  harmless: [
    'Context#*',
    'Context#fastmcp.*',
    'Context#request_context.*',
    'Context#session.*',
    'Context#request_context.request.**',
    'Context#request_context.session.*',
    'Elicit',
    'EmbeddedResource',
    'FastMCP#**',
    'ImageContent',
    'Server#*',
    'Server#request_context.*',
    'Server#request_context.session.*',
    'TextContent',
    'types.*',
  ],
  asks: ['Context#elicit', 'Context#elicit_url', 'Context#session.elicit', 'Elicit', 'InputRequiredResult'],
  // The client sends the call again with the answers.
  startsAgain: ['InputRequiredResult'],

  tools: [
    {
      call: 'FastMCP#tool',
      applied: true,
      name: 'arg 0:name',
      title: 'arg 1:title',
      description: 'arg 2:description',
      hints: 'arg 3:annotations',
    },
    { call: 'FastMCP#add_tool', name: ['arg 1:name', 'arg 0:fn'], ...said, hints: 'arg 4:annotations', handler: 'arg 0:fn' },
    // The fourth is the name of the parameter that takes the context.
    { call: 'Tool.from_function', name: ['arg 1:name', 'arg 0:fn'], ...said, hints: 'arg 5:annotations', handler: 'arg 0:fn' },
    {
      call: 'ToolBinding',
      name: ['arg 2:kwargs.name', 'arg 0:fn'],
      title: 'arg 2:kwargs.title',
      description: 'arg 2:kwargs.description',
      hints: 'arg 2:kwargs.annotations',
      handler: 'arg 0:fn',
    },
  ],
  dispatch: [
    {
      decorators: { list: 'Server#list_tools', invoke: 'Server#call_tool' },
      list: [],
      invoke: [],
      handler: 'arg 0',
      tools: '',
      shape,
      requestName: '',
      requestInput: '',
    },
    {
      call: 'Server#request_handlers.__setitem__',
      list: ['ListToolsRequest'],
      invoke: ['CallToolRequest'],
      handler: 'arg 1',
      tools: 'tools',
      shape,
      requestName: 'params.name',
      requestInput: 'params.arguments',
    },
    {
      call: 'Server#add_request_handler',
      both: { call: 'Server', list: 'arg :on_list_tools', invoke: 'arg :on_call_tool' },
      list: ['tools/list'],
      invoke: ['tools/call'],
      handler: 'arg 2:handler',
      tools: 'tools',
      shape,
      requestAt: 1,
      requestName: 'name',
      requestInput: 'arguments',
    },
  ],
});
