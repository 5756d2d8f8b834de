/** Modules that come with Python, as far as programs import them: their imports stand above the others. */
const names: ReadonlySet<string> = new Set(
  (
    'abc argparse array ast asyncio base64 bisect builtins bz2 calendar cmath cmd codecs collections colorsys concurrent configparser contextlib ' +
    'contextvars copy csv ctypes dataclasses datetime decimal difflib dis doctest email encodings enum errno faulthandler filecmp fileinput ' +
    'fnmatch fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http imaplib importlib inspect ' +
    'io ipaddress itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap multiprocessing numbers operator os ' +
    'pathlib pdb pickle pkgutil platform plistlib poplib pprint profile pwd queue quopri random re readline reprlib resource runpy sched ' +
    'secrets select selectors shelve shlex shutil signal site smtplib socket socketserver sqlite3 ssl stat statistics string stringprep struct ' +
    'subprocess symtable sys sysconfig syslog tarfile tempfile termios textwrap threading time timeit tkinter token tokenize tomllib trace ' +
    'traceback tracemalloc tty turtle types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg wsgiref xml ' +
    'xmlrpc zipfile zipimport zlib zoneinfo __future__'
  ).split(' '),
);

/** `os`, `os.path`. */
export function isStandard(module: string): boolean {
  return names.has(module.split('.')[0] ?? module);
}
