import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { results } from '../../rules/results/index.js';
import { resultReader } from '../../server/analysis/reliability/read-results.js';
import { noTrials, type Reading } from '../../server/analysis/reliability/reading.js';
import { setOf, type ResultSet } from '../../server/analysis/reliability/sets.js';
import { memoryHost } from '../../server/hosts/memory.js';
import { loadResults } from '../../server/workspace/result-sets.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function readAtOnce(text: string): Reading {
  const reader = resultReader(results);
  reader.push(bytes(text));
  return reader.end();
}

/** What a text is read as: in pieces of any size, always the same. */
function read(text: string): ResultSet {
  const whole = settled(readAtOnce(text));
  for (const size of [1, 2, 3, 7]) {
    const reader = resultReader(results);
    const all = bytes(text);
    for (let at = 0; at < all.length; at += size) reader.push(all.subarray(at, at + size));
    expect(settled(reader.end())).toEqual(whole);
  }
  return whole;
}

function settled(reading: Reading): ResultSet {
  return reading.kind === 'trials' ? setOf(reading) : reading;
}

/** `task: successes of trials` of each task. */
function tasks(set: ResultSet): readonly string[] {
  if (set.kind !== 'trials') throw new Error(set.kind === 'problem' ? set.message : set.kind);
  return set.tasks.map(
    ({ task, successes, trials, excluded }) => `${task}: ${successes} of ${trials}${excluded > 0 ? ` (${excluded})` : ''}`,
  );
}

const json = (value: unknown): string => JSON.stringify(value, null, 2);

describe('formats', () => {
  test('tau-bench: a crash is a failure', () => {
    const row = (task_id: number, trial: number, reward: number, info: object = {}) => ({ task_id, reward, info, traj: [], trial });
    const set = read(json([row(0, 0, 1), row(0, 1, 0.9999999), row(1, 0, 0, { error: 'Timeout', traceback: '…' }), row(1, 1, 0.5)]));
    expect(tasks(set)).toEqual(['0: 2 of 2', '1: 0 of 2']);
    expect(set).toMatchObject({ format: 'tau-bench', planned: 2, notes: { crashed: 1, partialReward: 1, missing: 0, all: 4 } });
  });

  test('tau-bench: a row that somebody added by hand counts as well', () => {
    const rows = [
      { task_id: 0, reward: 1, info: {}, traj: [], trial: 0 },
      { task_id: 0, reward: 0, trial: 1 },
    ];
    expect(tasks(read(json(rows)))).toEqual(['0: 1 of 2']);
  });

  test('tau-bench: trials of one task that are missing are said', () => {
    const row = (task_id: number, trial: number) => ({ task_id, reward: 1, info: {}, traj: [{ role: 'user', content: '"}]' }], trial });
    const set = read(json([row(0, 0), row(0, 1), row(0, 2), row(1, 0)]));
    expect(tasks(set)).toEqual(['0: 3 of 3', '1: 1 of 1']);
    expect(set).toMatchObject({ planned: 3, notes: { missing: 2 } });
  });

  const simulation = (task_id: string, trial: number, reward: number | null, termination_reason = 'user_stop') => ({
    id: `${task_id}-${trial}`,
    task_id,
    trial,
    termination_reason,
    reward_info: reward === null ? null : { reward, db_check: { db_reward: 1 } },
    messages: [{ role: 'assistant', content: 'a \\"reward\\": 1', trial: 9 }],
  });
  const info = { num_trials: 3, git_commit: '4f1c', agent_info: { llm: 'gpt-4.1' }, environment_info: { domain_name: 'airline' } };

  test('tau2: what never ran is left out, what has no reward is a failure, and tasks without a run are said', () => {
    const simulations = [
      simulation('a', 0, 1),
      simulation('a', 1, 1, 'max_steps'),
      simulation('a', 2, null),
      simulation('b', 0, 1),
      simulation('b', 1, 0, 'infrastructure_error'),
    ];
    const set = read(json({ timestamp: '2026-05-01', info, tasks: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], simulations }));
    expect(tasks(set)).toEqual(['a: 2 of 3', 'b: 1 of 1 (1)', 'c: 0 of 0']);
    expect(set).toMatchObject({
      format: 'tau2-bench',
      planned: 3,
      about: { model: 'gpt-4.1', domain: 'airline', commit: '4f1c', time: '2026-05-01' },
      notes: { notRun: 1, noReward: 1, missing: 4 },
    });
  });

  test('tau2: the index stands for the files of a folder', () => {
    const simulation_index = [
      { id: 'x', task_id: 'a', trial: 0, reward: 1, termination_reason: 'user_stop', agent_cost: 0.1, duration: 3 },
      { id: 'y', task_id: 'a', trial: 1, reward: 0, termination_reason: 'user_stop', agent_cost: 0.1, duration: 3 },
    ];
    expect(tasks(read(json({ info: { ...info, num_trials: 2 }, tasks: [{ id: 'a' }], simulation_index })))).toEqual(['a: 1 of 2']);
    const both = { info: { ...info, num_trials: 1 }, simulations: [simulation('a', 0, 1)], simulation_index };
    expect(tasks(read(json(both)))).toEqual(['a: 1 of 1']);
  });

  test('tau2: a folder without an index is read file by file', async () => {
    const host = memoryHost({
      '/r/run/results.json': json({ info: { ...info, num_trials: 2 }, tasks: [{ id: 'a' }] }),
      '/r/run/simulations/1.json': json(simulation('a', 0, 1)),
      '/r/run/simulations/2.json': json(simulation('a', 1, 0)),
    });
    for (const path of ['/r/run', '/r/run/results.json', '/r']) {
      const [loaded, ...more] = await loadResults([path], host, results);
      expect(more).toEqual([]);
      expect(tasks(loaded!.set)).toEqual(['a: 1 of 2']);
    }
  });

  test('HAL: each file is one repetition', async () => {
    const file = (rewards: Readonly<Record<string, unknown>>) =>
      json({ config: { benchmark_name: 'taubench_airline' }, raw_eval_results: rewards });
    const name = (rep: number): string => `/r/air_agent_rep${rep}_170000000${rep}/air_agent_rep${rep}_170000000${rep}_UPLOAD.json`;
    const host = memoryHost({
      [name(1)]: file({ '0': { reward: 1, taken_actions: [] }, '1': { reward: 0 } }),
      [name(2)]: file({ '0': { reward: 1.0, cost: 2 }, '1': { reward: 1 } }),
      [name(3)]: file({ '0': { reward: 1 } }),
      '/r/notes.json': '{"by": "hand"}',
    });
    const [loaded, ...more] = await loadResults(['/r'], host, results);
    expect(more).toEqual([]);
    expect(tasks(loaded!.set)).toEqual(['0: 3 of 3', '1: 1 of 2']);
    expect(loaded).toMatchObject({
      name: '/r/air_agent_rep*/air_agent_rep*_UPLOAD.json',
      set: { planned: 3, notes: { missing: 1 } },
    });
  });

  test('HAL: a task that is tried with several prompts is no trial', () => {
    const rewards = { '0': { reward: 1 }, '1': [{ score: 1 }, { score: 0 }] };
    expect(read(json({ raw_eval_results: rewards }))).toMatchObject({
      kind: 'problem',
      message: expect.stringContaining('this is no trial as the others are'),
    });
    expect(read('[[1, 2], [3]]')).toMatchObject({ kind: 'problem', isOther: true });
  });

  test('in a folder, what is no JSON is said, and what holds something else is left out', async () => {
    const host = memoryHost({
      '/r/good.json': json([{ task: 'a', success: true }]),
      '/r/broken.json': '[{ "task": "a", "success": true }, { "task": ',
      '/r/other.json': '{ "name": "app" }',
      '/r/prices.csv': 'item,price\nx,1\n',
      '/r/notes.md': '# Notes',
      '/r/linked.json': { link: 'good.json' },
    });
    const found = await loadResults(['/r'], host, results);
    expect(found.map(({ name, set }) => `${name} ${set.kind}`)).toEqual([
      '/r/broken.json problem',
      '/r/good.json trials',
      '/r/linked.json trials',
    ]);
  });

  test('a submission holds numbers', () => {
    expect(
      read(json({ model_name: 'm', results: { retail: { pass_1: 78.5, pass_2: null, cost: 0.1 }, airline: { pass_1: 61 } } })),
    ).toMatchObject({
      kind: 'summary',
      whole: 100,
      about: { model: 'm' },
      rows: [
        { domain: 'retail', values: [78.5, null, null, null] },
        { domain: 'airline', values: [61, null, null, null] },
      ],
    });
  });

  test.each([
    [
      'a list',
      json([
        { task: 'a', trial: 1, success: true },
        { task: 'a', trial: 2, success: false },
      ]),
    ],
    [
      'an object',
      json({
        trials: [
          { task: 'a', trial: 1, success: 1 },
          { task: 'a', trial: 2, success: 0 },
        ],
      }),
    ],
    ['lines', '{"task":"a","trial":1,"passed":true}\n{"task":"a","trial":2,"passed":false}\n'],
    [
      'other names',
      json([
        { task_id: 'a', run: 'x', reward: 1 },
        { task_id: 'a', run: 'y', reward: 0 },
      ]),
    ],
    ['a table', 'task,trial,success\na,1,true\na,2,false\n'],
    ['a table with other signs', '\ufefftask;trial;passed\r\n"a";1;yes\r\n"a";2;no'],
    ['a table with what nobody asked for', 'note,success,task\n"two\nlines, ""quoted""",1,a\n,0,a\n'],
  ])('plain results as %s', (_title, text) => {
    expect(tasks(read(text))).toEqual(['a: 1 of 2']);
  });

  test('what stands there twice counts once, and the worse of two', () => {
    const set = read('task,trial,success\na,1,1\na,1,1\na,2,1\na,2,0\n');
    expect(tasks(set)).toEqual(['a: 1 of 2']);
    expect(set).toMatchObject({ notes: { repeated: 2, all: 4, contradicting: [{ task: 'a', trial: '2' }] } });
  });

  test('numbers of Python that are none are no reward', () => {
    expect(read('[{"task": "a", "reward": NaN}, {"task": "a", "reward": 1.5}, {"task": "a", "reward": null}]')).toMatchObject({
      notes: { noReward: 2, oddReward: 1 },
    });
  });

  test('the order of trials decides nothing', () => {
    const row = fc.record({ task: fc.constantFrom('a', 'b', 'c'), trial: fc.integer({ min: 0, max: 3 }), success: fc.boolean() });
    fc.assert(
      fc.property(
        fc
          .array(row, { minLength: 1, maxLength: 20 })
          .chain((rows) => fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length }))),
        ([rows, shuffled]) => {
          const [one, other] = [rows, shuffled].map((list) => settled(readAtOnce(JSON.stringify(list))));
          expect([...tasks(other!)].sort()).toEqual([...tasks(one!)].sort());
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('what cannot be read', () => {
  test.each([
    ['nothing', ' \n', 'it is empty'],
    ['an empty list', '[]', noTrials.message],
    ['something else', '{"name": "app", "version": "1.0.0"}', noTrials.message],
    ['rows of something else', '[\n  {"id": 1}\n]', '2:3 `[]` holds no trials: it names no task and no reward'],
    ['rows without a reward', '[\n  {"task": "a"}\n]', '2:3 `[]` holds no trials: it has only `task`'],
    [
      'one row of another kind',
      '[{"task":"a","success":true},\n{"tsk":"a","success":true}]',
      '2:1 this is no trial as the others are: it has only `success`',
    ],
    [
      'an end in the middle',
      '[{"task":"a","trial":3,"success":true},\n{"task":"b',
      '2:11 the file ends in the middle: a closing quote is missing, after task "a", trial 3',
    ],
    ['a comma too many', '[{"task":"a","success":true},]', '1:30 a value is expected, after task "a"'],
    ['a bracket of the other kind', '[{"task":"a","success":true]', '1:28 `}` is expected'],
    ['a word that is none', '[{"task":"a","success":tru}]', '1:24 this is no value of JSON: text needs double quotes'],
    ['a line break in a text', '[{"task":"a\nb","success":true}]', '1:12 a line break or another control character stands in a text'],
    [
      'a table without a header',
      'a,1,true\n',
      '1:1 the header has no column `task` or `task_id`: the first line is to be `task,trial,success`',
    ],
    [
      'a table with a word',
      'task,success\na,true\nb,maybe\n',
      '3:1 what task "b" has for success is neither success nor failure: write `true` or `false`, or a reward',
    ],
    ['a table with a short line', 'task,success\na\n', '2:1 the column of success is missing in this line, of task "a"'],
    ['a quote that is not closed', 'task,success\n"a,true\n', '2:1 a closing quote is missing'],
  ])('%s is said with its place', (_title, text, expected) => {
    const found = read(text);
    if (found.kind !== 'problem') throw new Error(found.kind);
    const { place, message } = found;
    expect(`${place === undefined ? '' : `${place.line}:${place.column} `}${message}`).toBe(expected);
  });

  test('no text makes the reader throw', () => {
    const bits = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ':',
      ',',
      '\\',
      '\n',
      '1',
      '-',
      'e',
      'true',
      'null',
      '"task"',
      '"success"',
      ' ',
      'é',
    );
    fc.assert(
      fc.property(fc.array(bits, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const found = settled(readAtOnce(text));
        const isJson = (): boolean => {
          try {
            JSON.parse(text);
            return true;
          } catch {
            return false;
          }
        };
        // What JSON itself takes is no broken JSON here either.
        if (found.kind === 'problem' && /^\s*[[{]/.test(text) && isJson()) expect(found.message).toMatch(/no trials|no trial as/);
      }),
      { numRuns: 500 },
    );
  });
});
