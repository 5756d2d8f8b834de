/** What a configuration says that can be read in part: all but what is wrong, and nothing from rules that rest on what was lost. */
import { getNodePath, type Node } from 'jsonc-parser';
import type { Config } from './config.js';
import { configSchema, fields } from './config-schema.js';
import { nearest } from './suggest.js';

type Path = readonly (string | number)[];

/** Rules that would accuse what a field may have meant to excuse; `*` stands for the rest of a group. */
const restOn: Readonly<Record<string, readonly string[]>> = {
  tiers: ['permission/missing-tier', 'permission/missing-control'],
  tierNames: ['permission/missing-tier', 'permission/missing-control'],
  controls: [],
  approvalWrappers: ['permission/destructive-without-approval', 'permission/missing-control'],
  environmentGuards: ['environment/destructive-without-env-guard', 'permission/missing-control'],
  passK: ['reliability/missing-pass-k-gate'],
  idempotencyWrappers: ['idempotency/*', 'permission/idempotent-hint-mismatch', 'permission/missing-control'],
};

export interface Rest {
  readonly config: Partial<Config>;
  /** Rules that say nothing until the file can be read. */
  readonly silent: readonly string[];
  /** Whether an item of the file is kept. */
  readonly keeps: (path: Path) => boolean;
}

/** @param wrong where problems are; without any, the text itself could not be read to its end */
export function restOf(value: unknown, wrong: readonly Node[], ruleIds: readonly string[]): Rest {
  const lost = wrong.map((node) => lostAt(getNodePath(node) as Path));
  const keeps = (path: Path): boolean => !lost.some((one) => one.every((step, i) => path[i] === step));
  const kept = without(value, [], keeps);
  const silent = silentFor(wrong.length === 0 ? Object.keys(restOn) : lost.flatMap(meantBy), lost, ruleIds);
  const given = { ...(isRecord(kept) ? kept : {}) };
  let parsed = configSchema.safeParse(given);
  // What is wrong in a way that has no place of its own goes as a whole.
  for (const { path } of parsed.error?.issues ?? []) delete given[String(path[0])];
  parsed = configSchema.safeParse(given);
  const { $schema: _schema, ...config } = (parsed.data ?? {}) as Partial<Config> & { readonly $schema?: string };
  const off = Object.fromEntries(silent.map((rule) => [rule, 'off' as const]));
  return { config: { ...config, rules: { ...config.rules, ...off } }, silent, keeps };
}

/** The item of a list, or the entry of a table, that holds what is wrong; else the whole field. */
function lostAt(path: Path): Path {
  const item = path.findIndex((step) => typeof step === 'number');
  return path.slice(0, item < 0 ? 2 : item + 1);
}

function without(value: unknown, path: Path, keeps: (path: Path) => boolean): unknown {
  if (Array.isArray(value)) {
    const items = value.flatMap((item, i) => (keeps([...path, i]) ? [without(item, [...path, i], keeps)] : []));
    // A list of which nothing is left says nothing.
    return items.length === 0 && value.length > 0 && path.length === 1 ? undefined : items;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const kept = keeps([...path, key]) ? without(inner, [...path, key], keeps) : undefined;
    return kept === undefined ? [] : [[key, kept] as const];
  });
  return Object.fromEntries(entries);
}

/** The fields that a lost part is, or was meant to be, of. */
function meantBy([field]: Path): readonly string[] {
  const name = String(field);
  if (Object.hasOwn(fields, name)) return [name];
  const meant = nearest(name, Object.keys(fields));
  return meant === undefined ? [] : [meant];
}

function silentFor(lostFields: readonly string[], lost: readonly Path[], ruleIds: readonly string[]): readonly string[] {
  const patterns = lostFields.flatMap((field) => (Object.hasOwn(restOn, field) ? restOn[field]! : []));
  // `"permission/missing-teir": "off"`
  const misspelt = lost.flatMap(([field, rule]) => (field === 'rules' && typeof rule === 'string' ? (nearest(rule, ruleIds) ?? []) : []));
  return ruleIds.filter(
    (id) => misspelt.includes(id) || patterns.some((one) => one === id || (one.endsWith('*') && id.startsWith(one.slice(0, -1)))),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
