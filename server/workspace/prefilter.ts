import { createAutomaton } from '../analysis/automaton.js';

export interface Prefilter {
  /** The words, where they can be told one from another. */
  readonly words: readonly string[];
  /** Does any of the words stand in this text? */
  inText(text: string): boolean;
}

/**
 * Looks for many ASCII words in one pass, so that files which cannot matter are not parsed. Lists of more than 65,536 letters
 * match everything.
 */
export function createPrefilter(words: Iterable<string>): Prefilter {
  const list = [...new Set(words)].filter((word) => word !== '');
  const letters = list.reduce((sum, word) => sum + word.length, 0);
  if (letters > 1 << 16) return { words: [], inText: () => true };
  const automaton = createAutomaton(list, (code) => code);
  const { classOf } = automaton;
  return {
    words: list,
    inText(text) {
      let { table } = automaton;
      let state = 0;
      for (let index = 0; index < text.length; index += 1) {
        const kind = classOf[text.charCodeAt(index)] as number;
        let found = table[state + kind] as number;
        if (found === 0) {
          found = automaton.step(state, kind);
          ({ table } = automaton);
        }
        if (found < 0) return true;
        state = found - 1;
      }
      return false;
    },
  };
}
