import { expect, test } from 'vitest';
import { knowledge } from '../../rules/index.js';
import { memoryHost, type MemoryFile } from '../../server/hosts/memory.js';
import { createSession, type Session, type SessionOptions } from '../../server/workspace/session.js';

const config = '/w/detent.config.json';
const gate = (results: string, k = 2, min = 0.6): string => JSON.stringify({ passK: [{ results, k, min }] });
const trials = (...outcomes: readonly (0 | 1)[]): string =>
  ['task,trial,success', ...outcomes.map((one, i) => `a,${i},${one}`), ''].join('\n');

/** A session over files, and which of them were read piece by piece. */
async function opened(files: Readonly<Record<string, MemoryFile>>, options: Partial<SessionOptions> = {}) {
  const memory = memoryHost(files);
  const scanned: string[] = [];
  const host = {
    ...memory,
    async scan(file: string, take: (piece: Uint8Array) => void) {
      scanned.push(file);
      return memory.scan(file, take);
    },
  };
  const session = createSession({ host, knowledge, ...options });
  await session.open(['/w']);
  return { session, host: memory, scanned };
}

async function said(session: Session): Promise<readonly string[]> {
  while (await session.settled());
  return session
    .check()
    .findings.map(
      ({ ruleId, place, message }) => `${place.file.slice(3)} ${ruleId.slice('reliability/'.length)}: ${/^.{0,40}/.exec(message)![0]}`,
    );
}

test('without gates, nothing is read that is called as results are', async () => {
  const { session, scanned } = await opened({
    '/w/simulations/a/results.json': '{}',
    '/w/submissions/m/submission.json': '{}',
    '/w/a.ts': 'export {};',
  });
  expect(await said(session)).toEqual([]);
  expect(scanned).toEqual([]);
});

test('results are judged as they are edited, and as they are on disk again afterwards', async () => {
  const { session, scanned } = await opened({ [config]: gate('t.csv'), '/w/t.csv': trials(1, 1) });
  expect(await said(session)).toEqual([]);
  session.setText('/w/t.csv', trials(1, 0));
  expect(await said(session)).toEqual(['detent.config.json pass-k-below-threshold: pass^2 of `t.csv` is 0.000, below 0.6 (9']);
  session.setText('/w/t.csv', 'task,trial,success\na,1,perhaps\n');
  expect(await said(session)).toEqual(['detent.config.json insufficient-trials: `t.csv` cannot be read as results: line ']);
  session.clearText('/w/t.csv');
  expect(await said(session)).toEqual([]);
  const before = scanned.length;
  session.setText('/w/other.ts', 'export const a = 1;');
  expect(await said(session)).toEqual([]);
  expect(scanned.length).toBe(before);
});

test('results that come, change and go on disk are noticed', async () => {
  const { session, host } = await opened({ [config]: gate('runs/*/t.csv') });
  expect(await said(session)).toEqual(['detent.config.json insufficient-trials: No results are at `runs/*/t.csv`, so thi']);
  await host.write('/w/runs/1/t.csv', trials(1, 0));
  await session.changed(['/w/runs/1/t.csv']);
  expect(await said(session)).toEqual(['detent.config.json pass-k-below-threshold: pass^2 of `1/t.csv` is 0.000, below 0.6 ']);
  await host.write('/w/runs/1/t.csv', trials(1, 1));
  await session.changed(['/w/runs/1/t.csv']);
  expect(await said(session)).toEqual([]);
  host.remove('/w/runs');
  await session.changed(['/w/runs']);
  expect(await said(session)).toEqual(['detent.config.json insufficient-trials: No results are at `runs/*/t.csv`, so thi']);
});

test('another number in the configuration counts at once', async () => {
  const { session, scanned } = await opened({ [config]: gate('t.csv', 1), '/w/t.csv': trials(1, 0) });
  expect(await said(session)).toEqual(['detent.config.json pass-k-below-threshold: pass^1 of `t.csv` is 0.500, below 0.6 (9']);
  session.setText(config, gate('t.csv', 1, 0.5));
  expect(await said(session)).toEqual([]);
  expect(scanned).toEqual(['/w/t.csv']);
});

test('what is too large for an editor is not read there, and that is said', async () => {
  const { session, scanned } = await opened({ [config]: gate('t.csv'), '/w/t.csv': trials(1, 0, 1, 1, 1) }, { largestResults: 20 });
  expect(await said(session)).toEqual(['detent.config.json insufficient-trials: `t.csv` cannot be read as results: large']);
  expect(scanned).toEqual([]);
});

test('a place in a text with other signs than ASCII is the one that people see', async () => {
  const text = '[{ "task": "Größe 🙂", "trial": 1, "success": true },\n  { "task": "Größe 🙂", "trial": 1, "success": false }]\n';
  const { session } = await opened({ [config]: gate('t.json', 1, 0), '/w/t.json': text });
  await said(session);
  const [finding] = session.check().findings;
  expect(finding).toMatchObject({
    ruleId: 'reliability/inconsistent-results',
    place: { file: '/w/t.json', span: { start: text.indexOf('\n') + 3 } },
  });
});
