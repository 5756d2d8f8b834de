import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nodeHost } from '../../server/hosts/node.js';
import { createSession } from '../../server/workspace/session.js';
import { knowledge, nothing, server } from './asked.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'detent-host-')));
const host = nodeHost();
const file = (name: string): string => host.toFile(join(root, name));

function put(name: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
}

beforeAll(() => {
  put('a.ts', server);
  put('sub/b.ts', '');
  put('huge.js', Buffer.alloc(5 * 1024 * 1024 + 1));
  symlinkSync('loop.ts', join(root, 'loop.ts'));
  symlinkSync('..', join(root, 'sub/up'));
  symlinkSync('a.ts', join(root, 'same.ts'));
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('reading', () => {
  test('gives bytes', async () => {
    expect(await host.read(file('a.ts'))).toEqual({ bytes: Buffer.from(server) });
    expect(await host.read(file('sub/b.ts'))).toEqual({ bytes: Buffer.alloc(0) });
  });

  test('says why there are none', async () => {
    expect(await host.read(file('none.ts'))).toEqual({ problem: 'there is no such file', gone: true });
    expect(await host.read(file('a.ts/x.ts'))).toEqual({ problem: 'there is no such file', gone: true });
    expect(await host.read(file('sub'))).toEqual({ problem: 'is a folder' });
    expect(await host.read(file('loop.ts'))).toEqual({ problem: 'symbolic links in a circle' });
    expect(await host.read(file('huge.js'))).toEqual({ problem: 'larger than 5 MB' });
    expect(await host.read(file('x'.repeat(300)))).toEqual({ problem: 'name too long' });
  });

  test('a pipe does not hold it up', async () => {
    execFileSync('mkfifo', [join(root, 'pipe.ts')]);
    expect(await host.read(file('pipe.ts'))).toEqual({ problem: 'not a regular file' });
    rmSync(join(root, 'pipe.ts'));
  });
});

test('links are listed as links, and looked through when asked', async () => {
  const entries = await host.list(file('.'));
  expect(entries).toContainEqual({ name: 'same.ts', kind: 'link' });
  expect(entries).toContainEqual({ name: 'sub', kind: 'folder' });
  expect(await host.stat(file('same.ts'))).toMatchObject({ kind: 'file', realPath: file('a.ts') });
  expect(await host.stat(file('sub/up'))).toMatchObject({ kind: 'folder', realPath: host.toFile(root) });
  expect(await host.stat(file('loop.ts'))).toBeUndefined();
  expect(await host.list(file('none'))).toEqual({ problem: 'there is no such file', gone: true });
});

test('a walk over circles of links ends', async () => {
  const session = createSession({ host, knowledge, analyzer: () => ({ analyze: () => nothing }) });
  await session.open([host.toFile(root)]);
  const { skipped, files } = session.check();
  expect(skipped.map(({ file: name, reason }) => [name.slice(root.length + 1), reason])).toEqual([
    ['huge.js', 'larger than 5 MB'],
    ['loop.ts', 'symbolic link that leads nowhere'],
  ]);
  expect(files).toBe(2);
});

test('writing keeps the mode of a file, and says what is in the way', async () => {
  put('run.ts', 'old');
  chmodSync(join(root, 'run.ts'), 0o755);
  expect(await host.write(file('run.ts'), Buffer.from('new'))).toBeUndefined();
  expect(readFileSync(join(root, 'run.ts'), 'utf8')).toBe('new');
  expect(execFileSync('test', ['-x', join(root, 'run.ts')])).toEqual(Buffer.alloc(0));
  expect(await host.write(file('sub'), Buffer.from('x'))).toEqual({ problem: 'is a folder' });
  rmSync(join(root, 'run.ts'));
});

describe('git', () => {
  const repository = join(root, 'repository');
  const git = (...args: string[]): void => void execFileSync('git', ['-C', repository, ...args], { stdio: 'pipe' });

  beforeAll(() => {
    put('repository/.env', 'A=1');
    put('repository/.env.local', 'A=1');
    put('repository/new.ts', '');
    put('repository/odd [name]/.env', 'A=1');
    put('repository/.gitignore', '.env*\n');
    git('init', '--quiet');
    git('add', '--force', '.env', 'odd [name]/.env');
  });

  test('tells tracked from ignored; a tracked file is not ignored', async () => {
    const files = ['.env', '.env.local', 'new.ts', 'odd [name]/.env'].map((name) => file(`repository/${name}`));
    expect(await host.git(host.toFile(repository), files)).toEqual({
      tracked: new Set([files[0], files[3]]),
      ignored: new Set([files[1]]),
    });
  });

  test('is not there outside of a repository', async () => {
    expect(await host.git(host.toFile(tmpdir()), [host.toFile(join(tmpdir(), 'x'))])).toBeNull();
  });

  test('runs nothing that the repository asks to be run', async () => {
    const trap = join(root, 'sprung');
    put('trap.sh', `#!/bin/sh\ntouch '${trap}'\n`);
    chmodSync(join(root, 'trap.sh'), 0o755);
    git('config', 'core.fsmonitor', join(root, 'trap.sh'));
    await host.git(host.toFile(repository), [file('repository/.env')]);
    expect(existsSync(trap)).toBe(false);
    git('status');
    expect(existsSync(trap)).toBe(true);
  });

  test('is not led astray by the repository of a hook', async () => {
    process.env['GIT_DIR'] = join(root, 'elsewhere');
    try {
      expect((await host.git(host.toFile(repository), [file('repository/.env')]))?.tracked.size).toBe(1);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });
});
