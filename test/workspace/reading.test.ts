import { describe, expect, test } from 'vitest';
import { asked, server } from './asked.js';

const megabyte = 1024 * 1024;

/** What is looked at, and what is said about the rest; paths relative to `/ws`. */
async function opened(
  files: Parameters<typeof asked>[0],
  ...explicit: readonly string[]
): Promise<{ files: readonly string[]; skipped: Readonly<Record<string, string>>; unreadable: readonly string[]; count: number }> {
  const session = asked(files);
  if (explicit.length === 0) await session.session.open(['/ws']);
  else await session.session.openFiles(explicit);
  const { skipped, unreadable, files: count } = session.session.check();
  const short = (file: string): string => file.replace('/ws/', '');
  return {
    files: Object.keys(session.files()),
    skipped: Object.fromEntries(skipped.map(({ file, reason }) => [short(file), reason])),
    unreadable: unreadable.map(short),
    count,
  };
}

describe('which files are looked at', () => {
  test('sources with tools or secrets, and configuration, whatever git ignores', async () => {
    expect(
      await opened({
        '/ws/.git/HEAD': 'ref: refs/heads/main',
        '/ws/.gitignore': '.env*\n.claude/\n.vscode\ndist\n/private\n*.gen.ts\n!keep.gen.ts\n',
        '/ws/.git/info/exclude': 'excluded.ts\n',
        '/ws/src/a.ts': server,
        '/ws/src/b.tsx': server,
        '/ws/src/c.mjs': server,
        '/ws/src/none.ts': 'export {};',
        '/ws/src/types.d.ts': server,
        '/ws/src/notes.md': server,
        '/ws/src/x.gen.ts': server,
        '/ws/src/keep.gen.ts': server,
        '/ws/excluded.ts': server,
        '/ws/private/d.ts': server,
        '/ws/src/private/e.ts': server,
        '/ws/.env': 'A=1',
        '/ws/.env.local': 'A=1',
        '/ws/src/.dev.vars': 'A=1',
        '/ws/.claude/settings.local.json': '{}',
        '/ws/.claude/tool.ts': server,
        '/ws/.vscode/mcp.json': '{}',
        '/ws/other.json': '{}',
        '/ws/dist/f.js': server,
        '/ws/node_modules/g/index.js': server,
        '/ws/sub/.gitignore': 'h.ts\n',
        '/ws/sub/h.ts': server,
        '/ws/sub/i.ts': server,
      }),
    ).toEqual({
      files: [
        '.claude/settings.local.json',
        '.env',
        '.env.local',
        '.vscode/mcp.json',
        'src/.dev.vars',
        'src/a.ts',
        'src/b.tsx',
        'src/c.mjs',
        'src/keep.gen.ts',
        'src/private/e.ts',
        'sub/i.ts',
      ],
      skipped: {},
      unreadable: [],
      count: 12,
    });
  });

  test('ignore files above the folder count up to the repository, and no further', async () => {
    const above = { '/.gitignore': 'a.ts', '/ws/.gitignore': 'b.ts', '/ws/app/a.ts': server, '/ws/app/b.ts': server };
    const inRepository = asked({ ...above, '/ws/.git/HEAD': '' });
    await inRepository.session.open(['/ws/app']);
    expect(Object.keys(inRepository.files())).toEqual(['app/a.ts']);
    const outside = asked(above);
    await outside.session.open(['/ws/app']);
    expect(Object.keys(outside.files())).toEqual(['app/a.ts', 'app/b.ts']);
  });

  test('build output that git keeps is said', async () => {
    expect(await opened({ '/ws/dist/index.js': server, '/ws/a.ts': server })).toMatchObject({
      files: ['a.ts'],
      skipped: { dist: 'build output: give its path to look inside' },
    });
  });

  test('what is asked for by path is looked at, wherever it is', async () => {
    const files = {
      '/ws/.git/HEAD': '',
      '/ws/.gitignore': 'node_modules\ndist\n',
      '/ws/dist/a.js': server,
      '/ws/node_modules/pkg/package.json': '{}',
      '/ws/node_modules/pkg/dist/index.js': server,
      '/ws/node_modules/pkg/node_modules/dep/index.js': server,
    };
    const session = asked(files);
    await session.session.open(['/ws/node_modules/pkg', '/ws/dist']);
    expect(Object.keys(session.files())).toEqual(['dist/a.js', 'node_modules/pkg/dist/index.js', 'node_modules/pkg/package.json']);
    expect(await opened(files, '/ws/node_modules/pkg/dist/index.js')).toMatchObject({
      files: ['node_modules/pkg/dist/index.js'],
      count: 1,
    });
  });

  test('a secret or a fallback makes a source worth reading, a mention of neither does not', async () => {
    const key = ['sk', 'live', Array.from({ length: 24 }, (_, index) => 'q8Zt3Lw9Xb'[(index * 7) % 10]).join('')].join('_');
    expect(
      await opened({
        '/ws/secret.ts': `const k = '${key}';`,
        '/ws/fallback.ts': "const url = process.env.API ?? 'https://api.prod.example.com';",
        '/ws/plain.ts': 'export const token = readToken();',
      }),
    ).toMatchObject({ files: ['fallback.ts', 'secret.ts'], count: 3 });
  });

  test('notebooks are read, copies that editors keep of them are not', async () => {
    const notebook = (source: string): string => JSON.stringify({ cells: [{ cell_type: 'code', source }] });
    const files = {
      '/ws/b.ipynb': notebook(server),
      '/ws/.ipynb_checkpoints/b-checkpoint.ipynb': notebook(server),
      '/ws/plain.ipynb': notebook('x = 1'),
      '/ws/r.ipynb': '{"cells": [], "metadata": {"kernelspec": {"name": "ir"}}}',
      '/ws/c.ts': server,
    };
    expect(await opened(files)).toEqual({
      files: ['b.ipynb', 'c.ts'],
      skipped: { 'r.ipynb': 'a notebook in R, which is not read' },
      unreadable: [],
      count: 3,
    });
    expect(await opened({ ...files, '/ws/.gitignore': '*.ipynb\n' })).toMatchObject({ files: ['c.ts'], skipped: {} });
  });

  test('pictures in a notebook do not count as its code', async () => {
    const cell = { cell_type: 'code', source: server, outputs: [{ data: { 'image/png': 'a'.repeat(3 * 1024 * 1024) } }] };
    expect(await opened({ '/ws/b.ipynb': JSON.stringify({ cells: [cell] }) })).toMatchObject({ files: ['b.ipynb'], skipped: {} });
  });

  test('asking for what is never looked at is answered', async () => {
    expect(await opened({ '/ws/README.md': '#' }, '/ws/README.md')).toMatchObject({
      files: [],
      skipped: { 'README.md': 'not a kind of file that is looked at' },
      count: 0,
    });
  });
});

describe('bad files are said, never a crash, never clean', () => {
  test('a notebook that is none, or not all of which can be read', async () => {
    const cut = `{"cells": [{"cell_type": "code", "source": ${JSON.stringify(server)}}, {`;
    expect(await opened({ '/ws/a.ipynb': '{}', '/ws/b.ipynb': cut })).toMatchObject({
      files: ['b.ipynb'],
      skipped: { 'a.ipynb': 'not a notebook: it has no cells', 'b.ipynb': 'not all of it is JSON: CloseBraceExpected on line 1' },
      unreadable: ['a.ipynb', 'b.ipynb'],
    });
  });

  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

  test('binary', async () => {
    expect(await opened({ '/ws/video.ts': bytes(0x47, 0, 0, 1) })).toEqual({
      files: [],
      skipped: { 'video.ts': 'binary' },
      unreadable: [],
      count: 0,
    });
  });

  test('Latin-1 is read, and said to be', async () => {
    const latin = Uint8Array.from(
      [...`// caf`].map((char) => char.charCodeAt(0)).concat(0xe9, ...[...`\n${server}`].map((char) => char.charCodeAt(0))),
    );
    expect(await opened({ '/ws/a.ts': latin })).toEqual({
      files: ['a.ts'],
      skipped: { 'a.ts': 'read as Latin-1, since it is not valid UTF-8' },
      unreadable: [],
      count: 1,
    });
  });

  test('UTF-16 and a byte order mark are read', async () => {
    const wide = Uint8Array.from([0xff, 0xfe, ...[...server].flatMap((char) => [char.charCodeAt(0), 0])]);
    expect(await opened({ '/ws/wide.ts': wide, '/ws/marked.ts': `\ufeff${server}` })).toEqual({
      files: ['marked.ts', 'wide.ts'],
      skipped: {},
      unreadable: [],
      count: 2,
    });
  });

  test('above 2 MB a source is left out, above 5 MB everything', async () => {
    const { files, skipped, unreadable } = await opened({
      '/ws/big.js': server.padEnd(2 * megabyte + 1),
      '/ws/fits.js': server.padEnd(2 * megabyte),
      '/ws/huge.js': ' '.repeat(5 * megabyte + 1),
      '/ws/.env': ' '.repeat(5 * megabyte + 1),
    });
    expect({ files, skipped, unreadable }).toEqual({
      files: ['fits.js'],
      skipped: { 'big.js': 'larger than 2 MB', 'huge.js': 'larger than 5 MB', '.env': 'larger than 5 MB' },
      unreadable: [],
    });
  });

  test('unreadable files and folders keep the answer from being complete', async () => {
    expect(
      await opened({
        '/ws/a.ts': { problem: 'permission denied' },
        '/ws/b.ts': server,
        '/ws/closed': { problem: 'permission denied' },
        '/ws/closed/c.ts': server,
      }),
    ).toEqual({
      files: ['b.ts'],
      skipped: { 'a.ts': 'permission denied', closed: 'permission denied' },
      unreadable: ['closed', 'a.ts'],
      count: 1,
    });
  });

  test('gone between listing and reading', async () => {
    expect(await opened({ '/ws/a.ts': { problem: 'there is no such file', gone: true }, '/ws/b.ts': server })).toEqual({
      files: ['b.ts'],
      skipped: { 'a.ts': 'gone since it was listed' },
      unreadable: [],
      count: 1,
    });
  });

  test('circles of links, links to nowhere, links inside and outside', async () => {
    expect(
      await opened({
        '/ws/a.ts': server,
        '/ws/loop': { link: '/ws' },
        '/ws/sub/up': { link: '..' },
        '/ws/self.ts': { link: 'self.ts' },
        '/ws/dead.ts': { link: 'nothing.ts' },
        '/ws/same.ts': { link: 'a.ts' },
        '/ws/.env': { link: '/shared/.env' },
        '/shared/.env': 'A=1',
        '/ws/outside': { link: '/shared' },
        '/shared/b.ts': server,
      }),
    ).toEqual({
      files: ['.env', 'a.ts'],
      skipped: {
        'dead.ts': 'symbolic link that leads nowhere',
        'self.ts': 'symbolic link that leads nowhere',
        outside: 'symbolic link to a folder outside',
      },
      unreadable: [],
      count: 2,
    });
  });

  test('hostile ignore files take no time', async () => {
    const deep = Array.from({ length: 60 }, () => 'a').join('/');
    const started = performance.now();
    await opened({
      '/ws/.gitignore': `${'**/a/'.repeat(40)}b\n${'*a'.repeat(400)}b\n[${'['.repeat(5000)}\n`,
      [`/ws/${deep}/x.ts`]: server,
    });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
