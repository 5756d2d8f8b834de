/** Text in, findings out. The only entry into analysis. */
import { CheckMemory } from './check/memory.js';
import { runChecks } from './check/run.js';
import type { Tool } from '../../rules/kit/index.js';
import type { ToolTrace } from './recognise/trace-tool.js';
import { createEnvironmentReader, noEnvironmentFacts, type EnvironmentReader } from './environment/facts.js';
import type { Result } from './finding.js';
import { Guard } from './guard.js';
import { isHeard } from './heard.js';
import { Inventory } from './inventory.js';
import { Modules } from './modules.js';
import { createReleaseReader, noReleaseFacts } from './reliability/facts.js';
import { ToolLists } from './recognise/tool-lists.js';
import { createRunningReader, nothingRuns } from './running.js';
import type { Knowledge, Snapshot } from './snapshot.js';
import { UnscopedServers } from './unscoped.js';

export interface Analyzer {
  /**
   * Everything that is to be said about a workspace. Cheap when little has changed since the last call. Findings stay as they
   * were told; the places of tools are those of the last call.
   */
  analyze(snapshot: Snapshot): Result;
  /** How a tool of the last call was followed, step by step. */
  trace?(tool: Tool): ToolTrace | undefined;
}

/** Told what an analysis comes to, and how far it is with that. */
export type OnStage = (stage: 'find' | 'follow' | 'environment' | 'rules', done?: number, all?: number) => void;

/** An analyzer that keeps what it learned, by the versions of the files it rests on. Use one for each workspace. */
export function createAnalyzer(knowledge: Knowledge, enter: OnStage = () => {}): Analyzer {
  const guard = new Guard();
  const modules = new Modules(guard);
  const lists = new ToolLists();
  const inventory = new Inventory(knowledge, modules, guard);
  const environmentOf: EnvironmentReader = createEnvironmentReader(knowledge.credentials, knowledge.commands);
  const releasesOf = createReleaseReader();
  const runningOf = createRunningReader(knowledge);
  const memory = new CheckMemory();
  const scopes = new UnscopedServers(knowledge.frameworks);
  const none = { facts: noEnvironmentFacts, problems: [] };
  return {
    analyze(snapshot: Snapshot): Result {
      guard.clear();
      const moduleOf = (file: string) => modules.get(file);
      enter('find');
      const { parts: inCode, unresolved, workflows } = inventory.update(snapshot, (done, all) => enter('follow', done, all));
      const written = inCode.flat();
      const inLists = guard.run('tool lists', undefined, () => lists.of(snapshot, written, (file) => inventory.inTests(file))) ?? [];
      const parts = inLists.length === 0 ? inCode : [...inCode, ...inLists];
      const tools = inLists.length === 0 ? written : parts.flat();
      enter('environment');
      const environment = guard.run('environment', undefined, () => environmentOf(snapshot, moduleOf, tools)) ?? none;
      const releases = guard.run('results', undefined, () => releasesOf(snapshot, tools, moduleOf)) ?? noReleaseFacts;
      const around = {
        moduleOf,
        edges: inventory.edges,
        imported: (file: string) => inventory.imported(file),
        inTests: (file: string) => inventory.inTests(file),
      };
      const running = guard.run('agents', undefined, () => runningOf(snapshot, inventory.sites, tools, around)) ?? nothingRuns;
      const unscoped = isHeard(snapshot.settings, 'permission/missing-scope-check')
        ? guard.run('scopes', undefined, () => scopes.of(snapshot, tools, around))
        : undefined;
      const facts = unscoped === undefined ? environment.facts : { ...environment.facts, unscoped };
      enter('rules');
      const checked = runChecks(
        { parts, tools, workflows, environment: facts, releases, running, checks: knowledge.checks, snapshot, moduleOf },
        memory,
      );
      return {
        tools,
        parts,
        agents: running.agents,
        findings: checked.findings,
        unresolved: [...unresolved, ...environment.problems, ...modules.unread(() => [...inventory.defining, ...through(tools)])],
        skipped: [],
        internal: [...guard.errors, ...checked.internal],
      };
    },
    trace: (tool) => inventory.trace(tool),
  };
}

/** The files that tools were followed through, as far as something was done there. */
function through(tools: readonly Tool[]): readonly string[] {
  return tools.flatMap(({ effects }) => effects.known.flatMap(({ file, via }) => [file, ...via.map((step) => step.file)]));
}
