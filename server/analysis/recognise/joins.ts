/** Joins tools with the agents that run them and with what is said of tools by their names, across files. */
import type { Agent, Evidence, Gate, Place, Rerun, Span, Tool } from '../../../rules/kit/index.js';
import { sitesOf, type Sites } from './agent-sites.js';
import type { Definition, Holder, Member, Part, Policy, Run } from './definition.js';
import { combined, type GateTable } from './gates.js';
import { Reached, type Around } from './reached.js';
import { isSameList } from '../same-list.js';

/** What was found beside the definitions. */
export interface Loose {
  readonly holders: readonly Holder[];
  readonly policies: readonly Policy[];
  readonly runs: readonly Run[];
}

const nobody: readonly Holder[] = [];

export class Joins {
  #from: readonly Loose[] = [];
  #majors: readonly (number | undefined)[] = [];
  #bySpan = new Map<Span, Holder[]>();
  #byName = new Map<string, Holder[]>();
  #policies = new Map<Span, Policy>();
  #runs = new Map<Span, Run[]>();
  /** What is added to graphs, by what made them. */
  #parts: ReadonlyMap<Span, readonly Part[]> = new Map();
  #sites: Sites | undefined;
  #servers = new Map<Span, Holder>();
  #linked = new Map<Span, Holder>();
  /** Policies that nobody was seen to be handed. */
  #free: readonly Policy[] = [];
  #major: Around['major'] = () => undefined;
  #inTests: Around['inTests'] = () => false;
  readonly #reached = new Reached();
  /** Changes when another answer may be given than before. */
  version = 0;
  readonly #tools = new WeakMap<Tool, { readonly version: number; readonly result: Tool }>();

  /** Takes what was found now. */
  update(found: readonly Loose[], around: Around): void {
    const { major, inTests } = around;
    this.#inTests = inTests;
    const from = found.filter(({ holders, policies, runs }) => holders.length + policies.length + runs.length > 0);
    const majors = from.flatMap(({ holders }) => holders.map((holder) => major(holder.library, holder.file)));
    this.#major = major;
    const linked = from.flatMap(({ holders }) => holders.filter(({ servers }) => servers !== undefined));
    const sameServers = this.#reached.update(linked, around);
    if (isSameList(from, this.#from) && isSameList(majors, this.#majors) && sameServers) return;
    this.#from = from;
    this.#majors = majors;
    this.version++;
    this.#bySpan = new Map();
    this.#byName = new Map();
    const holders = from.flatMap((item) => item.holders);
    for (const holder of holders) {
      for (const member of holder.members) {
        if ('name' in member) put(this.#byName, member.name, holder);
        else put(this.#bySpan, member.at.span, holder);
      }
    }
    this.#policies = new Map(from.flatMap((item) => item.policies.map((policy) => [policy.span, policy] as const)));
    this.#runs = new Map();
    const runs = from.flatMap((item) => item.runs);
    for (const run of runs) for (const agent of run.agents) put(this.#runs, agent.span, run);
    this.#parts = partsOf(runs);
    for (const holder of holders)
      for (const { members } of this.#partsOf(holder))
        for (const member of members) if ('at' in member) put(this.#bySpan, member.at.span, holder);
    this.#sites = undefined;
    this.#servers = new Map(holders.filter(({ serves }) => serves).map((holder) => [holder.span, holder]));
    this.#linked = new Map(linked.map((holder) => [holder.span, holder]));
    const given = [...holders, ...runs];
    const taken = new Set(given.flatMap(({ policies }) => policies.map(({ span }) => span)));
    this.#free = [...this.#policies.values()].filter(({ span }) => !taken.has(span));
  }

  /** The tool with everything that is said of it elsewhere; the same object as long as that stays the same. */
  complete(tool: Tool, definition: Definition): Tool {
    if (this.#from.length === 0) return tool;
    const known = this.#tools.get(tool);
    if (known?.version === this.version) return known.result;
    const fresh = this.#completed(tool, definition);
    const result = known !== undefined && isAlike(known.result, fresh) ? known.result : fresh;
    this.#tools.set(tool, { version: this.version, result });
    return result;
  }

  /** Whether all tools of the servers that were reached from these places are known. */
  isTold(clients: readonly Place[]): boolean {
    const holders = clients.map(({ span }) => this.#linked.get(span));
    return holders.every((holder) => holder !== undefined && this.#reached.isTold(holder));
  }

  #completed(tool: Tool, definition: Definition): Tool {
    const called = this.#holdersOf(definition, tool.inTests);
    const holders = [...called.keys()].reverse();
    const server = definition.server === undefined ? undefined : this.#servers.get(definition.server.span);
    const held = holders.filter((holder) => holder.agent);
    // An agent runs what is registered with it.
    const found = server?.agent === true && !held.includes(server) ? [...held, server] : held;
    // What is a part of a graph runs as the graph says.
    const agents = found.filter((holder) => holder.part !== true || !this.#isInside(holder));
    const running = server === undefined || found.includes(server) ? found : [...found, server];
    const reruns = [...(tool.reruns ?? []), ...running.flatMap((holder) => this.#reruns(holder, definition))];
    const sets = holders.filter((holder) => !holder.agent);
    const gate = this.#gate(tool, definition, agents, sets, (holder) => called.get(holder) ?? definition.name);
    if (running.length === 0 && gate === tool.gate) return tool;
    return {
      ...tool,
      gate,
      ...(agents.length === 0 ? {} : { agent: tool.agent ?? { ...placeOf(agents[0]!), label: 'the agent that runs it' } }),
      ...(agents.length === 0 ? {} : { agents: agents.map((agent) => this.#agent(agent)) }),
      ...(reruns.length === 0 ? {} : { reruns }),
    };
  }

  /** All that hold a tool, directly or through a set of tools, the outermost last. What a test makes of it is no agent of the program. */
  #holdersOf(definition: Definition, inTests: boolean): ReadonlyMap<Holder, string> {
    const { at, made, functionAt, name, framework } = definition;
    const spans = [at, made, functionAt].flatMap((place) => place?.span ?? []);
    const found = new Map<Holder, string>();
    this.#spread(found, name, [
      ...spans.flatMap((span) => this.#bySpan.get(span) ?? nobody),
      ...(this.#byName.get(name) ?? nobody).filter((holder) => holder.framework === framework),
    ]);
    if (!inTests) for (const holder of found.keys()) if (this.#inTests(holder.file)) found.delete(holder);
    if (!framework.hosted) return found;
    for (const { holder, before, guessed } of this.#reached.by(definition)) {
      const others = new Map<Holder, string>();
      this.#spread(others, before + name, [holder]);
      const isNamed = [...others].some(([one, called]) => this.#asked(one, called, true) !== undefined);
      if (!guessed || isNamed) for (const [one, called] of others) found.set(one, called);
    }
    return found;
  }

  #spread(found: Map<Holder, string>, name: string, waiting: Holder[]): void {
    for (let holder = waiting.pop(); holder !== undefined; holder = waiting.pop()) {
      if (found.has(holder)) continue;
      found.set(holder, name);
      waiting.push(...(this.#bySpan.get(holder.span) ?? nobody));
      const named = holder.registers === true ? (this.#byName.get(holder.name ?? '') ?? nobody) : nobody;
      waiting.push(...named.filter(({ framework }) => framework === holder.framework));
    }
  }

  /** All agents, as the calls that make them and run them say it. */
  get sites(): Sites {
    this.#sites ??= sitesOf({
      holders: this.#from.flatMap(({ holders }) => holders),
      agentOf: (holder) => this.#agent(holder),
      runsOf: (holder) => this.#runsOf(holder),
      policiesOf: (holder) => this.#policiesOf(holder),
      partsOf: (holder) => this.#partsOf(holder),
      around: ({ span }) => this.#bySpan.get(span) ?? nobody,
    });
    return this.#sites;
  }

  /** Where it is made to run; what a test says of it, it says for itself. */
  #runsOf({ span, file }: Holder): readonly Run[] {
    const runs = this.#runs.get(span) ?? [];
    return this.#inTests(file) ? runs : runs.filter((run) => !this.#inTests(run.file));
  }

  #partsOf({ graph }: Holder): readonly Part[] {
    return graph === undefined ? [] : (this.#parts.get(graph.span) ?? []);
  }

  #isInside({ span }: Holder): boolean {
    return (this.#bySpan.get(span) ?? nobody).some(({ graph }) => graph !== undefined);
  }

  #agent(holder: Holder): Agent {
    const major = this.#major(holder.library, holder.file);
    const said = major === undefined ? holder.limits.find(({ limit }) => limit.place !== undefined) : undefined;
    const own = (said ?? holder.limits.find(({ until }) => until === undefined || (major !== undefined && major <= until)))?.limit;
    const [given] = [...this.#policiesOf(holder), ...this.#runsOf(holder)].flatMap((one) => one.limit ?? []);
    const unsure = major === undefined && own?.place === undefined && holder.limits.length > 1;
    const limit = given ?? (own !== undefined && unsure ? { ...own, unsure: true as const } : own);
    return {
      ...placeOf(holder),
      framework: holder.framework.id,
      api: holder.api,
      ...(holder.name === undefined ? {} : { name: holder.name }),
      ...(limit === undefined ? {} : { limit }),
      ...(holder.unheard === undefined ? {} : { unheard: true }),
    };
  }

  #reruns(holder: Holder, definition: Definition): readonly Rerun[] {
    const said = (this.#runs.get(holder.span) ?? []).flatMap(({ rerun }) => rerun ?? []);
    const policies = this.#policiesOf(holder).flatMap((policy): Rerun[] => {
      const { retries } = policy;
      if (retries === undefined || retries.attempts === 0) return [];
      if (retries.tools !== undefined && !retries.tools.some((member) => isMember(member, definition))) return [];
      const because: Evidence = { ...placeOf(policy), label: `${policy.api} runs it again` };
      const { attempts } = retries;
      return [{ by: policy.api, certainty: 'certain', because, ...(attempts === undefined ? {} : { attempts }) }];
    });
    return [...(holder.reruns ?? []), ...said, ...policies];
  }

  #policiesOf(holder: Holder): readonly Policy[] {
    const later = (this.#runs.get(holder.span) ?? []).flatMap(({ policies }) => policies);
    return [...holder.policies, ...later].flatMap(({ span }) => this.#policies.get(span) ?? []);
  }

  #gate(tool: Tool, definition: Definition, agents: readonly Holder[], sets: readonly Holder[], called: (holder: Holder) => string): Gate {
    const { framework } = definition;
    if (tool.gate.kind === 'always' || (framework.hosted && agents.length === 0)) return tool.gate;
    const answers = agents.map((agent) => this.#asked(agent, called(agent)));
    if (agents.length === 0) {
      for (const policy of this.#free) {
        const kind = policy.framework === framework ? policy.gates?.named.get(definition.name) : undefined;
        if (kind !== undefined) answers.push({ kind, because: evidence(policy) });
      }
    }
    const waived = agents.find((agent) => agent.waived !== undefined);
    if (waived !== undefined && tool.gate.kind === 'host' && framework.asksFirst === true) return { kind: 'none', because: waived.waived! };
    const free = agents.find(
      (agent) => agent.gate?.overrides === true && (agent.gate.named.get(called(agent)) ?? agent.gate.others) === 'none',
    );
    if (free !== undefined) return { kind: 'none', because: { ...placeOf(free), label: 'the agent lets it run' } };
    for (const set of sets) {
      const kind = set.gate?.named.get(called(set)) ?? set.gate?.others ?? 'none';
      if (kind !== 'none') return { kind, because: { ...placeOf(set), label: set.api } };
    }
    const kind = combined(answers.map((answer) => answer?.kind ?? 'none'));
    const asking = answers.flatMap((answer) => (answer === undefined || answer.kind === 'none' ? [] : [answer]));
    const because = asking[0]?.because;
    if (kind !== 'none')
      return {
        kind,
        ...(asking.every(({ unseen }) => unseen) ? { unseen: true } : {}),
        ...(because === undefined ? {} : { because }),
      };
    // The host of a server is an agent that asks nobody.
    return framework.hosted ? { kind, because: { ...placeOf(agents[0]!), label: 'the agent that runs it' } } : tool.gate;
  }

  /** What the places around one agent say of a tool: the strictest holds. `byName`: only what names it. */
  #asked(agent: Holder, name: string, byName = false): Answer | undefined {
    const tables: (readonly [GateTable, Evidence])[] = [];
    if (agent.gate !== undefined) tables.push([agent.gate, { ...placeOf(agent), label: 'the agent that runs it' }]);
    for (const policy of this.#policiesOf(agent)) if (policy.gates !== undefined) tables.push([policy.gates, evidence(policy)]);
    const runs = this.#runs.get(agent.span) ?? [];
    for (const run of runs) if (run.gates !== undefined) tables.push([run.gates, { ...placeOf(agent), label: 'the agent that runs it' }]);
    const said = tables.map(([table, because]) => ({ kind: table.named.get(name) ?? (byName ? 'none' : table.others) ?? 'none', because }));
    const found = said.find(({ kind }) => kind === 'always') ?? said.find(({ kind }) => kind !== 'none');
    const isRun = runs.some(({ file }) => !this.#inTests(file) || this.#inTests(agent.file));
    if (found !== undefined || isRun || agent.framework.runs?.some(({ confirms }) => confirms !== undefined) !== true) return found;
    // What runs it says whether somebody is asked, and nobody was seen to run it.
    return { kind: 'conditional', unseen: true, because: { ...placeOf(agent), label: 'whoever runs the agent' } };
  }
}

/** What the places around one agent say. */
interface Answer extends Pick<Gate, 'kind' | 'unseen'> {
  readonly because: Evidence;
}

function isMember(member: Member, { name, at, made, functionAt }: Definition): boolean {
  if ('name' in member) return member.name === name;
  return [at, made, functionAt].some((place) => place?.span === member.at.span);
}

function evidence(policy: Policy): Evidence {
  return { ...placeOf(policy), label: policy.api };
}

function placeOf({ file, span }: { readonly file: string; readonly span: Span }): { readonly file: string; readonly span: Span } {
  return { file, span };
}

function partsOf(runs: readonly Run[]): ReadonlyMap<Span, readonly Part[]> {
  const parts = new Map<Span, Part[]>();
  for (const { adds } of runs) if (adds !== undefined) put(parts, adds.to.span, adds);
  return parts;
}

function put<K, V>(table: Map<K, V[]>, key: K, value: V): void {
  const list = table.get(key);
  if (list === undefined) table.set(key, [value]);
  else list.push(value);
}

/** The same words at the same places of the text, which move with it. */
function isAlike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if ('start' in a && 'end' in a) return false;
  const keys = Object.keys(a);
  const other = b as Record<string, unknown>;
  return (
    keys.length === Object.keys(b).length && keys.every((key) => key in other && isAlike((a as Record<string, unknown>)[key], other[key]))
  );
}
