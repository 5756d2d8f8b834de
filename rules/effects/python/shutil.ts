import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'shutil',
  language: 'python',
  reference: 'https://docs.python.org/3/library/shutil.html',
  origin: 'read',
  resource: 'filesystem',

  calls: [
    ['chown',          'write.set', 'arg 0:path', { attributes: true }],
    ['copy',           'write.set', 'arg 1:dst'],
    ['copy2',          'write.set', 'arg 1:dst'],
    ['copyfile',       'write.set', 'arg 1:dst'],
    ['copymode',       'write.set', 'arg 1:dst',  { attributes: true }],
    ['copystat',       'write.set', 'arg 1:dst',  { attributes: true }],
    ['copytree',       'write.set', 'arg 1:dst',  { if: 'arg 6:dirs_exist_ok = true' }],
    ['copytree',       'write.add', 'arg 1:dst',  { exclusive: true }],
    ['make_archive',   'write.set', 'arg 0:base_name'],
    ['move',           'write.set', 'arg 0:src',  { moves: 'arg 1:dst' }],
    ['rmtree',         'destroy',   'arg 0:path'],
    ['unpack_archive', 'write.set', 'arg 1:extract_dir'],
  ],

  harmless: [
    'copyfileobj', 'disk_usage', 'get_archive_formats', 'get_terminal_size', 'get_unpack_formats', 'ignore_patterns',
    'register_archive_format', 'register_unpack_format', 'unregister_archive_format', 'unregister_unpack_format', 'which',
  ],
});
