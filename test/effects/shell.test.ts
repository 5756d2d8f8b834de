import fc from 'fast-check';
import { quote } from 'shell-quote';
import { describe, expect, test } from 'vitest';
import { commands } from '../../rules/effects/commands.js';
import { readArgv, readCommandLine, type CommandReading } from '../../server/analysis/trace/shell.js';
import { readShell } from '../../server/analysis/trace/shell/words.js';
import { commandLines, lists } from './shell-cases.js';
import { spent } from '../harness/spent.js';

function short({ effects, complete }: CommandReading): string {
  const shown = effects.map((found) =>
    [
      found.class,
      `'${found.detail}'`,
      !found.bounded && 'unbounded',
      found.ensures && 'ensures',
      found.exclusive && 'exclusive',
      found.relative && 'relative',
      found.openWorld && 'open-world',
    ]
      .filter(Boolean)
      .join(' '),
  );
  return `${shown.join('; ')}${complete ? '' : ' …'}`;
}

describe('command lines', () => {
  test.each(commandLines)('%s', (line, reading) => expect(short(readCommandLine(line.split(/⟨[^⟩]*⟩/), commands))).toBe(reading));
});

describe('lists of arguments', () => {
  test.each(lists)('%j', ([program, ...args], reading) => {
    const open = args.at(-1) === '...';
    const known = (open ? args.slice(0, -1) : args).map((arg) => (arg === '⟨⟩' ? undefined : arg));
    expect(short(readArgv(program === '⟨⟩' ? undefined : program, known, open, commands))).toBe(reading);
  });
});

describe('unknown text', () => {
  test.each([
    ['git log', 'none'],
    ['git log ⟨range⟩', 'bare'],
    ['git log "⟨range⟩"', 'quoted'],
    ["git log '⟨range⟩'", 'quoted'],
    ['git log origin/⟨branch⟩', 'bare'],
    ['git log > ⟨file⟩', 'bare'],
    ['echo "$(git log ⟨range⟩)"', 'bare'],
  ])('%s is %s', (line, exposed) => expect(readCommandLine(line.split(/⟨[^⟩]*⟩/), commands).exposed).toBe(exposed));
});

describe('words', () => {
  test('are read back from any quoting', () => {
    const words = fc.array(
      fc.string({ unit: 'grapheme-ascii', minLength: 1 }).filter((word) => !/[\n\r\t]/.test(word)),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(words, (list) => {
        const line = `x ${quote(list)}`;
        const { commands: found } = readShell(line);
        expect(found[0]!.words.map((word) => word.text)).toEqual(['x', ...list]);
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  test('never make it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...' \n\t\'"`$(){}[]<>|&;\\#=!*?~a-b0EOFifdonecase\0'), maxLength: 60 }), (line) => {
        readCommandLine(line.split('\0'), commands);
      }),
      { numRuns: 3000, seed: 12 },
    );
  });
});

describe('hostile text', () => {
  const million = 1_000_000;
  test.each([
    ['parentheses', '('.repeat(million)],
    ['substitutions', '$('.repeat(million / 2)],
    ['backquotes', '`\\'.repeat(million / 2)],
    ['here-documents', '<<a '.repeat(million / 4)],
    ['parameters', '${a:-'.repeat(million / 5)],
    ['quotes', `"'`.repeat(million / 2)],
    ['wrappers', 'sudo '.repeat(million / 5)],
    ['shells', "sh -c '".repeat(million / 7)],
    ['commands', 'a;'.repeat(million / 2)],
    ['tests', '[[ '.repeat(million / 3)],
    ['redirections', '>a '.repeat(million / 3)],
  ])('a megabyte of %s ends soon and is not complete', (_, line) => {
    expect(spent(() => expect(readCommandLine([line], commands).complete).toBe(false))).toBeLessThan(5000);
  });
});
