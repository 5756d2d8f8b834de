/** What is said of an agent, wherever it is shown. */
import type { AgentFacts, Tool } from '../../rules/kit/index.js';
import { repeatable } from './budget.js';

/** An agent as far as it is spoken of. */
export interface SpokenAgent extends Omit<AgentFacts, 'tools'> {
  readonly tools: readonly (Pick<Tool, 'name' | 'inferred'> & { readonly gate: Pick<Tool['gate'], 'kind'> })[];
}

/** `20 steps at most`, `no limit of steps`. */
export function stepsText({ limit, limitOpen }: Pick<AgentFacts, 'limit' | 'limitOpen'>): string {
  if (limit === undefined) return 'its number of steps is not known';
  const { name, value, place, unsure } = limit;
  if (unsure === true) return `\`${name}\` is not given, and what holds then depends on the version`;
  if (value === null) return limitOpen === true ? `no limit of steps, unless \`${name}\` is given where it runs` : 'no limit of steps';
  if (value === undefined) return `\`${name}\` could not be told`;
  const steps = `${value} ${value === 1 ? 'step' : 'steps'} at most`;
  return place !== undefined ? steps : `${steps}, as \`${name}\` is not given${limitOpen === true ? ' where it is made' : ''}`;
}

/** `3 tools, 2 safe to repeat`; `at least` where there may be more. */
export function toolsText({ tools, open }: Pick<SpokenAgent, 'tools' | 'open'>): string {
  const number = tools.length === 1 ? 'one tool' : `${tools.length} tools`;
  if (tools.length === 0) return open ? 'its tools could not be told' : 'no tools';
  return `${open ? 'at least ' : ''}${number}, ${repeatable(tools)} safe to repeat`;
}

/** What keeps its runs; nothing where its framework has no such thing. */
export function keepsText({ keeping }: Pick<AgentFacts, 'keeping'>): string | undefined {
  if (keeping === undefined) return undefined;
  const { name, lasts, api } = keeping;
  const by = api === undefined || api === name ? `\`${name}\`` : `\`${name}\` (${api})`;
  if (lasts === 'none') return `nothing keeps its runs: no \`${name}\``;
  if (lasts === 'process') return `runs kept by ${by} as long as the process lives`;
  return lasts === 'beyond' ? `runs kept by ${by}` : `whether \`${name}\` keeps its runs could not be told`;
}

/** The engine that goes on where a run broke off. */
export function engineText({ engine }: Pick<AgentFacts, 'engine'>): string | undefined {
  return engine?.label;
}

/** The tools that it asks a human for, and what else makes it wait for one. */
export function asksText({ tools, pauses }: Pick<SpokenAgent, 'tools' | 'pauses'>): string | undefined {
  const asked = tools.filter(({ gate: { kind } }) => kind === 'always' || kind === 'conditional').map(({ name }) => `\`${name.value}\``);
  if (asked.length > 0) return `asks a human for ${asked.slice(0, 3).join(', ')}${asked.length > 3 ? ` and ${asked.length - 3} more` : ''}`;
  return pauses.length > 0 ? 'waits for a human' : undefined;
}

/** `max_retry_limit runs its steps again`. */
export function retriesText({ reruns }: Pick<AgentFacts, 'reruns'>): string | undefined {
  const by = [...new Set(reruns.map((rerun) => `\`${rerun.by}\``))];
  return by.length === 0 ? undefined : `${by.join(', ')} runs a step again that failed`;
}

/** All that matters, in the order of the questions: how far, with what, kept by what, who is asked, what is done again. */
export function agentTexts(agent: SpokenAgent): readonly string[] {
  return [stepsText(agent), toolsText(agent), keepsText(agent), engineText(agent), asksText(agent), retriesText(agent)].filter(
    (text) => text !== undefined,
  );
}
