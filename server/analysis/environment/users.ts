/** Which tools act with what a variable of the environment holds. */
import type { Effect, Evidence, Tool } from '../../../rules/kit/index.js';

/** More would hide what matters. */
const most = 6;

/** Answers with the tools whose clients, or requests, are made with a variable; those that destroy come first. */
export function usersOf(tools: readonly Tool[]): (variable: string) => readonly Evidence[] {
  let known: ReadonlyMap<string, readonly Evidence[]> | undefined;
  return (variable) => (known ??= byVariable(tools)).get(variable) ?? [];
}

function byVariable(tools: readonly Tool[]): ReadonlyMap<string, readonly Evidence[]> {
  const users = new Map<string, { readonly evidence: Evidence; readonly rank: number }[]>();
  for (const { name, inTests, effects } of tools) {
    if (inTests) continue;
    const by = new Map<string, Effect[]>();
    for (const effect of effects.known) {
      if (effect.credential === undefined || effect.certainty === 'possible') continue;
      by.set(effect.credential, [...(by.get(effect.credential) ?? []), effect]);
    }
    for (const [variable, own] of by) {
      const rank = Math.min(...own.map(({ class: kind }) => ranks.indexOf(kind)));
      const label = `\`${name.value.slice(0, 40)}\` ${deeds[ranks[rank] ?? 'read']} with it`;
      const evidence = { file: name.file, span: { start: name.span.start, end: name.span.end }, label };
      users.set(variable, [...(users.get(variable) ?? []), { evidence, rank }]);
    }
  }
  return new Map(
    [...users].map(([variable, list]) => [
      variable,
      list
        .toSorted((a, b) => a.rank - b.rank)
        .slice(0, most)
        .map(({ evidence }) => evidence),
    ]),
  );
}

/** Most harmful first. */
const ranks: readonly Effect['class'][] = ['destroy', 'exec', 'external', 'write.add', 'write.set', 'read'];
const deeds: Readonly<Record<Effect['class'], string>> = {
  destroy: 'destroys',
  exec: 'runs what the model writes',
  external: 'acts outside',
  'write.add': 'adds',
  'write.set': 'changes things',
  read: 'reads',
};
