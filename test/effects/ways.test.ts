/** Programs in which functions are called in very many ways. */
import { expect, test } from 'vitest';
import type { Tool } from '../../rules/kit/index.js';
import { askMemory } from '../harness/ask.js';

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i + 1);

const all = (count: number, make: (i: number) => string): string => numbers(count).map(make).join('\n');

/** The tools of a server with these functions in it. */
async function toolsOf(text: string): Promise<readonly Tool[]> {
  const server = `import httpx
from mcp.server.fastmcp import FastMCP

mcp = FastMCP('many')

${text}`;
  const { result } = await askMemory(new Map([['server.py', server]]), { sets: [] });
  expect(result.internal).toEqual([]);
  return result.tools;
}

const details = (tool: Tool | undefined): readonly string[] => [
  ...new Set(tool?.effects.known.map(({ class: kind, detail }) => `${kind} ${detail}`)),
];

test('what only changes what it is given is told however often it is called', async () => {
  const [tool] = await toolsOf(`def fence(entry, names):
    if isinstance(entry, dict):
        for key, value in entry.items():
            entry[key] = 'fenced' if key in names else fence(value, names)
    return entry

@mcp.tool()
def show(items: list) -> str:
${all(60, (i) => `    fence(items[${i}]['a']['b${i}'], {'name'})`)}
    return 'done'
`);
  expect(tool?.effects).toMatchObject({ complete: true, known: [] });
});

test('a function that only asks what it was given may be asked of everything', async () => {
  const [tool] = await toolsOf(`def cell(value):
    """What stands in a table."""
    if isinstance(value, bool):
        return 'yes'
    return value

@mcp.tool()
def show(item: str) -> list:
    return [
${all(520, (i) => `        cell([httpx.Client, 'a${i}']),`)}
    ]
`);
  expect(tool?.effects).toMatchObject({ complete: true });
});

test('requests are told by their methods however many ways lead to them', async () => {
  const [tool] = await toolsOf(`def send(method, path, params):
    return httpx.request(method, 'https://api.example.com/' + path, params=params).json()

@mcp.tool()
def show(item: str) -> str:
${all(60, (i) => `    send('GET', 'items/' + item[${i}:].strip(), {'page': item[:${i}]})`)}
    send('DELETE', 'items/' + item, None)
    return 'done'
`);
  expect(tool?.effects.complete).toBe(true);
  expect(details(tool).some((detail) => detail.startsWith('destroy'))).toBe(true);
});

test('a function that runs what it is handed runs all that it is handed', async () => {
  const [tool] = await toolsOf(`class Job:
    def __init__(self, method):
        self.method = method

def run(job, note):
    return httpx.request(job.method, 'https://api.example.com/', params={'note': note})

@mcp.tool()
def show(item: str) -> str:
${all(60, (i) => `    run(Job('GET'), item[${i}:])`)}
    run(Job('DELETE'), item)
    return 'done'
`);
  expect(details(tool).some((detail) => detail.startsWith('destroy')) || tool?.effects.complete === false).toBe(true);
});

test('what a tool had no room for is looked at again for the next one', async () => {
  const [deep, near] = await toolsOf(`def load(item):
    return httpx.get('https://api.example.com/' + name_of(item)).json()

def name_of(item):
    return item.strip()

${all(60, (i) => `def way${i}(item):\n    return ${i === 1 ? 'load(item)' : `way${i - 1}(item)`}\n`)}

@mcp.tool()
def deep(item: str) -> str:
    return way60(item)['name']

@mcp.tool()
def near(item: str) -> str:
    return way1(item)['name']
`);
  expect(deep?.effects.complete).toBe(false);
  expect(near?.effects).toMatchObject({ complete: true, unresolved: [] });
});

test('an item of a loop in a loop changes in the round that it belongs to', async () => {
  const rows = (name: string): string =>
    `[${numbers(24)
      .map((i) => `{'name': '${name}${i}'}`)
      .join(', ')}]`;
  const [tool] = await toolsOf(`@mcp.tool()
def show(item: str) -> str:
    found = []
    for group in ${rows('group')}:
        for row in ${rows('row')}:
            row['group'] = group['name']
            found.append(row)
    return str(found)
`);
  expect(tool?.effects).toMatchObject({ complete: true, unresolved: [] });
});

test('an object that hands itself to its class is found there', async () => {
  const [tool] = await toolsOf(`class Service:
    _instance: "Service | None" = None

    def __init__(self):
        Service._instance = self
        self._names: dict[str, str] = {}

    @classmethod
    def get(cls) -> "Service":
        return cls._instance

    def name_of(self, key):
        return self._names.get(key)

Service()

@mcp.tool()
def show(key: str) -> str:
    return Service.get().name_of(key)
`);
  expect(tool?.effects).toMatchObject({ complete: true, unresolved: [] });
});
