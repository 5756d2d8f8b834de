/** Agents in `detent tools --format json`. */
import type { Evidence, Place, Rerun, StepLimit } from '../../../rules/kit/index.js';
import type { Places } from '../places.js';
import type { Look, ToldAgent } from '../told.js';
import { lineJson } from './line-json.js';

type Spot = (place: Place) => object;

/** All agents of a workspace, whether or not they hold tools. */
export function agentsJson(look: Look, places: Places): readonly object[] {
  const spot: Spot = (place) => lineJson(place, places, look.name);
  return (look.result.agents ?? []).map((agent) => agentJson(agent, spot));
}

function agentJson(agent: ToldAgent, spot: Spot): object {
  const { framework, api, name, limit, limitOpen, tools, open, keeping, pauses, reruns, runs, inside, platform, serves, engine, inTests } =
    agent;
  const evidence = (step: Evidence): object => ({ ...spot(step), label: step.label });
  return {
    framework,
    api,
    name: name ?? null,
    ...spot(agent),
    tools: tools.map((tool) => tool.name.value),
    toolsKnown: !open,
    limit: limitJson(limit, spot),
    ...(limitOpen === true ? { limitMayBeSaidElsewhere: true } : {}),
    keeps:
      keeping === undefined
        ? null
        : {
            name: keeping.name,
            lasts: keeping.lasts ?? 'unknown',
            ...(keeping.api === undefined ? {} : { api: keeping.api }),
            ...(keeping.place === undefined ? {} : spot(keeping.place)),
          },
    asks: [...new Set(tools.filter(({ gate: { kind } }) => kind === 'always' || kind === 'conditional').map((tool) => tool.name.value))],
    pauses: pauses.map(evidence),
    reruns: reruns.map((rerun) => rerunJson(rerun, spot)),
    runs: runs.map((run) => ({ api: run.api, ...spot(run), ...(run.thread === undefined ? {} : { thread: run.thread }) })),
    ...(inside === undefined ? {} : { inside: spot(inside) }),
    ...(platform === undefined ? {} : { platform: spot(platform) }),
    ...(serves === undefined ? {} : { serves: evidence(serves) }),
    ...(engine === undefined ? {} : { engine: evidence(engine) }),
    inTests,
  };
}

/** A `value` of `null` stands for no limit; without one, a limit is given that could not be told. */
export function limitJson(limit: StepLimit | undefined, spot: Spot): object | null {
  if (limit === undefined) return null;
  const { name, value, place } = limit;
  return { name, ...(value === undefined ? {} : { value }), ...(place === undefined ? {} : spot(place)) };
}

export function rerunJson({ by, attempts, certainty, because }: Rerun, spot: Spot): object {
  return { by, ...(attempts === undefined ? {} : { attempts }), certainty, ...(because === undefined ? {} : spot(because)) };
}
