/** Answers that depend on a name alone, which is asked for with every effect that passes a function of it. */

/** Beyond this, what was asked first is asked again. */
const most = 4_000;

/** The same question, asked once for each name. */
export function byName<T>(ask: (name: string) => T): (name: string) => T {
  const known = new Map<string, T>();
  return (name) => {
    const answer = known.get(name);
    if (answer !== undefined || known.has(name)) return answer!;
    if (known.size >= most) known.clear();
    const fresh = ask(name);
    known.set(name, fresh);
    return fresh;
  };
}
