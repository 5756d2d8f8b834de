import * as z from 'zod/mini';
import { controls, effectClasses, resources, tiers } from '../../rules/kit/index.js';
import { certainties, environmentNames, failLevels, ruleSets, severities } from './config.js';

/**
 * The one description of `detent.config.json`. The JSON schema for editors and the settings of the extension are made
 * from it, and every configuration is checked against it.
 */
const said = <S extends z.ZodMiniType>(schema: S, text: string): S => schema.check(z.describe(text)) as S;

const text = z.string().check(z.minLength(1));
const texts = z.array(text);

const place = z
  .string()
  .check(
    z.regex(
      /^(?:args|this|result|template|arg [0-9]{1,2}(?:\.[^\s|=]{1,200})?)$/,
      'is not a place such as "arg 0", "arg 1.where", "args" or "this"',
    ),
  );
const condition = z
  .string()
  .check(
    z.regex(
      /^(?:args|this|result|template|arg [0-9]{1,2}(?:\.[^\s|=]{1,200})?) (?:= .{1,200}|absent|present)$/,
      'is not a condition such as "arg 1.force = true" or "arg 1 absent"',
    ),
  );

const kinds = [...effectClasses, 'sql', 'http', 'graphql', 'shell', 'argv'] as const;
const method = z
  .string()
  .check(
    z.regex(
      /^(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|arg [0-9]{1,2}(?:\.[^\s|=]{1,200})?)$/,
      'is neither a method such as "POST" nor a place such as "arg 1.method"',
    ),
  );
const yes = z.literal(true);

const rowOptions = z.strictObject({
  resource: z.optional(z.enum(resources)),
  if: z.optional(condition),
  ensures: z.optional(yes),
  exclusive: z.optional(yes),
  reversible: z.optional(yes),
  relative: z.optional(yes),
  key: z.optional(place),
  guards: z.optional(z.array(place)),
  bound: z.optional(place),
  method: z.optional(method),
  headers: z.optional(place),
  body: z.optional(place),
  dialect: z.optional(z.enum(['postgresql', 'mysql', 'sqlite', 'duckdb'])),
  args: z.optional(place),
  calls: z.optional(place),
});

const row = z.union([z.tuple([text, z.enum(kinds), place]), z.tuple([text, z.enum(kinds), place, rowOptions])]);

const effects = z.strictObject({
  library: said(text, 'Package name, `node:…`, or `global`.'),
  language: z._default(z.enum(['typescript', 'python']), 'typescript'),
  reference: z._default(text, 'detent.config.json'),
  origin: z._default(z.enum(['read', 'generated', 'generated-then-read']), 'read'),
  resource: z.enum(resources),
  openWorld: z.optional(z.boolean()),
  default: z.optional(text),
  reexports: z.optional(z.record(z.string(), text)),
  instances: z.optional(z.record(z.string(), texts)),
  extends: z.optional(z.record(z.string(), text)),
  calls: said(z.array(row), 'One row per call: callee, kind of effect, what it is done to, options.'),
  harmless: z._default(texts, []),
  fresh: z.optional(texts),
  retries: z.optional(z.array(z.strictObject({ callee: text, calls: place, attempts: z.optional(place) }))),
  identity: z.optional(z.record(z.string(), place)),
  asks: z.optional(texts),
});

/** One of the four, or a name of the project's own, which the reader of the file looks up. */
const tierName = z.union([z.enum(tiers), text]);

/** More than never, and less than always. */
const chance = z.number().check(z.gt(0), z.lt(1));

/** Every field by itself, without defaults at the top: a file that says nothing changes nothing. */
export const fields = {
  sets: said(
    z.array(z.enum(ruleSets)),
    'Sets of rules that are on. `strict` holds more rules and weaker evidence; profiles hold what a directory of tools asks for; `opt-in` holds advice that few want.',
  ),
  rules: said(
    z.record(z.string(), z.enum([...severities, 'off'])),
    'Severity of single rules, by id; `off` switches a rule off. Where only this switches one on, its guesses are told as well, as information at most, unless `minCertainty` is set.',
  ),
  minCertainty: said(
    z.enum(certainties),
    'How sure a finding must be to be reported. Default: `possible` with the set `strict` and for rules that `rules` alone switches on, else `probable`.',
  ),
  failOn: said(z.enum(failLevels), 'The mildest severity that makes `detent check` exit with 1.'),
  tiers: said(
    z.array(z.strictObject({ tools: said(text, 'Names of tools; `*` stands for any text.'), tier: tierName })),
    'Tiers of tools by name; the first entry that fits wins.',
  ),
  tierNames: said(
    z.record(z.string(), z.enum(tiers)),
    'Own names of tiers, and which tier each of them is. They may be used wherever a tier is named.',
  ),
  controls: said(
    z.record(z.string(), z.array(z.enum(controls))),
    'What every tool of a tier must have. A tier has the controls of the tiers below it, too.',
  ),
  environments: said(
    z.array(z.strictObject({ files: said(text, 'Pattern as in `.gitignore`.'), environment: z.enum(environmentNames) })),
    'Which environment files belong to; the first entry that fits wins.',
  ),
  productionHosts: said(texts, 'Host names that are production; `*` stands for part of a name.'),
  idempotencyWrappers: said(texts, 'Names of functions that make what they call safe to repeat.'),
  approvalWrappers: said(texts, 'Names of functions that ask a human first.'),
  passK: said(
    z.array(
      z.strictObject({
        results: said(text, 'Path of a file or folder of results, from this file; `*` stands for any part of a name.'),
        k: said(z.int().check(z.gte(1), z.lte(1_000_000)), 'How many trials of a task in a row must succeed.'),
        min: said(z.number().check(z.gte(0), z.lte(1)), 'What pass^k must reach, from 0 to 1.'),
        lowerBound: z.optional(said(z.boolean(), 'The lower end of the 95 % interval must reach it.')),
        model: z.optional(said(text, 'The model that the results are to be of; others are out of date.')),
      }),
    ),
    'What a release must reach: pass^k of results of trials, as `detent pass-k` tells it.',
  ),
  environmentGuards: said(texts, 'Names of functions that refuse where a tool may not run.'),
  ignore: said(texts, 'Files that are not looked at, as in `.gitignore`.'),
  ignoreTools: said(texts, 'Tools that are not checked; `*` stands for any text.'),
  assumedStepReliability: said(
    chance,
    'How often one step of an agent is taken to work, for what a number of steps comes to. Default: 0.95.',
  ),
  targetReliability: said(chance, 'How often all steps of an agent are to work. Default: 0.9.'),
  reportInTests: said(z.boolean(), 'Report in tests, examples and fixtures too.'),
  extraEffects: said(z.array(effects), 'What calls of further libraries do.'),
} as const;

export const configSchema = z.strictObject({
  $schema: z.optional(z.string()),
  sets: z.optional(fields.sets),
  rules: z.optional(fields.rules),
  minCertainty: z.optional(fields.minCertainty),
  failOn: z.optional(fields.failOn),
  tiers: z.optional(fields.tiers),
  tierNames: z.optional(fields.tierNames),
  controls: z.optional(fields.controls),
  environments: z.optional(fields.environments),
  productionHosts: z.optional(fields.productionHosts),
  idempotencyWrappers: z.optional(fields.idempotencyWrappers),
  approvalWrappers: z.optional(fields.approvalWrappers),
  passK: z.optional(fields.passK),
  environmentGuards: z.optional(fields.environmentGuards),
  ignore: z.optional(fields.ignore),
  ignoreTools: z.optional(fields.ignoreTools),
  assumedStepReliability: z.optional(fields.assumedStepReliability),
  targetReliability: z.optional(fields.targetReliability),
  reportInTests: z.optional(fields.reportInTests),
  extraEffects: z.optional(fields.extraEffects),
});
