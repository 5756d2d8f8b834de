import type { JudgedResults, ReleaseFacts } from './releases.js';

/** All results, those that a gate names first; each once for a name, whatever asks for it. */
export function allJudged({ gates, ungated }: ReleaseFacts): readonly JudgedResults[] {
  const found = new Map<string, JudgedResults>();
  for (const one of [...gates.flatMap(({ judged }) => judged), ...ungated]) {
    const key = `${one.file} ${one.name}`;
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}

/** The name of results in messages. */
export function shownResults({ name }: Pick<JudgedResults, 'name'>): string {
  return name.length <= 40 ? name : `…${name.slice(-39)}`;
}

/** `1 task`, `3 tasks`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}
