import { describe, expect, it } from 'vitest';
import { coalesce } from '../../../client/coalesce.js';

function gate() {
  const open: (() => void)[] = [];
  let runs = 0;
  const run = coalesce(() => {
    runs += 1;
    return new Promise((resolve) => {
      open.push(resolve);
    });
  });
  return {
    run,
    runs: () => runs,
    finish: async () => {
      open.shift()!();
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    },
  };
}

describe('coalesced restart', () => {
  it('makes one further run of many requests', async () => {
    const { run, runs, finish } = gate();
    const first = run();
    const later = [run(), run(), run()];
    expect(runs()).toBe(1);
    await finish();
    await first;
    expect(runs()).toBe(2);
    await finish();
    await Promise.all(later);
    expect(runs()).toBe(2);
    void run();
    expect(runs()).toBe(3);
  });

  it('does not count a request that comes during the further run', async () => {
    const { run, runs, finish } = gate();
    void run();
    void run();
    await finish();
    void run();
    expect(runs()).toBe(2);
    await finish();
    expect(runs()).toBe(3);
  });

  it('goes on after a failure', async () => {
    let runs = 0;
    const run = coalesce(async () => {
      runs += 1;
      if (runs === 1) throw new Error('no');
    });
    const first = run();
    const second = run();
    await expect(first).rejects.toThrow('no');
    await second;
  });
});
