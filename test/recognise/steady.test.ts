/** What an edit leaves alone is not worked out again. */
import { expect, test } from 'vitest';
import { Cell, Cells, type Put } from '../../server/analysis/trace/cells.js';
import { Changes } from '../../server/analysis/trace/changes.js';
import { Env, type Activation, type Ground } from '../../server/analysis/trace/env.js';
import { Executions } from '../../server/analysis/trace/executions.js';
import { Table } from '../../server/analysis/trace/table.js';
import { constant } from '../../server/analysis/trace/value.js';
import { readSource } from '../../server/analysis/syntax/read.js';

const module = readSource('/w/a.ts', 'f();');
const [statement] = module.body;
const node = statement!.kind === 'expression' ? statement!.value : undefined;

test('a list whose contents do not come to rest keeps them when something else is put elsewhere', () => {
  const changes = new Changes();
  const change = (ground: Ground): void => changes.mark([ground]);
  const cells = new Cells();
  const [restless, other] = [new Cell({ number: 0 }), new Cell({ number: 0 })];
  const put = (cell: Cell, text: string): Put => ({ cell, node: node!, value: constant(text) });
  const [first, second] = [[put(restless, 'a')], [put(restless, 'b')]];
  expect(cells.settle(first, undefined, change)).toBe(true);

  // The bound on rounds was reached: the second was not handed over.
  const edited = [...second, put(other, 'x')];
  expect(cells.settle(edited, second, change)).toBe(true);
  expect([restless.puts, other.puts]).toEqual([first, [edited[1]]]);
  expect(changes.now).toBe(2);
  expect(changes.since(1)).toEqual([other.ground]);

  // What was put there is gone now, and so it is once everything begins anew.
  expect(cells.settle([], second, change)).toBe(true);
  expect(restless.puts).toEqual([]);
  expect(cells.settle(first, undefined, change)).toBe(true);
  expect(cells.settle([], undefined, change)).toBe(true);
  expect(restless.puts).toEqual([]);
});

test('executions stay as long as an answer that rests on them', () => {
  const executions = new Executions();
  const table = new Map<string, Activation>();
  const [tool, helper]: readonly Ground[] = [{ number: 0 }, { number: 0 }];
  const made = (key: string): Activation => {
    const env = new Env(module, module, undefined);
    const activation: Activation = { env, running: false, summaries: new Table(), life: executions.born() };
    env.life = activation.life;
    executions.add(table, key, activation);
    return activation;
  };
  const round = (ground: Ground, run: () => void): readonly string[] => {
    executions.begin(ground);
    run();
    executions.end();
    return [...table.keys()];
  };

  let outer: Activation | undefined;
  const first = round(tool!, () => {
    outer = made('outer');
    executions.again(outer.env, () => void made('inner'));
    made('gone');
  });
  expect(first).toEqual(['outer', 'inner', 'gone']);
  // Its answer is remembered: nobody asks for what it needs.
  expect(round(tool!, () => executions.use(outer!))).toEqual(['outer', 'inner']);
  // Worked out again, it needs something else.
  const again = round(tool!, () => {
    executions.use(outer!);
    executions.again(outer!.env, () => void made('other'));
  });
  expect(again).toEqual(['outer', 'other']);
  // Another one asked for it, too.
  round(helper!, () => executions.use(outer!));
  expect(round(tool!, () => {})).toEqual(['outer', 'other']);
});
