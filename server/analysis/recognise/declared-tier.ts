/** The tier that a tool's author states, and what the policy of the workspace asks of it for that. */
import { effectiveTier, tiers, type Effect, type Place, type Requirement, type Tier, type Tool } from '../../../rules/kit/index.js';
import { matchesGlob } from '../glob.js';
import type { AnalysisSettings } from '../snapshot.js';
import { optionsOf, stringOf, type Value } from '../trace/value.js';
import type { Definition } from './definition.js';
import { groupTier } from './group-tier.js';
import { listedTier } from './listed-tier.js';
import { decidesElsewhere } from './own/policies.js';
import { pragmaTier } from './pragma.js';
import { carriedTier } from './carried-tier.js';
import { scopeTier, tierNamed } from './tier-words.js';
import type { ToolContext } from './tools.js';

/** By the configuration, a comment above it, what else is said of it, or the name of what holds it: the first that states one. */
export function declaredTier(context: ToolContext, definition: Definition): Pick<Tool, 'tier' | 'tierOpen' | 'tierUnread'> {
  const { settings } = context;
  for (const rule of settings.tiers) if (matchesGlob(rule.tools, definition.name)) return { tier: { value: rule.tier, ...definition.at } };
  const above = ({ file, span }: Place) => pragmaTier(context.tracer.program.moduleOf(file), context.textOf(file), span.start);
  // A comment may stand below decorators as well, above the name.
  const said = above(definition.at) ?? above(definition.nameAt);
  const value = said === undefined ? undefined : tierNamed(settings, said.value);
  if (said !== undefined && value !== undefined) return { tier: { value, file: said.file, span: said.span } };
  const unread = said?.isTag === true ? { tierUnread: { value: said.value, file: said.file, span: said.span } } : {};
  const carried = carriedTier(context.tracer, settings, definition.carriers ?? []);
  const told = carried === 'stated' ? undefined : carried;
  const group =
    labelledTier(settings, definition) ??
    scopedTier(context, definition) ??
    told ??
    groupTier(definition.group) ??
    listedTier(context.tracer, definition.at.file, definition.name);
  if (group !== undefined) return { ...unread, tier: { value: group, ...definition.nameAt } };
  const isOpen = carried !== undefined || decidesElsewhere(context.tracer, definition.framework, definition.at.file, definition.name);
  return isOpen ? { ...unread, tierOpen: true } : unread;
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

/** Scopes that the caller must have been given: `@require_scopes("deck.write")`. The one that allows most counts. */
function scopedTier({ textOf }: ToolContext, { nameAt, framework }: Definition): Tier | undefined {
  if (framework.language !== 'python') return undefined;
  const above =
    textOf(nameAt.file)
      ?.slice(Math.max(0, nameAt.span.start - 4_000), nameAt.span.start)
      .split('\n') ?? [];
  const decorators = decoratorsIn(above.slice(-most)).join('\n');
  const found = [...decorators.matchAll(requiring)].flatMap(([, scopes = '']) =>
    [...scopes.matchAll(/["']([^"'\n]{1,80})["']/g)].flatMap(([, scope = '']) => {
      return scopeTier(scope) ?? [];
    }),
  );
  return tiers.findLast((tier) => found.includes(tier));
}

/** The decorators above a function, whose own line comes last; they may take several lines, and comments may stand between them. */
function decoratorsIn(lines: readonly string[]): readonly string[] {
  const indent = /^\s*/.exec(lines.at(-1) ?? '')![0].length;
  const first = lines.slice(0, -1).findLastIndex((line) => {
    const own = /^\s*/.exec(line)![0].length;
    return line.trim() === '' || own < indent || (own === indent && !/^\s*[@#)\]}]/.test(line));
  });
  return lines.slice(first + 1, -1).filter((line) => !line.trimStart().startsWith('#'));
}

/** Lines above a function that are looked at. */
const most = 40;
const requiring = /@[\w.]{0,60}\b(?:requires?|required|needs)_?(?:scopes?|permissions?)(?:_all|_any)?\(([^()]{0,200})\)/gi;
const tierKey = /(?:^|[/._-])tier$/i;
