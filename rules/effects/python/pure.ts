/** Modules of Python's own library that only compute, and keep nothing that outlives the program. */
const standard = [
  '__future__', 'abc', 'argparse', 'array', 'ast', 'base64', 'bisect', 'calendar', 'cmath', 'codecs', 'collections', 'contextlib', 'contextvars',
  'copy', 'dataclasses', 'decimal', 'difflib', 'enum', 'fractions', 'functools', 'hashlib', 'heapq', 'hmac', 'html', 'inspect', 'ipaddress',
  'itertools', 'json', 'keyword', 'locale', 'math', 'numbers', 'operator', 'pprint', 're', 'statistics', 'string', 'struct', 'textwrap', 'traceback',
  'types', 'typing', 'unicodedata', 'warnings', 'weakref',
];

/** Packages that describe data, and check it. */
const data = ['annotated_types', 'attr', 'attrs', 'dateutil', 'pydantic', 'pydantic_settings', 'pytz', 'typing_extensions'];

/** Packages that compute values from values. */
const values = ['bson', 'pglast', 'pgvector', 'pyproj', 'rank_bm25', 'shapely', 'sqlparse', 'tabulate'];

/** Modules that somebody looked at, and whose calls never count. */
export const purePythonModules: readonly string[] = [...standard, ...data, ...values];
