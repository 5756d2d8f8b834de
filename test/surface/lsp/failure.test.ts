import { describe, expect, it } from 'vitest';
import { describeFailure } from '../../../server/lsp/failure.js';

describe('a failure', () => {
  it('is told by kind and place, and not by its words', () => {
    const text = describeFailure(new TypeError('hunter\n    at hunter\nhunter'));
    expect(text).toMatch(/^TypeError\n\s+at .*failure\.test\.ts/);
    expect(text).not.toContain('hunter');
  });

  it('need not be an error', () => {
    expect(describeFailure('hunter')).toBe('string');
    expect(describeFailure(undefined)).toBe('undefined');
  });

  it('may have a stack that somebody changed', () => {
    const error = new Error('hunter');
    error.stack = 'other\n    at hunter';
    expect(describeFailure(error)).toBe('Error');
  });
});
