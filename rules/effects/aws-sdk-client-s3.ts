import { defineEffects } from '../kit/index.js';

export default defineEffects({
  library: '@aws-sdk/client-s3',
  language: 'typescript',
  reference: 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/client/s3',
  origin: 'read',
  resource: 'object-store',
  openWorld: true,

  calls: [
    ['S3Client#send', 'command', 'arg 0'],
  ],

  harmless: [
    'S3Client#*', 'paginateListBuckets', 'paginateListObjectsV2', 'paginateListParts', 'waitUntilBucketExists', 'waitUntilBucketNotExists',
    'waitUntilObjectExists', 'waitUntilObjectNotExists',
  ],

  commands: [
    ['AbortMultipartUploadCommand',    'destroy',   'arg 0.Key'],
    ['CompleteMultipartUploadCommand', 'write.set', 'arg 0.Key',    { guards: ['arg 0.IfMatch', 'arg 0.IfNoneMatch'] }],
    ['CopyObjectCommand',              'write.set', 'arg 0.Key'],
    ['Create*Command',                 'write.add', 'arg 0'],
    ['CreateBucketCommand',            'write.add', 'arg 0.Bucket', { exclusive: true }],
    ['CreateMultipartUploadCommand',   'write.add', 'arg 0.Key'],
    ['Delete*Command',                 'destroy',   'arg 0'],
    ['DeleteObjectCommand',            'destroy',   'arg 0.Key'],
    ['DeleteObjectsCommand',           'destroy',   'arg 0.Delete'],
    ['Get*Command',                    'read',      'arg 0'],
    ['Head*Command',                   'read',      'arg 0'],
    ['List*Command',                   'read',      'arg 0'],
    ['Put*Command',                    'write.set', 'arg 0'],
    ['PutObjectCommand',               'write.set', 'arg 0.Key',    { guards: ['arg 0.IfMatch', 'arg 0.IfNoneMatch'] }],
    ['RenameObjectCommand',            'write.set', 'arg 0.Key'],
    ['RestoreObjectCommand',           'write.set', 'arg 0.Key'],
    ['SelectObjectContentCommand',     'read',      'arg 0.Key'],
    ['Update*Command',                 'write.set', 'arg 0'],
    ['UploadPartCommand',              'write.set', 'arg 0.Key'],
    ['UploadPartCopyCommand',          'write.set', 'arg 0.Key'],
    ['WriteGetObjectResponseCommand',  'write.set', 'arg 0'],
  ],
});
