import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'replicate',
  language: 'typescript',
  reference: 'https://replicate.com/docs/reference/nodejs',
  origin: 'read',
  resource: 'model',
  default: 'Replicate',

  promises: ['*'],

  calls: [
    ['Replicate#*.cancel',                       'destroy',   'arg 0'],
    ['Replicate#*.create',                       'write.add', 'arg 0'],
    ['Replicate#*.delete',                       'destroy',   'arg 0'],
    ['Replicate#*.get',                          'read',      'arg 0'],
    ['Replicate#*.list',                         'read',      'arg 0'],
    ['Replicate#accounts.current',               'read',      'arg 0'],
    ['Replicate#deployments.predictions.create', 'read',      'arg 0'],
    ['Replicate#deployments.update',             'write.set', 'arg 0'],
    ['Replicate#models.search',                  'read',      'arg 0'],
    ['Replicate#models.versions.get',            'read',      'arg 0'],
    ['Replicate#models.versions.list',           'read',      'arg 0'],
    ['Replicate#predictions.create',             'read',      'arg 0'],
    ['Replicate#request',                        'http',      'arg 0', { method: 'arg 1.method' }],
    ['Replicate#run',                            'read',      'arg 0'],
    ['Replicate#stream',                         'read',      'arg 0'],
    ['Replicate#wait',                           'read',      'arg 0'],
  ],

  harmless: ['Replicate#paginate', 'validateWebhook'],
});
