import type { ResultFormat, ResultKnowledge, SummaryFormat, Way } from '../../../rules/kit/index.js';
import { JsonScanner, type Scalar, type ScanListener } from './json-scanner.js';
import { trialOf, type Bag } from './judge.js';
import { noTrials, type About, type Reading, type ReadingProblem, type ResultReader, type SummaryRow } from './reading.js';
import { Collector } from './trials.js';
import { emptyNode, nodeAt, type WayNode } from './ways.js';

type Spot = NonNullable<ReadingProblem['place']>;

interface Row {
  readonly way: Way;
  readonly key: string | undefined;
  readonly spot: Spot;
  readonly bag: Map<Way, { value: Scalar; at: number }>;
}

/** Reads results that are JSON: all formats at once, since nobody knows beforehand which one it is. */
export class JsonResults implements ResultReader, ScanListener {
  readonly #knowledge: ResultKnowledge;
  readonly #scanner: JsonScanner;
  readonly #rows: Row[] = [];
  /** Trials by format and place. */
  readonly #collectors = new Map<string, Collector>();
  readonly #expected: { readonly task: string; readonly at: number }[] = [];
  readonly #taskWays: ReadonlySet<Way>;
  /** The first row of a place that no format fits. */
  readonly #strange = new Map<Way, Spot & { readonly names: readonly string[] }>();
  readonly #trialsBy = new Map<string, number>();
  readonly #summaries = new Map<SummaryFormat, SummaryRow[]>();
  /** What the root says, of the first text. */
  #root: Bag = new Map();
  #last: string | undefined;

  constructor(knowledge: ResultKnowledge) {
    this.#knowledge = knowledge;
    this.#scanner = new JsonScanner(planOf(knowledge), this);
    this.#taskWays = new Set(knowledge.formats.flatMap(({ about }) => about?.tasks ?? []));
  }

  push(bytes: Uint8Array): void {
    this.#scanner.push(bytes);
  }

  rowBegins(way: Way, offset: number, key: string | undefined): void {
    this.#rows.push({ way, key, spot: this.#scanner.spot(offset), bag: new Map() });
  }

  value(slot: Way, value: Scalar, at: number, key: string | undefined): void {
    for (const { trials } of this.#knowledge.summaries) {
      const [, number] = (trials?.at === slot && trials.in.exec(String(value))) || [];
      if (number !== undefined && key !== undefined) this.#trialsBy.set(key, Number(number));
    }
    if (this.#taskWays.has(slot) && (typeof value === 'string' || typeof value === 'number')) {
      this.#expected.push({ task: String(value), at });
      return;
    }
    this.#rows.at(-1)?.bag.set(slot, { value, at });
  }

  rowEnds(): void {
    const row = this.#rows.pop();
    if (row !== undefined) this.#take(row);
  }

  #take({ way, key, spot, bag }: Row): void {
    const { formats, summaries, words } = this.#knowledge;
    if (way === '' && this.#root.size === 0) this.#root = bag;
    for (const format of summaries) {
      if (format.rows !== way || !format.values.some((name) => bag.has(name))) continue;
      const rows = this.#summaries.get(format) ?? [];
      rows.push(summaryOf(format, bag, key ?? '', spot.offset));
      this.#summaries.set(format, rows);
      return;
    }
    for (const format of formats) {
      if (!format.rows.includes(way)) continue;
      const trial = trialOf(format, bag, key, spot.offset, words);
      if (trial === undefined) continue;
      const place = `${format.id} ${way}`;
      const collector = this.#collectors.get(place) ?? new Collector();
      this.#collectors.set(place, collector);
      collector.add(trial);
      this.#last = `task ${JSON.stringify(trial.task.slice(0, 60))}${trial.trial === undefined ? '' : `, trial ${trial.trial.slice(0, 20)}`}`;
      return;
    }
    if (!this.#strange.has(way)) this.#strange.set(way, { ...spot, names: [...bag.keys()] });
  }

  end(): Reading {
    this.#scanner.end();
    const { problem } = this.#scanner;
    if (problem) {
      const { message, ...place } = problem;
      const after = this.#last === undefined ? '' : `, after ${this.#last}`;
      return { kind: 'problem', message: `${message}${after}`, place };
    }
    for (const format of this.#knowledge.formats) {
      for (const way of format.rows) {
        const collector = this.#collectors.get(`${format.id} ${way}`);
        if (collector !== undefined) return this.#trialsOf(format, way, collector);
      }
    }
    // Its trials may stand in files of their own.
    const empty = this.#knowledge.formats.find(({ about = {} }) => about.trials?.includes('.') && this.#root.has(about.trials));
    if (empty !== undefined) return this.#trialsOf(empty, '', new Collector());
    const [summary] = this.#summaries;
    if (summary) return this.#numbersOf(...summary);
    return nothingFound(this.#strange);
  }

  #numbersOf({ id, title, whole, model: named }: SummaryFormat, rows: readonly SummaryRow[]): Reading {
    const counted = rows.map((row) => {
      const trials = this.#trialsBy.get(row.domain);
      return trials === undefined ? row : { ...row, trials };
    });
    return { kind: 'summary', format: id, title, whole, rows: counted, about: model(this.#root, named) };
  }

  #trialsOf({ id, title, sharedTrials, about = {} }: ResultFormat, way: Way, collector: Collector): Reading {
    const strange = this.#strange.get(way);
    if (strange !== undefined && way !== '') {
      const { names, ...place } = strange;
      return { kind: 'problem', message: `this is no trial as the others are: ${lacking(names)}`, place };
    }
    // A row that lacks what only one program writes is a trial all the same.
    for (const other of this.#knowledge.formats) {
      const more = other.id === id ? undefined : this.#collectors.get(`${other.id} ${way}`);
      if (more !== undefined) collector.absorb(more);
    }
    for (const { task, at } of about.tasks === undefined ? [] : this.#expected) collector.expect(task, at);
    const stated = about.trials === undefined ? undefined : this.#root.get(about.trials)?.value;
    return {
      kind: 'trials',
      format: id,
      title,
      trials: collector,
      ...(sharedTrials && { sharedTrials }),
      ...(typeof stated === 'number' && stated > 0 && stated <= 1e6 ? { stated: Math.floor(stated) } : {}),
      about: {
        ...text(this.#root, 'commit', about.commit),
        ...text(this.#root, 'domain', about.domain),
        ...text(this.#root, 'time', about.time),
        ...model(this.#root, about.model),
      },
    };
  }
}

function summaryOf({ values }: SummaryFormat, bag: Bag, domain: string, at: number): SummaryRow {
  const found = values.map((name) => bag.get(name));
  return {
    domain,
    at,
    values: found.map((one) => (typeof one?.value === 'number' ? one.value : null)),
    places: found.map((one) => one?.at ?? at),
  };
}

function model(root: Bag, way: Way | undefined): About {
  return text(root, 'model', way);
}

function text(root: Bag, name: keyof About, way: Way | undefined): About {
  const value = way === undefined ? undefined : root.get(way)?.value;
  return typeof value === 'string' && value !== '' ? { [name]: value.slice(0, 200) } : {};
}

function nothingFound(strange: ReadonlyMap<Way, Spot & { readonly names: readonly string[] }>): ReadingProblem {
  const [way, found] = [...strange].find(([way]) => way !== '') ?? [];
  if (way === undefined || found === undefined) return noTrials;
  const { names, ...place } = found;
  return { kind: 'problem', isOther: true, message: `\`${way}\` holds no trials: ${lacking(names)}`, place };
}

function lacking(names: readonly string[]): string {
  return names.length === 0
    ? 'it names no task and no reward'
    : `it has only ${names
        .slice(0, 6)
        .map((name) => `\`${name}\``)
        .join(', ')}`;
}

const plans = new WeakMap<ResultKnowledge, WayNode>();

/** Where the formats have what, in one tree. */
function planOf(knowledge: ResultKnowledge): WayNode {
  const known = plans.get(knowledge);
  if (known) return known;
  const root = emptyNode();
  const want = (from: WayNode, way: Way): void => {
    const { slots } = nodeAt(from, way);
    if (!slots.includes(way)) slots.push(way);
  };
  for (const { rows, task, trial = [], reward, proof = [], ended = [], error = [], about = {} } of knowledge.formats) {
    for (const way of rows) {
      const row = nodeAt(root, way);
      row.row = way;
      for (const name of [task === 'key' ? [] : task, trial, reward, proof, ended, error].flat()) want(row, name);
    }
    for (const way of Object.values(about)) want(root, way);
  }
  for (const { rows, values, model: named, trials } of knowledge.summaries) {
    const row = nodeAt(root, rows);
    row.row = rows;
    for (const name of values) want(row, name);
    for (const way of [named ?? [], trials?.at ?? []].flat()) want(root, way);
  }
  root.row = '';
  plans.set(knowledge, root);
  return root;
}
