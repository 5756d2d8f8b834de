/** What runs the tools of a workspace: agents with their tools and surroundings, and loops of its own that do what agents do. */
import type { AgentFacts, OwnLoop, Place, Tool } from '../../rules/kit/index.js';
import type { AgentSite, Sites } from './recognise/agent-sites.js';
import { ownLoops } from './own-loops.js';
import { Servers } from './servers.js';
import type { Snapshot } from './snapshot.js';
import type { Module } from './syntax/ir.js';

export interface Running {
  readonly agents: readonly AgentFacts[];
  readonly loops: readonly OwnLoop[];
}

export const nothingRuns: Running = { agents: [], loops: [] };

export interface RunningAround {
  readonly moduleOf: (file: string) => Module | undefined;
  readonly imported: (file: string) => readonly string[];
  readonly inTests: (file: string) => boolean;
}

export type RunningReader = (snapshot: Snapshot, sites: Sites, tools: readonly Tool[], around: RunningAround) => Running;

/** A reader with memory: which words a text holds is kept as long as the text is the same. */
export function createRunningReader(): RunningReader {
  const words = new Words();
  return (snapshot, sites, tools, around) => {
    if (sites.agents.length + sites.requests.length === 0) return nothingRuns;
    const held = toolsByAgent(tools);
    const servers = new Servers(snapshot, around);
    const agents = sites.agents.map((site) => factsOf(site, held.get(site.span) ?? [], { snapshot, around, servers, words }));
    return { agents: agents.toSorted(inOrder), loops: ownLoops(sites, around) };
  };
}

interface Known {
  readonly snapshot: Snapshot;
  readonly around: RunningAround;
  readonly servers: Servers;
  readonly words: Words;
}

function factsOf(site: AgentSite, tools: readonly Tool[], { snapshot, around, servers, words }: Known): AgentFacts {
  const { library: _library, steps: _steps, saidByRuns, platform, ...agent } = site;
  const { file, limit, keeping } = agent;
  const saidElsewhere = (name: string | undefined): boolean =>
    name !== undefined && saidByRuns.includes(name) && words.isSaid(name, snapshot, (other) => !around.inTests(other));
  const isOpen = limit !== undefined && limit.place === undefined && saidElsewhere(limit.name);
  // What keeps it may be put in later, where nothing else is seen.
  const isPutLater = keeping?.lasts === 'none' && keeping.place === undefined && words.isPut(keeping.name, snapshot);
  const runsOn = platform === undefined ? undefined : nearest(snapshot, file, platform);
  const serves = keeping?.lasts === 'process' ? servers.of(file) : undefined;
  return {
    ...agent,
    ...(isPutLater || (keeping?.lasts === 'none' && saidElsewhere(keeping.name)) ? { keeping: { name: keeping.name } } : {}),
    ...(isOpen ? { limitOpen: true } : {}),
    tools,
    ...(runsOn === undefined ? {} : { platform: runsOn }),
    ...(serves === undefined ? {} : { serves }),
    inTests: around.inTests(file) || file.endsWith('.ipynb'),
  };
}

function toolsByAgent(tools: readonly Tool[]): ReadonlyMap<object, readonly Tool[]> {
  const held = new Map<object, Tool[]>();
  for (const tool of tools) {
    for (const { span } of tool.agents ?? []) {
      const list = held.get(span);
      if (list === undefined) held.set(span, [tool]);
      else if (!list.includes(tool)) list.push(tool);
    }
  }
  return held;
}

/** A file of this name in the folder of a program, or above it. */
function nearest(snapshot: Snapshot, file: string, name: string): Place | undefined {
  const root = snapshot.rootOf(file);
  for (let folder = file.slice(0, file.lastIndexOf('/')); folder.length >= root.length; folder = folder.slice(0, folder.lastIndexOf('/'))) {
    const path = `${folder}/${name}`;
    if (snapshot.exists(path)) return { file: path, span: { start: 0, end: 0 } };
    if (folder === '') break;
  }
  return undefined;
}

function inOrder(a: Place, b: Place): number {
  return a.file === b.file ? a.span.start - b.span.start : a.file < b.file ? -1 : 1;
}

/** Whether words stand in the sources of a workspace. */
class Words {
  readonly #texts = new Map<string, { readonly version: string | undefined; readonly held: Map<string, boolean> }>();

  /** Some source other than those left out holds a word. */
  isSaid(word: string, snapshot: Snapshot, counts: (file: string) => boolean): boolean {
    return snapshot.files.some((file) => counts(file) && this.#holds(file, word, snapshot, (text) => text.includes(word)));
  }

  /** Some source assigns a member of this name. */
  isPut(name: string, snapshot: Snapshot): boolean {
    const put = new RegExp(`\\.${name} {0,8}=(?!=)`);
    return snapshot.files.some((file) => this.#holds(file, `.${name} =`, snapshot, (text) => text.includes(`.${name}`) && put.test(text)));
  }

  #holds(file: string, word: string, snapshot: Snapshot, ask: (text: string) => boolean): boolean {
    if (!/\.(?:py|ipynb|[cm]?[jt]sx?)$/.test(file)) return false;
    const version = snapshot.version(file);
    const before = this.#texts.get(file);
    const known = before !== undefined && before.version === version ? before : { version, held: new Map<string, boolean>() };
    if (known !== before) this.#texts.set(file, known);
    let answer = known.held.get(word);
    if (answer === undefined) known.held.set(word, (answer = ask(snapshot.text(file) ?? '')));
    return answer;
  }
}
