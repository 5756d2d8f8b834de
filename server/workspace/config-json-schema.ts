import * as z from 'zod/mini';
import { tiers } from '../../rules/kit/index.js';
import { defaultConfig } from './config.js';
import { configSchema } from './config-schema.js';

type Schema = Readonly<Record<string, unknown>>;

/**
 * JSON schema (draft 7) of `detent.config.json`, for editors. With the ids of all rules, `rules` knows its keys; with
 * their summaries, editors show them.
 */
export function configJsonSchema(rules: readonly { readonly id: string; readonly summary?: string }[] = []): Schema {
  const schema = z.toJSONSchema(configSchema, { target: 'draft-07', io: 'input' }) as Schema;
  const properties = schema['properties'] as Readonly<Record<string, Schema>>;
  return {
    ...schema,
    title: 'Detent configuration',
    allowComments: true,
    allowTrailingCommas: true,
    properties: Object.fromEntries(
      Object.entries(properties).map(([name, property]) => {
        const fallback = defaultOf(name);
        const own =
          name === 'rules' && rules.length > 0 ? ruleTable(property, rules) : name === 'controls' ? tierTable(property) : property;
        return [name, fallback === undefined ? own : { ...own, default: fallback }];
      }),
    ),
  };
}

/** The four tiers are offered as keys; others are names of the project's own. */
function tierTable(property: Schema): Schema {
  return { ...property, properties: Object.fromEntries(tiers.map((tier) => [tier, property['additionalProperties']])) };
}

/** What holds where a field is not given. */
export function defaultOf(name: string): unknown {
  return Object.hasOwn(defaultConfig, name) ? defaultConfig[name as keyof typeof defaultConfig] : undefined;
}

function ruleTable(property: Schema, rules: readonly { readonly id: string; readonly summary?: string }[]): Schema {
  const level = property['additionalProperties'];
  return {
    type: 'object',
    description: property['description'],
    properties: Object.fromEntries(
      rules.map(({ id, summary }) => [id, summary === undefined ? level : { ...(level as Schema), description: summary }]),
    ),
    additionalProperties: false,
  };
}
