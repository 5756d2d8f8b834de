import type { Place } from './model.js';

/**
 * The empty place where another begins, or so far behind that. Places of a tool move when the text before them grows: what is made from one must move
 * with it, so no rule works out offsets of its own.
 */
export function startOf({ file, span }: Place, offset = 0): Place {
  return {
    file,
    span: {
      get start() {
        return span.start + offset;
      },
      get end() {
        return span.start + offset;
      },
    },
  };
}

/** The empty place behind another. */
export function endOf({ file, span }: Place): Place {
  return {
    file,
    span: {
      get start() {
        return span.end;
      },
      get end() {
        return span.end;
      },
    },
  };
}

/** What follows on a place inside of another one, to the end of that: `.optional()` behind the rest of its chain. */
export function behind(inner: Place, { file, span }: Place): Place {
  return {
    file,
    span: {
      get start() {
        return inner.span.end;
      },
      get end() {
        return span.end;
      },
    },
  };
}

/** Places that were met. */
export class PlaceSet {
  readonly #known = new Set<string>();

  /** Takes a place; `false` when it was met before. */
  takes({ file, span }: Place): boolean {
    const key = `${file}:${span.start}:${span.end}`;
    if (this.#known.has(key)) return false;
    this.#known.add(key);
    return true;
  }
}

/** From where one place begins to where another of its file ends, or so far behind that. */
export function spanning({ file, span: first }: Place, { span: last }: Pick<Place, 'span'>, offset = 0): Place {
  return {
    file,
    span: {
      get start() {
        return first.start;
      },
      get end() {
        return last.end + offset;
      },
    },
  };
}
