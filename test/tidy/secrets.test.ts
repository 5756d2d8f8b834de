import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { files, isText, root } from './repository.js';

const secretlint = join(dirname(createRequire(import.meta.url).resolve('secretlint/package.json')), 'bin/secretlint.js');

test('no secret is committed', () => {
  const { status, output } = scan(root, files.filter(isText));
  expect(output).toBe('');
  expect(status).toBe(0);
});

test('a secret would be seen', () => {
  const folder = mkdtempSync(join(tmpdir(), 'detent-secret-'));
  try {
    // Put together at run time, so that this file stays clean.
    const key = ['sk', 'live', '4eC39HqLyjWDarjtT1zdp7dcAbCdEfGh'].join('_');
    writeFileSync(join(folder, 'a.txt'), `STRIPE_SECRET_KEY=${key}\n`);
    const slack = ['xoxb', '123456789012', '1234567890123', 'AbCdEfGhIjKlMnOpQrStUvWx'].join('-');
    writeFileSync(join(folder, 'b.txt'), `token = "${slack}"\n`);
    expect(scan(folder, ['a.txt', 'b.txt']).status).toBe(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function scan(cwd: string, names: readonly string[]): { readonly status: number | null; readonly output: string } {
  const rules = join(root, '.secretlintrc.json');
  const done = spawnSync(process.execPath, [secretlint, '--secretlintrc', rules, '--maskSecrets', '--no-glob', ...names], {
    cwd,
    encoding: 'utf8',
  });
  return { status: done.status, output: `${done.stdout}${done.stderr}`.trim() };
}
