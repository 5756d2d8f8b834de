import { describe, expect, test } from 'vitest';
import { defineRule, type Evidence, type Rule } from '../../rules/kit/index.js';
import type { Finding, Fix } from '../../server/analysis/finding.js';
import { applyFix } from './apply.js';
import type { Ask, Files } from './ask.js';
import { checkFindings } from './findings.js';
import type { Vocabulary } from './marks.js';
import { positionsIn } from './notebook.js';
import { readPage, type Case } from './page.js';
import { secret } from './secrets.js';
import { verifyFix, verifyFixes, type Offer } from './verify.js';

/** A rule that dislikes the word `bad`, and offers to write `good`; and one that dislikes `worse`. */
const rules: readonly Rule[] = (['permission/bad', 'permission/worse'] as const).map((id) =>
  defineRule({
    id,
    summary: '',
    since: '',
    severity: 'warning',
    set: 'recommended',
    fix: 'exact',
    maps: [],
    messages: { bad: '`{word}` is bad.', odd: '`{word}` is odd.', fix: 'Write `{word}`' },
    check: () => {},
  }),
);

const vocabulary: Vocabulary = {
  kind: 'findings',
  rule: 'permission/bad',
  keysOf: (id) => (rules.some((rule) => rule.id === id) ? ['bad', 'odd', 'fix'] : undefined),
};

/** Stands for the product: finds words, and fixes them by `replacement`. */
function fake(replacement: string, more: (file: string, text: string) => Partial<Finding> = () => ({})): Ask {
  return async (files) => {
    const findings = [...files].flatMap(([name, text]) =>
      [...text.matchAll(/\b(?:bad|worse)\b/gu)].map((match): Finding => {
        const file = `/case/${name}`;
        const place = { file, span: { start: match.index, end: match.index + match[0].length } };
        const fix: Fix = { title: `Write \`${replacement}\``, grade: 'exact', edits: [{ ...place, text: replacement }] };
        return {
          ruleId: `permission/${match[0]}`,
          severity: 'warning',
          certainty: 'certain',
          message: `\`${match[0]}\` is bad.`,
          place,
          evidence: [],
          fixes: [fix],
          fingerprint: match[0],
          ...more(name, text),
        };
      }),
    );
    const result = {
      tools: [],
      findings,
      unresolved: [],
      skipped: [],
      internal: [],
      configProblems: [],
      files: files.size,
      unreadable: [],
    };
    return { root: '/case', result };
  };
}

function only(markdown: string): Case {
  const { cases } = readPage(`# permission/bad\n\n${markdown}`, vocabulary);
  expect(cases).toHaveLength(1);
  return cases[0]!;
}

const fence = '```';
const run = async (code: string, ask: Ask = fake('good'), others: readonly Ask[] = [], secrets: readonly string[] = []) =>
  (await checkFindings(only(`## One\n\n${fence}ts\n${code}\n${fence}\n`), rules, ask, others, secrets)).problems;

describe('marks', () => {
  test('what is marked and reported is fine', async () => {
    expect(await run('bad(); // bad')).toEqual([]);
    expect(await run('fine(bad); // bad (warning, certain)')).toEqual([]);
    expect(await run('worse(bad); // permission/worse bad; bad')).toEqual([]);
    expect(await run('     bad();\n//   ~~~ bad')).toEqual([]);
    expect(await run('fine(); // something else')).toEqual([]);
  });

  test('what is marked and not reported fails', async () => {
    expect(await run('fine(); // bad')).toEqual([expect.stringContaining('permission/bad bad is not reported')]);
    expect(await run('bad(); // odd')).toHaveLength(2);
    expect(await run('bad(); // permission/worse bad')).toHaveLength(2);
    expect(await run('bad(); // bad; bad')).toHaveLength(1);
    expect(await run('      bad();\n//   ~~~ bad')).toHaveLength(2);
    expect(await run('     bad();\n//   ~~~~ bad')).toHaveLength(2);
  });

  test('what is reported and not marked fails', async () => {
    expect(await run('bad();')).toEqual([expect.stringContaining('case.ts:1:1-4: unexpected permission/bad (warning, certain)')]);
    expect(await run('bad(bad); // bad')).toHaveLength(1);
  });

  test('facts are compared', async () => {
    expect(await run('bad(); // bad (error)')).toEqual([expect.stringContaining('is warning, certain, not error')]);
  });

  test('a wrong answer of today is asserted until it is right', async () => {
    expect(await run('bad(); // spurious bad')).toEqual([]);
    expect(await run('fine(); // spurious bad')).toEqual([expect.stringContaining('not reported any more: remove the mark')]);
    expect(await run('fine(); // missed bad')).toEqual([]);
    expect(await run('bad(); // missed bad')).toEqual([expect.stringContaining('no longer missed')]);
  });

  test('evidence is compared by place and label', async () => {
    const label = (text: string): Ask => fake('good', (name, code) => ({ evidence: evidence(`/case/${name}`, code, text) }));
    const evidence = (file: string, code: string, text: string): readonly Evidence[] => [
      { file, label: text, span: { start: code.indexOf('rm'), end: code.indexOf('rm') + 2 } },
    ];
    expect(await run('bad(); // bad\n  rm();\n//~~~ because: deletes', label('deletes'))).toHaveLength(1);
    expect(await run('bad(); // bad\nrm(); // because: deletes', label('deletes'))).toEqual([]);
    expect(await run('bad(); // bad\nrm(); // because: deletes', label('removes'))).toEqual([
      expect.stringContaining('no evidence "deletes", but "removes"'),
    ]);
  });

  test('that cannot be read are errors of the page', () => {
    const read = (code: string) => () => only(`## One\n\n${fence}ts\n${code}\n${fence}\n`);
    expect(read('a(); // missed nothing')).toThrow('line 6: cannot read the mark');
    expect(read('a(); // permission/none bad')).toThrow('there is no rule permission/none');
    expect(read('a(); // permission/worse none')).toThrow('permission/worse has no message "none"');
    expect(read('// bad')).toThrow('a mark stands behind code');
    expect(read('// ~~~ bad')).toThrow('cannot read the mark');
  });
});

describe('other ways to run a case', () => {
  test('the disk must say the same', async () => {
    const silent: Ask = async (_, facts) => fake('good')(new Map(), facts);
    expect(await run('bad(); // bad', fake('good'), [fake('good')])).toEqual([]);
    expect((await run('bad(); // bad', fake('good'), [silent])).some((problem) => problem.startsWith('the disk: missing'))).toBe(true);
  });

  test('formatting must not matter', async () => {
    const careless: Ask = async (files, facts) => {
      const tight = new Map([...files].map(([file, text]) => [file, text.replace(/^bad/mu, 'fine')]));
      return fake('good')(text(files).includes('\n  ') ? tight : files, facts);
    };
    const text = (files: Files): string => [...files.values()].join('');
    const long = 'bad("some words", "that do not fit", "into forty columns"); // bad';
    expect(await run(long)).toEqual([]);
    expect((await run(long, careless)).some((problem) => problem.startsWith('width 40: missing'))).toBe(true);
  });

  test('secrets and absolute paths must not be shown', async () => {
    const value = secret('stripe-live');
    const telling = (label: string): Ask =>
      fake('good', (name) => ({ evidence: [{ file: `/case/${name}`, span: { start: 0, end: 1 }, label }] }));
    expect(await run('bad(); // bad', telling('a key'), [], [value])).toEqual([]);
    expect(await run('bad(); // bad', telling(`the key ${value}`), [], [value])).toEqual(['a secret is shown: the key …']);
    expect(await run('bad(); // bad', telling('in /case/case.ts'))).toEqual(['an absolute path is shown: in /case/case.ts']);
  });
});

describe('fixes', () => {
  const fixing = async (before: string, after: string, replacement: string) => {
    const one = only(`## One\n\n${fence}ts file=a.ts\n${before}\n${fence}\n\n${fence}ts file=a.ts after fix\n${after}\n${fence}\n`);
    return (await checkFindings(one, rules, fake(replacement), [], [])).problems;
  };

  test('give the block behind "after", byte for byte, and silence', async () => {
    expect(await fixing('bad(); // bad', 'good();', 'good')).toEqual([]);
    expect(await fixing('bad(); // bad', 'good()', 'good')).toEqual([expect.stringContaining('wanted')]);
    expect(await fixing('fine();', 'good();', 'good')).toEqual(['no fix "fix" is offered; there are no fixes']);
  });

  test('leave what their marks say', async () => {
    expect(await fixing('bad(); // bad\nbad(); // bad', 'good();\nbad(); // bad', 'good')).toEqual([]);
    expect(await fixing('bad(); // bad\nbad(); // bad', 'good();\nbad();', 'good')).toEqual([
      expect.stringContaining('after "fix": a.ts:2:1-4: unexpected'),
    ]);
  });

  test('are verified without being shown', async () => {
    expect((await run('bad(); // bad', fake('worse'))).some((problem) => problem.includes('it causes permission/worse'))).toBe(true);
    expect((await run('bad(); // bad', fake('b(ad'))).some((problem) => problem.includes('does not parse'))).toBe(true);
    expect((await run('bad(); // bad', fake('bad || bad'))).some((problem) => problem.includes('the finding is still there'))).toBe(true);
  });

  test('that are automatic come to an end', async () => {
    const automatic =
      (replacement: string): Ask =>
      async (files, facts) => {
        const answer = await fake(replacement)(files, facts);
        const findings = answer.result.findings.map((finding) => ({
          ...finding,
          fixes: finding.fixes.map((fix) => ({ ...fix, grade: 'auto' as const })),
        }));
        return { ...answer, result: { ...answer.result, findings } };
      };
    const problems = await run('bad(bad); // bad; bad', automatic('good'));
    expect(problems.filter((problem) => problem.includes('all automatic fixes'))).toEqual([]);
    expect(problems.filter((problem) => problem.includes('is auto, which is more than permission/bad says'))).toHaveLength(2);
    expect((await run('bad(bad); // bad; bad', automatic('bad'))).some((problem) => problem.includes('all automatic fixes: no end'))).toBe(
      true,
    );
  });

  test('must not overlap, and be in order', async () => {
    const files = new Map([['a.ts', 'bad();\n']]);
    const ask = fake('good');
    const before = await ask(files, { sets: [] });
    const finding = before.result.findings[0]!;
    const edit = (start: number, end: number) => ({ file: '/case/a.ts', span: { start, end }, text: 'good' });
    const verify = (...edits: ReturnType<typeof edit>[]) =>
      verifyFix(files, { sets: [] }, before, finding, { title: 'Write `good`', grade: 'exact', edits }, ask);
    expect(await verify(edit(0, 3))).toEqual([]);
    expect(await verify(edit(0, 3), edit(2, 4))).toEqual([expect.stringContaining('overlap')]);
    expect(await verify(edit(4, 4), edit(0, 3))).toEqual([expect.stringContaining('overlap')]);
  });

  test('of several findings are verified at once, and say who may be to blame', async () => {
    const files = new Map([
      ['a.ts', 'bad();\nbad();\n'],
      ['b.ts', 'worse();\n'],
    ]);
    const ask = fake('good', (name) => ({ tool: name }));
    const before = await ask(files, { sets: [] });
    const offersOf = (...texts: readonly string[]): readonly Offer[] =>
      before.result.findings.map((finding, i) => ({
        finding,
        fix: { title: 'Write `good`', grade: 'exact', edits: [{ ...finding.place, text: texts[i]! }] },
      }));
    const said = async (...texts: readonly string[]) => {
      const offers = offersOf(...texts);
      const broken = await verifyFixes(files, { sets: [] }, before, offers, ask);
      return broken.map(({ what, by }) => `${what} ${offers.flatMap((one, i) => (by.includes(one) ? [i] : [])).join()}`);
    };
    expect(await said('good', 'good', 'good')).toEqual([]);
    // One of two that say the same is left.
    expect(await said('good', 'bad', 'good')).toEqual(['the finding is still there 0,1', 'it is offered again 0,1']);
    expect(await said('good', 'good', 'bad')).toEqual(['it causes permission/bad: `bad` is bad. 2']);
    expect(await said('good', 'worse', 'good')).toEqual(['it causes permission/worse: `worse` is bad. 0,1']);
    expect(await said('good', 'good', 'b(')).toEqual(['b.ts does not parse 2']);
  });

  test('may create files', () => {
    const fix = { edits: [{ file: '/case/.gitignore', span: { start: 0, end: 0 }, text: '.env\n' }] };
    expect([...applyFix(new Map([['a.ts', '']]), fix, '/case')]).toEqual([
      ['a.ts', ''],
      ['.gitignore', '.env\n'],
    ]);
  });
});

describe('pages', () => {
  test('facts hold for the page or for the case', () => {
    const page = readPage(
      `# a\n\nset: strict\n\n## One\n\n${fence}ts\na;\n${fence}\n\n## Two\n\nset: recommended, strict\ntracked: .env\n\n${fence}ts\na;\n${fence}\n`,
      vocabulary,
    );
    expect(page.cases.map(({ title, sets, tracked }) => [title, sets, tracked])).toEqual([
      ['One', ['strict'], undefined],
      ['Two', ['recommended', 'strict'], ['.env']],
    ]);
  });

  test('a section of a longer page', () => {
    const page = readPage(
      `# a\n\n## Why\n\n${fence}ts\nno;\n${fence}\n\n## Example\n\n### One\n\n${fence}ts\nyes;\n${fence}\n\n## Else\n\n${fence}ts\nno;\n${fence}\n`,
      vocabulary,
      'Example',
    );
    expect(page.cases.map(({ title, blocks }) => [title, blocks.map(({ text }) => text)])).toEqual([['One', ['yes;\n']]]);
  });

  test('several files, and blocks that are no part of the case', () => {
    const one = only(
      `## One\n\n${fence}ts file=src/a.ts\na;\n${fence}\n\n${fence}env\nA=1 # bad\n${fence}\n\n${fence}sh\nls\n${fence}\n\n${fence}ts ignored\nb;\n${fence}\n`,
    );
    expect(one.blocks.map(({ file, text }) => [file, text])).toEqual([
      ['src/a.ts', 'a;\n'],
      ['.env', 'A=1\n'],
    ]);
  });

  test('a notebook is written as a script', () => {
    const cells = '# %% [markdown]\n# Title\n# %%\na;\n\nbad() # bad\n# %%\n';
    const one = only(`## One\n\n${fence}py file=a.ipynb\n${cells}${fence}\n`);
    const { text, marks } = one.blocks[0]!;
    const { cells: read } = JSON.parse(text) as { cells: { cell_type: string; source: string[] }[] };
    expect(read.map(({ cell_type: kind, source }) => [kind, source])).toEqual([
      ['markdown', ['# Title']],
      ['code', ['a;\n', '\n', 'bad()']],
      ['code', []],
    ]);
    // The code of a notebook is that of its code cells; places are lines of the script.
    expect(marks.map(({ line }) => line)).toEqual([6]);
    expect(positionsIn('a.ipynb', text, { start: 4, end: 7 })).toEqual({
      start: { line: 5, column: 0 },
      end: { line: 5, column: 3 },
      length: 5,
    });
    expect(() => only(`## One\n\n${fence}py file=a.ipynb\na\n${fence}\n`)).toThrow('a notebook begins with');
  });

  test('secrets are put in', () => {
    const one = only(`## One\n\n${fence}env\nKEY={{stripe-live}} # bad\n${fence}\n`);
    expect(one.blocks[0]?.text).toBe(`KEY=${secret('stripe-live')}\n`);
  });

  test('mistakes are told with their line', () => {
    expect(() => only(`## One\n\n${fence}ts file=a.ts\na;\n${fence}\n\n${fence}ts file=a.ts\na;\n${fence}\n`)).toThrow(
      'line 9: a.ts stands twice',
    );
    expect(() => only(`## One\n\n${fence}ts\na;\n`)).toThrow('line 5: the block has no end');
    expect(() => only(`## One\n\n${fence}ts nonsense here\na;\n${fence}\n`)).toThrow('line 5: cannot read');
  });
});
