/** Most places that are told of one failure. */
const mostPlaces = 8;

/**
 * Kind of what was thrown and the places in our code, one for each line. The words are left out, because they may quote
 * the text that was read, secrets included; they may also look like places, so they are cut off first.
 */
export function describeFailure(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const stack = thrown.stack ?? '';
  const words = stack.indexOf(thrown.message);
  const places =
    words < 0
      ? []
      : stack
          .slice(words + thrown.message.length)
          .split('\n')
          .filter((line) => /^\s{1,20}at /.test(line));
  return [thrown.name, ...places.slice(0, mostPlaces)].join('\n');
}
