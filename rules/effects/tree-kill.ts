import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'tree-kill',
  language: 'typescript',
  reference: 'https://github.com/pkrumins/node-tree-kill',
  origin: 'read',
  resource: 'process',
  default: 'kill',

  calls: [
    ['kill', 'destroy', 'arg 0'],
  ],

  harmless: [],
});
