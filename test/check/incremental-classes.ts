/** Small workspaces of classes, and what edits of them put in. Each method is a piece of its own. */
import type { World } from './incremental-edits.js';

/** Classes of TypeScript: methods that say what other methods find in their objects. */
export const typescriptClasses: World = {
  texts: new Map(
    Object.entries({
      '/w/server.ts': `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { Store, Other, type Sink } from './store.js';
async function put(sink: Sink, id: string) {
  await sink.putAway(id);
}
declare const sink: Sink;
const server = new McpServer({ name: 'case', version: '1.0.0' });
const store = new Store('/data', 'DELETE');
server.registerTool('one', { description: 'One', inputSchema: { id: z.string() }, annotations: { readOnlyHint: true } }, async ({ id }) => store.one(id));
server.registerTool('two', { description: 'Two', inputSchema: { id: z.string() } }, async ({ id }) => store.two(id));
server.registerTool('three', { description: 'Three', inputSchema: { id: z.string() } }, async ({ id }) => new Other(id).three(id));
server.registerTool('four', { description: 'Four', inputSchema: { id: z.string() } }, async ({ id }) => Other.four(id));
server.registerTool('seven', { description: 'Seven', inputSchema: { id: z.string() } }, async ({ id }) => put(sink, id));
new Other('x').register(server);
`,
      '/w/store.ts': `import fs from 'node:fs/promises';
import { z } from 'zod';

export interface Sink {
  putAway(id: string): Promise<void>;
}

export class FileSink implements Sink {
  async putAway(id: string) {
    const where = '/data/' + id;
    await fs.unlink(where);
  }
}

export class Base {
  readonly root: string;
  verb = 'GET';
  protected steps: ((id: string) => Promise<void>)[] = [];
  constructor(root: string, verb: string) {
    this.root = root;
    this.verb = verb;
    this.add((id) => fs.unlink(id));
  }

  add(step: (id: string) => Promise<void>) {
    this.steps.push(step);
  }

  path(id: string) {
    return this.root + '/' + id;
  }
}

export class Store extends Base {
  quiet = true;
  private client = fs;
  static last: string | undefined;
  constructor(root: string, verb: string) {
    const kept = verb;
    super(root, kept);
  }

  async one(id: string) {
    const where = this.path(id);
    if (!this.quiet) await fs.rm(where);
    return await fs.readFile(where);
  }

  async two(id: string) {
    for (const step of this.steps) await step(id);
    await fetch('https://x.example/' + id, { method: this.verb });
  }

  loud() {
    const value = false;
    this.quiet = value;
  }

  reset() {
    Store.last = this.root;
  }
}

export class Other extends Base {
  constructor(id: string) {
    super(id, 'POST');
  }

  async three(id: string) {
    const path = this.path(id);
    await this.helper(path);
  }

  async helper(path: string) {
    await fs.writeFile(path, 'x');
  }

  static async four(id: string) {
    const url = 'https://y.example/' + id;
    return fetch(url, { method: 'PUT' });
  }

  register(server: { registerTool: (...args: unknown[]) => void }) {
    const name = 'five';
    server.registerTool(name, { description: 'Five', inputSchema: { id: z.string() } }, async ({ id }: { id: string }) => this.three(id));
    this.more(server);
  }

  more(server: { registerTool: (...args: unknown[]) => void }) {
    server.registerTool('six', { description: 'Six', inputSchema: { id: z.string() } }, async ({ id }: { id: string }) => {
      await fs.rm(id);
    });
  }
}
`,
    }),
  ),
  often: ['/w/store.ts', '/w/store.ts', '/w/store.ts', '/w/store.ts'],
  removed: ['/w/store.ts'],
  keys: ['x', 'a', ' ', '\n', '.', ';', '!', '//'],
  pieces: [
    'const sinks = { putAway: async () => {} };',
    'class Sink2 { putAway() {} }',
    'this.quiet = false;',
    "this.verb = 'DELETE';",
    'this.steps.push((id) => fs.rm(id));',
    'this.add((id) => fs.rm(id));',
    'return;',
    "throw new Error('no');",
    "Store.last = 'x';",
    'this.steps = [];',
    'Object.assign(this, { quiet: false });',
    "await fetch('https://z.example', { method: 'DELETE' });",
    'this.client = other;',
    'this.loud();',
    "const where = '/x';",
    "this['quiet'] = false;",
    'delete this.quiet;',
    'super.path(id);',
    "this.root = '/y';",
    'const self = this; self.quiet = false;',
  ],
  words: [
    ['implements Sink', ''],
    ['putAway', 'putaway'],
    ["'GET'", "'DELETE'"],
    ["'POST'", "'GET'"],
    ["'PUT'", "'GET'"],
    ['unlink', 'readFile'],
    ['writeFile', 'rm'],
    ['readFile', 'rm'],
    ['true', 'false'],
    ['false', 'true'],
    ['this.', ''],
    ['const ', 'let '],
    ['await ', ''],
    ['static ', ''],
    ['kept', 'root'],
    ['value', 'values'],
    ['where', 'id'],
    ['path', 'id'],
    ['helper', 'helped'],
    ['five', 'delete_five'],
    ['extends Base', ''],
    ['verb', 'root'],
    ['step', 'steps'],
  ],
  blocks: /(?<=\n)(?=\n)/u,
};

/** The same in Python. */
export const pythonClasses: World = {
  texts: new Map(
    Object.entries({
      '/w/server.py': `from mcp.server.fastmcp import FastMCP
from store import Store, Other

mcp = FastMCP('case')
store = Store('/data', 'DELETE')

@mcp.tool()
def one(id: str):
    """One"""
    return store.one(id)

@mcp.tool()
def two(id: str):
    """Two"""
    return store.two(id)

@mcp.tool()
def three(id: str):
    """Three"""
    return Other(id).three(id)

@mcp.tool()
def four(id: str):
    """Four"""
    return Other.four(id)

Other('x').register(mcp)
`,
      '/w/store.py': `import os
import shutil
import requests


class Base:
    verb = 'GET'

    def __init__(self, root, verb):
        self.root = root
        self.verb = verb
        self.steps = []
        self.add(os.unlink)

    def add(self, step):
        self.steps.append(step)

    def path(self, id):
        return self.root + '/' + id

    def act(self, id):
        raise NotImplementedError


class Store(Base):
    quiet = True
    last = None

    def __init__(self, root, verb):
        kept = verb
        super().__init__(root, kept)

    def one(self, id):
        where = self.path(id)
        if not self.quiet:
            os.remove(where)
        return open(where).read()

    def two(self, id):
        for step in self.steps:
            step(id)
        requests.request(self.verb, 'https://x.example/' + id)

    def loud(self):
        value = False
        self.quiet = value

    def act(self, id):
        shutil.rmtree(id)


class Other(Base):
    def __init__(self, id):
        super().__init__(id, 'POST')

    def three(self, id):
        path = self.path(id)
        self.helper(path)

    def helper(self, path):
        with open(path, 'w') as file:
            file.write('x')

    @staticmethod
    def four(id):
        url = 'https://y.example/' + id
        return requests.put(url)

    def register(self, mcp):
        name = 'five'

        @mcp.tool(name=name)
        def five(id: str):
            """Five"""
            return self.three(id)

        self.more(mcp)

    def more(self, mcp):
        @mcp.tool()
        def six(id: str):
            """Six"""
            os.remove(id)
`,
    }),
  ),
  often: ['/w/store.py', '/w/store.py', '/w/store.py', '/w/store.py'],
  removed: ['/w/store.py'],
  keys: ['x', 'a', ' ', '\n        ', '.', '#', '='],
  pieces: [
    '        self.quiet = False',
    "        self.verb = 'DELETE'",
    '        self.steps.append(os.remove)',
    '        self.add(os.remove)',
    '        return',
    '        raise NotImplementedError',
    "        Store.last = 'x'",
    '        self.steps = []',
    '        self.__dict__.update(quiet=False)',
    "        requests.delete('https://z.example')",
    '        self.loud()',
    "        where = '/x'",
    "        setattr(self, 'quiet', False)",
    '        del self.quiet',
    "        self.root = '/y'",
    '        me = self',
    '        me.quiet = False',
    '        yield id',
    '        self.quiet += 1',
  ],
  words: [
    ["'GET'", "'DELETE'"],
    ["'POST'", "'GET'"],
    ['requests.put', 'requests.get'],
    ['unlink', 'listdir'],
    ["'w'", "'r'"],
    ['True', 'False'],
    ['False', 'True'],
    ['self.', ''],
    ['kept', 'root'],
    ['value', 'values'],
    ['where', 'id'],
    ['path', 'id'],
    ['helper', 'helped'],
    ["'five'", "'delete_five'"],
    ['(Base)', ''],
    ['verb', 'root'],
    ['step', 'steps'],
    ['def ', 'async def '],
    ['rmtree', 'disk_usage'],
    ['super().', 'Base.'],
  ],
  blocks: /(?<=\n)(?=\n)/u,
};
