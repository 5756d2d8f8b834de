import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'winreg',
  language: 'python',
  reference: 'https://docs.python.org/3/library/winreg.html',
  origin: 'read',
  resource: 'other',

  calls: [
    ['CreateKey',    'write.set', 'arg 1:sub_key',   { ensures: true }],
    ['CreateKeyEx',  'write.set', 'arg 1:sub_key',   { ensures: true }],
    ['DeleteKey',    'destroy',   'arg 1:sub_key'],
    ['DeleteKeyEx',  'destroy',   'arg 1:sub_key'],
    ['DeleteTree',   'destroy',   'arg 1:sub_key'],
    ['DeleteValue',  'destroy',   'arg 1:value'],
    ['EnumKey',      'read',      'arg 0:key'],
    ['EnumValue',    'read',      'arg 0:key'],
    ['LoadKey',      'write.set', 'arg 1:sub_key'],
    ['QueryInfoKey', 'read',      'arg 0:key'],
    ['QueryValue',   'read',      'arg 1:sub_key'],
    ['QueryValueEx', 'read',      'arg 1:name'],
    ['SaveKey',      'write.set', 'arg 1:file_name', { resource: 'filesystem' }],
    ['SetValue',     'write.set', 'arg 1:sub_key'],
    ['SetValueEx',   'write.set', 'arg 1:value_name'],
  ],

  harmless: [
    'CloseKey', 'ConnectRegistry', 'DisableReflectionKey', 'EnableReflectionKey', 'ExpandEnvironmentStrings', 'FlushKey', 'HKEYType#*',
    'OpenKey', 'OpenKeyEx', 'QueryReflectionKey',
  ],
});
