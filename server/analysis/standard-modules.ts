/** The modules that come with Python. */

/** Names of the standard library of Python 3.8 to 3.14. */
const modules = new Set(
  (
    '__future__ abc aifc annotationlib antigravity argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect ' +
    'builtins bz2 cProfile calendar cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall compression concurrent ' +
    'configparser contextlib contextvars copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils ' +
    'doctest email encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch formatter fractions ftplib functools gc ' +
    'getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib imghdr imp importlib inspect io ipaddress ' +
    'itertools json keyword linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt ' +
    'multiprocessing netrc nis nntplib ntpath numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes ' +
    'pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc queue quopri random re ' +
    'readline reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr ' +
    'socket socketserver spwd sqlite3 ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog ' +
    'tabnanny tarfile telnetlib tempfile termios textwrap threading time timeit tkinter token tokenize tomllib trace traceback ' +
    'tracemalloc tty turtle types typing unicodedata unittest urllib uu uuid venv warnings wave weakref webbrowser winreg winsound ' +
    'wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo'
  ).split(' '),
);

/** Those that have modules inside: `logging.handlers` is one of them, and `platform.windows` is somebody else's. */
const packages = new Set(
  (
    'asyncio collections compression concurrent ctypes curses dbm distutils email encodings ensurepip html http importlib json logging ' +
    'multiprocessing os pathlib re sqlite3 string sysconfig tkinter tomllib unittest urllib venv wsgiref xml xmlrpc zipfile zoneinfo'
  ).split(' '),
);

/** Whether the name of a module, `os` or `os.path`, means one of Python's own. */
export function isStandard(module: string): boolean {
  const [head, ...more] = module.split('.');
  return head !== undefined && (more.length === 0 ? modules : packages).has(head);
}
