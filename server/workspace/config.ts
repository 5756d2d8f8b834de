import type { Certainty, Effects, RuleSet, Severity, Tier } from '../../rules/kit/index.js';
import type { AnalysisSettings } from '../analysis/snapshot.js';

/** Words of the configuration, for the schema, the command line and messages alike. */
export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];
export const certainties = ['certain', 'probable', 'possible'] as const satisfies readonly Certainty[];
export const ruleSets = ['recommended', 'strict', 'profile:claude-directory', 'profile:chatgpt-apps'] as const satisfies readonly RuleSet[];
export const failLevels = [...severities, 'never'] as const;
export const environmentNames = ['dev', 'test', 'staging', 'production'] as const;

export type FailLevel = (typeof failLevels)[number];

/** What `detent.config.json` says, with every default filled in. */
export interface Config {
  readonly sets: readonly string[];
  readonly rules: Readonly<Record<string, Severity | 'off'>>;
  /** Absent: `possible` with the set `strict`, else `probable`. */
  readonly minCertainty?: Certainty;
  readonly failOn: FailLevel;
  readonly tiers: readonly { readonly tools: string; readonly tier: Tier }[];
  readonly environments: readonly { readonly files: string; readonly environment: (typeof environmentNames)[number] }[];
  readonly productionHosts: readonly string[];
  readonly idempotencyWrappers: readonly string[];
  readonly approvalWrappers: readonly string[];
  /** Patterns in the manner of `.gitignore`, relative to the folder of the file. */
  readonly ignore: readonly string[];
  readonly ignoreTools: readonly string[];
  readonly reportInTests: boolean;
  /** What calls of further libraries do, in the words of `rules/effects`. */
  readonly extraEffects: readonly Effects[];
}

export const defaultConfig: Config = {
  sets: ['recommended'],
  rules: {},
  failOn: 'error',
  tiers: [],
  environments: [],
  productionHosts: [],
  idempotencyWrappers: [],
  approvalWrappers: [],
  ignore: [],
  ignoreTools: [],
  reportInTests: false,
  extraEffects: [],
};

/** The part of a configuration that analysis needs. */
export function settingsOf(config: Config): AnalysisSettings {
  let settings = settingsByConfig.get(config);
  if (settings === undefined) settingsByConfig.set(config, (settings = made(config)));
  return settings;
}

/** The same configuration gives the same object: analysis takes another one for a change. */
const settingsByConfig = new WeakMap<Config, AnalysisSettings>();

function made(config: Config): AnalysisSettings {
  return {
    sets: config.sets,
    severities: config.rules,
    minCertainty: config.minCertainty ?? (config.sets.includes('strict') ? 'possible' : 'probable'),
    idempotencyWrappers: config.idempotencyWrappers,
    approvalWrappers: config.approvalWrappers,
    tiers: config.tiers,
    environments: config.environments,
    productionHosts: config.productionHosts,
    ignoreTools: config.ignoreTools,
    reportInTests: config.reportInTests,
  };
}

/** Puts one configuration above another; rule levels are joined, everything else is replaced as a whole. */
export function override(base: Config, over: Partial<Config>): Config {
  const given = Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined));
  return { ...base, ...given, rules: { ...base.rules, ...over.rules } };
}
