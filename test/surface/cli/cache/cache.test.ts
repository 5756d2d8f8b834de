import { describe, expect, test } from 'vitest';
import type { Io } from '../../../../server/cli/io.js';
import type { MemoryFile, MemoryHost } from '../../../../server/hosts/memory.js';
import { cwd, detent, entryIn, freshly, project, said, secret, worldOf } from './world.js';

const commands = [
  ['check'],
  ['check', '--format', 'json'],
  ['check', 'src', 'package.json', '--set', 'recommended', '--min-certainty', 'certain'],
  ['check', '--fail-on', 'never'],
  ['check', '--max-warnings', '0', '--fail-on', 'never'],
  ['check', 'src/server.ts'],
  ['check', '--config', 'detent.config.json', 'src'],
  ['tools'],
  ['tools', '--format', 'json'],
  ['tools', 'src/files.ts'],
];
const terminals: readonly Partial<Io>[] = [{}, { color: true, width: 80 }];

describe('an answer from the cache is the answer of a run without', () => {
  test.each(commands.map((argv) => [argv.join(' '), argv] as const))('%s', async (_name, argv) => {
    const host = worldOf(project);
    for (const [index, io] of terminals.entries()) {
      const fresh = await freshly(host, argv, io);
      const first = await detent(host, argv, io);
      const second = await detent(host, argv, io);
      expect([said(first), said(second)]).toEqual([fresh, fresh]);
      expect([first.from, second.from]).toEqual([index === 0 ? 'looking' : 'cache', 'cache']);
      expect(second.written).toEqual([]);
    }
  });

  test('in a workspace with much to say', async () => {
    const { out } = await freshly(worldOf(project), ['check']);
    for (const part of ['permission/', 'idempotency/', 'environment/', 'skipped', 'could not']) expect.soft(out).toContain(part.trim());
  });

  test('check and tools in any format share it', async () => {
    const host = worldOf(project);
    await detent(host, ['check']);
    for (const argv of [['check', '.'], ['check', '--format', 'json'], ['tools'], ['tools', '--format', 'json', '.']])
      expect((await detent(host, argv)).from).toBe('cache');
    expect((await detent(host, ['check', '--set', 'strict'])).from).toBe('looking');
  });

  test('until the results that a gate names are others, or come and go', async () => {
    const gate = { 'detent.config.json': JSON.stringify({ passK: [{ results: 'evals/*/t.csv', k: 2, min: 0.6 }] }) };
    const trials = (last: number): string => `task,trial,success\na,1,1\na,2,${last}\n`;
    const host = worldOf({ ...project, ...gate, 'evals/1/t.csv': trials(1) });
    const changes: readonly (() => unknown)[] = [
      () => undefined,
      () => host.write(`${cwd}/evals/1/t.csv`, trials(0)),
      () => host.write(`${cwd}/evals/2/t.csv`, trials(0)),
      () => host.remove(`${cwd}/evals/1`),
      () => host.write(`${cwd}/evals/2/t.csv`, 'task,trial,success\na,1,"'),
    ];
    const answers = new Set<string>();
    for (const change of changes) {
      await change();
      const fresh = await freshly(host, ['check']);
      answers.add(JSON.stringify(fresh));
      expect(await detent(host, ['check'])).toMatchObject({ ...fresh, from: 'looking' });
      expect(await detent(host, ['check'])).toMatchObject({ ...fresh, from: 'cache' });
    }
    expect(answers.size).toBe(changes.length);
  });

  test('when a configuration is wrong, and when a file cannot be read', async () => {
    const broken: readonly Record<string, MemoryFile>[] = [
      { 'detent.config.json': '{ "stes": [] }' },
      { 'src/files.ts': { problem: 'permission denied' } },
    ];
    for (const change of broken) {
      const host = worldOf({ ...project, ...change });
      const fresh = await freshly(host, ['check']);
      expect(fresh.code).toBe(2);
      expect(said(await detent(host, ['check']))).toEqual(fresh);
      expect(await detent(host, ['check'])).toMatchObject({ ...fresh, from: 'cache' });
    }
  });
});

const server = project['src/server.ts']!;
const files = project['src/files.ts']!;

/** Changes of the world that change the answer, each on its own. */
const changes: readonly (readonly [name: string, changed: Readonly<Record<string, MemoryFile | undefined>>])[] = [
  ['the file that declares is edited', { 'src/server.ts': server.replace('readOnlyHint: true', 'readOnlyHint: false') }],
  ['a file that is imported is edited', { 'src/files.ts': files.replaceAll('rm', 'readFile') }],
  ['a line is put above', { 'src/server.ts': `\n${server}` }],
  ['a file is added', { 'src/more.ts': server.replaceAll("'clean'", "'more'") }],
  ['a file is removed', { 'src/report.ts': undefined }],
  ['all files are removed', { 'src/server.ts': undefined, 'src/report.ts': undefined, 'src/files.ts': undefined, '.env': undefined }],
  [
    'the configuration is edited',
    { 'detent.config.json': '{ "sets": ["recommended"], "rules": { "permission/read-only-hint-mismatch": "off" } }' },
  ],
  ['the configuration is removed', { 'detent.config.json': undefined }],
  ['a nearer configuration is added', { 'src/detent.config.json': '{ "ignore": ["server.ts"] }' }],
  ['paths lead elsewhere', { 'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "~/*": ["lib/*"] } } }' }],
  ['a nearer tsconfig is added', { 'src/tsconfig.json': '{}' }],
  ['a file is added that an import means first', { 'src/report.tsx': '', 'src/report.ts': undefined, 'src/report/index.ts': '' }],
  ['a file is added in front of an index', { 'src/report.ts': undefined, 'src/report/index.ts': project['src/report.ts']! }],
  ['what is ignored', { '.gitignore': 'src\n' }],
  ['a file of the environment', { '.env': 'STRIPE_KEY=\n' }],
  ['a file may not be read any more', { 'src/files.ts': { problem: 'permission denied' } }],
  ['a folder may not be read any more', { src: { problem: 'permission denied' } }],
  ['a file becomes a link that leads nowhere', { 'src/files.ts': { link: 'none.ts' } }],
];

describe('after a change the answer is that of the new world', () => {
  test.each(changes)('%s', async (_name, changed) => {
    const host = worldOf(project);
    const before = [await freshly(host, ['check', '--format', 'json']), await freshly(host, ['tools', '--format', 'json'])];
    await detent(host, ['check']);
    await apply(host, changed);
    const fresh = await freshly(host, ['check', '--format', 'json']);
    const tools = await freshly(host, ['tools', '--format', 'json']);
    expect([fresh, tools]).not.toEqual(before);
    expect(await detent(host, ['check', '--format', 'json'])).toMatchObject({ ...fresh, from: 'looking' });
    expect(await detent(host, ['check', '--format', 'json'])).toMatchObject({ ...fresh, from: 'cache' });
    expect(await detent(host, ['tools', '--format', 'json'])).toMatchObject({ ...tools, from: 'cache' });
  });

  test('above the folder too', async () => {
    const host = worldOf({ ...project, 'detent.config.json': '/* none */', '/home/me/other.txt': '' });
    host.remove(`${cwd}/detent.config.json`);
    const before = await detent(host, ['check']);
    await host.write('/home/me/detent.config.json', '{ "sets": ["recommended"], "minCertainty": "certain", "ignore": ["**/server.ts"] }');
    const fresh = await freshly(host, ['check']);
    expect(fresh).not.toEqual(said(before));
    expect(await detent(host, ['check'])).toMatchObject({ ...fresh, from: 'looking' });
  });

  test('a version of a package in node_modules is another', async () => {
    const host = worldOf({ ...project, 'node_modules/@modelcontextprotocol/sdk/package.json': '{ "version": "1.20.0" }' });
    await detent(host, ['check']);
    await host.write(`${cwd}/node_modules/@modelcontextprotocol/sdk/package.json`, '{ "version": "2.0.0" }');
    expect(await detent(host, ['check'])).toMatchObject({ ...(await freshly(host, ['check'])), from: 'looking' });
  });

  test('git keeps a file now that it did not keep', async () => {
    const files = { ...project, '.git/HEAD': 'ref: refs/heads/main\n' };
    const git = { tracked: [], ignored: [`${cwd}/.env`] };
    const host = worldOf(files, { git });
    await detent(host, ['check']);
    expect((await detent(host, ['check'])).from).toBe('cache');
    const other = worldOf(files, { git: { tracked: [`${cwd}/.env`], ignored: [] } });
    const { file, bytes } = await entryIn(host);
    await other.write(file, bytes);
    expect(await detent(other, ['check'])).toMatchObject({ ...(await freshly(other, ['check'])), from: 'looking' });
  });

  test('a link leads elsewhere', async () => {
    const host = worldOf({ ...project, 'src/linked.ts': { link: '../../one.ts' }, '/home/me/one.ts': files, '/home/me/two.ts': server });
    await detent(host, ['check']);
    await host.write(`${cwd}/src/linked.ts`, { link: '../../two.ts' });
    expect(await detent(host, ['check'])).toMatchObject({ ...(await freshly(host, ['check'])), from: 'looking' });
  });

  test('an answer of before is not found again when the world is as before', async () => {
    const host = worldOf(project);
    const before = await detent(host, ['check']);
    await host.write(`${cwd}/src/server.ts`, '');
    await detent(host, ['check']);
    await host.write(`${cwd}/src/server.ts`, server);
    expect(await detent(host, ['check'])).toMatchObject({ ...said(before), from: 'looking' });
  });
});

test.each([
  ['a file that nobody reads', { 'README.md': 'changed' }],
  ['another project beside this one', { '/home/me/other/package.json': '{}', '/home/me/notes.txt': '' }],
  ['a package that nobody asks about', { 'node_modules/left-pad/package.json': '{}' }],
  ['the branch of git', { '.git/HEAD': 'ref: refs/heads/other\n' }],
])('%s may change', async (_name, changed) => {
  const host = worldOf({ ...project, 'README.md': '', '.git/HEAD': 'ref: refs/heads/main\n' }, { git: { tracked: [], ignored: [] } });
  const before = await detent(host, ['check']);
  await apply(host, changed);
  expect(await detent(host, ['check'])).toMatchObject({ ...said(before), from: 'cache' });
});

describe('what is kept', () => {
  test('has no secret, no absolute path and no text of a source', async () => {
    const host = worldOf(project);
    await detent(host, ['check']);
    const text = new TextDecoder().decode((await entryIn(host)).bytes);
    for (const part of [secret, secret.slice(8), cwd, '/home', 'words nobody stores', 'await remove', 'new Stripe'])
      expect(text).not.toContain(part);
    expect(text).toContain('"src/server.ts"');
  });

  test('holds in another folder of the same depth', async () => {
    const host = worldOf(project);
    const { out } = await detent(host, ['check']);
    const { bytes, file } = await entryIn(host);
    const elsewhere = worldOf(project, undefined, '/ci/jobs/job-7');
    await elsewhere.write(file.replace(cwd, '/ci/jobs/job-7'), bytes);
    expect(await detent(elsewhere, ['check'], { cwd: '/ci/jobs/job-7' })).toMatchObject({ out, from: 'cache' });
  });

  test('does not hold in a deeper folder, above which more is asked', async () => {
    const host = worldOf(project);
    await detent(host, ['check']);
    const { bytes, file } = await entryIn(host);
    const deeper = '/srv/ci/jobs/app';
    const elsewhere = worldOf({ ...project, '/srv/detent.config.json': '{ "ignore": ["*"] }' }, undefined, deeper);
    elsewhere.remove(`${deeper}/detent.config.json`);
    await elsewhere.write(file.replace(cwd, deeper), bytes);
    expect((await detent(elsewhere, ['check'], { cwd: deeper })).from).toBe('looking');
  });

  test('lies where it was asked for, else in node_modules, else in the folder of the user', async () => {
    const host = worldOf(project);
    expect((await detent(host, ['check', '--cache-location', '../kept'])).written).toEqual([
      expect.stringMatching(/^\/home\/me\/kept\/[0-9a-f]{32}\.json$/),
    ]);
    expect((await detent(host, ['check'])).written).toEqual([
      expect.stringMatching(/^\/home\/me\/app\/node_modules\/\.cache\/detent\/[0-9a-f]{32}\.json$/),
    ]);
    host.remove(`${cwd}/node_modules`);
    expect((await detent(host, ['check'], { keeps: { build: 'one', folder: '/home/me/.cache' } })).written).toEqual([
      expect.stringMatching(/^\/home\/me\/\.cache\/detent\/[0-9a-f]{32}\.json$/),
    ]);
    expect((await detent(host, ['check'])).written).toEqual([]);
  });

  test('in the folder of the user, projects do not share it', async () => {
    const keeps = { build: 'one', folder: '/home/me/.cache' };
    const { 'node_modules/stripe/package.json': _none, ...rest } = project;
    const host = worldOf({ ...rest, '/home/me/twin/a.ts': '' });
    const one = await detent(host, ['check'], { keeps });
    const two = await detent(host, ['check'], { keeps, cwd: '/home/me/twin' });
    expect(one.written).not.toEqual(two.written);
    expect((await detent(host, ['check'], { keeps })).from).toBe('cache');
  });

  test('may lie among what is looked at, and is not looked at', async () => {
    const host = worldOf(project);
    const fresh = await freshly(host, ['check']);
    // A new folder is a change like any other; what is kept in it is none.
    for (const from of ['looking', 'looking', 'cache'])
      expect(await detent(host, ['check', '--cache-location', 'src/kept'])).toMatchObject({ ...fresh, from });
    host.remove(`${cwd}/src/kept`);
    for (const from of ['looking', 'cache'])
      expect(await detent(host, ['check', '--cache-location', 'src'])).toMatchObject({ ...fresh, from });
    await host.write(`${cwd}/src/more.ts`, server.replaceAll("'clean'", "'more'"));
    expect(await detent(host, ['check', '--cache-location', 'src'])).toMatchObject({
      ...(await freshly(host, ['check'])),
      from: 'looking',
    });
  });
});

test.each([
  ['check', '--fix'],
  ['check', '--fix-dry-run'],
  ['check', '--stdin-filename', 'src/server.ts'],
  ['check', '--no-cache'],
  ['check', 'nowhere'],
  ['tools', '--no-cache'],
  ['tools', '--trace', 'clean'],
])('%s %s neither asks it nor writes to it', async (...argv) => {
  const host = worldOf(project);
  await detent(host, ['check']);
  await detent(host, ['tools']);
  expect(await detent(host, argv)).toMatchObject({ from: 'looking', written: [] });
});

async function apply(host: MemoryHost, changed: Readonly<Record<string, MemoryFile | undefined>>): Promise<void> {
  for (const [name, content] of Object.entries(changed)) {
    const file = name.startsWith('/') ? name : `${cwd}/${name}`;
    if (content === undefined) host.remove(file);
    else await host.write(file, content);
  }
}
