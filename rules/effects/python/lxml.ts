import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'lxml',
  language: 'python',
  reference: 'https://lxml.de/apidoc/lxml.html',
  origin: 'read',
  resource: 'filesystem',
  instances: {
    ElementTree: ['etree.ElementTree()', 'etree.parse()', 'html.parse()'],
  },

  calls: [
    ['ElementTree#write', 'write.set', 'arg 0:file'],
    ['etree.parse',       'read',      'arg 0:source'],
    ['html.parse',        'read',      'arg 0:filename_or_url'],
  ],

  harmless: ['*'],
});
