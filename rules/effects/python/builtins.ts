import { defineEffects } from '../../kit/index.js';

/**
 * Names that stand without an import. Opening a file says what is done to it; what is written to the standard streams is the log
 * or the transport itself.
 */
export default defineEffects({
  library: 'builtins',
  language: 'python',
  reference: 'https://docs.python.org/3/library/functions.html',
  origin: 'read',
  resource: 'process',
  instances: { 'IPython: InteractiveShell': ['get_ipython()'], 'io: TextIOWrapper': ['open()'] },

  calls: [
    ['eval', 'exec',      'arg 0:source', { code: true }],
    ['exec', 'exec',      'arg 0:source', { code: true }],
    ['open', 'write.add', 'arg 0:file', { if: 'arg 1:mode = a|ab|at|a+|ab+|a+b|at+|a+t|ba', resource: 'filesystem' }],
    ['open', 'write.add', 'arg 0:file', { if: 'arg 1:mode = x|xb|xt|x+|xb+|x+b|xt+|x+t|bx', resource: 'filesystem', exclusive: true }],
    ['open', 'read',      'arg 0:file', { if: 'arg 1:mode = r|rb|rt|br|tr', resource: 'filesystem' }],
    ['open', 'read',      'arg 0:file', { if: 'arg 1:mode absent', resource: 'filesystem' }],
    ['open', 'write.set', 'arg 0:file', { resource: 'filesystem' }],
  ],

  harmless: [
    'ArithmeticError', 'AssertionError', 'AttributeError', 'BaseException', 'BaseExceptionGroup', 'BlockingIOError', 'BrokenPipeError',
    'BufferError', 'BytesWarning', 'ChildProcessError', 'ConnectionAbortedError', 'ConnectionError', 'ConnectionRefusedError',
    'ConnectionResetError', 'DeprecationWarning', 'EOFError', 'EncodingWarning', 'EnvironmentError', 'Exception', 'ExceptionGroup',
    'FileExistsError', 'FileNotFoundError', 'FloatingPointError', 'FutureWarning', 'GeneratorExit', 'IOError', 'ImportError',
    'ImportWarning', 'IndentationError', 'IndexError', 'InterruptedError', 'IsADirectoryError', 'KeyError', 'KeyboardInterrupt',
    'LookupError', 'MemoryError', 'ModuleNotFoundError', 'NameError', 'NotADirectoryError', 'NotImplementedError', 'OSError',
    'OverflowError', 'PendingDeprecationWarning', 'PermissionError', 'ProcessLookupError', 'RecursionError', 'ReferenceError',
    'ResourceWarning', 'RuntimeError', 'RuntimeWarning', 'StopAsyncIteration', 'StopIteration', 'SyntaxError', 'SyntaxWarning',
    'SystemError', 'SystemExit', 'TabError', 'TimeoutError', 'TypeError', 'UnboundLocalError', 'UnicodeDecodeError', 'UnicodeEncodeError',
    'UnicodeError', 'UnicodeTranslateError', 'UnicodeWarning', 'UserWarning', 'ValueError', 'Warning', 'ZeroDivisionError',
    '__build_class__', '__import__', 'abs', 'aiter', 'all', 'anext', 'any', 'ascii', 'bin', 'bool', 'bool#*', 'bool.*', 'breakpoint',
    'bytearray', 'bytearray#*', 'bytearray.*', 'bytes', 'bytes#*', 'bytes.*', 'callable', 'chr', 'classmethod', 'compile', 'complex',
    'complex#*', 'copyright', 'credits', 'delattr', 'dict', 'dict#*', 'dict.*', 'dir', 'divmod', 'enumerate', 'exit', 'filter', 'float',
    'float#*', 'float.*', 'format', 'frozenset', 'frozenset#*', 'get_ipython', 'getattr', 'globals', 'hasattr', 'hash', 'help', 'hex', 'int', 'int#*',
    'int.*', 'isinstance', 'issubclass', 'iter', 'len', 'license', 'list', 'list#*', 'locals', 'map', 'max', 'memoryview', 'memoryview#*',
    'min', 'next', 'object', 'object.__new__', 'oct', 'ord', 'pow', 'print', 'property', 'quit', 'range', 'range#*', 'repr', 'reversed', 'round', 'set',
    'set#*', 'setattr', 'slice', 'slice#*', 'sorted', 'staticmethod', 'str', 'str#*', 'str.*', 'sum', 'super', 'tuple', 'tuple#*', 'type',
    'vars', 'zip',
  ],
  fresh: ['id'],
  asks: ['input'],
});
