import { afterEach } from 'vitest';
import { takeLeaks } from '../harness/outputs.js';

/** Whatever a test is about: no secret that was planted may have been said. */
afterEach(() => {
  const leaks = takeLeaks();
  if (leaks.length > 0) throw new Error(leaks.join('\n'));
});
