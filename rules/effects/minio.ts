import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: 'minio',
  language: 'typescript',
  reference: 'https://min.io/docs/minio/linux/developers/javascript/API.html',
  origin: 'read',
  resource: 'object-store',

  calls: [
    ['Client#abortMultipartUpload',       'destroy',   'arg 0'],
    ['Client#bucketExists',               'read',      'arg 0'],
    ['Client#completeMultipartUpload',    'write.set', 'arg 0'],
    ['Client#composeObject',              'write.set', 'arg 0'],
    ['Client#copyObject',                 'write.set', 'arg 0'],
    ['Client#fGetObject',                 'write.set', 'arg 2', { resource: 'filesystem' }],
    ['Client#fPutObject',                 'write.set', 'arg 1'],
    ['Client#findUploadId',               'read',      'arg 0'],
    ['Client#getBucket*',                 'read',      'arg 0'],
    ['Client#getObject',                  'read',      'arg 0'],
    ['Client#getObject*',                 'read',      'arg 0'],
    ['Client#getPartialObject',           'read',      'arg 0'],
    ['Client#initiateNewMultipartUpload', 'write.add', 'arg 0'],
    ['Client#list*',                      'read',      'arg 0'],
    ['Client#listenBucketNotification',   'read',      'arg 0'],
    ['Client#makeBucket',                 'write.add', 'arg 0', { exclusive: true }],
    ['Client#putObject',                  'write.set', 'arg 1'],
    ['Client#putObjectRetention',         'write.set', 'arg 1'],
    ['Client#remove*',                    'destroy',   'arg 0'],
    ['Client#selectObjectContent',        'read',      'arg 0'],
    ['Client#setBucket*',                 'write.set', 'arg 0'],
    ['Client#setObject*',                 'write.set', 'arg 0'],
    ['Client#statObject',                 'read',      'arg 0'],
    ['Client#uploadPart',                 'write.set', 'arg 0'],
  ],

  harmless: [
    'Client#calculatePartSize', 'Client#getBucketRegion', 'Client#getBucketRegionAsync', 'Client#newPostPolicy', 'Client#presigned*',
    'Client#set*', 'Client#trace*',
  ],
});
