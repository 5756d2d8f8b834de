import { usualAssumption, type Assumed } from '../analysis/budget.js';
import {
  tiers,
  type Certainty,
  type Control,
  type Effects,
  type ObjectSite,
  type ReleaseGate,
  type RuleSet,
  type Severity,
  type Span,
  type Tier,
} from '../../rules/kit/index.js';
import type { AnalysisSettings } from '../analysis/snapshot.js';

/** Words of the configuration, for the schema, the command line and messages alike. */
export const severities = ['error', 'warning', 'information', 'hint'] as const satisfies readonly Severity[];
export const certainties = ['certain', 'probable', 'possible'] as const satisfies readonly Certainty[];
export const ruleSets = [
  'recommended',
  'strict',
  'profile:claude-directory',
  'profile:chatgpt-apps',
  'opt-in',
] as const satisfies readonly RuleSet[];
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
  /** Here and in the controls, a tier is one of the four or an own name of one. */
  readonly tiers: readonly { readonly tools: string; readonly tier: string }[];
  readonly tierNames: Readonly<Record<string, Tier>>;
  readonly controls: Readonly<Record<string, readonly Control[]>>;
  /** Where the controls stand; absent when they come from no file. */
  readonly policy?: Policy;
  readonly environments: readonly { readonly files: string; readonly environment: (typeof environmentNames)[number] }[];
  readonly productionHosts: readonly string[];
  readonly idempotencyWrappers: readonly string[];
  readonly approvalWrappers: readonly string[];
  readonly passK: readonly {
    readonly results: string;
    readonly k: number;
    readonly min: number;
    readonly lowerBound?: boolean | undefined;
    readonly model?: string | undefined;
  }[];
  /** Where the file says so; absent when it comes from no file. */
  readonly gates?: GatePlaces;
  readonly environmentGuards: readonly string[];
  /** Patterns in the manner of `.gitignore`, relative to the folder of the file. */
  readonly ignore: readonly string[];
  readonly ignoreTools: readonly string[];
  readonly assumedStepReliability: number;
  readonly targetReliability: number;
  readonly reportInTests: boolean;
  /** What calls of further libraries do, in the words of `rules/effects`. */
  readonly extraEffects: readonly Effects[];
}

/** Where a file says what the tools of a tier must have: for each tier the places of its controls, in their order. */
export interface Policy {
  readonly file: string;
  readonly controls: Readonly<Record<string, readonly Span[]>>;
}

/** The whole of a file, and where each of its gates says what. */
export interface GatePlaces {
  readonly root: ObjectSite;
  readonly places: readonly ReleaseGate['at'][];
}

export const defaultConfig: Config = {
  sets: ['recommended'],
  rules: {},
  failOn: 'error',
  tiers: [],
  tierNames: {},
  controls: {},
  environments: [],
  productionHosts: [],
  idempotencyWrappers: [],
  approvalWrappers: [],
  passK: [],
  environmentGuards: [],
  ignore: [],
  ignoreTools: [],
  assumedStepReliability: usualAssumption.step,
  targetReliability: usualAssumption.target,
  reportInTests: false,
  extraEffects: [],
};

/** What a configuration takes for granted of the steps of agents. */
export function assumedIn({ assumedStepReliability: step, targetReliability: target }: Config): Assumed {
  return { step, target };
}

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
    ...(config.minCertainty === undefined && { minCertaintyByName: 'possible' }),
    idempotencyWrappers: config.idempotencyWrappers,
    approvalWrappers: config.approvalWrappers,
    environmentGuards: config.environmentGuards,
    tiers: config.tiers.flatMap(({ tools, tier }) => tierOf(config, tier).map((one) => ({ tools, tier: one }))),
    tierNames: config.tierNames,
    controls: Object.entries(config.controls).flatMap(([name, all]) =>
      tierOf(config, name).flatMap((tier) => all.map((control, i) => ({ tier, name, control, ...placed(config.policy, name, i) }))),
    ),
    environments: config.environments,
    productionHosts: config.productionHosts,
    ignoreTools: config.ignoreTools,
    reportInTests: config.reportInTests,
    assumed: assumedIn(config),
    gates: config.passK.flatMap(({ results, k, min, lowerBound = false, model }, i) => {
      const at = config.gates?.places[i];
      return at === undefined ? [] : [{ results, k, min, lowerBound, ...(model === undefined ? {} : { model }), at }];
    }),
    ...(config.gates === undefined ? {} : { origin: { file: config.gates.root.file, root: config.gates.root } }),
  };
}

/** None for a name that nobody knows, which is a problem of the file. */
function tierOf({ tierNames }: Config, name: string): readonly Tier[] {
  const found = tiers.find((tier) => tier === name) ?? (Object.hasOwn(tierNames, name) ? tierNames[name] : undefined);
  return found === undefined ? [] : [found];
}

function placed(policy: Policy | undefined, tier: string, i: number) {
  const span = policy?.controls[tier]?.[i];
  return policy === undefined || span === undefined ? {} : { at: { file: policy.file, span } };
}

/** Puts one configuration above another; rule levels are joined, everything else is replaced as a whole. */
export function override(base: Config, over: Partial<Config>): Config {
  const given = Object.fromEntries(Object.entries(over).filter(([, value]) => value !== undefined));
  return { ...base, ...given, rules: { ...base.rules, ...over.rules } };
}
