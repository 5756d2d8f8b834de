/** What runs the tools of a workspace: agents with their tools and surroundings, and loops of its own that do what agents do. */
import type { AgentFacts, Evidence, Keeping, OwnLoop, Place, Tool } from '../../rules/kit/index.js';
import type { AgentSite, Sites } from './recognise/agent-sites.js';
import { groupBy } from './group-by.js';
import { ownLoops } from './own-loops.js';
import { budgetOf } from './budget.js';
import { Programs } from './programs.js';
import { SaidWords } from './said-words.js';
import type { Knowledge, Snapshot } from './snapshot.js';
import type { Module } from './syntax/ir.js';

export interface Running {
  readonly agents: readonly AgentFacts[];
  readonly loops: readonly OwnLoop[];
}

export const nothingRuns: Running = { agents: [], loops: [] };

export interface RunningAround {
  readonly moduleOf: (file: string) => Module | undefined;
  readonly imported: (file: string) => readonly string[];
  /** The same, as long as all files import what they did. */
  readonly edges: object;
  readonly inTests: (file: string) => boolean;
}

export type RunningReader = (snapshot: Snapshot, sites: Sites, tools: readonly Tool[], around: RunningAround) => Running;

/** A reader with memory: which words a text holds is kept as long as the text is the same. */
export function createRunningReader(knowledge: Pick<Knowledge, 'engines' | 'frameworks'>): RunningReader {
  const words = new SaidWords();
  const programs = new Programs(knowledge);
  return (snapshot, sites, tools, around) => {
    if (sites.agents.length + sites.requests.length === 0) return nothingRuns;
    words.look(snapshot, (file) => !around.inTests(file));
    programs.look(snapshot, around);
    const held = toolsByAgent(tools);
    const known = { snapshot, around, programs, words, within: steps(sites.agents, tools) };
    const agents = sites.agents.map((site) => factsOf(site, held.get(site.span) ?? [], known));
    return { agents: agents.toSorted(inOrder), loops: ownLoops(sites, around) };
  };
}

interface Known {
  readonly snapshot: Snapshot;
  readonly around: RunningAround;
  readonly programs: Programs;
  readonly words: SaidWords;
  /** The functions that run as steps of graphs, and those of tools, by file. */
  readonly within: ReadonlyMap<string, readonly Place[]>;
}

function factsOf(site: AgentSite, tools: readonly Tool[], { snapshot, around, programs, words, within }: Known): AgentFacts {
  const { library: _library, steps: _steps, saidByRuns, asks, platform, ...agent } = site;
  const { file, limit, framework } = agent;
  const saidElsewhere = (name: string | undefined): boolean =>
    name !== undefined &&
    saidByRuns.includes(name) &&
    // Who runs it may say so where nobody looks.
    (agent.runs.length === 0 || words.isSaid(name));
  const isOpen = limit !== undefined && limit.place === undefined && saidElsewhere(limit.name);
  const keeping = keptIn(site, (name) => words.isPut(name) || saidElsewhere(name));
  const runsOn = platform === undefined ? undefined : nearest(snapshot, file, platform);
  const serves = keeping?.lasts === 'process' ? programs.of(file, 'server') : undefined;
  const engine = programs.of(file, 'engine');
  const outer = agent.inside ?? agent.runs.map((run) => innerOf(run, within)).find((place) => place !== undefined);
  const budget = isOpen ? undefined : budgetOf(agent, snapshot.settings.assumed);
  return {
    ...agent,
    ...(keeping === undefined ? {} : { keeping }),
    ...(isOpen ? { limitOpen: true } : {}),
    ...(budget === undefined ? {} : { budget }),
    tools,
    pauses: [...agent.pauses, ...tools.flatMap((tool) => (tool.framework === framework ? asking(tool, asks) : []))],
    // Inside of another run, that one says by what both are found.
    runs: agent.runs.map((run) => (innerOf(run, within) === undefined ? run : { ...run, thread: undefined })),
    ...(outer === undefined ? {} : { inside: outer }),
    ...(runsOn === undefined ? {} : { platform: runsOn }),
    ...(serves === undefined ? {} : { serves }),
    ...(engine === undefined ? {} : { engine }),
    inTests: around.inTests(file) || file.endsWith('.ipynb'),
  };
}

/** What keeps its runs; that nothing does is not known where something may be put in later, where nobody follows it. */
function keptIn({ keeping }: AgentSite, mayBePut: (name: string) => boolean): Keeping | undefined {
  if (keeping?.lasts !== 'none' || keeping.place !== undefined || !mayBePut(keeping.name)) return keeping;
  const { name, resumes } = keeping;
  return { name, ...(resumes === undefined ? {} : { resumes }) };
}

/** Questions to a human in the code of a tool, after which it is run again. */
function asking({ name, effects }: Tool, asks: readonly string[]): readonly Evidence[] {
  const by = effects.known.flatMap(({ approvedBy }) => approvedBy ?? []).filter(({ label }) => asks.some((one) => label.includes(one)));
  return by.slice(0, 1).map(({ file, span }) => ({ file, span, label: `\`${name.value}\` asks a human` }));
}

function steps(sites: readonly AgentSite[], tools: readonly Tool[]): ReadonlyMap<string, readonly Place[]> {
  const places = [...sites.flatMap((site) => site.steps), ...tools.flatMap(({ handler }) => handler ?? [])];
  return groupBy(places, ({ file }) => file);
}

/** The function that it stands in, among those that run in an agent. */
function innerOf({ file, span }: Place, within: ReadonlyMap<string, readonly Place[]>): Place | undefined {
  return within.get(file)?.find((outer) => outer.span.start <= span.start && span.end <= outer.span.end);
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
