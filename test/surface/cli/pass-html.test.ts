import { expect, test } from 'vitest';
import { play } from './transcript.js';

async function page(command: string, files: Readonly<Record<string, string>>): Promise<string> {
  return (await play({ title: '', files, stdin: '', after: {}, console: `$ ${command}\n` })).console;
}

const evil = '<img src=x onerror=alert(1)>';
const trials = (...outcomes: readonly number[]): string =>
  ['task,trial,success', ...outcomes.map((one, i) => `"${evil}",${i},${one}`), ''].join('\n');

test('a page holds pictures and tables, loads nothing, and takes names for names', async () => {
  const html = await page('detent pass-k new.csv --compare old.csv --k 2 --min 50% --format html', {
    'new.csv': trials(1, 0, 1),
    'old.csv': trials(1, 1, 1),
  });
  expect(html.match(/<svg /g)).toHaveLength(2);
  expect(html).toContain('class="mark failed"');
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt; (2 of 3)');
  expect(html).not.toMatch(/<img|<script|<link|url\(|https?:/);
  expect(html).toContain('[exit 1]');
});

test('one k has an interval as well', async () => {
  expect(await page('detent pass-k new.csv --format html', { 'new.csv': trials(1) })).toMatch(
    /<polyline class="reach" points="[\d., ]+"\/>/,
  );
});

test('numbers of a leaderboard and what could not be told are there', async () => {
  const html = await page('detent pass-k submission.json broken.json --format html', {
    'submission.json': JSON.stringify({ model_name: 'm', results: { [evil]: { pass_1: 50, pass_2: 60 } } }),
    'broken.json': '[{',
  });
  expect(html).toContain('it cannot rise with k');
  expect(html).toContain('Could not be told');
  expect(html).not.toContain('<img');
});
