import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knowledge as plain } from '../../rules/index.js';
import { createAnalyzer } from '../../server/analysis/analyze.js';
import { marked } from '../../server/analysis/languages.js';
import { pythonClasses, typescriptClasses } from './incremental-classes.js';
import { editsOf, snapshotOf, snapshots, type Texts, type World } from './incremental-edits.js';
import { pythonWorld } from './incremental-python.js';
import { typescriptWorld } from './incremental-typescript.js';
import { workflows } from './incremental-workflows.js';

const knowledge = marked(plain);

const worlds: readonly (readonly [string, World, number])[] = [
  ['TypeScript', typescriptWorld, 8],
  ['Python', pythonWorld, 8],
  ['classes of TypeScript', typescriptClasses, 4],
  ['classes of Python', pythonClasses, 4],
  ['workflows', workflows, 4],
];

test.each(worlds)('what is kept from before an edit never changes the answer: %s', { timeout: 120_000 }, (_what, world, runs) => {
  const fresh = new Map<string, string>();
  let edits = 0;
  fc.assert(
    fc.property(fc.array(editsOf(world), { minLength: 20, maxLength: 40 }), (steps) => {
      const kept = createAnalyzer(knowledge);
      const see = snapshots();
      const texts = new Map(world.texts);
      const before: Texts[] = [new Map(texts)];
      kept.analyze(see(texts));
      for (const step of steps) {
        step.run(texts, before);
        before.push(new Map(texts));
        edits++;
        const snapshot = see(new Map(texts));
        const key = JSON.stringify([...texts]);
        // Undone edits bring back texts whose answer is known.
        if (!fresh.has(key)) fresh.set(key, told(createAnalyzer(knowledge).analyze(snapshot)));
        const answer = told(kept.analyze(snapshot));
        if (answer !== fresh.get(key)) expect(JSON.parse(answer), step.name).toEqual(JSON.parse(fresh.get(key)!));
      }
    }),
    { numRuns: Number(process.env['RUNS'] ?? runs) },
  );
  expect(edits).toBeGreaterThan(15 * runs);
});

test('what is said of a text that was undone is said of what it was read as again', () => {
  const kept = createAnalyzer(knowledge);
  const see = snapshots();
  const names = "export const names = ['read_note', 'read_page'];\n";
  const agent = `import { tool } from '@langchain/core/tools';
import { load } from 'elsewhere';
import { names } from './names.js';

export const tools = names.map((name) => tool(() => load(name), { name, description: 'Reads' }));
`;
  // Nobody asks for the file while its tools state what they need.
  for (const text of [names, `// tier: destructive\n${names}`, names]) {
    const snapshot = see(
      new Map([
        ['/w/names.ts', text],
        ['/w/agent.ts', agent],
      ]),
    );
    const { findings } = kept.analyze(snapshot);
    expect(findings.map(({ ruleId, fixes }) => [ruleId, fixes.length])).toEqual(
      text === names ? Array.from({ length: 2 }, () => ['permission/missing-tier', 4]) : [],
    );
    expect(findings).toEqual(createAnalyzer(knowledge).analyze(snapshot).findings);
  }
});

test('a test on a field is looked at again when another file comes to assign it', () => {
  const kept = createAnalyzer(knowledge);
  const see = snapshots();
  const server = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { settings, store } from './store.js';
import './setup.js';

const server = new McpServer({ name: 'case', version: '1.0.0' });
server.registerTool('clean', {}, async () => {
  await store.clean();
  if (!settings.dry) await store.clear();
});
`;
  const store = `import { rm } from 'node:fs/promises';

class Store {
  purge = false;
  async clean() {
    if (this.purge) await rm('a');
  }
  async clear() {
    await rm('b');
  }
}

export const store = new Store();
export const settings = { dry: true };
`;
  const head = "import { settings, store } from './store.js';\n\n";
  const steps: readonly (readonly [string, number])[] = [
    ['', 0],
    ['store.purge = true;\n', 1],
    ['store.purge = false;\n', 0],
    ['store.purge = false;\nsettings.dry = false;\n', 1],
    ['export function set(x: any) { x.purge = 1; }\n', 1],
    ['export function set(x: Date) { x.purge = 1; }\n', 0],
    ['Object.assign(store, JSON.parse(process.env.X));\n', 1],
    ['Object.assign(settings, JSON.parse(process.env.X));\n', 1],
    ['Object.assign(settings, { dry: false });\nstore.purge ||= settings.dry;\n', 2],
    ['', 0],
  ];
  for (const [text, expected] of steps) {
    const snapshot = see(
      new Map([
        ['/w/server.ts', server],
        ['/w/setup.ts', head + text],
        ['/w/store.ts', store],
      ]),
    );
    const { tools } = kept.analyze(snapshot);
    expect(tools[0]?.effects.known.length, text).toBe(expected);
    expect(told(tools)).toEqual(told(createAnalyzer(knowledge).analyze(snapshot).tools));
  }
});

test('a class is looked at again when another file comes to inherit it, or ceases to', () => {
  const kept = createAnalyzer(knowledge);
  const see = snapshots();
  const server = `from mcp.server.fastmcp import FastMCP
from base import Searching
from port import Port
import kits

mcp = FastMCP("case")

def register(kit: Searching, port: Port):
    @mcp.tool()
    def search(word: str):
        kit.engine.look(word)
        port.press(word)
`;
  const base = 'class Searching:\n    pass\n';
  const port = 'from typing import Protocol\n\nclass Port(Protocol):\n    def press(self, word): ...\n';
  const head = 'import os\nfrom base import Searching\n\nclass Engine:\n    def look(self, word):\n        os.listdir(word)\n\n';
  const heir = 'class Kit(Searching):\n    def __init__(self):\n        self.engine = Engine()\n\n';
  const press = 'class Button:\n    def press(self, word):\n        os.remove(word)\n\n';
  const steps: readonly (readonly [string, number, number])[] = [
    ['', 0, 2],
    [heir, 1, 1],
    [heir + press, 2, 0],
    [heir.replace('(Searching)', '') + press, 1, 1],
    [heir + press.replace('press', 'push'), 1, 1],
    // Two classes stand for the protocol: it is not told which.
    [heir + press + press.replace('Button', 'Lever').replace('os.remove(word)', 'open(word)'), 1, 1],
    ['', 0, 2],
  ];
  for (const [text, known, open] of steps) {
    const snapshot = see(
      new Map([
        ['/w/server.py', server],
        ['/w/kits.py', head + text],
        ['/w/base.py', base],
        ['/w/port.py', port],
      ]),
    );
    const { tools } = kept.analyze(snapshot);
    const { effects } = tools[0]!;
    expect([effects.known.length, effects.unresolved.length], text).toEqual([known, open]);
    expect(told(tools)).toEqual(told(createAnalyzer(knowledge).analyze(snapshot).tools));
  }
});

test('an edit of one tool leaves the others alone', () => {
  const kept = createAnalyzer(knowledge);
  const see = snapshots();
  const pages = pythonWorld.texts.get('/w/pages.py')!;
  const again = (from: string, to: string): readonly string[] => {
    expect(pages.split(from), from).toHaveLength(2);
    const now = kept.analyze(see(new Map(pythonWorld.texts).set('/w/pages.py', pages.replace(from, to))));
    const changed = now.tools.filter((tool) => !before.tools.includes(tool)).map(({ name }) => name.value);
    before = now;
    return changed.sort();
  };
  let before = kept.analyze(see(pythonWorld.texts));
  expect(again('shown = found[:limit]', 'shown = found[: limit + 1]')).toEqual(['list_pages']);
  expect(again('shown = found[:limit]', 'shown = found')).toEqual(['list_pages']);
  before = kept.analyze(see(pythonWorld.texts));
  // What the function around them does concerns all of its tools, and no others.
  expect(again('count = 0', 'count = 10')).toEqual([
    'add_page',
    'count_pages',
    'drop_page',
    'fetch_page',
    'list_pages',
    'move_page',
    'retry_page',
  ]);
});

const told = (result: unknown): string => JSON.stringify(result);

test('the workspaces have what the edits are to change', () => {
  const { tools, findings, unresolved } = createAnalyzer(knowledge).analyze(snapshotOf(typescriptWorld.texts));
  expect(tools.map(({ name }) => name.value).sort()).toEqual([
    'first_thing',
    'inline',
    'keep_thing',
    'make_thing',
    'note',
    'plan_thing',
    'read_note',
    'refund',
    'retry_thing',
    'save_note',
    'second_thing',
    'wipe',
  ]);
  expect(findings.length).toBeGreaterThan(10);
  expect(unresolved).toEqual([]);
  const python = createAnalyzer(knowledge).analyze(snapshotOf(pythonWorld.texts));
  expect(python.tools.map(({ name }) => name.value).sort()).toEqual([
    'add_page',
    'count_pages',
    'drop_page',
    'fetch_page',
    'keep_page',
    'list_pages',
    'move_page',
    'refund',
    'retry_page',
    'tidy',
  ]);
  expect(python.findings.length).toBeGreaterThan(10);
  expect(python.unresolved).toEqual([]);
});

test('a function that registered nothing registers something, and nothing again', () => {
  const kept = createAnalyzer(knowledge);
  const see = snapshots();
  const found = ['', '/* none yet */', "'second', 'third'", '', "'fourth'"].map((names) => {
    const text = `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';

function start(server: McpServer) {
  function registerMore() {
    for (const name of [${names}]) server.registerTool(name, {}, async () => ({ content: [] }));
  }
  registerMore();
  server.registerTool('first', {}, async () => ({ content: [] }));
}

start(new McpServer({ name: 'notes', version: '1' }));
`;
    return kept.analyze(see(new Map([['/w/server.ts', text]]))).tools.map(({ name }) => name.value);
  });
  expect(found).toEqual([['first'], ['first'], ['second', 'third', 'first'], ['first'], ['fourth', 'first']]);
});

test('an object that only its maker uses is no tool after an edit in its maker either', () => {
  const kept = createAnalyzer(knowledge);
  const see = snapshots();
  const found = ['c', 'cd', 'c'].map((pack) => {
    const text = `from crewai import Agent
from crewai.tools import BaseTool


class Remote(BaseTool):
    pack: str

    def _run(self, **kwargs) -> str:
        return self.pack

    def names(self):
        return [self.pack]


class Packs:
    def names(self):
        other = Remote(name="other", pack="${pack}")
        return other.names()


def start():
    return Agent(role="Runner", tools=[Remote(name="first", pack="a")]), Packs().names()


start()
`;
    return kept.analyze(see(new Map([['/w/tools.py', text]]))).tools.map(({ name }) => name.value);
  });
  expect(found).toEqual([['first'], ['first'], ['first']]);
});

test('a question about a path that is asked so that it fails is one after an edit around it, too', () => {
  const kept = createAnalyzer(knowledge);
  const see = snapshots();
  const found = ['open_workspace()', 'open_workspace("now")', 'size = await open_workspace()', 'open_workspace()'].map((workspace) => {
    const asking = workspace.startsWith('size') ? workspace : `await ${workspace}`;
    const server = `from pathlib import Path

from langchain_core.tools import tool
from workspaces import open_workspace


def build():
    @tool
    async def clear(path: str) -> str:
        """Empty a file."""
        ${asking}.file_info(path)
        Path(path).write_text("")
        return "done"

    return [clear]


tools = build()
`;
    const { findings } = kept.analyze(see(new Map([['/w/server.py', server]])));
    return findings.filter(({ message }) => message.includes('writes wherever')).length;
  });
  expect(found).toEqual([0, 0, 1, 0]);
});
