import { defineFramework, mcpHints, snakeHints } from '../../kit/index.js';

/** What the server, the decorators and the classes of tools take by name alike. */
const said = {
  title: 'arg :title',
  description: 'arg :description',
  hints: 'arg :annotations',
  labels: ['arg :tags', 'arg :meta'],
  timeout: 'arg :timeout',
} as const;
const named = ['arg :name', 'arg 0:name_or_fn'] as const;
const handed = { name: ['arg :name', 'arg 0:fn'], ...said, handler: 'arg 0:fn' } as const;
/** Parameters with such a value are filled by the server. */
const filled = [
  'CurrentAccessToken',
  'CurrentContext',
  'CurrentFastMCP',
  'CurrentHeaders',
  'CurrentRequest',
  'Depends',
  'Progress',
  'Shared',
  'TokenClaim',
] as const;
const described = 'tools come from the description of another server';

export default defineFramework({
  id: 'fastmcp-python',
  title: 'FastMCP (Python)',
  language: 'python',
  packages: ['fastmcp', 'fastmcp_slim'],
  reference: 'https://gofastmcp.com/servers/tools',
  // A decorator without brackets, and a class that inherits from one of the project.
  words: ['.tool\n', '.tool\r', 'Tool):'],
  markers: ['FastMCP', 'FunctionTool', 'Tool()', 'add_middleware', 'add_tool', 'from_function', 'from_tool', 'mcp_tool', 'tool()'],
  http: ['http_app(', 'transport="http"', "transport='http'", 'transport="sse"'],
  hosted: true,
  hintNames: mcpHints,
  otherHintNames: { names: snakeHints },
  hintClass: { name: 'ToolAnnotations', from: 'mcp.types', plain: true },
  failureClass: 'ToolError',
  hidden: ['Context', ...filled],
  sessions: ['Context#session_id', 'Context#session', 'Context#request_context.session'],
  records: ['Tool', 'ToolResult'],
  extends: { FastMCPApp: 'FastMCP' },
  instances: {
    ...Object.fromEntries(filled.map((name) => [name, [`${name}()`]])),
    Context: ['get_context()', 'MiddlewareContext#fastmcp_context'],
    MiddlewareContext: ['MiddlewareContext'],
    FastMCP: ['FastMCP()'],
    FastMCPApp: ['FastMCPApp()'],
    RetryMiddleware: ['RetryMiddleware()'],
    Tool: ['Tool.from_function()', 'Tool.from_tool()', 'FunctionTool.from_function()', 'TransformedTool.from_tool()'],
  },
  holds: { 'Context#lifespan_context': 'arg :lifespan', 'Context#request_context.lifespan_context': 'arg :lifespan' },
  // What a project keeps in `lifespan_context` may do anything.
  harmless: [
    'Context#*',
    'Context#fastmcp.*',
    'Context#request_context.*',
    'Context#session.*',
    'Context#request_context.request.**',
    'Context#request_context.session.*',
    'FastMCP#**',
    'MiddlewareContext#*',
    'call_next',
    'Image',
    'Audio',
    'File',
    'ToolError',
    'forward',
    'forward_raw',
    'get_access_token',
    'get_context',
    'get_http_headers',
    'get_http_request',
    'utilities.**',
  ],
  asks: ['Context#elicit', 'InputRequiredToolResult'],
  startsAgain: ['InputRequiredToolResult'],

  tools: [
    { call: 'FastMCP#tool', applied: true, name: named, ...said },
    { call: 'tool', applied: true, name: named, ...said },
    { call: 'mcp_tool', applied: true, name: 'arg 0:name', ...said },
    { call: 'FastMCP#add_tool', name: 'arg 0:tool', handler: 'arg 0:tool' },
    { call: 'Tool.from_function', ...handed },
    { call: 'FunctionTool.from_function', ...handed },
    { call: 'FunctionTool', ...handed, name: 'arg :name', handler: 'arg :fn', input: 'arg :parameters' },
    ...(['Tool.from_tool', 'TransformedTool.from_tool'] as const).map((call) => ({
      call,
      name: ['arg :name', 'arg 0:tool'] as const,
      ...said,
      handler: ['arg :transform_fn', 'arg 0:tool'] as const,
    })),
    { call: 'FastMCP.from_openapi', outside: described },
    { call: 'FastMCP.from_fastapi', outside: described },
    { call: 'FastMCP.as_proxy', outside: described },
    { call: 'create_proxy', outside: described },
  ],
  dispatch: [
    {
      methods: { base: 'Middleware', list: 'on_list_tools', invoke: 'on_call_tool', asked: 'MiddlewareContext', next: 'call_next' },
      list: [],
      invoke: [],
      handler: 'arg 0',
      tools: '',
      shape: { name: 'name', title: 'title', description: ['description'], input: ['parameters'], hints: 'annotations' },
      requestName: 'message.name',
      requestInput: 'message.arguments',
    },
  ],
  classes: [
    {
      base: 'Tool',
      shape: {
        name: 'name',
        title: 'title',
        description: ['description'],
        input: ['parameters'],
        hints: 'annotations',
        labels: ['tags', 'meta'],
        handler: ['run'],
        inputAt: '*',
      },
    },
  ],
  sets: [
    {
      call: 'FastMCP',
      name: 'arg 0:name',
      tools: 'arg :tools',
      shape: { name: 'name', description: ['description'], input: [] },
      functions: true,
      policies: ['arg :middleware'],
      serves: true,
      agent: false,
    },
  ],
  policies: [{ call: 'RetryMiddleware', retries: { attempts: 'arg 0:max_retries', otherwise: 3 } }],
  runs: [{ call: 'FastMCP#add_middleware', policies: ['arg 0:middleware'] }],
});
