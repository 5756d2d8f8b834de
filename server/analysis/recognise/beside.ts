/** What the tools of one workspace say of each other's agents: which run inside of a tool, and which ask for one of their tools. */
import type { Agent, Place, Tool } from '../../../rules/kit/index.js';
import { isSameList } from '../same-list.js';

interface Kept {
  readonly from: readonly (Tool | undefined)[];
  readonly tool: Tool;
}

interface Around {
  readonly handlers: ReadonlyMap<string, readonly Tool[]>;
  readonly runners: ReadonlyMap<object, Tool>;
}

const nothing: Around = { handlers: new Map(), runners: new Map() };

/** Adds to the agents of tools what only all tools together tell. */
export class Beside {
  readonly #kept = new WeakMap<Tool, Kept>();
  readonly #lists = new WeakMap<readonly Tool[], readonly Tool[]>();
  /** Those of a list that run agents: asked of all lists at every key, and few do. */
  readonly #running = new WeakMap<readonly Tool[], readonly Tool[]>();

  /** The same tools, the same lists of them where nothing is to be said; `put` is told what takes the place of what. */
  of(parts: readonly (readonly Tool[])[], put: (tool: Tool, before: Tool) => void): readonly (readonly Tool[])[] {
    const tools = parts.flatMap((part) => this.#runningIn(part));
    const unheard = tools.some(({ agents = [] }) => agents.some((agent) => agent.unheard));
    const asking = new Map<object, Tool>();
    for (const tool of tools) {
      if (tool.gate.kind !== 'always') continue;
      for (const { span } of tool.agents ?? []) if (!asking.has(span)) asking.set(span, tool);
    }
    if (asking.size === 0) return parts;
    const around = unheard ? aroundOf(parts.flat()) : nothing;
    return parts.map((part) => {
      const list = part.map((tool) => this.#told(tool, asking, around, put));
      if (isSameList(list, part)) return part;
      const before = this.#lists.get(part);
      if (before !== undefined && isSameList(before, list)) return before;
      this.#lists.set(part, list);
      return list;
    });
  }

  #runningIn(part: readonly Tool[]): readonly Tool[] {
    let known = this.#running.get(part);
    if (known === undefined) this.#running.set(part, (known = part.filter(({ agents }) => agents !== undefined)));
    return known;
  }

  #told(tool: Tool, asking: ReadonlyMap<object, Tool>, around: Around, put: (tool: Tool, before: Tool) => void): Tool {
    const { agents = [] } = tool;
    const isAsked = tool.gate.kind === 'always';
    const found = agents.map((agent) => ({
      agent,
      asked: isAsked ? undefined : asking.get(agent.span),
      within: isAsked ? runBy(agent, tool, around) : undefined,
    }));
    if (found.every(({ asked, within }) => asked === undefined && within === undefined)) return tool;
    const from = found.flatMap(({ asked, within }) => [asked, within]);
    const kept = this.#kept.get(tool);
    if (kept !== undefined && isSameList(kept.from, from)) return kept.tool;
    const fresh: Tool = {
      ...tool,
      agents: found.map(({ agent, asked, within }) => ({
        ...agent,
        ...(asked === undefined ? {} : { asked: asked.name }),
        ...(within === undefined ? {} : { within: within.name }),
      })),
    };
    this.#kept.set(tool, { from, tool: fresh });
    put(fresh, tool);
    return fresh;
  }
}

/** A tool that asks nobody and whose own code runs the agent, where its questions are not heard. */
function runBy(agent: Agent, tool: Tool, around: Around): Tool | undefined {
  if (agent.unheard === undefined) return undefined;
  const outer =
    around.runners.get(agent.span) ?? (around.handlers.get(agent.file) ?? []).find((one) => one !== tool && holds(one.handler, agent));
  return outer !== undefined && (outer.gate.kind === 'none' || outer.gate.kind === 'host') ? outer : undefined;
}

function holds(outer: Place | undefined, { span }: Place): boolean {
  return outer !== undefined && outer.span.start <= span.start && span.end <= outer.span.end;
}

/** Tools by the file of their handlers, and by the agents that they run. */
function aroundOf(tools: readonly Tool[]): Around {
  const handlers = new Map<string, Tool[]>();
  const runners = new Map<object, Tool>();
  for (const tool of tools) {
    for (const { span } of tool.runs ?? []) if (!runners.has(span)) runners.set(span, tool);
    const file = tool.handler?.file;
    if (file === undefined) continue;
    const list = handlers.get(file);
    if (list === undefined) handlers.set(file, [tool]);
    else list.push(tool);
  }
  return { handlers, runners };
}
