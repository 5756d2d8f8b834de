import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Rule } from '../../../rules/kit/index.js';
import * as z from 'zod/mini';
import { configJsonSchema, defaultOf } from '../../../server/workspace/config-json-schema.js';
import { fields } from '../../../server/workspace/config-schema.js';

/** The JSON schema of `detent.config.json`. */
export function schemaFile(checks: readonly Rule[]): string {
  return `${JSON.stringify(configJsonSchema(checks), null, 2)}\n`;
}

type Schema = Readonly<Record<string, unknown>>;
type Properties = Record<string, Readonly<Record<string, unknown>>>;

/**
 * `package.json` with the settings that mirror the configuration. A setting that is not set must be told from one that is, so
 * each may be `null` and is by default; what the manifest says beyond the schema stays.
 */
export function manifest(root: string): string {
  const text = readFileSync(join(root, 'package.json'), 'utf8');
  const value = JSON.parse(text) as { contributes: { configuration: { properties: Properties } } };
  const { properties } = value.contributes.configuration;
  const known = editorSettings();
  const next = Object.fromEntries(
    Object.entries(properties).map(([name, old]) => {
      const schema = known[name];
      return [name, schema === undefined ? old : { ...old, ...optional(schema, old) }];
    }),
  );
  if (isDeepStrictEqual(next, properties)) return text;
  value.contributes.configuration.properties = next;
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** Fields that an editor may set for folders without a configuration file. */
const editorFields = ['sets', 'minCertainty', 'reportInTests'] as const;

/** The settings `detent.*` that come from the configuration, in the form of `contributes.configuration.properties`. */
export function editorSettings(): Readonly<Record<string, Schema>> {
  return Object.fromEntries(
    editorFields.map((name) => {
      const { $schema: _schema, description, ...own } = z.toJSONSchema(fields[name], { target: 'draft-07', io: 'input' }) as Schema;
      const fallback = defaultOf(name);
      const value = fallback === undefined ? {} : { default: fallback };
      return [`detent.${name}`, { ...own, ...value, scope: 'resource', markdownDescription: description }];
    }),
  );
}

function optional(schema: Readonly<Record<string, unknown>>, old: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { default: _default, scope: _scope, markdownDescription, ...own } = schema;
  return {
    ...own,
    type: [own['type'], 'null'],
    ...(Array.isArray(own['enum']) && { enum: [...(own['enum'] as unknown[]), null] }),
    default: null,
    scope: old['scope'] ?? 'window',
    markdownDescription: `${String(markdownDescription)} Leave it unset to take what \`detent.config.json\` says.`,
  };
}
