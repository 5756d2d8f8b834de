/** Agents as they are made and run, joined across files: before it is known what their tools do. */
import type { Agent, AgentRunSite, Evidence, Keeping, Place, Rerun, StepLimit } from '../../../rules/kit/index.js';
import type { Env } from '../trace/env.js';
import type { Holder, Part, Policy, Run } from './definition.js';

/** An agent without what its tools and the workspace around it say. */
export interface AgentSite extends Agent {
  readonly language: 'typescript' | 'python';
  readonly library: string;
  readonly callee: Place;
  /** It may hold more tools than are found. */
  readonly open: boolean;
  readonly keeping?: Keeping;
  readonly unchecked?: true;
  readonly pauses: readonly Evidence[];
  readonly reruns: readonly Rerun[];
  readonly runs: readonly AgentRunSite[];
  readonly inside?: Place;
  /** Functions that run as its steps. */
  readonly steps: readonly Place[];
  /** Something is said where it is made to run that could be said elsewhere as well. */
  readonly saidByRuns: readonly string[];
  readonly platform?: string;
  /** What its framework's questions to a human are called. */
  readonly asks: readonly string[];
}

/** A request that hands tools to a model, whose answer the program acts upon. */
export interface RequestSite extends Place {
  readonly api: string;
  /** Executions around it, innermost first, as far as they were kept. */
  readonly around: readonly Env[];
}

export interface Sites {
  readonly agents: readonly AgentSite[];
  readonly requests: readonly RequestSite[];
}

/** What {@link sitesOf} asks about calls that hold tools. */
export interface Holding {
  readonly holders: readonly Holder[];
  readonly agentOf: (holder: Holder) => Agent;
  readonly runsOf: (holder: Holder) => readonly Run[];
  readonly policiesOf: (holder: Holder) => readonly Policy[];
  readonly partsOf: (holder: Holder) => readonly Part[];
  /** What holds it. */
  readonly around: (holder: Holder) => readonly Holder[];
}

/** One for each call that makes an agent, in their order. */
export function sitesOf(holding: Holding): Sites {
  const sites = new Map<object, AgentSite>();
  for (const holder of holding.holders) {
    if (!holder.agent || holder.part === true) continue;
    const site = siteOf(holding, holder);
    const known = sites.get(holder.span);
    sites.set(holder.span, known === undefined ? site : merged(known, site));
  }
  const requests = holding.holders.flatMap(({ file, span, api, around = [], atOnce }) =>
    around.length === 0 && atOnce !== true ? [] : [{ file, span, api, around }],
  );
  return { agents: [...sites.values()], requests };
}

function siteOf({ agentOf, runsOf, policiesOf, partsOf, around }: Holding, holder: Holder): AgentSite {
  const { framework, library, file, span } = holder;
  const runs = runsOf(holder);
  const parts = partsOf(holder);
  const policies = policiesOf(holder);
  const keeping = keptBy([...runs.flatMap((run) => run.keeping ?? []), ...(holder.keeping === undefined ? [] : [holder.keeping])]);
  const outer = around(holder).find((other) => other.agent && other.span !== span);
  const failed = [...(holder.reruns ?? []), ...runs.flatMap(({ rerun }) => rerun ?? []), ...policies.flatMap(rerunBy)];
  return {
    ...agentOf(holder),
    file,
    span,
    language: framework.language,
    callee: holder.callee ?? { file, span },
    library,
    open: holder.open === true,
    ...(holder.unchecked === undefined ? {} : { unchecked: true }),
    ...(keeping === undefined ? {} : { keeping }),
    pauses: [...(holder.pauses ?? gated(holder)), ...policies.flatMap(asking), ...parts.flatMap(({ asks }) => asks)],
    reruns: failed,
    runs: runs.filter(({ adds }) => adds === undefined).map(runSite),
    ...(outer === undefined ? {} : { inside: { file: outer.file, span: outer.span } }),
    asks: (framework.asks ?? []).map((path) => path.split(/[.#]/).pop()!),
    steps: parts.flatMap(({ steps }) => steps),
    saidByRuns: [
      ...new Set(
        (framework.runs ?? []).flatMap(({ limit, keeps = [] }) => [
          ...(limit === undefined ? [] : [limit.name]),
          ...keeps.map(({ name }) => name),
        ]),
      ),
    ],
    ...(framework.platform === undefined ? {} : { platform: framework.platform }),
  };
}

function runSite({ file, span, api, callee, thread, limitSlot, suggested }: Run): AgentRunSite {
  return {
    ...{ file, span, api, callee },
    ...(thread === undefined ? {} : { thread }),
    ...(limitSlot === undefined || suggested === undefined ? {} : { limitSlot, suggested }),
  };
}

/** A table of approvals that the call itself is given. */
function gated({ callee, file, span, api, gate }: Holder): readonly Evidence[] {
  return gate === undefined ? [] : asking({ ...(callee ?? { file, span }), api, gates: gate });
}

/** What keeps it in one of its runs, or always: the first that is given something. */
function keptBy(all: readonly Keeping[]): Keeping | undefined {
  return all.find(({ lasts }) => lasts !== 'none') ?? all.at(-1);
}

function asking({ file, span, api, gates }: Pick<Policy, 'file' | 'span' | 'api' | 'gates'>): readonly Evidence[] {
  if (gates === undefined) return [];
  const kinds = [...gates.named.values(), ...(gates.others === undefined ? [] : [gates.others])];
  return kinds.some((kind) => kind !== 'none') ? [{ file, span, label: `\`${api}\` asks a human` }] : [];
}

function rerunBy({ file, span, api, retries }: Policy): readonly Rerun[] {
  if (retries === undefined || retries.attempts === 0) return [];
  const { attempts } = retries;
  return [
    {
      by: api,
      certainty: 'certain',
      because: { file, span, label: `${api} runs it again` },
      ...(attempts === undefined ? {} : { attempts }),
    },
  ];
}

/** A call that is reached in several ways says what it says in all of them. */
function merged(one: AgentSite, other: AgentSite): AgentSite {
  const keeping = sameKeeping(one.keeping, other.keeping);
  const limit = sameLimit(one.limit, other.limit);
  const { keeping: _keeping, limit: _limit, ...rest } = one;
  return {
    ...rest,
    ...(keeping === undefined ? {} : { keeping }),
    ...(limit === undefined ? {} : { limit }),
    open: one.open || other.open,
    pauses: distinct([...one.pauses, ...other.pauses]),
    reruns: one.reruns.length >= other.reruns.length ? one.reruns : other.reruns,
    runs: distinct([...one.runs, ...other.runs]),
    ...(other.inside === undefined ? {} : { inside: other.inside }),
    steps: distinct([...one.steps, ...other.steps]),
  };
}

function sameKeeping(one: Keeping | undefined, other: Keeping | undefined): Keeping | undefined {
  if (one === undefined || other === undefined || one.lasts === other.lasts) return one ?? other;
  const { name, resumes } = one;
  return { name, ...(resumes === undefined ? {} : { resumes }), ...(one.place === undefined ? {} : { place: one.place }) };
}

function sameLimit(one: StepLimit | undefined, other: StepLimit | undefined): StepLimit | undefined {
  if (one === undefined || other === undefined || one.value === other.value) return one ?? other;
  const place = one.place ?? other.place;
  return { name: one.name, ...(place === undefined ? {} : { place }) };
}

function distinct<T extends Place>(places: readonly T[]): readonly T[] {
  const seen = new Set<object>();
  return places.filter(({ span }) => !seen.has(span) && seen.add(span) !== undefined);
}
