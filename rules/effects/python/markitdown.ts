import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'markitdown',
  language: 'python',
  reference: 'https://github.com/microsoft/markitdown',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['MarkItDown#convert',       'read', 'arg 0:source'],
    ['MarkItDown#convert_local', 'read', 'arg 0:path'],
    ['MarkItDown#convert_uri',   'read', 'arg 0:uri', { resource: 'network' }],
    ['MarkItDown#convert_url',   'read', 'arg 0:url', { resource: 'network' }],
  ],

  harmless: ['MarkItDown#convert_response', 'MarkItDown#convert_stream'],
});
