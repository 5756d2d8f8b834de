import { expect, test } from 'vitest';
import { memoryHost } from '../../../server/hosts/memory.js';
import { Meter } from '../../../server/cli/meter.js';

function meterAt(clock: { now: number }, shown: string[]): Meter {
  const host = { ...memoryHost({ '/a.ts': 'text' }), toFile: (path: string) => path };
  return new Meter({ host, now: () => clock.now }, (line) => shown.push(line));
}

test('a short run shows nothing, and clears nothing', () => {
  const [clock, shown] = [{ now: 0 }, [] as string[]];
  const meter = meterAt(clock, shown);
  clock.now = 900;
  meter.enter('follow', 1, 3);
  meter.clear();
  expect(shown).toEqual([]);
});

test('a long run shows how far it is, ten times a second at most, until there is something else to read', async () => {
  const [clock, shown] = [{ now: 0 }, [] as string[]];
  const meter = meterAt(clock, shown);
  clock.now = 1_000;
  await meter.host.read('/a.ts');
  clock.now = 1_050;
  meter.enter('find');
  clock.now = 1_200;
  meter.enter('follow', 1, 3);
  clock.now = 1_400;
  meter.clear();
  meter.enter('report');
  clock.now = 9_000;
  meter.enter('report', 1, 2);
  expect(shown).toEqual(['reading: 1 files', 'following tools: 1 of 3', '']);
});
