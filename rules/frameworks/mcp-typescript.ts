import { defineFramework, mcpHints, type CallView, type ToolForm } from '../kit/index.js';

const listing = {
  name: 'name',
  title: 'title',
  description: ['description'],
  input: ['inputSchema'],
  hints: 'annotations',
  output: 'outputSchema',
  labels: ['_meta'],
} as const;

export default defineFramework({
  id: 'mcp-typescript',
  title: 'MCP TypeScript SDK',
  language: 'typescript',
  packages: ['@modelcontextprotocol/sdk', '@modelcontextprotocol/server', '@modelcontextprotocol/server-legacy'],
  reference: 'https://github.com/modelcontextprotocol/typescript-sdk',
  markers: ['registerTool', 'tool()', 'setRequestHandler', 'registerToolTask'],
  instances: { Server: ['McpServer#server'] },
  http: ['StreamableHTTPServerTransport(', 'StreamableHttpServerTransport(', 'SSEServerTransport('],
  hosted: true,
  failureFlag: 'isError',
  hintNames: mcpHints,
  context: { type: 'RequestHandlerExtra', aloneWithoutInput: true },
  signal: { '@modelcontextprotocol/sdk': 'signal', '@modelcontextprotocol/server': 'mcpReq.signal' },
  requestIds: ['requestId', 'mcpReq.id'],
  sessions: ['RequestHandlerExtra#sessionId'],
  verifies: ['requireBearerAuth'],
  harmless: [
    'Client#close',
    'Client#connect',
    'Client#getServer*',
    'Client#list*',
    'Client#ping',
    'Client#setNotificationHandler',
    'Client#setRequestHandler',
    'InMemoryTaskStore#*',
    'McpServer#*',
    'RegisteredTool#*',
    'createRequestStateCodec',
    'RequestHandlerExtra#*',
    'RequestHandlerExtra#mcpReq.log',
    'RequestHandlerExtra#mcpReq.notify',
    'RequestHandlerExtra#mcpReq.requestSampling',
    'RequestHandlerExtra#mcpReq.requestState',
    'RequestHandlerExtra#taskStore.*',
    'Server#*',
    'acceptedContent',
    'inputResponse',
  ],
  asks: [
    'RequestHandlerExtra#mcpReq.elicitInput',
    'Server#elicitInput',
    'inputRequired',
    'inputRequired.elicit',
    'inputRequired.elicitUrl',
  ],
  // Version 2 of the protocol sends the call again with the answer.
  startsAgain: ['inputRequired', 'inputRequired.elicit', 'inputRequired.elicitUrl'],

  tools: [
    {
      call: 'McpServer#registerTool',
      name: 'arg 0',
      title: 'arg 1.title',
      description: 'arg 1.description',
      input: 'arg 1.inputSchema',
      hints: 'arg 1.annotations',
      output: 'arg 1.outputSchema',
      labels: ['arg 1._meta'],
      handler: 'arg 2',
    },
    {
      call: 'McpServer#experimental.tasks.registerToolTask',
      name: 'arg 0',
      title: 'arg 1.title',
      description: 'arg 1.description',
      input: 'arg 1.inputSchema',
      hints: 'arg 1.annotations',
      labels: ['arg 1._meta'],
      handler: 'arg 2.createTask',
    },
  ],

  // v1 only: `tool(name, description?, shape?, annotations?, handler)`, told apart by what stands where.
  overloads: [{ call: 'McpServer#tool', resolve: toolOverload }],

  dispatch: [
    {
      call: 'Server#setRequestHandler',
      list: ['ListToolsRequestSchema', 'tools/list'],
      invoke: ['CallToolRequestSchema', 'tools/call'],
      handler: 'arg 1',
      tools: 'tools',
      shape: listing,
      requestName: 'params.name',
      requestInput: 'params.arguments',
    },
  ],
});

function toolOverload(call: CallView): Omit<ToolForm, 'call'> | undefined {
  const last = call.count - 1;
  if (last < 1) return undefined;
  let next = 1;
  const form: { -readonly [K in keyof ToolForm]?: ToolForm[K] } = { name: 'arg 0', handler: `arg ${last}` };
  if (next < last && call.kind(`arg ${next}`) === 'string') form.description = `arg ${next++}`;
  if (next < last && isShape(call, next)) form.input = `arg ${next++}`;
  if (next < last) form.hints = `arg ${next++}`;
  return form;
}

/** An object is a shape when it is empty or when one of its values looks like a schema (the SDK's own rule). */
function isShape(call: CallView, index: number): boolean {
  const kind = call.kind(`arg ${index}`);
  if (kind !== 'object') return kind === 'schema' || kind === 'unknown';
  const keys = call.keys(`arg ${index}`);
  if (keys?.length === 0) return true;
  if (keys?.some((key) => key.endsWith('Hint') || key === 'title') === true && !call.valueKinds(`arg ${index}`).includes('schema'))
    return false;
  return call.valueKinds(`arg ${index}`).some((value) => value === 'schema' || value === 'unknown' || value === 'object');
}
