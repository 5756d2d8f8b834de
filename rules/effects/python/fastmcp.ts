import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'fastmcp',
  language: 'python',
  reference: 'https://gofastmcp.com/servers/visibility',
  origin: 'read',
  resource: 'memory',

  calls: [
    ['Context#disable_components', 'write.set', 'arg :tags'],
    ['Context#enable_components',  'write.set', 'arg :tags'],
    ['Context#reset_visibility',   'write.set', 'this'],
  ],

  harmless: ['Context#*'],
});
