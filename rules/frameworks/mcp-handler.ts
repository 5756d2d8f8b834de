import { defineFramework } from '../kit/index.js';

export default defineFramework({
  id: 'mcp-handler',
  title: 'mcp-handler',
  language: 'typescript',
  packages: ['mcp-handler', '@vercel/mcp-adapter'],
  reference: 'https://github.com/vercel/mcp-handler',
  markers: ['createMcpHandler', 'createMcpRouteHandler', 'experimental_withMcpAuth', 'withMcpAuth'],
  // The callback is given a server of the SDK, so its tools are the SDK's.
  instances: { '@modelcontextprotocol/sdk: McpServer': ['createMcpHandler(0)', 'createMcpRouteHandler(0)'] },
  http: ['createMcpHandler(', 'createMcpRouteHandler('],
  verifies: ['withMcpAuth', 'experimental_withMcpAuth'],
  hosted: true,
  failureFlag: 'isError',
  harmless: ['createMcpHandler', 'createMcpRouteHandler', 'experimental_withMcpAuth', 'withMcpAuth', 'protectedResourceHandler'],
  tools: [],
});
