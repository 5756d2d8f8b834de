import type { Place } from './model.js';

/**
 * The empty place where another begins. Places of a tool move when the text before them grows: what is made from one must move
 * with it, so no rule works out offsets of its own.
 */
export function startOf({ file, span }: Place): Place {
  return {
    file,
    span: {
      get start() {
        return span.start;
      },
      get end() {
        return span.start;
      },
    },
  };
}
