import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@vercel/blob',
  language: 'typescript',
  reference: 'https://vercel.com/docs/vercel-blob/using-blob-sdk',
  origin: 'read',
  resource: 'object-store',
  openWorld: true,

  promises: ['*'],

  calls: [
    ['completeMultipartUpload', 'write.set', 'arg 0'],
    ['copy',                    'write.set', 'arg 1'],
    ['createFolder',            'write.set', 'arg 0', { ensures: true }],
    ['createMultipartUpload',   'write.set', 'arg 0'],
    ['del',                     'destroy',   'arg 0'],
    ['get',                     'read',      'arg 0'],
    ['head',                    'read',      'arg 0'],
    ['list',                    'read',      'arg 0'],
    ['put',                     'write.set', 'arg 0', { if: 'arg 2.addRandomSuffix absent' }],
    ['put',                     'write.add', 'arg 0'],
    ['putFromUrl',              'write.set', 'arg 0'],
    ['putImage',                'write.set', 'arg 0'],
    ['rename',                  'write.set', 'arg 1'],
    ['uploadPart',              'write.set', 'arg 0'],
  ],

  harmless: ['createMultipartUploader', 'getDownloadUrl', 'issueSignedToken', 'parse*', 'presignUrl'],
});
