/** Lists and maps that some functions fill and others register from, by their names. */
import type { Expression, FunctionNode, Mentioned, Module } from '../syntax/ir.js';
import { dataMethods } from '../trace/data-methods.js';
import { eachInBody } from '../trace/parts.js';
import type { FunctionEntry } from './functions.js';
import type { LeadingNames } from './leading.js';
import { filledBy, filledContainers } from './putters.js';
import type { Sight } from './sight.js';

const none: readonly string[] = [];

/** Functions in a row that hand a container out. */
const maxAccessors = 2;

function isAccessor(entry: FunctionEntry): entry is FunctionEntry & { readonly name: string } {
  return entry.name !== undefined && !(entry.member === true && dataMethods.has(entry.name));
}

function isLeading(callee: Expression, leads: LeadingNames): boolean {
  const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : undefined;
  return typeof name === 'string' && (leads.has(name) || leads.has(`${name}()`));
}

export class Containers {
  readonly #sight: Sight;
  readonly #fills = new Map<FunctionEntry, readonly string[]>();
  /** Names of containers that functions fill, with the files that register from something of that name. */
  readonly #readers = new Map<string, Set<string>>();
  /** Functions that mention such a container, or one that does, by their names: `allTools()` hands out what `entries` holds. */
  readonly #accessors = new Map<string, Set<string>>();
  /** Accessors that were found to be mentioned, by file. */
  readonly #through = new Map<string, Set<string>>();
  size = 0;

  constructor(sight: Sight) {
    this.#sight = sight;
  }

  add(entries: readonly FunctionEntry[]): void {
    for (const entry of entries) {
      const names = filledContainers(entry);
      if (names.length > 0) this.#fills.set(entry, names);
      for (const name of names) if (!this.#readers.has(name)) this.#readers.set(name, new Set());
    }
    for (let level = 0; level < maxAccessors; level++) {
      const found = entries.flatMap((entry) => (isAccessor(entry) ? [[entry.name, this.#meant(entry.fn.mentions)] as const] : []));
      for (const [accessor, containers] of found) {
        if (containers.length === 0) continue;
        const known = this.#accessors.get(accessor) ?? new Set();
        this.#accessors.set(accessor, known);
        for (const name of containers) known.add(name);
      }
    }
  }

  /** The containers that are mentioned, or handed out by what is mentioned. */
  #meant(mentions: Mentioned): readonly string[] {
    const own = mentions.among(this.#readers);
    const accessors = mentions.among(this.#accessors);
    if (own.size + accessors.size === 0) return none;
    return [...own, ...[...accessors].flatMap((name) => [...this.#accessors.get(name)!])];
  }

  /** Names of containers that are mentioned, in a text that is the same for the same ones. */
  namesIn(mentions: Mentioned): string {
    return [...mentions.among(this.#readers), ...mentions.among(this.#accessors)].sort().join(' ');
  }

  /** Code of a module that registers mentions these names. */
  read(mentions: Mentioned, module: Module): void {
    for (const name of mentions.among(this.#readers)) this.#read(name, module.file);
    for (const name of mentions.among(this.#accessors)) this.#readThrough(name, module.file);
  }

  /** What runs when a module is loaded may register what others have filled; so may a function that is handed to what `leads`. */
  readAtStart(module: Module, leads: LeadingNames): void {
    eachInBody(
      module.body.filter(({ kind }) => kind !== 'function' && kind !== 'class'),
      (part) => {
        if (part.kind === 'call' && isLeading(part.callee, leads))
          for (const { value } of part.args) if (value.kind === 'function') this.read(value.mentions, module);
        const name = part.kind === 'name' ? part.name : part.kind === 'member' ? part.property : undefined;
        if (typeof name !== 'string') return;
        if (this.#readers.has(name)) this.#read(name, module.file);
        if (this.#accessors.has(name)) this.#readThrough(name, module.file);
      },
      false,
    );
  }

  /** A file mentions what hands containers out. */
  #readThrough(accessor: string, file: string): void {
    let known = this.#through.get(file);
    if (known === undefined) this.#through.set(file, (known = new Set()));
    if (known.has(accessor)) return;
    known.add(accessor);
    for (const container of this.#accessors.get(accessor)!) this.#read(container, file);
  }

  #read(name: string, file: string): void {
    const files = this.#readers.get(name)!;
    if (files.has(file)) return;
    files.add(file);
    this.size++;
  }

  /** The function fills what others register from. */
  feeds(entry: FunctionEntry, module: Module): boolean {
    return this.#fills.get(entry)?.some((name) => this.#isRead(name, module)) === true;
  }

  /** The same for a function of which only its text is known. */
  isFedBy(fn: FunctionNode, module: Module): boolean {
    return filledBy(fn).some((name) => this.#isRead(name, module));
  }

  #isRead(name: string, module: Module): boolean {
    for (const file of this.#readers.get(name) ?? []) if (this.#sight.areRelated(module.file, file)) return true;
    return false;
  }
}
