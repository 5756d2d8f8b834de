import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'node:vm',
  language: 'typescript',
  reference: 'https://nodejs.org/api/vm.html',
  origin: 'read',
  resource: 'process',

  calls: [
    ['Script#runInContext',     'exec', 'this'],
    ['Script#runInNewContext',  'exec', 'this'],
    ['Script#runInThisContext', 'exec', 'this'],
    ['compileFunction',         'exec', 'arg 0'],
    ['runInContext',            'exec', 'arg 0'],
    ['runInNewContext',         'exec', 'arg 0'],
    ['runInThisContext',        'exec', 'arg 0'],
  ],

  harmless: ['Script#*', 'createContext', 'isContext', 'measureMemory'],
});
