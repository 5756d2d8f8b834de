/** Gates and comparisons outside of the configuration: in scripts, workflows and code. */
import type { ReleaseFacts, SingleRunCheck } from '../../../rules/kit/index.js';
import { Edited } from '../edited.js';
import type { Snapshot } from '../snapshot.js';
import type { Module } from '../syntax/ir.js';
import { isSource } from '../syntax/read.js';
import { mayGateOnSingleRuns, singleRunsIn } from './single-runs.js';

/** What one file says, as long as its text stays. */
interface Said {
  readonly version: string | undefined;
  readonly singleRuns: readonly SingleRunCheck[];
  /** It asks for more than one run. */
  readonly gates: boolean;
}

type Answer = Pick<ReleaseFacts, 'singleRuns' | 'gatedElsewhere'>;

function saysNothing({ singleRuns, gates }: Said): boolean {
  return singleRuns.length === 0 && !gates;
}

const nothing = { singleRuns: [], gates: false };

/** Calls of our own program are gates as well; comparisons in code are as good as one. A file is looked at again when it changes. */
export class ElsewhereGates {
  readonly #known = new Map<string, Said>();
  readonly #edited = new Edited();
  #answer: Answer | undefined;

  of(snapshot: Snapshot, moduleOf: (file: string) => Module | undefined): Answer {
    const edited = this.#edited.since(snapshot, snapshot.files);
    const isSilent = (file: string): boolean => {
      const before = this.#known.get(file);
      return before === undefined || (saysNothing(before) && saysNothing(this.#saidIn(file, snapshot, moduleOf)));
    };
    if (this.#answer === undefined || edited === undefined || ![...edited].every(isSilent)) this.#answer = this.#whole(snapshot, moduleOf);
    return this.#answer;
  }

  #whole(snapshot: Snapshot, moduleOf: (file: string) => Module | undefined): Answer {
    const present = new Set(snapshot.files);
    for (const file of this.#known.keys()) if (!present.has(file)) this.#known.delete(file);
    const all = snapshot.files.map((file) => this.#saidIn(file, snapshot, moduleOf));
    const gatedElsewhere = all.some(({ gates }) => gates);
    const singleRuns = all.flatMap((said) => said.singleRuns);
    // The same results may be asked for more than one k.
    return { singleRuns: gatedElsewhere ? singleRuns.filter(({ file }) => isSource(file)) : singleRuns, gatedElsewhere };
  }

  #saidIn(file: string, snapshot: Snapshot, moduleOf: (file: string) => Module | undefined): Said {
    const version = snapshot.version(file);
    const before = this.#known.get(file);
    if (before !== undefined && before.version === version) return before;
    const text = snapshot.text(file);
    const said = { version, ...(text === undefined ? nothing : isSource(file) ? inCode(file, text, moduleOf) : inCommands(file, text)) };
    this.#known.set(file, said);
    return said;
  }
}

function inCode(file: string, text: string, moduleOf: (file: string) => Module | undefined): Omit<Said, 'version'> {
  const module = mayGateOnSingleRuns(text) ? moduleOf(file) : undefined;
  return module === undefined ? nothing : { singleRuns: singleRunsIn(module), gates: false };
}

function inCommands(file: string, text: string): Omit<Said, 'version'> {
  if (!text.includes('pass-k')) return nothing;
  const calls = [...text.matchAll(/\bdetent(?:\.js)? pass-k [^\n]{0,400}/g)].filter(([call]) => /--min[ =]/.test(call));
  const isSingle = ([call]: RegExpMatchArray): boolean => /--k[ =]1\b/.test(call);
  return {
    gates: calls.some((call) => !isSingle(call)),
    singleRuns: calls.filter(isSingle).map(({ 0: call, index }) => {
      const shown = call.trimEnd();
      return { file, span: { start: index, end: index + shown.length }, shown: shown.slice(0, 60) };
    }),
  };
}
