import { usualAssumption } from '../../server/analysis/budget.js';
import { nothingRuns } from '../../server/analysis/running.js';
import { noReleaseFacts } from '../../server/analysis/reliability/facts.js';
import { noEnvironmentFacts } from '../../server/analysis/environment/facts.js';
import { defineRule, type Certainty, type Rule, type Tool } from '../../rules/kit/index.js';
import { runChecks } from '../../server/analysis/check/run.js';
import type { AnalysisSettings, Snapshot } from '../../server/analysis/snapshot.js';
import type { Module } from '../../server/analysis/syntax/ir.js';
import { readTypeScript } from '../../server/analysis/syntax/typescript/read.js';

const settings: AnalysisSettings = {
  sets: ['recommended'],
  severities: {},
  minCertainty: 'probable',
  idempotencyWrappers: [],
  approvalWrappers: [],
  environmentGuards: [],
  tiers: [],
  tierNames: {},
  controls: [],
  environments: [],
  productionHosts: [],
  ignoreTools: [],
  gates: [],
  assumed: usualAssumption,
  reportInTests: false,
};

/** The place of a word in a text; the place of its `nth` occurrence. */
export function placeOf(file: string, text: string, word: string, nth = 0) {
  let start = text.indexOf(word);
  for (let i = 0; i < nth; i++) start = text.indexOf(word, start + 1);
  if (start === -1) throw new Error(`no "${word}" in ${file}`);
  return { file, span: { start, end: start + word.length } };
}

/** A tool that is declared at the first occurrence of its name in quotes. */
export function toolAt(file: string, text: string, name: string, more: Partial<Tool> = {}, place = placeOf(file, text, `'${name}'`)): Tool {
  return {
    name: { value: name, ...place },
    definition: place,
    framework: 'mcp-typescript',
    hosted: true,
    language: 'typescript',
    inputs: [],
    hints: {},
    pragmaPlace: place,
    gate: { kind: 'none' },
    effects: { known: [], complete: true, unresolved: [] },
    inferred: { readOnly: null, destructive: null, idempotent: null, openWorld: null, tier: null, complete: true, certainty: 'certain' },
    modes: [],
    inTests: false,
    ...more,
  };
}

/** Runs rules over tools and texts that are given. */
export function check(
  files: Readonly<Record<string, string>>,
  rules: readonly Rule[],
  tools: readonly Tool[],
  changed: Partial<AnalysisSettings> = {},
  ignored: readonly string[] = [],
  moduleOf = (file: string): Module | undefined => (file.endsWith('.ts') ? readTypeScript(file, files[file] ?? '') : undefined),
) {
  const snapshot: Snapshot = {
    files: Object.keys(files).toSorted(),
    text: (file) => files[file],
    version: (file) => files[file],
    packageAt: () => undefined,
    resolve: () => undefined,
    packageMajor: () => undefined,
    edition: () => undefined,
    manifest: () => undefined,
    tracked: () => null,
    ignored: (file) => ignored.includes(file),
    exists: (file) => file in files,
    settings: { ...settings, ...changed },
    gated: () => [],
    ungated: [],
    head: () => undefined,
    rootOf: () => '/',
  };
  return runChecks({
    parts: [tools],
    tools,
    workflows: [],
    environment: { ...noEnvironmentFacts, exists: snapshot.exists },
    running: nothingRuns,
    releases: noReleaseFacts,
    checks: rules,
    snapshot,
    moduleOf,
  });
}

interface Simple {
  readonly severity: Rule['severity'];
  readonly set: Rule['set'];
  readonly certainty: Certainty;
  /** Reports the tool of this name only. */
  readonly only: string;
}

/** A rule that reports each tool at its name. */
export function ruleThat(
  id: Rule['id'],
  { severity = 'warning', set = 'recommended', certainty = 'certain', only }: Partial<Simple> = {},
): Rule {
  return defineRule({
    id,
    summary: 'A test.',
    since: '0.1.0',
    severity,
    set,
    fix: 'none',
    maps: [],
    messages: { wrong: '`{tool}` is wrong.' },
    check(tool, report) {
      const name = tool.name.value;
      if (only === undefined || only === name) report({ message: 'wrong', data: { tool: name }, at: tool.name, certainty });
    },
  });
}
