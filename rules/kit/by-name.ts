/** Answers that depend on a name alone, which is asked for with every effect that passes a function of it. */

/** Beyond this, what was asked first is asked again. */
const most = 4_000;

/** The same test, asked once for each name. */
export function byName(test: (name: string) => boolean): (name: string) => boolean {
  const known = new Map<string, boolean>();
  return (name) => {
    let answer = known.get(name);
    if (answer === undefined) {
      if (known.size >= most) known.clear();
      known.set(name, (answer = test(name)));
    }
    return answer;
  };
}
