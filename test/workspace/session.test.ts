import { describe, expect, test } from 'vitest';
import { asked, knowledge, nothing, server } from './asked.js';
import { memoryHost } from '../../server/hosts/memory.js';
import { createSession } from '../../server/workspace/session.js';

const text = (line: string): string => `${line}\n${server}`;

describe('unsaved text', () => {
  test('wins over the disk, in other files too, until it is cleared', async () => {
    const { session, files } = asked({ '/ws/a.ts': text('// disk') });
    await session.open(['/ws']);
    session.setText('/ws/a.ts', text('// editor'));
    expect(files()).toEqual({ 'a.ts': '// editor' });
    expect(session.text('/ws/a.ts')).toContain('// editor');
    session.clearText('/ws/a.ts');
    expect(files()).toEqual({ 'a.ts': '// disk' });
  });

  test('may begin and cease to define tools', async () => {
    const { session, files } = asked({ '/ws/a.ts': 'export {};' });
    await session.open(['/ws']);
    expect(files()).toEqual({});
    session.setText('/ws/a.ts', text('// now'));
    expect(files()).toEqual({ 'a.ts': '// now' });
    session.setText('/ws/a.ts', 'export {};');
    expect(files()).toEqual({});
  });

  test('a file that only the editor has is there, and goes with it', async () => {
    const { session, files, snapshots } = asked({ '/ws/main.ts': `import './new.js';\n${server}` });
    await session.open(['/ws']);
    expect(snapshots()[0]!.resolve('./new.js', '/ws/main.ts')).toBeUndefined();
    session.setText('/ws/new.ts', text('// new'));
    expect(files()).toMatchObject({ 'new.ts': '// new' });
    expect(snapshots()[0]!.resolve('./new.js', '/ws/main.ts')).toBe('/ws/new.ts');
    session.clearText('/ws/new.ts');
    expect(Object.keys(files())).toEqual(['main.ts']);
    expect(snapshots()[0]!.resolve('./new.js', '/ws/main.ts')).toBeUndefined();
  });

  test('an open file among installed packages is not looked at, an ignored or a lone one is', async () => {
    const { session, files } = asked({ '/ws/.gitignore': 'scratch.ts\n', '/ws/scratch.ts': server });
    await session.open(['/ws']);
    session.setText('/ws/node_modules/x/index.js', server);
    expect(files()).toEqual({});
    session.setText('/ws/scratch.ts', text('// mine'));
    session.setText('/elsewhere/lone.ts', text('// lone'));
    expect(files()).toEqual({ 'scratch.ts': '// mine', '/elsewhere/lone.ts': '// lone' });
  });

  test('the same text keeps the answer and the version', async () => {
    const { session, snapshots } = asked({ '/ws/a.ts': server });
    await session.open(['/ws']);
    const version = snapshots()[0]!.version('/ws/a.ts');
    const first = session.check();
    expect(session.check()).toBe(first);
    session.setText('/ws/a.ts', server);
    expect(snapshots()[0]!.version('/ws/a.ts')).toBe(version);
    session.setText('/ws/a.ts', `${server} `);
    expect(snapshots()[0]!.version('/ws/a.ts')).not.toBe(version);
    session.setText('/ws/a.ts', server);
    expect(snapshots()[0]!.version('/ws/a.ts')).toBe(version);
  });
});

describe('imports', () => {
  test('what they reach is read, however deep, and nothing else is', async () => {
    const { session, files, snapshots } = asked({
      '/ws/main.ts': `import './a.js';\n${server}`,
      '/ws/a.ts': "export * from './b.js';",
      '/ws/b.ts': "export { c } from './sub/c.js';",
      '/ws/sub/c.ts': "import '../main.js'; export const c = 1;",
      '/ws/other.ts': 'export {};',
    });
    await session.open(['/ws']);
    expect(Object.keys(files())).toEqual(['main.ts']);
    const [snapshot] = snapshots();
    expect(['a', 'b', 'sub/c', 'other'].map((name) => snapshot!.text(`/ws/${name}.ts`) !== undefined)).toEqual([true, true, true, false]);
    expect(await session.settled()).toBe(false);
  });

  test('they reach beyond the folder, and into ignored ones', async () => {
    const { session, snapshots } = asked({
      '/ws/.gitignore': 'generated\n',
      '/ws/app/main.ts': `import '../lib/a.js'; import '../generated/client.js';\n${server}`,
      '/ws/lib/a.ts': 'export const a = 1;',
      '/ws/generated/client.ts': 'export const b = 1;',
    });
    await session.open(['/ws/app']);
    const [snapshot] = snapshots();
    expect(snapshot!.resolve('../lib/a.js', '/ws/app/main.ts')).toBe('/ws/lib/a.ts');
    expect(snapshot!.text('/ws/lib/a.ts')).toContain('a = 1');
    expect(snapshot!.text('/ws/generated/client.ts')).toContain('b = 1');
    expect(snapshot!.files).toEqual(['/ws/app/main.ts']);
  });

  test('one that was just typed is read in the background', async () => {
    const { session, snapshots, analyzers } = asked({
      '/ws/main.ts': server,
      '/ws/a.ts': "export * from './b.js';",
      '/ws/b.ts': 'export const b = 1;',
    });
    await session.open(['/ws']);
    session.setText('/ws/main.ts', `import { b } from './a.js';\n${server}`);
    expect(snapshots()[0]!.text('/ws/a.ts')).toBeUndefined();
    expect(await session.settled()).toBe(true);
    expect(snapshots()[0]!.text('/ws/b.ts')).toBe('export const b = 1;');
    expect(analyzers).toHaveLength(2);
    expect(await session.settled()).toBe(false);
  });

  test('the version of a known package is there at the first check', async () => {
    const name = knowledge.frameworks[0]!.packages[0]!;
    const { session, snapshots } = asked({
      '/ws/main.ts': `import x from '${name}';\n${server}`,
      [`/ws/node_modules/${name}/package.json`]: '{ "version": "3.1.4" }',
    });
    await session.open(['/ws']);
    expect(snapshots()[0]!.packageMajor(name, '/ws/main.ts')).toBe(3);
    expect(await session.settled()).toBe(false);
  });
});

describe('changes on disk', () => {
  test('a changed file is read again, and only that is new', async () => {
    const { host, session, files, analyzers } = asked({ '/ws/a.ts': text('// one'), '/ws/b.ts': text('// b') });
    await session.open(['/ws']);
    files();
    await host.write('/ws/a.ts', text('// two'));
    await session.changed(['/ws/a.ts']);
    expect(files()).toEqual({ 'a.ts': '// two', 'b.ts': '// b' });
    expect(analyzers).toHaveLength(1);
  });

  test('created, renamed and deleted files and folders are followed', async () => {
    const { host, session, files, snapshots } = asked({ '/ws/main.ts': `import './lib/a.js';\n${server}`, '/ws/lib/b.ts': text('// b') });
    await session.open(['/ws']);
    expect(snapshots()[0]!.resolve('./lib/a.js', '/ws/main.ts')).toBeUndefined();
    await host.write('/ws/lib/a.ts', 'export const a = 1;');
    await session.changed(['/ws/lib/a.ts']);
    expect(snapshots()[0]!.resolve('./lib/a.js', '/ws/main.ts')).toBe('/ws/lib/a.ts');
    expect(snapshots()[0]!.text('/ws/lib/a.ts')).toBe('export const a = 1;');
    host.remove('/ws/lib');
    await session.changed(['/ws/lib']);
    expect(Object.keys(files())).toEqual(['main.ts']);
    expect(snapshots()[0]!.text('/ws/lib/a.ts')).toBeUndefined();
    expect(session.check().skipped).toEqual([]);
    await host.write('/ws/new/deep/c.ts', text('// c'));
    await session.changed(['/ws/new']);
    expect(files()).toMatchObject({ 'new/deep/c.ts': '// c' });
  });

  test('what was learned is kept until an import leads elsewhere', async () => {
    const { host, session, files, analyzers } = asked({ '/ws/main.ts': `import './lib.js';\n${server}` });
    await session.open(['/ws']);
    files();
    await host.write('/ws/other.ts', server);
    await host.write('/ws/package.json', '{ "name": "x" }');
    await session.changed(['/ws/other.ts', '/ws/package.json']);
    session.setText('/ws/package.json', '{ "name": "y" }');
    expect(Object.keys(files())).toContain('other.ts');
    expect(analyzers).toHaveLength(1);
    await host.write('/ws/lib.ts', 'export {};');
    await session.changed(['/ws/lib.ts']);
    files();
    expect(analyzers).toHaveLength(2);
    host.remove('/ws/lib.ts');
    await session.changed(['/ws/lib.ts']);
    files();
    expect(analyzers).toHaveLength(3);
  });

  test('an import that a changed file begins to have is read', async () => {
    const { host, session, snapshots } = asked({
      '/ws/main.ts': `import './a.js';\n${server}`,
      '/ws/a.ts': 'export {};',
      '/ws/b.ts': 'export const b = 1;',
    });
    await session.open(['/ws']);
    expect(snapshots()[0]!.text('/ws/b.ts')).toBeUndefined();
    await host.write('/ws/a.ts', "export * from './b.js';");
    await session.changed(['/ws/a.ts']);
    expect(snapshots()[0]!.text('/ws/b.ts')).toBe('export const b = 1;');
  });

  test('a package that is installed later has a version then', async () => {
    const name = knowledge.frameworks[0]!.packages[0]!;
    const { host, session, snapshots, analyzers } = asked({
      '/ws/package.json': `{ "dependencies": { "${name}": "^1.0.0" } }`,
      '/ws/main.ts': `import x from '${name}';\n${server}`,
    });
    await session.open(['/ws']);
    expect(snapshots()[0]!.packageMajor(name, '/ws/main.ts')).toBe(1);
    await host.write('/ws/package.json', `{ "dependencies": { "${name}": "^2.0.0" } }`);
    await session.changed(['/ws/package.json']);
    expect(snapshots()[0]!.packageMajor(name, '/ws/main.ts')).toBe(2);
    // Analysis asks for versions each time, so it keeps all that does not rest on them.
    expect(analyzers).toHaveLength(1);
  });

  test('a changed ignore file changes what is looked at', async () => {
    const { host, session, files } = asked({ '/ws/a.ts': server, '/ws/b.ts': server });
    await session.open(['/ws']);
    await host.write('/ws/.gitignore', 'b.ts\n');
    await session.changed(['/ws/.gitignore']);
    expect(Object.keys(files())).toEqual(['a.ts']);
  });

  test('a changed mapping of imports changes where they lead', async () => {
    const { host, session, snapshots } = asked({
      '/ws/tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./one/*"] } } }',
      '/ws/main.ts': `import '@/a';\n${server}`,
      '/ws/one/a.ts': '',
      '/ws/two/a.ts': '',
    });
    await session.open(['/ws']);
    expect(snapshots()[0]!.resolve('@/a', '/ws/main.ts')).toBe('/ws/one/a.ts');
    await host.write('/ws/tsconfig.json', '{ "compilerOptions": { "paths": { "@/*": ["./two/*"] } } }');
    await session.changed(['/ws/tsconfig.json']);
    expect(snapshots()[0]!.resolve('@/a', '/ws/main.ts')).toBe('/ws/two/a.ts');
  });

  test('what an editor had open before the folder was read is read when it is closed', async () => {
    const { session, files } = asked({ '/ws/a.ts': text('// disk') });
    session.setText('/ws/a.ts', text('// editor'));
    await session.open(['/ws']);
    expect(files()).toEqual({ 'a.ts': '// editor' });
    session.clearText('/ws/a.ts');
    await session.settled();
    expect(files()).toEqual({ 'a.ts': '// disk' });
  });

  test('a file that is gone from disk stays while the editor has it', async () => {
    const { host, session, files } = asked({ '/ws/a.ts': text('// disk') });
    await session.open(['/ws']);
    session.setText('/ws/a.ts', text('// editor'));
    host.remove('/ws/a.ts');
    await session.changed(['/ws/a.ts']);
    expect(files()).toEqual({ 'a.ts': '// editor' });
    session.clearText('/ws/a.ts');
    expect(files()).toEqual({});
  });
});

describe('roots', () => {
  test('are added and removed, and the innermost one owns a file', async () => {
    const { session, files, snapshots } = asked({ '/ws/a.ts': server, '/ws/sub/b.ts': server, '/other/c.ts': server });
    await session.open(['/ws', '/ws/sub']);
    expect(snapshots()[0]!.rootOf('/ws/sub/b.ts')).toBe('/ws/sub');
    expect(snapshots()[0]!.rootOf('/ws/a.ts')).toBe('/ws');
    await session.open(['/other']);
    expect(Object.keys(files())).toEqual(['/other/c.ts']);
    await session.open([]);
    expect(files()).toEqual({});
  });

  test('are what files are named from as soon as they are announced, and what was learned of other names goes', async () => {
    const { session, analyzers, snapshots } = asked({ '/ws/sub/b.ts': server });
    session.setText('/ws/sub/b.ts', server);
    expect(snapshots()[0]!.rootOf('/ws/sub/b.ts')).toBe('/ws/sub');
    session.announce(['/ws']);
    expect(snapshots()[0]!.rootOf('/ws/sub/b.ts')).toBe('/ws');
    expect(analyzers).toHaveLength(2);
    await session.open(['/ws']);
    expect(snapshots()[0]!.rootOf('/ws/sub/b.ts')).toBe('/ws');
    expect(analyzers).toHaveLength(2);
    await session.open(['/ws', '/ws/sub']);
    expect(snapshots()[0]!.rootOf('/ws/sub/b.ts')).toBe('/ws/sub');
    expect(analyzers).toHaveLength(3);
  });

  test('one that is not there is said', async () => {
    const { session } = asked({});
    await session.open(['/nowhere']);
    expect(session.check()).toMatchObject({ skipped: [{ file: '/nowhere', reason: 'there is no such file' }], unreadable: [] });
  });
});

describe('git', () => {
  test('is asked about configuration, one repository at a time', async () => {
    const { session, snapshots } = asked(
      { '/ws/.git/HEAD': '', '/ws/.env': 'A=1', '/ws/.env.local': 'A=1', '/ws/sub/.git': '', '/ws/sub/.env': 'A=1' },
      { git: { tracked: ['/ws/.env', '/ws/sub/.env'], ignored: ['/ws/.env.local'] } },
    );
    await session.open(['/ws']);
    const [snapshot] = snapshots();
    expect(['.env', '.env.local', 'sub/.env'].map((name) => [snapshot!.tracked(`/ws/${name}`), snapshot!.ignored(`/ws/${name}`)])).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ]);
  });

  test('without it nothing is known', async () => {
    const { session, snapshots } = asked({ '/ws/.env': 'A=1' });
    await session.open(['/ws']);
    expect([snapshots()[0]!.tracked('/ws/.env'), snapshots()[0]!.ignored('/ws/.env')]).toEqual([null, null]);
  });
});

test('a crash of the analysis is said by name, without its words', async () => {
  const session = createSession({
    host: memoryHost({ '/ws/a.ts': server }),
    knowledge,
    analyzer: () => ({
      analyze() {
        throw new TypeError('cannot read "hunter2"');
      },
    }),
  });
  await session.open(['/ws']);
  expect(session.check()).toMatchObject({ ...nothing, internal: [{ where: 'analysis', message: 'TypeError was thrown' }] });
});
