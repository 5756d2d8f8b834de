import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'lxml',
  language: 'python',
  reference: 'https://lxml.de/api.html',
  origin: 'read',
  resource: 'filesystem',
  instances: { ElementTree: ['etree.ElementTree()', 'etree.parse()', 'html.parse()', 'objectify.parse()'] },

  calls: [
    ['ElementTree#write',      'write.set', 'arg 0:file'],
    ['ElementTree#write_c14n', 'write.set', 'arg 0:file'],
    ['etree.iterparse',        'read',      'arg 0:source'],
    ['etree.parse',            'read',      'arg 0:source'],
    ['html.parse',             'read',      'arg 0:filename_or_url'],
    ['objectify.parse',        'read',      'arg 0:f'],
  ],

  harmless: ['*'],
});
