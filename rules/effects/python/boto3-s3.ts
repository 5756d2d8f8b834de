import { defineEffects } from '../../kit/index.js';

/** What the table does not say of the client of S3: an object is replaced, unless a condition forbids it. */
export default defineEffects({
  library: 'boto3',
  language: 'python',
  reference: 'https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/s3.html',
  origin: 'read',
  resource: 'object-store',
  openWorld: true,

  calls: [
    ['s3#complete_multipart_upload', 'write.set', 'arg :Key',       { guards: ['arg :IfMatch', 'arg :IfNoneMatch'] }],
    ['s3#copy',                      'write.set', 'arg 2:Key'],
    ['s3#copy_object',               'write.set', 'arg :Key'],
    ['s3#create_bucket',             'write.add', 'arg :Bucket',    { exclusive: true }],
    ['s3#create_multipart_upload',   'write.add', 'arg :Key'],
    ['s3#delete_object',             'destroy',   'arg :Key'],
    ['s3#delete_objects',            'destroy',   'arg :Delete'],
    ['s3#download_file',             'write.set', 'arg 2:Filename', { resource: 'filesystem' }],
    ['s3#download_fileobj',          'read',      'arg 1:Key'],
    ['s3#get_object',                'read',      'arg :Key'],
    ['s3#head_object',               'read',      'arg :Key'],
    ['s3#put_object',                'write.set', 'arg :Key',       { guards: ['arg :IfMatch', 'arg :IfNoneMatch'] }],
    ['s3#rename_object',             'write.set', 'arg :Key'],
    ['s3#restore_object',            'write.set', 'arg :Key'],
    ['s3#upload_file',               'write.set', 'arg 2:Key'],
    ['s3#upload_fileobj',            'write.set', 'arg 2:Key'],
    ['s3#upload_part',               'write.set', 'arg :Key'],
    ['s3#write_get_object_response', 'write.set', 'args'],
  ],

  harmless: [],
});
