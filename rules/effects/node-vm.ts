import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:vm',
  language: 'typescript',
  reference: 'https://nodejs.org/api/vm.html',
  origin: 'read',
  resource: 'process',

  calls: [
    ['Script#runInContext',     'exec', 'this', { code: true }],
    ['Script#runInNewContext',  'exec', 'this', { code: true }],
    ['Script#runInThisContext', 'exec', 'this', { code: true }],
    ['compileFunction',         'exec', 'arg 0', { code: true }],
    ['runInContext',            'exec', 'arg 0', { code: true }],
    ['runInNewContext',         'exec', 'arg 0', { code: true }],
    ['runInThisContext',        'exec', 'arg 0', { code: true }],
  ],

  harmless: ['Script#*', 'createContext', 'isContext', 'measureMemory'],
});
