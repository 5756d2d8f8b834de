import type { ResultKnowledge } from '../../../rules/kit/index.js';
import { textOfBytes } from '../encoding.js';
import { judged } from './judge.js';
import type { Reading, ReadingProblem, ResultReader } from './reading.js';
import { Collector } from './trials.js';

const [quote, newline, carriage] = [0x22, 0x0a, 0x0d];
const separators = [0x2c, 0x3b, 0x09];
/** A line longer than this is no line of results. */
const longest = 65_536;

interface Columns {
  readonly task: number;
  readonly trial: number;
  readonly success: number;
}

/** Reads results that are a table of text with a header: `task,trial,success`, separated by `,`, `;` or tabs. */
export class CsvResults implements ResultReader {
  readonly #knowledge: ResultKnowledge;
  readonly #collector = new Collector();
  /** The line so far. */
  readonly #line = new Uint8Array(longest);
  #length = 0;
  #quoted = false;
  #number = 1;
  /** Lines inside of a quoted field belong to the line that it began on. */
  #breaks = 0;
  #before = 0;
  #start = 0;
  #separator = separators[0]!;
  #columns: Columns | undefined;
  #problem: ReadingProblem | undefined;

  constructor(knowledge: ResultKnowledge) {
    this.#knowledge = knowledge;
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && this.#problem === undefined; at += 1) {
      const byte = bytes[at]!;
      if (byte === quote) this.#quoted = !this.#quoted;
      if (byte === newline && !this.#quoted) {
        this.#lineEnds();
        this.#start = this.#before + at + 1;
      } else if (this.#length < longest) {
        if (byte === newline) this.#breaks += 1;
        this.#line[this.#length++] = byte;
      } else this.#fail('this line is too long: a quote may be missing');
    }
    this.#before += bytes.length;
  }

  end(): Reading {
    if (this.#quoted) this.#fail('a closing quote is missing');
    else if (this.#length > 0) this.#lineEnds();
    if (this.#problem !== undefined) return this.#problem;
    if (this.#collector.isEmpty)
      return { kind: 'problem', message: 'no trials are in it: it needs a header with `task` and `success`, and a line for each trial' };
    return { kind: 'trials', format: 'csv', title: 'table of results', trials: this.#collector, about: {} };
  }

  #lineEnds(): void {
    const end = this.#line[this.#length - 1] === carriage ? this.#length - 1 : this.#length;
    this.#length = 0;
    if (end > 0) this.#row(this.#line.subarray(0, end));
    this.#number += 1 + this.#breaks;
    this.#breaks = 0;
  }

  #row(bytes: Uint8Array): void {
    if (this.#columns === undefined) {
      this.#columns = this.#header(bytes);
      return;
    }
    const fields = this.#fields(bytes);
    const { task, trial, success } = this.#columns;
    const [name = '', given] = [fields[task], fields[success]];
    if (name === '') return this.#fail('the task is missing in this line');
    if (given === undefined)
      return this.#fail(`the column of success is missing in this line, of task ${JSON.stringify(name.slice(0, 60))}`);
    const judgement = judged(given, this.#knowledge.words);
    if (judgement.note === 'odd reward' && !/^[\d.eE+-]+$/.test(given.trim()))
      return this.#fail(
        `what task ${JSON.stringify(name.slice(0, 60))} has for success is neither success nor failure: write \`true\` or \`false\`, or a reward`,
      );
    const number = trial === -1 ? undefined : fields[trial];
    this.#collector.add({ task: name, ...(number === undefined || number === '' ? {} : { trial: number }), ...judgement, at: this.#start });
  }

  #header(bytes: Uint8Array): Columns | undefined {
    this.#separator = separators.toSorted((a, b) => countOf(bytes, b) - countOf(bytes, a))[0]!;
    const names = this.#fields(bytes).map((name) =>
      name
        .replace(/^\ufeff/, '')
        .trim()
        .toLowerCase(),
    );
    const find = (known: readonly string[]): number => names.findIndex((name) => known.includes(name));
    const { columns } = this.#knowledge;
    const found = { task: find(columns.task), trial: find(columns.trial), success: find(columns.success) };
    if (found.task !== -1 && found.success !== -1) return found;
    const missing = found.task === -1 ? columns.task : columns.success;
    this.#fail(
      `the header has no column ${missing.map((name) => `\`${name}\``).join(' or ')}: the first line is to be \`task,trial,success\``,
      true,
    );
    return undefined;
  }

  #fields(bytes: Uint8Array): readonly string[] {
    const fields: string[] = [];
    let start = 0;
    let quoted = false;
    for (let at = 0; at <= bytes.length; at += 1) {
      const byte = bytes[at];
      if (byte === quote) quoted = !quoted;
      else if (at === bytes.length || (byte === this.#separator && !quoted)) {
        fields.push(unquoted(textOfBytes(bytes.subarray(start, at)).trim()));
        start = at + 1;
      }
    }
    return fields;
  }

  #fail(message: string, isOther?: true): void {
    this.#problem ??= {
      kind: 'problem',
      ...(isOther && { isOther }),
      message,
      place: { offset: this.#start, line: this.#number, column: 1 },
    };
  }
}

/** Two quotes inside of quotes are one. */
function unquoted(field: string): string {
  return field.length > 1 && field.startsWith('"') && field.endsWith('"') ? field.slice(1, -1).replaceAll('""', '"').trim() : field;
}

function countOf(bytes: Uint8Array, wanted: number): number {
  return bytes.filter((byte) => byte === wanted).length;
}
