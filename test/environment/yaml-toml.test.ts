import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JsonFile, JsonNode } from '../../server/analysis/syntax/json.js';
import { readToml } from '../../server/analysis/syntax/toml.js';
import { readYaml } from '../../server/analysis/syntax/yaml.js';

const yaml = `# a comment
name: build
on: { push: { branches: [main, 'v*'] } }
jobs:
  test:
    steps:
      - run: |
          npm ci
          npm test
      - { name: "quoted \\u00e9", with: { retries: 3, dry: true } }
`;

const toml = `# a comment
model = "gpt-5" # behind
count = 3
on = true

[mcp_servers.docs]
command = 'npx'
args = ["-y", "docs"]

[[rule]]
name = "first"
[[rule]]
name = "second"
"dotted.key" = false
`;

/** What the tree says, without places. */
function plain(node: JsonNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'array') return node.items.map(plain);
  return node.kind === 'object' ? Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)])) : node.value;
}

/** Each key and each value of one line is what stands at its place. */
function misplaced(text: string, node: JsonNode | undefined): readonly string[] {
  if (node === undefined) return [];
  if (node.kind === 'array') return node.items.flatMap((item) => misplaced(text, item));
  if (node.kind === 'scalar') {
    const said = text.slice(node.span.start, node.span.end);
    const is =
      typeof node.value === 'string' ? node.value.includes('\n') || /^['"]/.test(said) || said === node.value : said === String(node.value);
    return is || node.value === null ? [] : [said];
  }
  return node.entries.flatMap(({ key, keySpan, value }) => {
    const said = text.slice(keySpan.start, keySpan.end);
    const isOwn = said === key || said === `"${key}"` || said === `'${key}'` || value.kind === 'object';
    return [...(isOwn ? [] : [said]), ...misplaced(text, value)];
  });
}

test('YAML is read with its places', () => {
  const { root, problems } = readYaml(yaml);
  expect(problems).toEqual([]);
  expect(plain(root)).toEqual({
    name: 'build',
    on: { push: { branches: ['main', 'v*'] } },
    jobs: { test: { steps: [{ run: 'npm ci\nnpm test\n' }, { name: 'quoted é', with: { retries: 3, dry: true } }] } },
  });
  expect(misplaced(yaml, root)).toEqual([]);
});

test('of TOML, tables and values are read with their places', () => {
  const { root, problems } = readToml(toml);
  expect(problems).toEqual([]);
  expect(plain(root)).toEqual({
    model: 'gpt-5',
    count: 3,
    on: true,
    mcp_servers: { docs: { command: 'npx', args: ['-y', 'docs'] } },
    rule: { 0: { name: 'first' }, 1: { name: 'second', 'dotted.key': false } },
  });
  expect(misplaced(toml, root)).toEqual([]);
});

test('of TOML, lists over lines and tables in a line are read with their places', () => {
  const text = 'args = [\n  "-y", # first\n  "docs",\n]\nenv = { KEY = "a, b", "other" = 3, in = { x = [1, true] } }\nlater = "x"\n';
  const { root, problems } = readToml(text);
  expect([plain(root), problems]).toEqual([{ args: ['-y', 'docs'], env: { KEY: 'a, b', other: 3, in: { x: [1, true] } }, later: 'x' }, []]);
  expect(misplaced(text, root)).toEqual([]);
});

test('an alias is no second place, and one that feeds on itself ends', () => {
  expect(plain(readYaml('a: &a [x]\nb: *a\n').root)).toEqual({ a: ['x'] });
  expect(plain(readYaml('a: &a { b: *a, c: 1 }\n').root)).toEqual({ a: { c: 1 } });
});

test.each([
  ['YAML', yaml, readYaml],
  ['TOML', toml, readToml],
] as const)('broken %s gives what could be read, and never throws', (_, text, read: (text: string) => JsonFile) => {
  const broken = fc.tuple(fc.nat(text.length), fc.nat(text.length), fc.string({ maxLength: 6 })).map(([a, b, inserted]) => {
    const [start, end] = a < b ? [a, b] : [b, a];
    return text.slice(0, start) + inserted + text.slice(Math.min(end, start + 12));
  });
  fc.assert(
    fc.property(broken, (one) => {
      const { root, problems } = read(one);
      expect(root !== undefined || problems.length > 0 || one.trim() === '' || /^\s*(?:#.*\s*)*$/.test(one)).toBe(true);
    }),
  );
  for (const deep of ['['.repeat(5000), '- '.repeat(5000), 'a:\n '.repeat(500), `${'a.'.repeat(5000)}a = 1`, '{a: '.repeat(200)])
    expect(() => read(deep)).not.toThrow();
});
