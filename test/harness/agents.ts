/** Marks of agents: `agent: clerk limit=max_turns:10 tools=look keeps=session:none`. */
import type { AgentFacts } from '../../rules/kit/index.js';
import { marksOf } from './findings.js';
import type { Case } from './page.js';

/** Some mark of the case names an agent. */
export function hasAgents({ blocks }: Case): boolean {
  return marksOf(blocks).some(({ mark }) => mark.said.kind === 'agent');
}

/** What of an agent is not as a mark says it; facts that are not named are not compared. */
export function differentAgent(agent: AgentFacts, facts: readonly string[]): readonly string[] {
  return facts.flatMap((fact) => {
    const [name = '', value = ''] = [fact.slice(0, fact.indexOf('=')), fact.slice(fact.indexOf('=') + 1)];
    const real = valueOf(agent, name);
    if (real === undefined) return [`no such fact: ${name}`];
    return real === value ? [] : [`${name} is ${real}`];
  });
}

function valueOf(agent: AgentFacts, name: string): string | undefined {
  const { limit, keeping, tools, runs, pauses, reruns } = agent;
  switch (name) {
    case 'tools':
      return `${tools.map((tool) => tool.name.value).join(',')}${agent.open ? '…' : ''}` || 'none';
    case 'limit':
      return limit === undefined ? 'unknown' : `${limit.name}:${String(limit.value)}${limit.place === undefined ? '?' : ''}`;
    case 'keeps':
      return keeping === undefined ? 'unknown' : `${keeping.name}:${keeping.lasts ?? 'unknown'}`;
    case 'runs':
      return String(runs.length);
    case 'pauses':
      return String(pauses.length);
    case 'reruns':
      return reruns.map(({ by, attempts }) => (attempts === undefined ? by : `${by}:${attempts}`)).join(',') || 'none';
    case 'inside':
      return String(agent.inside !== undefined);
    default:
      return undefined;
  }
}
