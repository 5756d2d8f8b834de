import { defineEffects } from '../../kit/index.js';

export default defineEffects({
  library: 'ctypes',
  language: 'python',
  reference: 'https://docs.python.org/3/library/ctypes.html',
  origin: 'read',
  resource: 'process',
  instances: { LibraryLoader: ['cdll', 'oledll', 'pydll'] },

  calls: [
    ['CDLL',                      'exec', 'arg 0:name'],
    ['LibraryLoader#LoadLibrary', 'exec', 'arg 0:name'],
    ['OleDLL',                    'exec', 'arg 0:name'],
    ['PyDLL',                     'exec', 'arg 0:name'],
    ['WinDLL',                    'exec', 'arg 0:name'],
    ['windll.*.*',                'exec', 'args'],
  ],

  harmless: [
    'ARRAY', 'Array#*', 'BigEndianStructure', 'CFUNCTYPE', 'FormatError', 'GetLastError', 'LittleEndianStructure', 'POINTER',
    'PYFUNCTYPE', 'SetPointerType', 'Structure', 'Structure#*', 'Union', 'WINFUNCTYPE', 'WinError', 'addressof', 'alignment', 'byref',
    'c_*', 'cast', 'create_string_buffer', 'create_unicode_buffer', 'get_errno', 'get_last_error', 'memmove', 'memset', 'pointer',
    'py_object', 'resize', 'set_errno', 'set_last_error', 'sizeof', 'string_at', 'util.find_library', 'util.find_msvcrt', 'wintypes.*',
    'wstring_at',
  ],
});
