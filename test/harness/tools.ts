import { agentName, hintNames, type HintName, type Place, type Tool } from '../../rules/kit/index.js';
import { once, type Answer, type Ask, type Files } from './ask.js';
import { at, fits, spotOf } from './compare.js';
import { differentAgent, hasAgents } from './agents.js';
import { filesOf, marksOf } from './findings.js';
import { formatted, usualManners } from './format.js';
import type { Case } from './page.js';

/** Runs a case of recognition: every tool and every registration that could not be read must be marked, and the reverse. */
export async function checkTools(one: Case, framework: string | undefined, host: Ask): Promise<readonly string[]> {
  const ask = once(host);
  const files = filesOf(one.blocks);
  const answer = await ask(files, one);
  const problems = compare(one, framework, answer, files);
  const summary = summarize(answer);
  for (const manner of usualManners) {
    const other = summarize(await ask(await formatted(files, manner), one));
    if (other !== summary) problems.push(`${manner.name}: other tools\n    ${other}\n  instead of\n    ${summary}`);
  }
  return problems;
}

function compare(one: Case, framework: string | undefined, answer: Answer, files: Files): string[] {
  const { result, root } = answer;
  const spot = (place: Place) => spotOf(place, root, files);
  const problems: string[] = [];
  const left = new Set(result.tools);
  const unresolved = new Set(result.unresolved);
  // Agents are compared where a case marks some.
  const agents = new Set(hasAgents(one) ? (result.agents ?? []) : []);
  for (const { file, mark } of marksOf(one.blocks)) {
    const { said, state } = mark;
    const here = `${at(file, mark)}`;
    if (said.kind === 'tool') {
      const tool = [...left].find(({ name }) => name.value === said.name && fits(spot(name), file, mark));
      if (tool === undefined && state !== 'missed') problems.push(`${here}: tool ${said.name} is not recognized`);
      if (tool === undefined) continue;
      left.delete(tool);
      if (state === 'missed') problems.push(`${here}: tool ${said.name} is no longer missed: remove the word`);
      if (framework !== undefined && tool.framework !== framework && !said.facts.some((fact) => fact.startsWith('framework=')))
        problems.push(`${here}: tool ${said.name} is of ${tool.framework}`);
      problems.push(...different(tool, said.facts).map((what) => `${here}: tool ${said.name}: ${what}`));
    } else if (said.kind === 'handler') {
      const handlers = result.tools.filter(({ name, handler }) => name.value === said.name && handler !== undefined);
      const found = handlers.some(({ handler }) => handler !== undefined && fits(spot(handler), file, mark));
      if (found === (state === 'missed'))
        problems.push(`${here}: the handler of ${said.name} ${found ? 'is no longer missed' : 'is not here'}`);
    } else if (said.kind === 'agent') {
      const agent = [...agents].find((item) => agentName(item) === said.name && fits(spot(item.callee), file, mark));
      if (agent === undefined) problems.push(`${here}: there is no agent ${said.name}`);
      else agents.delete(agent);
      if (agent !== undefined) problems.push(...differentAgent(agent, said.facts).map((what) => `${here}: agent ${said.name}: ${what}`));
    } else if (said.kind === 'unresolved') {
      const item = [...unresolved].find(
        (one_) => fits(spot(one_), file, mark) && (said.reason === undefined || one_.reason === said.reason),
      );
      if (item === undefined)
        problems.push(`${here}: nothing is unresolved here${said.reason === undefined ? '' : ` because of "${said.reason}"`}`);
      else unresolved.delete(item);
    }
  }
  for (const tool of left)
    problems.push(`${tool.name.file}:${spot(tool.name).line}: unexpected tool ${tool.name.value} of ${tool.framework}`);
  for (const agent of agents) problems.push(`${agent.file}:${spot(agent.callee).line}: unexpected agent ${agentName(agent)}`);
  for (const item of unresolved) problems.push(`${item.file}:${spot(item).line}: unexpected unresolved: ${item.reason}`);
  problems.push(...result.internal.map(({ where, message }) => `internal error in ${where}: ${message}`));
  return problems;
}

/** Hints and gates are compared both ways, the rest as far as it is named. */
function different(tool: Tool, facts: readonly string[]): readonly string[] {
  const named = new Map(
    facts.map((fact) => [fact.split('=', 1)[0] ?? '', fact.includes('=') ? fact.slice(fact.indexOf('=') + 1) : 'true']),
  );
  const problems: string[] = [];
  for (const hint of hintNames) {
    const real = tool.hints[hint]?.value;
    if (String(real) !== (named.get(hint) ?? 'undefined')) problems.push(`${hint} is ${String(real)}`);
  }
  const gated = tool.gate.kind === 'always' || tool.gate.kind === 'conditional';
  if (named.has('gate') ? named.get('gate') !== tool.gate.kind : gated) problems.push(`gate is ${tool.gate.kind}`);
  for (const [name, value] of named) {
    if (name === 'gate' || hintNames.includes(name as HintName)) continue;
    const real = valueOf(tool, name);
    if (real !== value) problems.push(real === undefined ? `no such fact: ${name}` : `${name} is ${real}`);
  }
  return problems;
}

function valueOf(tool: Tool, name: string): string | undefined {
  switch (name) {
    case 'tier':
      return tool.tier?.value ?? 'none';
    case 'inputs':
      return tool.inputs.map((input) => `${input.name}${input.optional ? '?' : ''}`).join(',') || 'none';
    case 'hosted':
      return String(tool.hosted);
    case 'handler':
      return tool.handler === undefined ? 'none' : 'some';
    case 'agent':
      return String(tool.agent !== undefined);
    case 'caller':
      return String(tool.effects.known.some((effect) => effect.callerControlled));
    case 'does':
      return doing(tool);
    case 'limit':
      return tool.agents?.flatMap(({ limit }) => (limit === undefined ? [] : [`${limit.name}:${String(limit.value)}`])).join(',') || 'none';
    case 'reruns':
      return tool.reruns?.map(({ by, attempts }) => (attempts === undefined ? by : `${by}:${attempts}`)).join(',') ?? 'none';
    case 'framework':
      return tool.framework;
    case 'description':
      return tool.description?.value ?? 'none';
    default:
      return undefined;
  }
}

/** Classes of the effects; `nothing` is only said when every call was resolved. */
function doing({ effects }: Tool): string {
  const classes = [...new Set(effects.known.map((effect) => effect.class))].toSorted();
  return classes.length > 0 ? classes.join(',') : effects.complete ? 'nothing' : 'unknown';
}

/** Everything that formatting must not change. */
function summarize({ result }: Answer): string {
  const tools = result.tools.map((tool) =>
    [
      tool.framework,
      tool.name.value,
      tool.gate.kind,
      tool.handler === undefined ? 'no handler' : 'handler',
      hintNames.map((hint) => `${hint}=${String(tool.hints[hint]?.value)}`).join(' '),
      valueOf(tool, 'inputs'),
      valueOf(tool, 'tier'),
      tool.effects.known.map((effect) => `${effect.class} ${effect.api}`).join(', '),
      tool.effects.complete,
    ].join(' | '),
  );
  return [...tools, ...result.unresolved.map(({ reason }) => reason)].toSorted().join('\n    ');
}
