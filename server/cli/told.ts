import type { AgentFacts, Effect, HintName, Key, Tier, Tool, Unresolved } from '../../rules/kit/index.js';
import type { Notebook } from '../analysis/syntax/notebook/notebook.js';
import type { Config } from '../workspace/config.js';
import type { CheckResult } from '../workspace/session.js';

/** What is said of an effect. */
export interface ToldEffect extends Pick<
  Effect,
  'class' | 'resource' | 'api' | 'certainty' | 'file' | 'span' | 'via' | 'detail' | 'mode' | 'own' | 'prepares'
> {
  readonly key: Pick<Key, 'level'>;
}

/**
 * What is said of a tool. Reporters see no more, so an answer can be kept between runs without descriptions and expressions, which
 * are text of somebody's source.
 */
export interface ToldTool extends Pick<
  Tool,
  'name' | 'definition' | 'handler' | 'framework' | 'language' | 'inferred' | 'modes' | 'agents' | 'reruns'
> {
  readonly hints: Readonly<Partial<Record<HintName, { readonly value: boolean }>>>;
  readonly tier?: { readonly value: Tier };
  readonly gate: Pick<Tool['gate'], 'kind'>;
  readonly effects: { readonly known: readonly ToldEffect[]; readonly unresolved: readonly Unresolved[] };
}

/** What reporters need of something that was looked at; an answer that was kept between runs has no more. */
export interface Look {
  readonly session: {
    text(file: string): string | undefined;
    notebook(file: string): Notebook | undefined;
    configFor(file: string): Pick<Config, 'failOn'>;
  };
  readonly result: Told;
  /** A file as it is shown: relative to the folder that the command runs in. */
  readonly name: (file: string) => string;
  /** Paths that were asked for and are not there. */
  readonly missing: readonly string[];
}

/** What is said of an agent. */
export interface ToldAgent extends Omit<AgentFacts, 'tools'> {
  readonly tools: readonly Pick<ToldTool, 'name' | 'inferred' | 'gate'>[];
}

export interface Told extends Omit<CheckResult, 'tools' | 'agents'> {
  readonly tools: readonly ToldTool[];
  readonly agents?: readonly ToldAgent[];
}

/** A result without what no reporter sees. */
export function toldOf(result: Told): Told {
  const { findings, unresolved, skipped, internal, configProblems, files, unreadable } = result;
  return {
    tools: result.tools.map(toldTool),
    agents: (result.agents ?? []).map(toldAgent),
    findings,
    unresolved,
    skipped,
    internal,
    configProblems,
    files,
    unreadable,
  };
}

function toldAgent({ tools, ...agent }: ToldAgent): ToldAgent {
  return { ...agent, tools: tools.map(({ name, inferred, gate }) => ({ name, inferred, gate: { kind: gate.kind } })) };
}

function toldTool(tool: ToldTool): ToldTool {
  const { name, definition, handler, framework, language, inferred, modes, hints, tier, gate, effects, agents, reruns } = tool;
  const said = Object.entries(hints).map(([hint, { value }]) => [hint, { value }] as const);
  return {
    name,
    definition,
    handler,
    framework,
    language,
    inferred,
    modes,
    hints: Object.fromEntries(said),
    ...(tier && { tier: { value: tier.value } }),
    gate: { kind: gate.kind },
    ...(agents && { agents }),
    ...(reruns && { reruns }),
    effects: { known: effects.known.map(toldEffect), unresolved: effects.unresolved },
  };
}

function toldEffect(effect: ToldEffect): ToldEffect {
  const { class: kind, resource, api, certainty, file, span, via, detail, mode, own, prepares, key } = effect;
  return { class: kind, resource, api, certainty, file, span, via, detail, mode, own, prepares, key: { level: key.level } };
}
