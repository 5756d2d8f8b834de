import { defineEffects } from '../kit/index.js';

/**
 * What a tool of another server does is known there only; where its name is fixed, that says it.
 */
export default defineEffects({
  library: '@modelcontextprotocol/client',
  language: 'typescript',
  reference: 'https://ts.sdk.modelcontextprotocol.io',
  origin: 'read',
  resource: 'network',
  modules: ['@modelcontextprotocol/sdk/client', '@modelcontextprotocol/sdk/client/index.js'],

  promises: ['*'],

  calls: [
    ['Client#callTool',                          'exec',    'arg 0', { names: 'arg 0.name' }],
    ['Client#complete',                          'read',    'arg 0'],
    ['Client#discover',                          'read',    'this'],
    ['Client#experimental.tasks.callToolStream', 'exec',    'arg 0', { names: 'arg 0.name' }],
    ['Client#experimental.tasks.cancelTask',     'destroy', 'arg 0'],
    ['Client#experimental.tasks.get*',           'read',    'arg 0'],
    ['Client#experimental.tasks.listTasks',      'read',    'arg 0'],
    ['Client#experimental.tasks.requestStream',  'exec',    'arg 0'],
    ['Client#getPrompt',                         'read',    'arg 0'],
    ['Client#list*',                             'read',    'arg 0'],
    ['Client#readResource',                      'read',    'arg 0'],
    ['Client#request',                           'exec',    'arg 0'],
  ],

  harmless: ['Client#*'],
});
