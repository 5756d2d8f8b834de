import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@modelcontextprotocol/sdk',
  language: 'typescript',
  reference: 'https://modelcontextprotocol.io/specification/latest/server/tools',
  modules: ['@modelcontextprotocol/client'],
  origin: 'read',
  resource: 'network',

  calls: [
    ['Client#callTool',      'tool', 'arg 0.name'],
    ['Client#complete',      'read', 'arg 0'],
    ['Client#getPrompt',     'read', 'arg 0.name'],
    ['Client#readResource',  'read', 'arg 0.uri'],
  ],

  harmless: ['Client#close', 'Client#connect', 'Client#getServer*', 'Client#list*', 'Client#ping', 'Client#set*'],
});
