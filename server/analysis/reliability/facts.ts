import type {
  GateFacts,
  JudgedResults,
  Place,
  ReleaseFacts,
  ReleaseGate,
  ShortTask,
  ShownPass,
  Tool,
  WrongNumber,
} from '../../../rules/kit/index.js';
import { bytesOfText, textOfBytes } from '../encoding.js';
import type { AnalysisSettings, Snapshot } from '../snapshot.js';
import type { Module } from '../syntax/ir.js';
import { inconsistencies } from './consistency.js';
import { ElsewhereGates } from './elsewhere.js';
import { compareFractions, decimalOf, fractionOf, type Fraction } from './fraction.js';
import type { SummaryReading } from './reading.js';
import { reportOf, rowOf, verdictOf } from './report.js';
import type { LoadedResults, TrialSet } from './sets.js';

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

/** Stands for the gate of results that no gate names. */
const nobody = {};

/** Answers for one snapshot after another. */
export type ReleaseReader = (snapshot: Snapshot, tools: readonly Tool[], moduleOf: (file: string) => Module | undefined) => ReleaseFacts;

/** What was said of results, and what it rests on. */
interface Kept {
  readonly tracked: boolean | null;
  readonly origin: string | undefined;
  /** Texts that were asked for. */
  readonly texts: ReadonlyMap<string, string | undefined>;
  readonly judged: JudgedResults;
}

/**
 * A reader with memory: results are judged again when they, their gate or their text are others. Without gates and results, there is next
 * to nothing to know, and it is found without reading anything.
 */
export function createReleaseReader(): ReleaseReader {
  const elsewhere = new ElsewhereGates();
  const kept = new WeakMap<LoadedResults, WeakMap<object, Kept>>();
  const judgedOnce = (loaded: LoadedResults, gate: ReleaseGate | undefined, snapshot: Snapshot): JudgedResults => {
    const [file = loaded.name] = loaded.files;
    const [tracked, origin] = [snapshot.tracked(file), snapshot.settings.origin?.file];
    const known = kept.get(loaded) ?? new WeakMap<object, Kept>();
    kept.set(loaded, known);
    const before = known.get(gate ?? nobody);
    const holds = before?.tracked === tracked && before.origin === origin;
    if (before !== undefined && holds && [...before.texts].every(([asked, text]) => snapshot.text(asked) === text)) return before.judged;
    const texts = new Map<string, string | undefined>();
    const judgement = judged(loaded, gate, placesIn(snapshot, texts), snapshot);
    known.set(gate ?? nobody, { tracked, origin, texts, judged: judgement });
    return judgement;
  };
  return (snapshot, tools, moduleOf) => {
    const { settings, ungated } = snapshot;
    const checks =
      hearsAdvice(settings) || ungated.length > 0 ? elsewhere.of(snapshot, moduleOf) : { singleRuns: [], gatedElsewhere: false };
    const gates = settings.gates.flatMap((gate): readonly GateFacts[] => {
      const found = snapshot.gated(gate);
      return found === undefined ? [] : [{ ...gate, judged: found.map((one) => judgedOnce(one, gate, snapshot)) }];
    });
    if (gates.length === 0 && ungated.length === 0 && checks.singleRuns.length === 0) return noReleaseFacts;
    const [first] = [...gates.map(({ at }) => at.results.file), ...ungated.flatMap(({ files }) => files)];
    return {
      gates,
      ungated: ungated.map((one) => judgedOnce(one, undefined, snapshot)),
      agents: tools.flatMap(({ inTests, agents = [] }) => (inTests ? [] : agents)),
      ...checks,
      config: settings.origin ?? { file: `${first === undefined ? '' : snapshot.rootOf(first)}/detent.config.json` },
      ...(first === undefined ? {} : { head: snapshot.head(first) }),
    };
  };
}

function hearsAdvice({ sets, severities }: AnalysisSettings): boolean {
  return sets.includes('strict') || Object.hasOwn(severities, 'reliability/single-run-gate');
}

type Places = (file: string, offset: number) => Place;

/** Places in files of results, whose offsets are bytes; in a file that is too large to be held, its beginning stands for all. */
function placesIn(snapshot: Snapshot, asked: Map<string, string | undefined>): Places {
  return (file, offset) => {
    if (offset === 0) return { file, span: { start: 0, end: 0 } };
    const text = snapshot.text(file);
    asked.set(file, text);
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
  const path = pathFrom(snapshot.settings.origin?.file ?? `${snapshot.rootOf(file)}/`, name);
  const base = {
    ...places(file, 0),
    // Programs give all their results one name, in folders of their own.
    name: path.split('/').slice(-2).join('/'),
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
    path,
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
    ...(stated !== undefined && stated.length < rows.length ? { unstated: true } : {}),
    pass: { value: decimalOf(worst, 3) },
    ...(gate.lowerBound ? {} : { passed: compareFractions(worst, fractionOf(String(gate.min))!) >= 0 }),
  };
}

function parts(value: number, whole: number): Fraction {
  const exact = fractionOf(String(value)) ?? { upper: 0n, lower: 1n };
  return { upper: exact.upper, lower: exact.lower * BigInt(whole) };
}
