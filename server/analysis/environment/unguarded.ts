/** What empties a store although nothing on the way asks in which environment it runs. */
import { chain, named, type ConfigFile, type Effect, type Place, type Tool, type UnguardedEffect } from '../../../rules/kit/index.js';
import type { Snapshot } from '../snapshot.js';
import type { Module } from '../syntax/ir.js';
import type { Enclosing } from './enclosing.js';
import { environmentVariableIn, guardAt, guardWorld, isGuarded } from '../guarded.js';

const stores: ReadonlySet<string> = new Set(['database', 'object-store', 'search', 'queue', 'cloud']);

/** Effects of tools that remove all of something, and which nothing narrows to an environment. */
export function unguardedEffects(
  tools: readonly Tool[],
  files: readonly ConfigFile[],
  snapshot: Snapshot,
  moduleOf: (file: string) => Module | undefined,
  enclosing: Enclosing,
): readonly UnguardedEffect[] {
  const world = guardWorld((file) => snapshot.text(file), moduleOf, enclosing);
  return tools.flatMap((tool): readonly UnguardedEffect[] => {
    if (tool.inTests || tool.gate.kind === 'always' || tool.gate.kind === 'conditional' || tool.language === 'json') return [];
    const effect = tool.effects.known.find(emptiesStore);
    if (effect === undefined || effect.approvedBy !== undefined) return [];
    const places: readonly Place[] = [effect, ...effect.via, tool.definition, ...(tool.handler === undefined ? [] : [tool.handler])];
    if (places.some((place) => isGuarded(place, world))) return [];
    const variable = environmentVariable(places, files, snapshot, tool.language === 'python');
    if (variable === undefined) return [];
    const guard = guardAt(effect, variable, world);
    const { file, span } = tool.name;
    return [
      {
        file,
        span: { start: span.start, end: span.end },
        tool: tool.name.value,
        shown: named(effect),
        drops: effect.bounded,
        variable,
        certainty: effect.certainty,
        because: chain(effect),
        ...(guard === undefined ? {} : { guard }),
      },
    ];
  });
}

/** Drops, truncates, or removes without saying which. */
function emptiesStore({ class: kind, resource, bounded, detail = '', own, reversible, prepares, certainty }: Effect): boolean {
  if (kind !== 'destroy' || !stores.has(resource) || own || reversible || prepares === true || certainty === 'possible') return false;
  return !bounded || /^(?:drop|truncate|flush|reset)/i.test(detail);
}

/** The variable by which a workspace knows where it runs; `undefined` when it does not. */
function environmentVariable(
  places: readonly Place[],
  files: readonly ConfigFile[],
  snapshot: Snapshot,
  isPython: boolean,
): string | undefined {
  const settings = snapshot.files.filter((file) =>
    /(?:^|\/)(?:config|settings|env|environment|constants)(?:\/[\w.-]{1,60})?\.(?:[cm]?[jt]s|py)$/.test(file),
  );
  for (const file of new Set([...places.map((place) => place.file), ...settings])) {
    const name = environmentVariableIn(snapshot.text(file));
    if (name !== undefined) return name;
  }
  const said = files.flatMap((file) => file.settings).find(({ key }) => environmentVariableIn(key) === key)?.key;
  const separates = files.some(({ format, environment }) => format === 'env' && environment !== 'ambiguous' && environment !== 'none');
  return said ?? (separates ? (isPython ? 'APP_ENV' : 'NODE_ENV') : undefined);
}
