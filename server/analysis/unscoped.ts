/** Servers that look at who asks, and never at what that one may do. */
import { changes, named, worst, type Evidence, type Framework, type Place, type Tool, type UnscopedServer } from '../../rules/kit/index.js';
import { KeptByText } from './kept-by-text.js';
import { functionsOf } from './recognise/functions.js';
import type { Snapshot } from './snapshot.js';
import type { Module } from './syntax/ir.js';
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
    for (const file of sources) {
      const at = this.#mayVerify.of(file, snapshot) ? verifiedAt(around.moduleOf(file), this.#words) : undefined;
      if (at === undefined) continue;
      const program = programOf(file, sources, around);
      const within = (tool: Tool): boolean => program.has(tool.definition.file);
      const open = changing.filter((tool) => within(tool) && !told.has(tool));
      if (open.length === 0 || !hosted.some((tool) => within(tool) && onlyReads(tool))) continue;
      const handlers = handlersByFile(tools);
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

/** Where the handlers of tools begin. */
function handlersByFile(tools: readonly Tool[]): ReadonlyMap<string, ReadonlySet<number>> {
  const starts = new Map<string, Set<number>>();
  for (const { handler } of tools) {
    if (handler === undefined) continue;
    const known = starts.get(handler.file);
    if (known === undefined) starts.set(handler.file, new Set([handler.span.start]));
    else known.add(handler.span.start);
  }
  return starts;
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
      const name = callee.kind === 'name' ? callee.name : callee.kind === 'member' ? callee.property : undefined;
      if (typeof name === 'string' && words.has(name))
        at = { file: module.file, span: callee.kind === 'member' ? callee.propertySpan : callee.span };
      const given = part.args.find((argument) => argument.name !== undefined && words.has(argument.name));
      if (given !== undefined) at ??= { file: module.file, span: given.span };
    },
    'all',
  );
  return at;
}

/** The files of the programs that a file is a part of: who imports it, and all that those import. */
function programOf(file: string, sources: readonly string[], { imported }: Around): ReadonlySet<string> {
  const importers = new Map<string, string[]>();
  for (const source of sources) for (const one of imported(source)) importers.set(one, [...(importers.get(one) ?? []), source]);
  const known = new Set(sources);
  const above = closure([file], (one) => importers.get(one) ?? []);
  return closure([...above], (one) => imported(one).filter((other) => known.has(other)));
}

function closure(from: readonly string[], next: (file: string) => readonly string[]): ReadonlySet<string> {
  const all = new Set(from);
  const waiting = [...from];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop())
    for (const one of next(file))
      if (!all.has(one)) {
        all.add(one);
        waiting.push(one);
      }
  return all;
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
