/** The problem matchers of GitHub, over what `detent check` prints for people. */
import { readFileSync } from 'node:fs';
import { checkSync } from 'recheck';
import { describe, expect, test } from 'vitest';
import { play } from '../cli/transcript.js';
import { root, tool } from './workspace.js';

interface Pattern {
  readonly regexp: string;
  readonly [group: string]: string | number;
}
interface Matcher {
  readonly owner: string;
  readonly severity?: string;
  readonly pattern: readonly Pattern[];
}

const { problemMatcher: matchers } = JSON.parse(readFileSync(`${root}integrations/github/detent-matcher.json`, 'utf8')) as {
  readonly problemMatcher: readonly Matcher[];
};

/** What a runner makes of a log: the first matcher that fits a line takes it. */
function problemsIn(log: string): readonly Readonly<Record<string, string>>[] {
  return log.split('\n').flatMap((line) => {
    for (const { severity, pattern } of matchers) {
      const { regexp, ...groups } = pattern[0]!;
      const match = new RegExp(regexp).exec(line);
      if (!match) continue;
      const told = Object.entries(groups).map(([name, group]) => [name, match[Number(group)] ?? '']);
      return [{ ...(severity !== undefined && { severity }), ...Object.fromEntries(told) } as Record<string, string>];
    }
    return [];
  });
}

async function logOf(config: string): Promise<string> {
  const files = { 'src/server.ts': tool, 'src/agent.py': 'one = 1\n', 'detent.config.json': config };
  return (await play({ title: '', files, stdin: '', after: {}, console: '$ detent check\n' })).console;
}

const rule = 'permission/read-only-hint-mismatch';

describe('the problem matchers of GitHub', () => {
  test.each([
    ['error', 'error'],
    ['warning', 'warning'],
    ['information', 'notice'],
    ['hint', 'notice'],
  ])('a finding of severity %s is told as %s, once, at its place', async (severity, shown) => {
    const log = await logOf(JSON.stringify({ rules: { [rule]: severity } }));
    expect(problemsIn(log)).toEqual([
      {
        file: 'src/server.ts',
        line: '6',
        column: '61',
        severity: shown,
        message: expect.stringMatching(/^`clean` says .+\.$/),
        code: rule,
      },
    ]);
  });

  test('chains, code, fixes, sums and other programs are no problems', () => {
    const lines = [
      '    src/clean.ts:4:9  rm',
      '  6 │ server.registerTool(',
      '    --fix  Set `readOnlyHint: false`',
      '1 error · 1 tool, fully traced · 2 files',
      'src/server.ts:6:61  error  no rule at the end',
      'src/server.ts:6:61: error: of a compiler  permission/missing-tier',
      // A line of a cell is no line of the file; `--format github` knows both.
      'agent.ipynb:cell 3:5:9  error  `clean` says something.  permission/missing-tier',
    ];
    expect(problemsIn(lines.join('\n'))).toEqual([]);
  });

  test.each(matchers.map(({ owner, pattern }) => [owner, pattern] as const))('%s reads any line in linear time', (_owner, patterns) => {
    expect(patterns.map(({ regexp }) => checkSync(regexp, '', { timeout: 15_000 }).status)).toEqual(patterns.map(() => 'safe'));
    const lines = ['a'.repeat(100_000), 'a:1:1  error  '.repeat(8000), `a:1:1  error  ${'  a/a'.repeat(20_000)} `];
    for (const { regexp } of patterns) {
      const since = performance.now();
      for (const line of lines) new RegExp(regexp).exec(line);
      expect(performance.now() - since).toBeLessThan(500);
    }
  });

  test('each has an owner of its own, by which it is removed', () => {
    expect(new Set(matchers.map(({ owner }) => owner)).size).toBe(matchers.length);
  });
});
