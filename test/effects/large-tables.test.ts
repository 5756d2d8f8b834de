/** Tables of which a program makes more objects than can be followed one by one. */
import { expect, test } from 'vitest';
import type { Tool } from '../../rules/kit/index.js';
import { askMemory } from '../harness/ask.js';

const rows = (count: number, make: (i: number) => string): string => Array.from({ length: count }, (_, i) => make(i)).join('\n');

async function toolsOf(file: string, text: string): Promise<ReadonlyMap<string, Tool>> {
  const { result } = await askMemory(new Map([[file, text]]), { sets: [] });
  expect(result.internal).toEqual([]);
  return new Map(result.tools.map((tool) => [tool.name?.value ?? '', tool]));
}

/** What a tool does, each kind once. */
function doneBy(tool: Tool | undefined): { readonly complete: boolean | undefined; readonly does: readonly string[] } {
  const kinds = new Set(tool?.effects.known.map(({ class: kind, resource }) => `${kind} ${resource}`));
  return { complete: tool?.effects.complete, does: [...kinds].sort() };
}

const python = (count: number): string => `import httpx
from mcp.server.fastmcp import FastMCP

mcp = FastMCP('things')

TABLE = {
${rows(count, (i) => `    'thing${i}': {'id': 'id${i}', 'path': '/things${i}/', 'method': '${i === 7 ? 'DELETE' : 'GET'}'},`)}
}


class Client:
    def __init__(self, base):
        self.base = base

    def __getattr__(self, name):
        if name in TABLE:
            return Resource(self, TABLE[name])
        raise AttributeError(name)

    def request(self, method, path, **options):
        return httpx.request(method, f'{self.base}{path}', **options).json()


class Page:
    def __init__(self, resource, filters):
        self._client = resource._client
        self._path = resource._path
        self._filters = filters
        self._now = None

    def fetch(self, url=None):
        if url:
            return self._client.request('GET', url)
        return self._client.request('GET', self._path, params=self._filters)

    def now(self):
        if self._now is None:
            self._now = self.fetch()
        return self._now

    def has_next(self):
        return self.now()['next'] is not None

    def next(self):
        if not self.has_next():
            raise ValueError('there is no next page')
        self._now = self.fetch(self.now()['next'])

    def __iter__(self):
        while True:
            yield from self.now()['results']
            if not self.has_next():
                break
            self.next()


class Resource:
    def __init__(self, client, row):
        self._client = client
        self._path = row['path']
        self._method = row['method']

    def list(self, **filters):
        return Page(self, filters)

    def drop(self, id):
        return self._client.request('DELETE', self._path + id)

    def call(self, id):
        return self._client.request(self._method, self._path + id)


client = Client('https://api.example.com')
RESOURCES = {name: Resource(client, row) for name, row in TABLE.items()}


@mcp.tool()
def by_loop(id: str, query: dict) -> dict:
    for name, row in TABLE.items():
        if row['id'] == id:
            page = getattr(client, name).list(**query)
            found = list(page)
            return {'found': found, 'page': page.now(), 'more': page.has_next()}
    raise ValueError('there is no such thing')


@mcp.tool()
def by_word(name: str, query: dict) -> dict:
    page = RESOURCES[name].list(**query)
    return {'found': list(page), 'page': page.now(), 'more': page.has_next()}


@mcp.tool()
def drop(name: str, id: str) -> dict:
    return RESOURCES[name].drop(id)


@mcp.tool()
def call(name: str, id: str) -> dict:
    return RESOURCES[name].call(id)


@mcp.tool()
def call_seven(id: str) -> dict:
    for name, row in TABLE.items():
        if name == 'thing7':
            return Resource(client, row).call(id)


@mcp.tool()
def call_eight(id: str) -> dict:
    for name, row in TABLE.items():
        if name == 'thing8':
            return Resource(client, row).call(id)
`;

test('Python: objects of a large table are followed together, and one entry of it alone', async () => {
  const tools = await toolsOf('server.py', python(60));
  const reads = { complete: true, does: ['read network'] };
  expect(doneBy(tools.get('by_loop'))).toEqual(reads);
  expect(doneBy(tools.get('by_word'))).toEqual(reads);
  expect(doneBy(tools.get('drop'))).toEqual({ complete: true, does: ['destroy network'] });
  expect(doneBy(tools.get('call')).does).toEqual(['destroy network', 'read network']);
  expect(doneBy(tools.get('call_seven'))).toEqual({ complete: true, does: ['destroy network'] });
  expect(doneBy(tools.get('call_eight'))).toEqual(reads);
});

const typescript = (count: number): string => `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';

const server = new McpServer({ name: 'things', version: '1.0.0' });

interface Row { id: string; path: string; method: string }
const TABLE: Record<string, Row> = {
${rows(count, (i) => `  thing${i}: { id: 'id${i}', path: '/things${i}/', method: '${i === 7 ? 'DELETE' : 'GET'}' },`)}
};

class Client {
  constructor(private base: string) {}
  async request(method: string, path: string, options: RequestInit = {}) {
    return (await fetch(\`\${this.base}\${path}\`, { method, ...options })).json();
  }
}

class Page {
  private client: Client;
  private path: string;
  private current?: any;
  constructor(resource: Resource, private filters: Record<string, string>) {
    this.client = resource.client;
    this.path = resource.path;
  }
  async fetch(url?: string) {
    return this.client.request('GET', url ?? this.path + new URLSearchParams(this.filters));
  }
  async now() {
    this.current ??= await this.fetch();
    return this.current;
  }
  async hasNext() {
    return (await this.now()).next !== undefined;
  }
  async next() {
    if (!(await this.hasNext())) throw new Error('there is no next page');
    this.current = await this.fetch((await this.now()).next);
  }
}

class Resource {
  readonly path: string;
  private method: string;
  constructor(readonly client: Client, row: Row) {
    this.path = row.path;
    this.method = row.method;
  }
  list(filters: Record<string, string>) {
    return new Page(this, filters);
  }
  drop(id: string) {
    return this.client.request('DELETE', this.path + id);
  }
  call(id: string) {
    return this.client.request(this.method, this.path + id);
  }
}

const client = new Client('https://api.example.com');
const resources = new Map(Object.entries(TABLE).map(([name, row]) => [name, new Resource(client, row)]));
const text = (answer: unknown) => ({ content: [{ type: 'text' as const, text: JSON.stringify(answer) }] });

async function all(page: Page) {
  while (await page.hasNext()) await page.next();
  return page.now();
}

server.registerTool('by_loop', { inputSchema: { id: z.string(), q: z.string() } }, async ({ id, q }) => {
  for (const row of Object.values(TABLE)) if (row.id === id) return text(await all(new Resource(client, row).list({ q })));
  throw new Error('there is no such thing');
});
server.registerTool('by_word', { inputSchema: { name: z.string(), q: z.string() } }, async ({ name, q }) => text(await all(resources.get(name)!.list({ q }))));
server.registerTool('drop', { inputSchema: { name: z.string(), id: z.string() } }, async ({ name, id }) => text(await resources.get(name)!.drop(id)));
server.registerTool('call', { inputSchema: { name: z.string(), id: z.string() } }, async ({ name, id }) => text(await resources.get(name)!.call(id)));
for (const [tool, thing] of [['call_seven', 'thing7'], ['call_eight', 'thing8']])
  server.registerTool(tool, { inputSchema: { id: z.string() } }, async ({ id }) => {
    for (const [name, row] of Object.entries(TABLE)) if (name === thing) return text(await new Resource(client, row).call(id));
    throw new Error('there is no such thing');
  });
`;

test('TypeScript: objects of a large table are followed together, and one entry of it alone', async () => {
  const tools = await toolsOf('src/server.ts', typescript(60));
  const reads = { complete: true, does: ['read network'] };
  expect(doneBy(tools.get('by_loop'))).toEqual(reads);
  expect(doneBy(tools.get('by_word'))).toEqual(reads);
  expect(doneBy(tools.get('drop'))).toEqual({ complete: true, does: ['destroy network'] });
  expect(doneBy(tools.get('call')).does).toEqual(['destroy network', 'read network']);
  expect(doneBy(tools.get('call_seven'))).toEqual({ complete: true, does: ['destroy network'] });
  expect(doneBy(tools.get('call_eight'))).toEqual(reads);
});

test('what is called one by one is not taken together, and is too much', async () => {
  const text = (count: number): string => `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';

const server = new McpServer({ name: 'things', version: '1.0.0' });

async function store(value: { name: string }, as: string) {
  await fetch('https://api.example.com/items', { method: 'PUT', body: JSON.stringify({ value, as }) });
}

server.registerTool('store', {}, async () => {
${rows(count, (i) => `  await store({ name: 'x${i}' }, 'y${i}');`)}
});
`;
  expect(doneBy((await toolsOf('src/server.ts', text(20))).get('store'))).toEqual({ complete: true, does: ['write.set network'] });
  expect(doneBy((await toolsOf('src/server.ts', text(160))).get('store'))).toEqual({ complete: false, does: ['write.set network'] });
});
