import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'unzipper',
  language: 'typescript',
  reference: 'https://github.com/ZJONSSON/node-unzipper',
  origin: 'read',
  resource: 'filesystem',
  instances: { CentralDirectory: ['Open.buffer()', 'Open.custom()', 'Open.file()', 'Open.s3()', 'Open.s3_v3()', 'Open.url()'] },

  calls: [
    ['CentralDirectory#extract', 'write.set', 'arg 0.path'],
    ['Extract',                  'write.set', 'arg 0.path'],
    ['Open.file',                'read',      'arg 0'],
    ['Open.s3',                  'read',      'arg 1',      { resource: 'object-store' }],
    ['Open.s3_v3',               'read',      'arg 1',      { resource: 'object-store' }],
    ['Open.url',                 'read',      'arg 0',      { resource: 'network' }],
  ],

  harmless: ['*', 'Open.*'],
});
