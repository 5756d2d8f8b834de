import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'xml.sax',
  language: 'python',
  reference: 'https://docs.python.org/3/library/xml.sax.html',
  origin: 'read',
  resource: 'filesystem',
  modules: ['defusedxml.sax'],
  instances: { XMLReader: ['make_parser()'] },

  calls: [
    ['XMLReader#parse', 'read', 'arg 0:source'],
    ['parse',           'read', 'arg 0:source'],
  ],

  harmless: ['*'],
});
