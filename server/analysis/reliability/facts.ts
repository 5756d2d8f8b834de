import type {
  GateFacts,
  JudgedResults,
  Place,
  ReleaseFacts,
  ReleaseGate,
  ShortTask,
  ShownPass,
  SingleRunCheck,
  Tool,
  WrongNumber,
} from '../../../rules/kit/index.js';
import { bytesOfText, textOfBytes } from '../encoding.js';
import type { AnalysisSettings, Snapshot } from '../snapshot.js';
import type { Module } from '../syntax/ir.js';
import { isSource } from '../syntax/read.js';
import { inconsistencies } from './consistency.js';
import { compareFractions, decimalOf, fractionOf, numberOf, type Fraction } from './fraction.js';
import type { SummaryReading } from './reading.js';
import { reportOf, rowOf, verdictOf } from './report.js';
import type { LoadedResults, TrialSet } from './sets.js';
import { mayGateOnSingleRuns, singleRunsIn } from './single-runs.js';

/** The k that is told where nobody asks for one: benchmarks make so many trials. */
const usual = 4;
/** Tasks that are named one by one. */
const named = 5;

/** What is known of releases, when nobody asks for it or nothing is there. */
export const noReleaseFacts: ReleaseFacts = {
  gates: [],
  ungated: [],
  agents: [],
  gatedElsewhere: false,
  singleRuns: [],
  config: { file: '' },
};

/** What rules about results see. Without gates and results, that is next to nothing, and found without reading anything. */
export function releaseFacts(snapshot: Snapshot, tools: readonly Tool[], moduleOf: (file: string) => Module | undefined): ReleaseFacts {
  const { settings, ungated } = snapshot;
  const checks = hearsAdvice(settings) || ungated.length > 0 ? checksIn(snapshot, moduleOf) : { singleRuns: [], gatedElsewhere: false };
  if (settings.gates.length === 0 && ungated.length === 0 && checks.singleRuns.length === 0) return noReleaseFacts;
  const places = createPlaces(snapshot);
  const gates = settings.gates.map((gate): GateFacts => ({
    ...gate,
    judged: snapshot.gated(gate).map((loaded) => judged(loaded, gate, places, snapshot)),
  }));
  const [first] = [...settings.gates.map(({ at }) => at.results.file), ...ungated.flatMap(({ files }) => files)];
  return {
    gates,
    ungated: ungated.map((loaded) => judged(loaded, undefined, places, snapshot)),
    agents: tools.flatMap(({ inTests, agents = [] }) => (inTests ? [] : agents)),
    ...checks,
    config: settings.origin ?? { file: `${first === undefined ? '' : snapshot.rootOf(first)}/detent.config.json` },
    ...(first === undefined ? {} : { head: snapshot.head(first) }),
  };
}

type Places = (file: string, offset: number) => Place;

/** Places in files of results, whose offsets are bytes; in a file that is too large to be held, its beginning stands for all. */
function createPlaces(snapshot: Snapshot): Places {
  return (file, offset) => {
    const text = offset === 0 ? undefined : snapshot.text(file);
    if (text === undefined) return { file, span: { start: 0, end: 0 } };
    const bytes = bytesOfText(text);
    const start = bytes.length === text.length ? offset : textOfBytes(bytes.subarray(0, offset)).length;
    const line = text.indexOf('\n', start);
    return { file, span: { start, end: Math.min(line === -1 ? text.length : line, start + 80) } };
  };
}

function judged(loaded: LoadedResults, gate: ReleaseGate | undefined, places: Places, snapshot: Snapshot): JudgedResults {
  const { name, files, set } = loaded;
  const [file = name] = files;
  const base = {
    ...places(file, 0),
    name: name.slice(name.lastIndexOf('/', name.length - 2) + 1),
    tasks: 0,
    planned: 0,
    k: gate?.k ?? 0,
    tooFew: none,
    fewer: none,
    countsMissing: false,
    left: { notRun: 0, missing: 0, noReward: 0, planned: 0 },
    contradicting: [],
    wrong: [],
    tracked: snapshot.tracked(file),
    path: pathFrom(snapshot.settings.origin?.file ?? `${snapshot.rootOf(file)}/`, name),
  };
  if (set.kind === 'problem') {
    const { place, message } = set;
    return {
      ...base,
      ...(place === undefined ? {} : places(file, place.offset)),
      problem: place === undefined ? message : `line ${place.line}: ${message}`,
    };
  }
  const { model, commit } = set.about;
  const about = { ...base, ...(model === undefined ? {} : { model }), ...(commit === undefined ? {} : { commit }) };
  // Places of several files that were joined are not kept apart.
  const at = (offset: number): Place => places(file, files.length === 1 ? offset : 0);
  return set.kind === 'trials' ? { ...about, ...ofTrials(set, gate, at) } : { ...about, ...ofNumbers(set, gate, at) };
}

/** A path as a configuration writes it; what lies elsewhere keeps its own. */
function pathFrom(config: string, name: string): string {
  const folder = config.slice(0, config.lastIndexOf('/') + 1);
  return name.startsWith(folder) ? name.slice(folder.length) : name;
}

const none = { first: [], count: 0 };

function ofTrials(set: TrialSet, gate: ReleaseGate | undefined, at: (offset: number) => Place): Partial<JudgedResults> {
  const { tasks, planned, notes } = set;
  const k = gate?.k ?? Math.min(reportOf(set).largest, usual);
  const row = rowOf(set, k);
  const last = reportOf(set).rows.at(-1);
  const short = (least: number): JudgedResults['fewer'] => {
    const few = tasks.filter(({ trials }) => trials < least);
    return {
      first: few.slice(0, named).map((task): ShortTask => ({ ...at(task.at), task: task.task.slice(0, 40), trials: task.trials })),
      count: few.length,
    };
  };
  const verdict = gate && verdictOf(set, { k, min: fractionOf(String(gate.min))!, lowerBound: gate.lowerBound });
  const pass: ShownPass | undefined = row && {
    value: decimalOf(row.value, 3),
    interval: { low: row.interval.low.toFixed(3), high: row.interval.high.toFixed(3) },
    ...(row.strict === undefined ? {} : { strict: decimalOf(row.strict, 3) }),
  };
  return {
    k,
    ...(pass && { pass }),
    ...(verdict && { passed: verdict.passed }),
    ...(last && last.k > 1 ? { most: { k: last.k, value: decimalOf(last.value, 3) } } : {}),
    tasks: tasks.length,
    planned,
    tooFew: gate === undefined ? none : short(k),
    fewer: short(planned),
    countsMissing: set.format === 'tau-bench',
    left: { notRun: notes.notRun, missing: notes.missing, noReward: notes.noReward, planned: planned * tasks.length },
    contradicting: notes.contradicting
      .slice(0, named)
      .map(({ task, trial, at: offset }) => ({ ...at(offset), task: task.slice(0, 40), trial: trial.slice(0, 20) })),
  };
}

function ofNumbers(set: SummaryReading, gate: ReleaseGate | undefined, at: (offset: number) => Place): Partial<JudgedResults> {
  const { rows, whole } = set;
  const wrong = rows.flatMap((row) =>
    inconsistencies(row, whole, row.trials).map((one): WrongNumber => ({
      ...at(row.places[one.k - 1] ?? row.at),
      kind: one.kind,
      domain: row.domain.slice(0, 40),
      k: one.k,
      value: String(one.value),
      other: one.other === undefined ? String(whole) : String(Number(one.other.toFixed(2))),
      otherK: one.otherK ?? 1,
      certain: one.kind !== 'unlikely' && one.kind !== 'scale',
    })),
  );
  const stated = gate && rows.flatMap(({ values }) => values[gate.k - 1] ?? []).map((value) => parts(value, whole));
  const worst = stated?.toSorted(compareFractions)[0];
  if (gate === undefined || worst === undefined) return { wrong };
  return {
    wrong,
    tasks: rows.length,
    pass: { value: decimalOf(worst, 3) },
    ...(gate.lowerBound ? {} : { passed: numberOf(worst) >= gate.min }),
  };
}

function parts(value: number, whole: number): Fraction {
  const exact = fractionOf(String(value)) ?? { upper: 0n, lower: 1n };
  return { upper: exact.upper, lower: exact.lower * BigInt(whole) };
}

function hearsAdvice({ sets, severities }: AnalysisSettings): boolean {
  return sets.includes('strict') || Object.hasOwn(severities, 'reliability/single-run-gate');
}

/** Calls of our own program in scripts and workflows are gates as well; comparisons in code are as good as one. */
function checksIn(snapshot: Snapshot, moduleOf: (file: string) => Module | undefined): Pick<ReleaseFacts, 'singleRuns' | 'gatedElsewhere'> {
  const commands: SingleRunCheck[] = [];
  const comparisons: SingleRunCheck[] = [];
  let gatedElsewhere = false;
  for (const file of snapshot.files) {
    const text = snapshot.text(file);
    if (text === undefined) continue;
    if (isSource(file)) {
      const module = mayGateOnSingleRuns(text) ? moduleOf(file) : undefined;
      if (module !== undefined) comparisons.push(...singleRunsIn(module));
      continue;
    }
    if (!text.includes('pass-k')) continue;
    for (const call of text.matchAll(/\bdetent(?:\.js)? pass-k [^\n]{0,400}/g)) {
      const [shown] = call;
      if (!/--min[ =]/.test(shown)) continue;
      const [, k = ''] = /--k[ =](\d{1,6})/.exec(shown) ?? [];
      if (k === '1')
        commands.push({ file, span: { start: call.index, end: call.index + shown.trimEnd().length }, shown: shown.trimEnd().slice(0, 60) });
      else gatedElsewhere = true;
    }
  }
  // The same results may be asked for more than one k.
  return { singleRuns: gatedElsewhere ? comparisons : [...commands, ...comparisons], gatedElsewhere };
}
