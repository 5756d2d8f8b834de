import { describe, expect, test } from 'vitest';
import { asked, server } from './asked.js';

const config = (content: object): string => JSON.stringify(content);

describe('detent.config.json', () => {
  test('the nearest one counts for each file, and files with the same one are analyzed together', async () => {
    const { session, snapshots } = asked({
      '/detent.config.json': config({ sets: ['strict'] }),
      '/ws/a.ts': server,
      '/ws/sub/detent.config.json': config({ failOn: 'hint', ignoreTools: ['x'] }),
      '/ws/sub/b.ts': server,
      '/ws/sub/deep/c.ts': server,
    });
    await session.open(['/ws']);
    expect(snapshots().map(({ files, settings }) => [files, settings.sets, settings.ignoreTools])).toEqual([
      [['/ws/a.ts'], ['strict'], []],
      [['/ws/sub/b.ts', '/ws/sub/deep/c.ts'], ['recommended'], ['x']],
    ]);
    expect([session.configFor('/ws/a.ts').failOn, session.configFor('/ws/sub/deep/c.ts').failOn]).toEqual(['error', 'hint']);
  });

  test('overrides win over all of them', async () => {
    const { session, snapshots } = asked(
      { '/ws/detent.config.json': config({ sets: ['strict'], minCertainty: 'certain' }), '/ws/a.ts': server },
      { overrides: { sets: ['recommended'] } },
    );
    await session.open(['/ws']);
    expect(snapshots()[0]!.settings).toMatchObject({ sets: ['recommended'], minCertainty: 'certain' });
  });

  test('ignored files are not reported on, but still read by imports; asking for one is answered', async () => {
    const files = {
      '/ws/detent.config.json': config({ ignore: ['fixtures/', '*.old.ts'] }),
      '/ws/a.ts': `import './fixtures/b.js';\n${server}`,
      '/ws/fixtures/b.ts': server,
      '/ws/c.old.ts': server,
    };
    const { session, snapshots } = asked(files);
    await session.open(['/ws']);
    expect(snapshots()[0]!.files).toEqual(['/ws/a.ts']);
    expect(snapshots()[0]!.text('/ws/fixtures/b.ts')).toBe(server);
    await session.openFiles(['/ws/c.old.ts']);
    expect(session.check().skipped).toEqual([{ file: '/ws/c.old.ts', reason: 'ignored by detent.config.json' }]);
  });

  test('effects of the project reach the analysis before our own', async () => {
    const { session, snapshots, analyzers } = asked({
      '/ws/detent.config.json': config({
        extraEffects: [{ library: '@acme/bank', resource: 'money', calls: [['pay', 'external', 'arg 0']] }],
      }),
      '/ws/a.ts': server,
    });
    await session.open(['/ws']);
    snapshots();
    expect(analyzers[0]!.effects[0]!.all()).toMatchObject({ library: '@acme/bank', calls: [['pay', 'external', 'arg 0']] });
  });

  test("the project's production hosts make fallbacks worth reading", async () => {
    const source = "const host = process.env.API ?? 'books.corp';";
    const without = asked({ '/ws/a.ts': source });
    await without.session.open(['/ws']);
    expect(without.files()).toEqual({});
    const files = asked({ '/ws/a.ts': source, '/ws/detent.config.json': config({ productionHosts: ['books.corp'] }) });
    await files.session.open(['/ws']);
    expect(Object.keys(files.files())).toEqual(['a.ts']);
  });
});

describe('a broken one', () => {
  test('is said where it is, and the last good one stays in force', async () => {
    const { session, snapshots } = asked({ '/ws/detent.config.json': config({ sets: ['strict'] }), '/ws/a.ts': server });
    await session.open(['/ws']);
    expect(session.check().configProblems).toEqual([]);
    session.setText('/ws/detent.config.json', '{ "sets": ["stric"] }');
    expect(session.check().configProblems).toEqual([
      { file: '/ws/detent.config.json', span: { start: 11, end: 18 }, message: expect.stringContaining('Did you mean "strict"?') },
    ]);
    expect(snapshots()[0]!.settings.sets).toEqual(['strict']);
    session.setText('/ws/detent.config.json', '{ "sets": ["recommended"] }');
    expect(session.check().configProblems).toEqual([]);
    expect(snapshots()[0]!.settings.sets).toEqual(['recommended']);
    session.clearText('/ws/detent.config.json');
    expect(snapshots()[0]!.settings.sets).toEqual(['strict']);
  });

  test('is said although it decides about no file', async () => {
    const { session } = asked({ '/ws/empty/detent.config.json': '{ "sets": 1 }', '/ws/a.ts': server });
    await session.open(['/ws']);
    expect(session.check().configProblems).toHaveLength(1);
  });

  test('that was never good leaves the defaults, and its folder to itself', async () => {
    const { session, snapshots } = asked({
      '/ws/detent.config.json': config({ sets: ['strict'] }),
      '/ws/sub/detent.config.json': '{',
      '/ws/sub/a.ts': server,
    });
    await session.open(['/ws']);
    expect(snapshots()[0]!.settings.sets).toEqual(['recommended']);
  });

  test('that is deleted is forgotten', async () => {
    const { host, session, snapshots } = asked({ '/ws/detent.config.json': '{', '/ws/a.ts': server });
    await session.open(['/ws']);
    expect(session.check().configProblems).toHaveLength(1);
    host.remove('/ws/detent.config.json');
    await session.changed(['/ws/detent.config.json']);
    expect(session.check().configProblems).toEqual([]);
    await host.write('/ws/detent.config.json', config({ sets: ['strict'] }));
    await session.changed(['/ws/detent.config.json']);
    expect(snapshots()[0]!.settings.sets).toEqual(['strict']);
  });
});

test('one that is only typed so far is in force', async () => {
  const { session, snapshots } = asked({ '/ws/a.ts': server });
  await session.open(['/ws']);
  session.setText('/ws/detent.config.json', config({ sets: ['strict'] }));
  session.check();
  while (await session.settled()) session.check();
  expect(snapshots()[0]!.settings.sets).toEqual(['strict']);
});
