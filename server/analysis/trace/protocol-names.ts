/** What a language asks the class of an object for when code uses the object without calling it. The first name that is there is run. */
import type { SourceLanguage } from '../syntax/ir.js';

export interface Protocols {
  readonly await: readonly string[];
  readonly iterate: readonly string[];
  /** Asked of what `iterate` gives. */
  readonly next: readonly string[];
  readonly with: readonly string[];
  readonly leave: readonly string[];
  readonly truth: readonly string[];
  readonly text: readonly string[];
  readonly item: readonly string[];
  readonly setItem: readonly string[];
  readonly deleteItem: readonly string[];
  readonly contains: readonly string[];
  /** Answers for every attribute, and for those that nothing else has. */
  readonly anyAttribute: readonly string[];
  readonly otherAttribute: readonly string[];
  readonly setAttribute: readonly string[];
  readonly deleteAttribute: readonly string[];
  /** Of an object that stands in the body of a class, when its name is read, written or deleted. */
  readonly get: readonly string[];
  readonly set: readonly string[];
  readonly delete: readonly string[];
  readonly unary: Readonly<Record<string, readonly string[]>>;
  /** Asked of what stands on the left, and else of what stands on the right. */
  readonly binary: Readonly<Record<string, { readonly left: readonly string[]; readonly right: readonly string[] }>>;
  readonly assigning: Readonly<Record<string, readonly string[]>>;
  /** Functions that use what they are given, by the names under which they are found. */
  readonly functions: Readonly<Record<string, Use | readonly string[]>>;
  /** Methods of texts and lists that do so. */
  readonly methods: Readonly<Record<string, Use>>;
  /** What a class asks of itself when an object of it is made, and when its name stands before brackets. */
  readonly make: readonly string[];
  readonly made: readonly string[];
  readonly generic: readonly string[];
}

/** Uses that more than one form of code stands for. */
export type Use = 'await' | 'iterate' | 'next' | 'with' | 'truth' | 'text' | 'read' | 'write' | 'remove';

const none: readonly string[] = [];

const arithmetic: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'truediv',
  '//': 'floordiv',
  '%': 'mod',
  '**': 'pow',
  '@': 'matmul',
  '<<': 'lshift',
  '>>': 'rshift',
  '&': 'and',
  '|': 'or',
  '^': 'xor',
};

const operators = Object.entries(arithmetic);

const python: Protocols = {
  await: ['__await__'],
  iterate: ['__iter__', '__aiter__', '__getitem__'],
  next: ['__next__', '__anext__'],
  with: ['__enter__', '__aenter__'],
  leave: ['__exit__', '__aexit__'],
  truth: ['__bool__', '__len__'],
  text: ['__format__', '__str__', '__repr__'],
  item: ['__getitem__', '__missing__'],
  setItem: ['__setitem__'],
  deleteItem: ['__delitem__'],
  contains: ['__contains__', '__iter__', '__getitem__'],
  anyAttribute: ['__getattribute__'],
  otherAttribute: ['__getattr__'],
  setAttribute: ['__setattr__'],
  deleteAttribute: ['__delattr__'],
  get: ['__get__'],
  set: ['__set__'],
  delete: ['__delete__'],
  unary: { '-': ['__neg__'], '+': ['__pos__'], '~': ['__invert__'] },
  binary: {
    ...Object.fromEntries(operators.map(([sign, name]) => [sign, { left: [`__${name}__`], right: [`__r${name}__`] }])),
    '===': { left: ['__eq__'], right: ['__eq__'] },
    '!==': { left: ['__ne__', '__eq__'], right: ['__ne__', '__eq__'] },
    '<': { left: ['__lt__'], right: ['__gt__'] },
    '>': { left: ['__gt__'], right: ['__lt__'] },
    '<=': { left: ['__le__'], right: ['__ge__'] },
    '>=': { left: ['__ge__'], right: ['__le__'] },
  },
  assigning: Object.fromEntries(operators.map(([sign, name]) => [`${sign}=`, [`__i${name}__`, `__${name}__`]])),
  functions: {
    list: 'iterate',
    tuple: 'iterate',
    set: 'iterate',
    frozenset: 'iterate',
    dict: 'iterate',
    sorted: 'iterate',
    sum: 'iterate',
    min: 'iterate',
    max: 'iterate',
    any: 'iterate',
    all: 'iterate',
    enumerate: 'iterate',
    zip: 'iterate',
    map: 'iterate',
    filter: 'iterate',
    iter: 'iterate',
    aiter: 'iterate',
    next: 'next',
    anext: 'next',
    bool: 'truth',
    str: 'text',
    format: 'text',
    print: 'text',
    repr: ['__repr__'],
    ascii: ['__repr__'],
    len: ['__len__'],
    int: ['__int__', '__index__', '__trunc__'],
    float: ['__float__', '__index__'],
    complex: ['__complex__', '__float__', '__index__'],
    bytes: ['__bytes__', '__iter__'],
    abs: ['__abs__'],
    round: ['__round__'],
    divmod: ['__divmod__'],
    pow: ['__pow__'],
    hash: ['__hash__'],
    dir: ['__dir__'],
    getattr: 'read',
    hasattr: 'read',
    setattr: 'write',
    delattr: 'remove',
    reversed: ['__reversed__', '__getitem__'],
    open: ['__fspath__'],
    'os.fspath': ['__fspath__'],
    'copy.copy': ['__copy__'],
    'copy.deepcopy': ['__deepcopy__'],
    'pickle.dumps': ['__getstate__', '__reduce_ex__', '__reduce__'],
    'math.floor': ['__floor__', '__float__'],
    'math.ceil': ['__ceil__', '__float__'],
    'math.trunc': ['__trunc__'],
    'asyncio.run': 'await',
    'asyncio.gather': 'await',
    'asyncio.wait_for': 'await',
    'asyncio.shield': 'await',
    'asyncio.ensure_future': 'await',
    'contextlib.ExitStack#enter_context': 'with',
    'contextlib.AsyncExitStack#enter_context': 'with',
    'contextlib.AsyncExitStack#enter_async_context': 'with',
  },
  methods: { join: 'iterate', extend: 'iterate', update: 'iterate', union: 'iterate', format: 'text' },
  make: ['__new__'],
  made: ['__post_init__', '__attrs_post_init__', 'model_post_init'],
  generic: ['__class_getitem__'],
};

const typescript: Protocols = {
  await: ['then'],
  iterate: ['Symbol.asyncIterator', 'Symbol.iterator'],
  next: ['next'],
  with: none,
  leave: none,
  truth: none,
  text: ['Symbol.toPrimitive', 'toString'],
  item: none,
  setItem: none,
  deleteItem: none,
  contains: none,
  anyAttribute: none,
  otherAttribute: none,
  setAttribute: none,
  deleteAttribute: none,
  get: none,
  set: none,
  delete: none,
  unary: {},
  binary: {},
  assigning: {},
  functions: {
    'Array.from': 'iterate',
    'Object.fromEntries': 'iterate',
    'Promise.all': 'await',
    'Promise.resolve': 'await',
    String: 'text',
    'JSON.stringify': ['toJSON'],
  },
  methods: { join: 'text' },
  make: none,
  made: none,
  generic: none,
};

/** What the language of a module asks for. */
export function protocolsOf(language: SourceLanguage): Protocols {
  return language === 'python' ? python : typescript;
}
