/** Servers that look at who asks, and never at what that one may do. */
import { changes, named, worst, type Evidence, type Framework, type Place, type Tool, type UnscopedServer } from '../../rules/kit/index.js';
import { groupBy } from './group-by.js';
import { importersOf, reachedFrom } from './importing.js';
import { KeptByText } from './kept-by-text.js';
import { functionsOf } from './recognise/functions.js';
import type { Snapshot } from './snapshot.js';
import type { Module } from './syntax/ir.js';
import { lastName } from './syntax/last-name.js';
import { isSource } from './syntax/read.js';
import { eachInBody } from './trace/parts.js';
import { asksForScopes, asksWho, identifies, mayGuard, standsAround } from './unscoped-words.js';

interface Around {
  readonly moduleOf: (file: string) => Module | undefined;
  readonly imported: (file: string) => readonly string[];
  readonly inTests: (file: string) => boolean;
}

/** The tools that are told as examples. */
const maxTold = 5;

const none: ReadonlySet<number> = new Set();

/** Asked only where somebody hears of it. */
export class UnscopedServers {
  readonly #words: ReadonlySet<string>;
  readonly #mayVerify: KeptByText<boolean>;

  constructor(frameworks: readonly Framework[]) {
    this.#words = new Set(frameworks.flatMap(({ verifies = [] }) => verifies));
    this.#mayVerify = new KeptByText((text) => [...this.#words].some((word) => text.includes(word)));
  }

  /** Programs in which tokens are verified, tools read and tools change something, and no code asks what a token allows or whose it is. */
  of(snapshot: Snapshot, tools: readonly Tool[], around: Around): readonly UnscopedServer[] {
    const hosted = tools.filter((tool) => tool.hosted && !tool.inTests && tool.language !== 'json');
    const changing = hosted.filter((tool) => gravest(tool) !== undefined);
    if (changing.length === 0 || changing.length === hosted.length) return [];
    const sources = snapshot.files.filter((file) => isSource(file) && !around.inTests(file));
    const found: UnscopedServer[] = [];
    const told = new Set<Tool>();
    const verifying = sources.filter((file) => this.#mayVerify.of(file, snapshot));
    if (verifying.length === 0) return [];
    const programOf = programsAmong(sources, around);
    const handlers = handlersByFile(tools);
    for (const file of verifying) {
      const at = verifiedAt(around.moduleOf(file), this.#words);
      if (at === undefined) continue;
      const program = programOf(file);
      const within = (tool: Tool): boolean => program.has(tool.definition.file);
      const open = changing.filter((tool) => within(tool) && !told.has(tool));
      if (open.length === 0 || !hosted.some((tool) => within(tool) && onlyReads(tool))) continue;
      if ([...program].some((one) => asks(around.moduleOf(one), snapshot.text(one) ?? '', handlers.get(one) ?? none))) continue;
      for (const tool of open) told.add(tool);
      found.push({ ...at, tools: open.map((tool) => tool.name.value), because: open.slice(0, maxTold).map(shown) });
    }
    return found;
  }
}

function gravest({ effects }: Tool) {
  return worst(
    effects.known.filter(
      (effect) => changes(effect) && effect.resource !== 'memory' && effect.certainty !== 'possible' && effect.sometimes !== true,
    ),
  );
}

function onlyReads({ inferred, hints }: Tool): boolean {
  return inferred.readOnly === true || (inferred.readOnly === null && hints.readOnly?.value === true);
}

function shown(tool: Tool): Evidence {
  const { file, span } = tool.name;
  return { file, span, label: `\`${tool.name.value}\` reaches ${named(gravest(tool)!)}` };
}

/** Where the handlers of tools begin, by file. */
function handlersByFile(tools: readonly Tool[]): ReadonlyMap<string, ReadonlySet<number>> {
  const groups = groupBy(
    tools.flatMap(({ handler }) => handler ?? []),
    ({ file }) => file,
  );
  return new Map([...groups].map(([file, handlers]) => [file, new Set(handlers.map(({ span }) => span.start))]));
}

/** Where a server is told to verify tokens: the call that does so, or what is given to it. */
function verifiedAt(module: Module | undefined, words: ReadonlySet<string>): Place | undefined {
  if (module === undefined || !module.mentions.hasAny(words)) return undefined;
  let at: Place | undefined;
  eachInBody(
    module.body,
    (part) => {
      if (at !== undefined || part.kind !== 'call') return;
      const { callee } = part;
      const name = lastName(callee);
      if (name !== undefined && words.has(name))
        at = { file: module.file, span: callee.kind === 'member' ? callee.propertySpan : callee.span };
      const given = part.args.find((argument) => argument.name !== undefined && words.has(argument.name));
      if (given !== undefined) at ??= { file: module.file, span: given.span };
    },
    'all',
  );
  return at;
}

/** Says of a file which files the programs have that it is a part of: who imports it, and all that those import. */
function programsAmong(sources: readonly string[], { imported }: Around): (file: string) => ReadonlySet<string> {
  const known = new Set(sources);
  const importers = importersOf(sources, imported);
  return (file) => {
    const above = reachedFrom([file], (one) => importers.get(one) ?? []);
    return reachedFrom(above, (one) => imported(one).filter((other) => known.has(other)));
  };
}

/** Code of the file may ask what somebody may do, or who it is. */
function asks(module: Module | undefined, text: string, handlers: ReadonlySet<number>): boolean {
  if (asksForScopes(text)) return true;
  return (
    module !== undefined &&
    functionsOf(module).some(({ fn, name, cls }) => {
      if (handlers.has(fn.span.start) || standsAround(name)) return [...fn.mentions].some(mayGuard);
      return !identifies(name) && !identifies(cls?.name) && [...fn.mentions].some(asksWho);
    })
  );
}
