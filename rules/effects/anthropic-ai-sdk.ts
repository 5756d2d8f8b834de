import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@anthropic-ai/sdk',
  language: 'typescript',
  reference: 'https://docs.anthropic.com/en/api/client-sdks',
  origin: 'read',
  resource: 'model',
  default: 'Anthropic',

  promises: ['*'],

  calls: [
    ['Anthropic#messages.batches.cancel',   'destroy',   'arg 0'],
    ['Anthropic#messages.batches.create',   'write.add', 'arg 0'],
    ['Anthropic#messages.batches.list',     'read',      'arg 0'],
    ['Anthropic#messages.batches.results',  'read',      'arg 0'],
    ['Anthropic#messages.batches.retrieve', 'read',      'arg 0'],
    ['Anthropic#messages.countTokens',      'read',      'arg 0'],
    ['Anthropic#messages.create',           'read',      'arg 0'],
    ['Anthropic#messages.stream',           'read',      'arg 0'],
    ['Anthropic#models.list',               'read',      'arg 0'],
    ['Anthropic#models.retrieve',           'read',      'arg 0'],
  ],

  harmless: ['toFile'],
});
