/** Modules of Python's own library that only compute, and keep nothing that outlives the program. A name stands for the modules in it as well. */
const standard = [
  '__future__', '_thread', 'abc', 'argparse', 'array', 'ast', 'asynchat', 'asyncore', 'atexit', 'base64', 'bdb', 'binascii', 'bisect',
  'cProfile', 'calendar', 'cgi', 'cgitb', 'cmath', 'cmd', 'codeop', 'collections', 'colorsys', 'contextlib', 'contextvars', 'copy',
  'copyreg', 'crypt', 'csv', 'curses', 'dataclasses', 'decimal', 'difflib', 'dis', 'doctest', 'email', 'encodings', 'enum', 'errno',
  'faulthandler', 'fcntl', 'fnmatch', 'fractions', 'functools', 'gc', 'getopt', 'gettext', 'graphlib', 'grp', 'hashlib', 'heapq', 'hmac',
  'html', 'http.cookies', 'imghdr', 'inspect', 'ipaddress', 'itertools', 'json', 'keyword', 'locale', 'marshal', 'math', 'mimetypes',
  'modulefinder', 'netrc', 'ntpath', 'numbers', 'opcode', 'operator', 'optparse', 'pickle', 'pickletools', 'pkgutil', 'platform',
  'plistlib', 'posixpath', 'pprint', 'profile', 'pstats', 'pwd', 'pyclbr', 'queue', 'quopri', 're', 'readline', 'reprlib', 'resource',
  'rlcompleter', 'sched', 'select', 'selectors', 'shlex', 'site', 'sndhdr', 'socketserver', 'stat', 'statistics', 'string', 'stringprep',
  'struct', 'symtable', 'sys', 'sysconfig', 'termios', 'textwrap', 'token', 'tokenize', 'tomllib', 'trace', 'traceback', 'tracemalloc',
  'tty', 'types', 'typing', 'unicodedata', 'unittest', 'urllib.error', 'urllib.parse', 'urllib.response', 'warnings', 'weakref', 'wsgiref',
  'xml.parsers', 'xml.sax.saxutils', 'zipimport', 'zlib', 'zoneinfo',
];

/** Packages that describe data, and check it. */
const data = [
  'annotated_types', 'attr', 'attrs', 'beartype', 'cattr', 'cattrs', 'dataclasses_json', 'dateutil', 'dynaconf', 'jsonschema', 'marshmallow',
  'msgspec', 'pydantic', 'pydantic_core', 'pydantic_settings', 'pytz', 'referencing', 'typeguard', 'typing_extensions', 'typing_inspect',
  'typing_inspection', 'tzdata', 'tzlocal',
];

/** Packages that compute values from values. */
const values = [
  'Levenshtein', 'argon2', 'babel', 'base58', 'bcrypt', 'blake3', 'bleach', 'bs4', 'bson', 'cbor2', 'certifi', 'chardet', 'charset_normalizer',
  'cron_descriptor', 'croniter', 'cryptography', 'cssselect', 'cytoolz', 'dateparser', 'deepdiff', 'dicttoxml', 'emoji', 'eyecite', 'ftfy', 'funcy', 'furl',
  'fuzzywuzzy', 'html2text', 'html5lib', 'humanize', 'icalendar', 'idna', 'inflect', 'inflection', 'isodate', 'itsdangerous', 'jellyfish',
  'jinja2', 'jmespath', 'jose', 'json5', 'json_repair', 'jsondiff', 'jsonpatch', 'jsonpath_ng', 'jsonpointer', 'jwt', 'lark', 'markdown',
  'markdown_it', 'markdownify', 'markupsafe', 'mcp_ui_server', 'mistune', 'mmh3', 'more_itertools', 'mpmath', 'msgpack', 'multidict', 'nacl', 'orjson', 'packaging',
  'parsel', 'passlib', 'pathspec', 'pglast', 'pgvector', 'phonenumbers', 'pint', 'protego', 'pycountry', 'pyparsing', 'pyproj',
  'pythonvCard4', 'rank_bm25', 'rapidfuzz', 'readabilipy', 'readability', 'recurring_ical_events', 'redis_entraid', 'regex', 'semver', 'shapely', 'simplejson', 'six', 'slugify', 'sortedcontainers',
  'soupsieve', 'sqlglot', 'sqlite_vec', 'sqlparse', 'sympy', 'tabulate', 'textdistance', 'thefuzz', 'tiktoken', 'titlecase', 'tomli', 'tomli_w',
  'tomlkit', 'toolz', 'ujson', 'unidecode', 'uritemplate', 'validators', 'vobject', 'w3lib', 'webcolors', 'xmltodict', 'xxhash', 'yaml', 'yarl',
];

/** Orders the calls of the functions that it is given, or wraps them. */
const order = [
  'aiolimiter', 'asgiref', 'async_lru', 'async_timeout', 'decorator', 'exceptiongroup', 'janus', 'nest_asyncio', 'outcome', 'ratelimit',
  'sniffio', 'uvloop', 'wrapt',
];

/** Logs, measures and shows progress, which never counts as an effect of a tool. */
const telemetry = [
  'alive_progress', 'colorama', 'coloredlogs', 'colorlog', 'datadog', 'ddtrace', 'halo', 'logfire', 'logging', 'loguru', 'opentelemetry',
  'posthog', 'prettytable', 'prometheus_client', 'sentry_sdk', 'statsd', 'structlog', 'syslog', 'termcolor', 'tqdm', 'yaspin',
];

/** Says where things lie on this machine, and which it is. */
const places = ['appdirs', 'distro', 'platformdirs', 'xdg'];

/** Modules that somebody looked at, and whose calls never count. */
export const purePythonModules: readonly string[] = [...standard, ...data, ...values, ...order, ...telemetry, ...places];
