import { describe, expect, test } from 'vitest';
import { run } from '../../../server/cli/run.js';
import { memoryHost, type MemoryFile, type MemoryHost } from '../../../server/hosts/memory.js';
import { heard, plant } from '../../harness/outputs.js';

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function world(files: Readonly<Record<string, MemoryFile>>): MemoryHost {
  return memoryHost(Object.fromEntries(Object.entries(files).map(([name, content]) => [`/ws/${name}`, content])));
}

const detent = (files: Readonly<Record<string, MemoryFile>>, ...argv: string[]): Promise<Outcome> => detentIn(world(files), ...argv);

async function detentIn(host: MemoryHost, ...argv: string[]): Promise<Outcome> {
  let [out, err] = ['', ''];
  const code = await run(argv, {
    host: { ...host, toFile: (path) => path },
    cwd: '/ws',
    out: (text) => (out += text),
    err: (text) => (err += text),
    color: false,
    stdin: async () => new Uint8Array(),
    version: () => '0.0.0',
    page: () => undefined,
    serve: async () => {},
  });
  heard(argv.join(' '), out + err);
  return { code, out, err };
}

const secret = ['sk', 'live', plant('q8Zt3Lw9XbR2mK7vP4nY6cHd')].join('_');
const wrongHint = (line = ''): string => `import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { rm } from 'node:fs/promises';
const server = new McpServer({ name: 'x', version: '1' });
server.registerTool('clean', { annotations: { readOnlyHint: true } }, async () => { ${line}
  await rm('cache', { recursive: true });
  return { content: [] };
});
`;
const clean = 'export const one = 1;';

describe('exit codes', () => {
  test('0 when there is nothing, 1 for a finding, 2 when a file could not be read', async () => {
    expect((await detent({ 'a.ts': clean }, 'check')).code).toBe(0);
    expect((await detent({ 'a.ts': wrongHint() }, 'check')).code).toBe(1);
    const { code, err, out } = await detent({ 'a.ts': wrongHint(), 'b.ts': { problem: 'permission denied' } }, 'check');
    expect([code, err]).toEqual([2, 'b.ts: could not be read: permission denied\n']);
    expect(out).toContain('permission/read-only-hint-mismatch');
  });

  test('what is too large, binary or gone is said, and keeps nothing else from being clean', async () => {
    const files = {
      'big.js': ' '.repeat(2 * 1024 * 1024 + 1),
      'video.ts': Uint8Array.from([71, 0, 0]),
      'gone.ts': { problem: 'there is no such file', gone: true },
    };
    const { code, out } = await detent(files, 'check');
    expect(code).toBe(0);
    expect(out).toBe(
      'No findings · no tools found · 0 files\nskipped  big.js: larger than 2 MB\nskipped  gone.ts: gone since it was listed\nskipped  video.ts: binary\n',
    );
  });

  test('the severity that fails may be raised, lowered, and come from the configuration', async () => {
    const warning = { 'detent.config.json': '{ "rules": { "permission/read-only-hint-mismatch": "warning" } }', 'a.ts': wrongHint() };
    expect((await detent(warning, 'check')).code).toBe(0);
    expect((await detent(warning, 'check', '--fail-on', 'warning')).code).toBe(1);
    expect((await detent(warning, 'check', '--fail-on=information')).code).toBe(1);
    expect((await detent(warning, 'check', '--max-warnings', '1')).code).toBe(0);
    expect((await detent(warning, 'check', '--max-warnings', '0')).code).toBe(1);
    const strict = { ...warning, 'detent.config.json': '{ "failOn": "hint", "rules": { "permission/read-only-hint-mismatch": "hint" } }' };
    expect((await detent(strict, 'check')).code).toBe(1);
    expect((await detent(strict, 'check', '--fail-on', 'never')).code).toBe(0);
  });

  test('a fix that removes every finding leaves a clean answer', async () => {
    expect((await detent({ 'a.ts': wrongHint() }, 'check', '--fix')).code).toBe(0);
    expect((await detent({ 'a.ts': wrongHint() }, 'check', '--fix-dry-run')).code).toBe(0);
  });

  test('a file that somebody else changes meanwhile is not written', async () => {
    const host = world({ 'a.ts': wrongHint() });
    let reads = 0;
    const racing: MemoryHost = {
      ...host,
      async read(file) {
        reads += file === '/ws/a.ts' ? 1 : 0;
        if (file === '/ws/a.ts' && reads === 3) await host.write('/ws/a.ts', '// somebody else\n');
        return host.read(file);
      },
    };
    const { code, err } = await detentIn(racing, 'check', '--fix');
    expect(code).toBe(2);
    expect(err).toContain('a.ts: not fixed, since it changed meanwhile');
    expect(await host.read('/ws/a.ts')).toEqual({ bytes: new TextEncoder().encode('// somebody else\n') });
  });
});

describe('no secret leaves', () => {
  const file = { 'a.ts': wrongHint(`const stripe = new Stripe('${secret}');`), '.env.development': `STRIPE_KEY=${secret}\n` };

  for (const argv of [
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--fix-dry-run'],
    ['tools'],
    ['tools', '--format', 'json'],
    ['check', '--set', 'strict'],
  ]) {
    test(`by detent ${argv.join(' ')}`, async () => {
      const { out, err } = await detent(file, ...argv);
      expect(out.length).toBeGreaterThan(10);
      expect(out + err).not.toContain(secret.slice(8, 20));
    });
  }
});
