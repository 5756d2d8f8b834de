import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'xml.etree.ElementTree',
  language: 'python',
  reference: 'https://docs.python.org/3/library/xml.etree.elementtree.html',
  origin: 'read',
  resource: 'filesystem',
  modules: ['defusedxml.ElementTree', 'xml.etree.cElementTree'],
  instances: {
    Element: ['fromstring()', 'SubElement()', 'XML()', 'Element#find()', 'ElementTree#getroot()', 'ElementTree#find()'],
    ElementTree: ['parse()'],
  },

  calls: [
    ['ElementTree#parse',      'read',      'arg 0:source'],
    ['ElementTree#write',      'write.set', 'arg 0:file_or_filename'],
    ['ElementTree#write_c14n', 'write.set', 'arg 0:file'],
    ['iterparse',              'read',      'arg 0:source'],
    ['parse',                  'read',      'arg 0:source'],
  ],

  harmless: ['*'],
});
