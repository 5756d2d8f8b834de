/** The tier that a tool's author states, and what the policy of the workspace asks of it for that. */
import {
  effectiveTier,
  tiers,
  type Effect,
  type Located,
  type Place,
  type Requirement,
  type Tier,
  type Tool,
} from '../../../rules/kit/index.js';
import { matchesGlob } from '../glob.js';
import type { AnalysisSettings } from '../snapshot.js';
import { optionsOf, stringOf, type Value } from '../trace/value.js';
import type { Definition } from './definition.js';
import { pragmaTier } from './pragma.js';
import type { ToolContext } from './tools.js';

/** By the configuration, a comment above it, what else is said of it, or the name of what holds it: the first that states one. */
export function declaredTier(context: ToolContext, definition: Definition): Located<Tier> | undefined {
  const { settings } = context;
  for (const rule of settings.tiers) if (matchesGlob(rule.tools, definition.name)) return { value: rule.tier, ...definition.at };
  const above = ({ file, span }: Place) => pragmaTier(context.tracer.program.moduleOf(file), context.textOf(file), span.start);
  // A comment may stand below decorators as well, above the name.
  const said = above(definition.at) ?? above(definition.nameAt);
  const value = said === undefined ? undefined : tierNamed(settings, said.value);
  if (said !== undefined && value !== undefined) return { ...said, value };
  const group = labelledTier(settings, definition) ?? groupTier(definition.group);
  return group === undefined ? undefined : { value: group, ...definition.nameAt };
}

/** What the policy asks of a tool; without a declared tier, of the one that its effects need. */
export function requirementsOf(
  { controls }: AnalysisSettings,
  declared: Tier | undefined,
  effects: readonly Effect[],
): Pick<Tool, 'requires'> {
  if (controls.length === 0) return {};
  const rank = tiers.indexOf(effectiveTier(declared, effects));
  const requires: Requirement[] = [];
  // What is asked of the tool's own tier is told before what is asked of all.
  for (const tier of tiers.slice(0, rank + 1).reverse()) {
    for (const { control, name, at, tier: of } of controls) {
      if (of !== tier || requires.some((one) => one.control === control)) continue;
      requires.push({
        control,
        tier: name,
        ...(at === undefined ? {} : { because: { ...at, label: `the policy for \`${name}\` tools` } }),
      });
    }
  }
  return requires.length === 0 ? {} : { requires };
}

function tierNamed({ tierNames }: AnalysisSettings, name: string): Tier | undefined {
  return tiers.find((tier) => tier === name) ?? (Object.hasOwn(tierNames, name) ? tierNames[name] : undefined);
}

/** A tag that is a tier, or data under a key that ends in `tier`: `tags={"destructive"}`, `_meta: { 'acme/tier': 'write' }`. */
function labelledTier(settings: AnalysisSettings, { labels = [] }: Definition): Tier | undefined {
  const named = (value: Value | undefined): Tier | undefined => {
    const text = stringOf(value);
    return text === undefined ? undefined : tierNamed(settings, text.replace(/^tier[:/=]/, ''));
  };
  for (const option of labels.flatMap(optionsOf)) {
    const found =
      option.kind === 'array'
        ? option.items.map(named)
        : option.kind === 'object'
          ? [...option.properties].map(([key, property]) => (tierKey.test(key) ? named(property.value()) : undefined))
          : [];
    const tier = found.find((one) => one !== undefined);
    if (tier !== undefined) return tier;
  }
  return undefined;
}

const tierKey = /(?:^|[/._-])tier$/i;

const groupWords: readonly (readonly [RegExp, Tier])[] = [
  [/^(?:admin|privileged|root|superuser)$/, 'privileged'],
  [/^(?:danger|dangerous|destructive|unsafe|delete)$/, 'destructive'],
  [/^(?:write|writer|writing|mutating|mutation|edit)$/, 'write'],
  [/^(?:read|readonly|reader|reading|query|safe)$/, 'observe'],
];

/** The tier that a name like `writeTools`, `registerAdminTools` or `dangerousTools` states. */
function groupTier(name: string | undefined): Tier | undefined {
  const words = (name ?? '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  if (!words.includes('tools') && !words.includes('toolset')) return undefined;
  return groupWords.find(([pattern]) => words.some((word) => pattern.test(word)))?.[1];
}
