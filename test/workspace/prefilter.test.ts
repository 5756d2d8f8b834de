import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPrefilter } from '../../server/workspace/prefilter.js';

test('a word is found wherever it stands, and only whole', () => {
  const filter = createPrefilter(['registerTool', 'tool(', '"ai"']);
  for (const text of ['registerTool', 'x.registerTool()', 'aregisterregisterTool', 'é tool(', 'from "ai";']) {
    expect([text, filter.inText(text)]).toEqual([text, true]);
  }
  for (const text of ['', 'registertool', 'registerToo', 'tool (', '"ai/react"', 'ai']) {
    expect([text, filter.inText(text)]).toEqual([text, false]);
  }
});

test('no words find nothing, and too many find everything', () => {
  expect(createPrefilter([]).inText('anything')).toBe(false);
  const many = Array.from({ length: 60_000 }, (_, index) => `word-${index * 7919}`);
  expect(createPrefilter(many).inText('nothing of it')).toBe(true);
});

test('it agrees with looking for one word after the other', () => {
  const short = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
  const long = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'é'), { maxLength: 30 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(fc.array(short, { maxLength: 6 }), long, (words, text) => {
      const expected = words.some((word) => text.includes(word));
      expect(createPrefilter(words).inText(text)).toBe(expected);
    }),
  );
});
