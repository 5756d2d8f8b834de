import { defineFramework, mcpHints } from '../kit/index.js';

const shape = {
  name: 'name',
  title: 'annotations.title',
  description: ['description'],
  input: ['parameters'],
  hints: 'annotations',
  labels: ['_meta'],
  handler: ['execute'],
  timeout: 'timeoutMs',
} as const;

export default defineFramework({
  id: 'fastmcp',
  title: 'FastMCP (TypeScript)',
  language: 'typescript',
  packages: ['fastmcp'],
  reference: 'https://github.com/punkpeye/fastmcp',
  markers: ['addTool', 'addTools'],
  http: ["'httpStream'", '"httpStream"'],
  hosted: true,
  failureFlag: 'isError',
  hintNames: mcpHints,
  context: { type: 'Context', aloneWithoutInput: false },
  requestIds: ['requestId'],
  sessions: ['Context#sessionId'],
  harmless: [
    'Context#log.*',
    'Context#reportProgress',
    'Context#streamContent',
    'FastMCP#*',
    'FastMCPSession#*',
    'audioContent',
    'imageContent',
    'jsonSchemaAdapter',
  ],
  asks: ['Context#elicit'],

  tools: [
    {
      call: 'FastMCP#addTool',
      name: 'arg 0.name',
      title: 'arg 0.annotations.title',
      description: 'arg 0.description',
      input: 'arg 0.parameters',
      hints: 'arg 0.annotations',
      labels: ['arg 0._meta'],
      handler: 'arg 0.execute',
      timeout: 'arg 0.timeoutMs',
    },
  ],
  sets: [{ call: 'FastMCP#addTools', tools: 'arg 0', shape, agent: false }],
});
