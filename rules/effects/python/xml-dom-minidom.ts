import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'xml.dom.minidom',
  language: 'python',
  reference: 'https://docs.python.org/3/library/xml.dom.minidom.html',
  origin: 'read',
  resource: 'filesystem',
  modules: ['defusedxml.minidom', 'xml.dom.pulldom'],

  calls: [
    ['parse', 'read', 'arg 0:file'],
  ],

  harmless: ['*'],
});
