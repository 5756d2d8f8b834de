/** The tier that a project's own object of a tool states in words of its own, beside what its framework takes from it. */
import { tiers, type Tier } from '../../../rules/kit/index.js';
import type { AnalysisSettings } from '../snapshot.js';
import type { Tracer } from '../trace/tracer.js';
import { optionsOf, stringOf, type InstanceValue, type ObjectValue, type Value } from '../trace/value.js';
import { field } from './fields.js';
import { scopeTier, tierNamed } from './tier-words.js';

/** The object that a definition is read from: it may hold more than the framework asks for. */
export type Carrier = ObjectValue | InstanceValue;

/** `stated`: something is said of it, and not which tier that is. */
export type CarriedTier = Tier | 'stated';

/** What the objects say: `scopes: ['write']`, `access: Access.Admin`, `destructive: true`. The first that says something counts. */
export function carriedTier(tracer: Tracer, settings: AnalysisSettings, carriers: readonly Carrier[]): CarriedTier | undefined {
  const own = said(tracer, settings, carriers);
  if (own !== undefined) return own;
  // What is said where the rest was taken from is less sure.
  return said(
    tracer,
    settings,
    carriers.flatMap((carrier) => sourcesOf(tracer, carrier)),
  ) === undefined
    ? undefined
    : 'stated';
}

/** Objects that an object took its parts from: `{ description: tool.description }`. */
function sourcesOf(tracer: Tracer, carrier: Carrier): readonly Carrier[] {
  if (carrier.kind === 'instance') return [];
  return [...carrier.properties.values()].flatMap(({ written }) =>
    written?.value.kind === 'member'
      ? optionsOf(tracer.evaluate(written.value.object, written.env)).filter((one) => one.kind === 'object' || one.kind === 'instance')
      : [],
  );
}

function said(tracer: Tracer, settings: AnalysisSettings, carriers: readonly Carrier[]): CarriedTier | undefined {
  for (const carrier of carriers) {
    const has = (key: string): boolean => carrier.kind === 'instance' || carrier.properties.has(key.split('.')[0]!);
    for (const [key, read] of keys) {
      const value = has(key) ? field(tracer, carrier, key) : undefined;
      // What a class does not have may still come from a base of a package.
      if (carrier.kind === 'instance' && value?.kind === 'unknown') continue;
      const found = value === undefined ? undefined : read(settings, value);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

type Reading = (settings: AnalysisSettings, value: Value) => CarriedTier | undefined;

/**
 * The one that allows most, of a word or of a list of them. Who may only read is told, and is no promise about what is done; `only`:
 * other words are about something else, such as prices.
 */
const byWords =
  (only: boolean): Reading =>
  (settings, value) => {
    const texts = optionsOf(value).flatMap((option) => (option.kind === 'array' ? option.items.map(wordOf) : [wordOf(option)]));
    if (texts.every((text) => text === '')) return undefined;
    const found = texts.map((text) => (text === undefined ? undefined : (tierNamed(settings, text) ?? scopeTier(text))));
    if (only && !texts.includes(undefined) && found.every((tier) => tier === undefined)) return undefined;
    return tiers.findLast((tier) => tier !== 'observe' && found.includes(tier)) ?? 'stated';
  };

/** No word for `null`, and for what is not there. */
function wordOf(value: Value): string | undefined {
  return value.kind === 'constant' && (value.value === undefined || value.value === null) ? '' : stringOf(value);
}

/** `type: 'input'`: a class of tools beside those that only read. */
const byClass: Reading = (_settings, value) => {
  const texts = optionsOf(value).map((option) => stringOf(option) ?? '');
  return texts.every((text) => classes.test(text)) ? 'stated' : undefined;
};
const classes = /^(?:action|destructive|edit|input|mutat(?:e|ing|ion)|read[-_]?write|write)$/i;

/** A flag of a class of tools, or none. */
const byFlag =
  (yes: Tier, no: Tier | undefined): Reading =>
  (_settings, value) =>
    value.kind !== 'constant' || typeof value.value !== 'boolean' ? undefined : value.value ? yes : no;

/** `annotations: { readOnlyHint: false }`: hints of a protocol that the framework does not know. */
const byHints: Reading = (_settings, value) =>
  optionsOf(value).every((option) => option.kind === 'object' && hintKeys.some((key) => option.properties.has(key))) ? 'stated' : undefined;
const hintKeys = ['readOnlyHint', 'destructiveHint', 'read_only_hint', 'destructive_hint'];

const keys: readonly (readonly [string, Reading])[] = [
  ...[
    ['permissionTier', 'permissionLevel', 'accessLevel', 'riskLevel', 'dangerLevel', 'safetyLevel', 'risk'],
    ['scopes', 'requiredScopes', 'requiredScope', 'required_scopes'],
    ['permissions', 'permission', 'requiredPermissions', 'requiredPermission', 'required_permissions', 'required_permission'],
  ].flatMap((names) => names.map((name) => [name, byWords(false)] as const)),
  ...['tier', 'scope', 'access'].map((name) => [name, byWords(true)] as const),
  ...['type', 'kind', 'mode', 'schema.type', 'schema.kind'].map((name) => [name, byClass] as const),
  ...['destructive', 'isDestructive', 'dangerous', 'isDangerous'].map((name) => [name, byFlag('destructive', undefined)] as const),
  ...['annotations', 'hints'].map((name) => [name, byHints] as const),
  ...['readOnly', 'readonly', 'isReadOnly', 'read_only'].map((name) => [name, byFlag('observe', 'write')] as const),
];
