import { expect } from 'vitest';

/**
 * Expects time in proportion to the length: four times the text may cost eleven times as much, so that noise passes and
 * a square (sixteen times) does not. Processor time, since the machine may be busy.
 */
export function expectLinear(run: (text: string) => void, unit: string, length = 1_000_000): void {
  const small = unit.repeat(Math.ceil(length / 4 / unit.length));
  const large = unit.repeat(Math.ceil(length / unit.length));
  run(small);
  const quarter = Math.min(took(run, small), took(run, small), took(run, small));
  const whole = Math.min(took(run, large), took(run, large), took(run, large));
  expect(whole).toBeLessThan(11 * quarter + 100);
  // Two seconds for a megabyte would be felt even if it were linear.
  expect(whole).toBeLessThan(2000);
}

/** Milliseconds of processor time. */
export function took(run: (text: string) => void, text: string): number {
  const before = process.cpuUsage();
  run(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
