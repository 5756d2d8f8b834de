/** Holds the rows of an effect file against the published types of its library. */
import { createHash } from 'node:crypto';
import type { Access, Condition, EffectRow, Effects } from '../../../rules/kit/index.js';
import { starMatch, type PublishedTypes } from './types.js';

/** Names of an effect file that its library does not have. */
export function missingNames(types: PublishedTypes, effects: Effects): readonly string[] {
  const callable = (path: string): boolean => types.resolve(effects, path).some((type) => types.isCallable(type));
  const rows = rowsOf(effects).map(([callee]) => callee);
  const quiet = [
    ...(effects.fresh ?? []),
    ...(effects.asks ?? []),
    ...Object.keys(effects.identity ?? {}),
    ...(effects.retries ?? []).map(({ callee }) => callee),
  ];
  const harmlessExists = (path: string): boolean => {
    if (/#\*{1,2}$/.test(path)) return types.instances(effects, path.slice(0, path.indexOf('#'))).length > 0;
    return path === '*' || types.resolve(effects, path).length > 0;
  };
  const sourceExists = (source: string): boolean => {
    if (source.startsWith('new ')) return callable(source.slice(4));
    const parameter = /\((\d*)\)$/.exec(source);
    if (parameter === null) return types.instances(effects, source).length > 0 || types.resolve(effects, source).length > 0;
    return callable(source.slice(0, parameter.index));
  };
  return [
    ...new Set([
      ...[...rows, ...quiet].filter((path) => !callable(path.replace(/^new /, ''))),
      ...effects.harmless.filter((path) => !harmlessExists(path)),
      ...[...Object.values(effects.instances ?? {}), ...Object.values(effects.yields ?? {})]
        .flat()
        .filter((source) => !sourceExists(source)),
      ...Object.entries(effects.extends ?? {})
        .flat()
        .filter((name) => types.instances(effects, name).length === 0),
      ...(effects.modules ?? []).filter((name) => !types.hasModule(name)),
    ]),
  ];
}

/** Places that rows name and that their calls do not have. */
export function missingPlaces(types: PublishedTypes, effects: Effects): readonly string[] {
  const exists = ([callee]: EffectRow, place: Access): boolean => {
    const match = /^arg (\d+)(?:\.(.+))?$/.exec(place);
    if (match === null) return ['args', 'this', 'template'].includes(place) || /^(?:this\.arg|chain) /.test(place);
    const parameters = types.parameters(types.resolve(effects, callee), Number(match[1]));
    return parameters.length > 0 && types.hasProperty(parameters, match[2]?.split('.') ?? []);
  };
  return rowsOf(effects).flatMap((row) =>
    placesOf(row)
      .filter((place) => !exists(row, place))
      .map((place) => `${row[0]}: ${place}`),
  );
}

/** How many published calls are modeled, are harmless, and are neither: three numbers. */
export function coverageOf(types: PublishedTypes, effects: Effects): string {
  const names = types.callables(effects);
  const rows = rowsOf(effects)
    .map(([callee]) => callee)
    .concat((effects.retries ?? []).map(({ callee }) => callee));
  const quiet = [...effects.harmless, ...(effects.fresh ?? []), ...(effects.asks ?? []), ...Object.keys(effects.identity ?? {})];
  const modelled = names.filter((name) => rows.some((row) => covers(effects, row, name)));
  const harmless = names.filter((name) => !modelled.includes(name) && quiet.some((path) => covers(effects, path, name)));
  return `${modelled.length} ${harmless.length} ${names.length - modelled.length - harmless.length}`;
}

/** Changes with everything in an effect file that its library's types were asked about. */
export function fingerprintOf({
  library,
  modules,
  calls,
  commands,
  harmless,
  instances,
  yields,
  extends: bases,
  identity,
  fresh,
  asks,
  retries,
  default: main,
}: Effects): string {
  const told = [library, modules, calls, commands, harmless, instances, yields, bases, identity, fresh, asks, retries, main];
  // What a key has to be is in no type.
  const asked = (name: string, value: unknown): unknown => (name === 'keyForm' ? undefined : value);
  return createHash('sha256')
    .update(
      JSON.stringify(
        told.map((part) => part ?? null),
        asked,
      ),
    )
    .digest('hex')
    .slice(0, 16);
}

function rowsOf(effects: Effects): readonly EffectRow[] {
  return [...effects.calls, ...(effects.commands ?? [])];
}

/** Every place that a row names. */
function placesOf([, , subject, options = {}]: EffectRow): readonly Access[] {
  const { key, guards = [], bound, method, headers, body, args, moves, calls } = options;
  const condition =
    options.if === undefined ? [] : [/^(.+?)(?: = .*| absent| present)$/.exec(options.if satisfies Condition)![1] as Access];
  const verb = method === undefined || /^[A-Z]+$/.test(method) ? [] : [method as Access];
  return [
    subject,
    ...condition,
    ...verb,
    ...[key, bound, headers, body, args, moves, calls].filter((place) => place !== undefined),
    ...guards,
  ];
}

/** Whether a described path names a published one: itself, by stars, or through a base class. */
function covers(effects: Effects, pattern: string, name: string): boolean {
  if (pattern === '*' || pattern === name) return true;
  if (pattern.endsWith('**') && name.startsWith(pattern.slice(0, -2))) return true;
  const [left, right] = [pattern, name].map((path) => path.replace('#', '#.').split('.')) as [string[], string[]];
  if (spells(left, right)) return true;
  const hash = name.indexOf('#');
  const base = hash < 0 ? undefined : effects.extends?.[name.slice(0, hash)];
  return base !== undefined && covers(effects, pattern, base + name.slice(hash));
}

function spells([part, ...parts]: readonly string[], names: readonly string[]): boolean {
  if (part === undefined) return names.length === 0;
  if (part === '**') return names.some((_, i) => spells(parts, names.slice(i)));
  return names.length > 0 && starMatch(part, names[0]!) && spells(parts, names.slice(1));
}
