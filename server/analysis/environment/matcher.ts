import { createAutomaton } from '../automaton.js';

/** Finds many words in one pass over a text. Letters of ASCII are folded, so the caller compares the case where it matters. */
export interface Matcher {
  /**
   * Calls `onHit` with the number of each word and where it starts, ordered by where the words end. Stops when it
   * answers `true`.
   */
  scan(text: string, onHit: (word: number, start: number) => boolean): void;
}

/** Prepares the search. Words must be ASCII and not empty; the same word may stand twice. */
export function createMatcher(words: readonly string[]): Matcher {
  const automaton = createAutomaton(words, fold);
  const { classOf, classes } = automaton;
  const lengths = words.map((word) => word.length);
  return {
    scan(text, onHit) {
      let { table } = automaton;
      let state = 0;
      for (let at = 0; at < text.length; at += 1) {
        const kind = classOf[text.charCodeAt(at)] as number;
        let found = table[state + kind] as number;
        if (found === 0) {
          found = automaton.step(state, kind);
          ({ table } = automaton);
        }
        if (found > 0) {
          state = found - 1;
          continue;
        }
        state = -found - 1;
        for (const word of automaton.endsAt(state / classes)) {
          if (onHit(word, at + 1 - (lengths[word] ?? 0))) return;
        }
      }
    },
  };
}

function fold(code: number): number {
  return code >= 65 && code <= 90 ? code + 32 : code;
}
