/** A small workspace of Python in which much depends on much, tools inside of functions, and what edits of it put in. */
import type { World } from './incremental-edits.js';

const files: Readonly<Record<string, string>> = {
  '/w/server.py': `"""A server."""
import os
from pathlib import Path

from mcp.server.fastmcp import FastMCP

from pages import register_pages
from store import Store, limits

mcp = FastMCP('case')
store = Store('/data')
register_pages(mcp, store)


# tier: write
@mcp.tool(annotations={'readOnlyHint': True})
def keep_page(page: str, mode: str = 'add') -> str:
    """Keeps a page."""
    if mode == 'remove':
        store.remove(page)
    else:
        store.append(page, 'text')
    return page


@mcp.tool()
async def tidy(folder: str) -> str:
    for name in os.listdir(folder):
        if limits['dry']:
            continue
        os.remove(os.path.join(folder, name))
    return 'done'


class Pages:
    def __init__(self, root):
        self.root = Path(root)
        self.seen = []

    def refund(self, page: str) -> str:
        (self.root / page).unlink()
        self.seen.append(page)
        return page


pages = Pages('/refunds')
mcp.tool(name='refund')(pages.refund)
`,
  '/w/pages.py': `import functools
import httpx
from helpers import answer, request

base = 'https://api.example.com'


def logged(fn):
    @functools.wraps(fn)
    async def wrapper(*args, **kwargs):
        with open('/log', 'a') as log:
            log.write(fn.__name__)
        return await fn(*args, **kwargs)

    return wrapper


def register_pages(mcp, store):
    names = ['a', 'b']
    count = 0

    def path(page):
        return base + '/pages/' + page

    @mcp.tool(annotations={'readOnlyHint': False, 'destructiveHint': False})
    async def list_pages(limit: int = 10) -> list[str]:
        """Lists pages."""
        found = await request('GET', path(''))
        shown = found[:limit]
        return [item['name'] for item in shown]

    @mcp.tool()
    async def fetch_page(page: str) -> str:
        """Fetches a page, with 'quotes' in it."""
        text = await request('GET', path(page))
        if text is None:
            raise ValueError(f'no page {page}')
        return answer(text)

    @mcp.tool()
    @logged
    async def add_page(page: str, text: str) -> str:
        names.append(page)
        body = {'text': text, 'names': names}
        await request('POST', path(page), body)
        return page

    @mcp.tool(annotations={'destructiveHint': True})
    async def drop_page(page: str, confirm: bool = False) -> str:
        # Asks first.
        if not confirm:
            return 'confirm first'
        await request('DELETE', path(page))
        return answer(page)

    @mcp.tool()
    def count_pages() -> int:
        nonlocal count
        count += 1
        return count

    if store is not None:

        @mcp.tool()
        def move_page(page: str, to: str) -> str:
            store.move(page, to)

            def inner(value):
                return store.append(value, to)

            return inner(page)

    @mcp.tool()
    async def retry_page(page: str) -> str:
        for attempt in range(3):
            try:
                return httpx.post(path(page)).text
            except httpx.HTTPError:
                last = attempt
        return str(last)
`,
  '/w/helpers.py': `import httpx

client = httpx.AsyncClient()


def answer(value) -> str:
    return str(value)


async def request(method, url, body=None):
    response = await client.request(method, url, json=body)
    return response.json()
`,
  '/w/store.py': `import shutil
from pathlib import Path

limits = {'dry': False, 'size': 10}


class Base:
    def __init__(self, root):
        self.root = root

    def path(self, page):
        return Path(self.root) / page


class Store(Base):
    keeps = True

    def append(self, page, text):
        with open(self.path(page), 'a') as file:
            file.write(text)

    def remove(self, page):
        if not self.keeps:
            self.path(page).unlink()
        shutil.rmtree(self.path(page))

    def move(self, page, to):
        self.path(page).rename(self.path(to))
`,
};

/** Lines of code that change what others mean. */
const pieces = [
  "    names.append('c')",
  "    base = '/x'",
  "        base = '/x'",
  '        nonlocal names',
  '        return',
  '        names = []',
  '    store = None',
  '    store.keeps = False',
  '        store.keeps = False',
  '        store.root = page',
  "limits['dry'] = True",
  "        limits['dry'] = True",
  'Store.keeps = False',
  "        open('/x', 'w')",
  '        raise ValueError()',
  '    # tier: destructive',
  '# detent-ignore-next-line permission/missing-tier -- known',
  '# detent-ignore-file idempotency/missing-key -- known',
  'from helpers import *',
  'from store import limits as answer',
  'del base',
  'global base',
  "mcp.tool(name='again')(pages.refund)",
  "    mcp.tool(name='path')(path)",
  '    list_pages = None',
  '    @logged',
  '    @mcp.tool()',
  '        def path(page): return page',
  '        class Inner: pass',
  '        await request("PUT", path("x"))',
  '        names[0] = page',
  'import os as shutil',
];

const words: readonly (readonly [string, string])[] = [
  ['True', 'False'],
  ['False', 'True'],
  ["'DELETE'", "'GET'"],
  ["'GET'", "'POST'"],
  ["'POST'", "'DELETE'"],
  ['unlink', 'read_text'],
  ["'a'", "'w'"],
  ['await ', ''],
  ['async ', ''],
  ['answer', 'answers'],
  ['store', 'stores'],
  ['page', 'pages'],
  ['names', 'name'],
  ['count', 'counts'],
  ['text', 'page'],
  ['found', 'shown'],
  ["'", '"'],
  ['    ', '  '],
  ['tier: write', 'tier: privileged'],
  ['drop_page', 'read_page'],
  ['mcp.tool', 'mcp.tools'],
  ['rename', 'exists'],
  ['(Base)', ''],
  ['path', 'paths'],
  ['def ', 'async def '],
  [' = ', ' == '],
  ['not ', ''],
  ['nonlocal', 'global'],
];

export const pythonWorld: World = {
  texts: new Map(Object.entries(files)),
  often: ['/w/pages.py', '/w/pages.py', '/w/pages.py', '/w/pages.py', '/w/server.py'],
  removed: ['/w/helpers.py', '/w/store.py'],
  keys: ['x', 'a', '1', ' ', '\n', "'", '"', '"""', '{', '}', '(', ')', '[', ':', ',', '.', '=', '#', '\\', '@', '\n    ', '\n        '],
  pieces,
  words,
  blocks: /(?<=\n)(?=\n)/u,
};
