import { expect, test } from 'vitest';
import { knowledge } from '../../../rules/index.js';
import { play } from './transcript.js';

const { checks, mast } = knowledge;

async function answer(command: string): Promise<string> {
  return (await play({ title: '', files: {}, stdin: '', after: {}, console: `$ ${command}\n` })).console;
}

test('each mode that a rule names is one of the 14', () => {
  expect(mast.modes.map(({ number }) => number)).toHaveLength(14);
  const known = new Set(mast.modes.map(({ id }) => id));
  expect(
    checks.flatMap(({ id, maps }) => maps.filter((map) => map.startsWith('MAST-') && !known.has(map)).map((map) => `${id}: ${map}`)),
  ).toEqual([]);
});

test('the shares are those of the version that is named', () => {
  const sum = mast.modes.reduce((sum, { share }) => sum + share, 0);
  expect(sum).toBeCloseTo(100, 0);
});

test('each mode is shown with its rules, and with what no static check can tell', async () => {
  const text = await answer('detent rules --by mast');
  for (const { id, number, name, unseen } of mast.modes) {
    const block = text.slice(text.indexOf(`${number}  ${name}`)).split('\n\n')[0]!;
    expect(block).toContain(unseen);
    for (const rule of checks) expect(block.split(/[\s,]+/).includes(rule.id)).toBe(rule.maps.includes(id));
  }
  const data = JSON.parse((await answer('detent rules --by mast --format json')).replace(/^\$.*\n/, '').replace(/\[exit 0\]\s*$/, '')) as {
    readonly modes: readonly { readonly number: string; readonly rules: readonly string[] }[];
  };
  expect(data.modes.find(({ number }) => number === 'FM-3.2')?.rules).toContain('reliability/pass-k-below-threshold');
});
