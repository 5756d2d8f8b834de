import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'mcp',
  language: 'python',
  reference: 'https://py.sdk.modelcontextprotocol.io',
  origin: 'read',
  resource: 'network',
  instances: {
    ClientSession: ['ClientSessionGroup#connect_to_server()'],
  },

  lazy: ['*'],

  calls: [
    ['ClientSession#call_tool',               'exec', 'arg 1:arguments', { names: 'arg 0:name' }],
    ['ClientSession#complete',                'read', 'arg 0:ref'],
    ['ClientSession#get_prompt',              'read', 'arg 0:name'],
    ['ClientSession#list_prompts',            'read', 'arg :params'],
    ['ClientSession#list_resource_templates', 'read', 'arg :params'],
    ['ClientSession#list_resources',          'read', 'arg :params'],
    ['ClientSession#list_tools',              'read', 'arg :params'],
    ['ClientSession#read_resource',           'read', 'arg 0:uri'],
    ['ClientSessionGroup#call_tool',          'exec', 'arg 1:arguments', { names: 'arg 0:name' }],
  ],

  harmless: [
    'ClientSession#initialize', 'ClientSession#send_ping', 'ClientSession#send_progress_notification', 'ClientSession#set_logging_level',
    'ClientSessionGroup#connect_to_server', 'ClientSessionGroup#disconnect_from_server', 'get_access_token', 'sse_client', 'stdio_client',
    'streamablehttp_client',
  ],
});
