import { defineEffects } from '../kit/index.js';

/** Searching costs money and changes nothing; sets of pages, and what watches them, are kept. */
export default defineEffects({
  library: 'exa-js',
  language: 'typescript',
  reference: 'https://docs.exa.ai/sdks/typescript-sdk-specification',
  origin: 'read',
  resource: 'network',
  default: 'Exa',

  calls: [
    ['Exa#answer',                      'read',      'arg 0'],
    ['Exa#findSimilar',                 'read',      'arg 0'],
    ['Exa#findSimilarAndContents',      'read',      'arg 0'],
    ['Exa#getContents',                 'read',      'arg 0'],
    ['Exa#request',                     'http',      'arg 0', { method: 'arg 1', body: 'arg 2' }],
    ['Exa#research.create',             'write.add', 'arg 0'],
    ['Exa#research.get',                'read',      'arg 0'],
    ['Exa#research.list',               'read',      'arg 0'],
    ['Exa#research.pollUntilFinished',  'read',      'arg 0'],
    ['Exa#search',                      'read',      'arg 0'],
    ['Exa#searchAndContents',           'read',      'arg 0'],
    ['Exa#streamAnswer',                'read',      'arg 0'],
    ['Exa#streamSearch',                'read',      'arg 0'],
    ['Exa#websets.cancel',              'destroy',   'arg 0'],
    ['Exa#websets.create',              'write.add', 'arg 0', { key: 'arg 0.externalId' }],
    ['Exa#websets.delete',              'destroy',   'arg 0'],
    ['Exa#websets.get',                 'read',      'arg 0'],
    ['Exa#websets.list',                'read',      'arg 0'],
    ['Exa#websets.update',              'write.set', 'arg 0'],
    ['Exa#websets.waitUntilIdle',       'read',      'arg 0'],
  ],

  harmless: [],
});
