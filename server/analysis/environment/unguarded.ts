/** What empties a store although nothing on the way asks in which environment it runs. */
import { chain, named, type ConfigFile, type Effect, type Place, type Tool, type UnguardedEffect } from '../../../rules/kit/index.js';
import type { Snapshot } from '../snapshot.js';
import type { Module } from '../syntax/ir.js';
import type { Enclosing } from './enclosing.js';

const stores: ReadonlySet<string> = new Set(['database', 'object-store', 'search', 'queue', 'cloud']);

/** Variables that name an environment, and functions that are named for asking. */
const asks =
  /\b(?:NODE_ENV|APP_ENV|APP_ENVIRONMENT|RAILS_ENV|DJANGO_ENV|FLASK_ENV|ENVIRONMENT|DEPLOY_ENV|STAGE|VERCEL_ENV|RAILWAY_ENVIRONMENT|ENV)\b|\b(?:is|assert|ensure|require|refuse|forbid|guard|check|only|not|in)_?(?:not_?|no_?|in_?|only_?)?(?:prod|production|dev|development|local|test|staging|env|environment|live)(?:\b|_|[A-Z])|\bsettings\.(?:debug|DEBUG|env|environment)\b/i;

/** Effects of tools that remove all of something, and which nothing narrows to an environment. */
export function unguardedEffects(
  tools: readonly Tool[],
  files: readonly ConfigFile[],
  snapshot: Snapshot,
  moduleOf: (file: string) => Module | undefined,
  enclosing: Enclosing,
): readonly UnguardedEffect[] {
  return tools.flatMap((tool): readonly UnguardedEffect[] => {
    if (tool.inTests || tool.gate.kind === 'always' || tool.gate.kind === 'conditional' || tool.language === 'json') return [];
    const effect = tool.effects.known.find(emptiesStore);
    if (effect === undefined || effect.approvedBy !== undefined) return [];
    const places: readonly Place[] = [effect, ...effect.via, tool.definition, ...(tool.handler === undefined ? [] : [tool.handler])];
    if (places.some((place) => isGuarded(place, snapshot, moduleOf, enclosing))) return [];
    const variable = environmentVariable(places, files, snapshot, tool.language === 'python');
    if (variable === undefined) return [];
    const guard = guardAt(effect, variable, snapshot, moduleOf, enclosing);
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

/** The line that refuses, above the statement with the effect; the body of a short function has no place for one. */
function guardAt(
  { file, span }: Effect,
  variable: string,
  snapshot: Snapshot,
  moduleOf: (file: string) => Module | undefined,
  enclosing: Enclosing,
): UnguardedEffect['guard'] {
  const module = moduleOf(file);
  const text = snapshot.text(file);
  const around = module === undefined ? undefined : enclosing.at(module, span);
  const statement = around?.body.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  if (module === undefined || text === undefined || statement === undefined) return undefined;
  const line = text.slice(text.lastIndexOf('\n', statement.span.start - 1) + 1, statement.span.start);
  if (line.trim() !== '' || (statement.kind === 'return' && !text.startsWith('return', statement.span.start))) return undefined;
  const { quote: q, semicolons } = module.style;
  const at = { file, span: statement.span };
  if (module.language === 'python') {
    const names = `${q}development${q}, ${q}test${q}`;
    const refuse = `raise RuntimeError(${q}only in development and tests${q})`;
    return { at, text: `if os.environ.get(${q}${variable}${q}) not in (${names}): ${refuse}`, needs: 'os' };
  }
  const allowed = `[${q}development${q}, ${q}test${q}].includes(process.env.${variable} ?? ${q}${q})`;
  return { at, text: `if (!${allowed}) throw new Error(${q}only in development and tests${q})${semicolons ? ';' : ''}` };
}

/** Drops, truncates, or removes without saying which. */
function emptiesStore({ class: kind, resource, bounded, detail = '', own, reversible, prepares, certainty }: Effect): boolean {
  if (kind !== 'destroy' || !stores.has(resource) || own || reversible || prepares === true || certainty === 'possible') return false;
  return !bounded || /^(?:drop|truncate|flush|reset)/i.test(detail);
}

function isGuarded(
  { file, span }: Place,
  snapshot: Snapshot,
  moduleOf: (file: string) => Module | undefined,
  enclosing: Enclosing,
): boolean {
  const module = moduleOf(file);
  const text = snapshot.text(file);
  if (module === undefined || text === undefined) return true;
  const around = enclosing.around(module, span).map((one) => one.span);
  const tests = module.body.filter((one) => one.kind === 'if' && one.span.start <= span.start && span.end <= one.span.end);
  return [...around, ...tests.map((one) => one.span)].some((one) => asks.test(text.slice(one.start, one.end)));
}

const variables = /\b(NODE_ENV|APP_ENV|ENVIRONMENT|DJANGO_ENV|FLASK_ENV|DEPLOY_ENV|VERCEL_ENV)\b/;

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
    const [, name] = variables.exec(snapshot.text(file) ?? '') ?? [];
    if (name !== undefined) return name;
  }
  const said = files.flatMap((file) => file.settings).find(({ key }) => variables.exec(key)?.[0] === key)?.key;
  const separates = files.some(({ format, environment }) => format === 'env' && environment !== 'ambiguous' && environment !== 'none');
  return said ?? (separates ? (isPython ? 'APP_ENV' : 'NODE_ENV') : undefined);
}
