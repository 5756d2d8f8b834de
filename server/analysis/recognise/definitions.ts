/** All definitions of a workspace. The same drafts give the same objects, as long as what they rest on stays the same. */
import { isSameList } from '../same-list.js';
import type { Env, Remembered } from '../trace/env.js';
import type { Tracer } from '../trace/tracer.js';
import type { Value } from '../trace/value.js';
import { declared, type Declared, type Definition, type Opaque } from './definition.js';
import type { AnswersDraft, DispatchDraft, Draft } from './draft.js';
import { Taken, Untaken } from './own/untaken.js';
import type { Loose } from './joins.js';

/** The definitions that stand in one file, in the order of their places. */
export interface Group {
  readonly file: string;
  readonly definitions: readonly Definition[];
  readonly libraries: readonly string[];
  /** One of them is described in `package.json`. */
  readonly readsManifest: boolean;
}

interface Drafts {
  readonly drafts: readonly Draft[];
  readonly inTests?: true;
}

/** What the drafts of one walk declare, by the file that it stands in. */
interface Share {
  /** Drafts of lists, whose tools another one answers, each with that one. */
  readonly partners: readonly (readonly [DispatchDraft, Draft])[];
  /** What answers the tools that only the project itself says; nothing, when there are none. */
  readonly answers: AnswersDraft | undefined;
  readonly hasOwn: boolean;
  /** Names of all definitions but the project's own. */
  readonly names: readonly string[];
  readonly named: ReadonlyMap<string, readonly Definition[]>;
  /** These count only where nothing else names the tool. */
  readonly loose: ReadonlyMap<string, readonly Definition[]>;
  /** Only the project itself says that these are tools; they count where nothing else has a tool of the name. */
  readonly own: ReadonlyMap<string, readonly Definition[]>;
  readonly opaque: readonly Opaque[];
  readonly beside: Loose;
}

/** What answers the calls of tools. */
interface Answering {
  readonly invokes: readonly DispatchDraft[];
  readonly answers: AnswersDraft | undefined;
}

/** Expressions that may be looked at for something that only may be a definition. */
const ownSteps = 40_000;

export class Definitions {
  readonly #tracer: Tracer;
  readonly #known = new WeakMap<Draft, { readonly other: Draft; readonly answer: Remembered<Declared> }>();
  readonly #answering = new WeakMap<Drafts, readonly DispatchDraft[]>();
  readonly #shares = new WeakMap<Drafts, Remembered<Share>>();
  readonly #untaken = new Untaken();
  #answers: AnswersDraft | undefined;
  readonly #deciding = new WeakMap<Drafts, readonly AnswersDraft[]>();
  readonly #taken = new Taken();
  readonly #groups = new Map<string, { readonly from: readonly (readonly Definition[])[]; readonly group: Group }>();

  constructor(tracer: Tracer) {
    this.#tracer = tracer;
  }

  /** Definitions of what all walks of a workspace found, by file; what could not be told is said. */
  of(all: readonly Drafts[]): {
    readonly groups: readonly Group[];
    readonly opaque: readonly Opaque[];
    readonly beside: readonly Loose[];
  } {
    // Most found nothing.
    const walks = all.filter(({ drafts }) => drafts.length > 0);
    const answering = { invokes: walks.flatMap((walk) => this.#invokes(walk)), answers: this.#allAnswers(walks) };
    const shares = walks.map((walk) => this.#share(walk, answering));
    const named = byFile(shares.map((share) => share.named));
    const taken = this.#taken.by(shares);
    const loose = byFile(shares.flatMap((share) => [share.loose, this.#untaken.of(share.own, taken)]));
    const files = [...new Set([...named.keys(), ...loose.keys()])].sort();
    for (const file of this.#groups.keys()) if (!named.has(file) && !loose.has(file)) this.#groups.delete(file);
    return {
      groups: files.map((file) => this.#group(file, named.get(file) ?? [], loose.get(file) ?? [])),
      opaque: shares.flatMap((share) => share.opaque),
      beside: shares.map((share) => share.beside),
    };
  }

  #invokes(walk: Drafts): readonly DispatchDraft[] {
    let known = this.#answering.get(walk);
    if (known === undefined) this.#answering.set(walk, (known = walk.drafts.filter(isInvoke)));
    return known;
  }

  /** The same object, as long as its parts are the same. */
  #allAnswers(walks: readonly Drafts[]): AnswersDraft | undefined {
    const parts = walks.flatMap((walk) => {
      let known = this.#deciding.get(walk);
      if (known === undefined) this.#deciding.set(walk, (known = walk.drafts.filter((draft) => draft.kind === 'answers')));
      return known;
    });
    const [first] = parts;
    const deciders = parts.flatMap((part) => part.deciders);
    const known = this.#answers?.deciders;
    if (known?.length !== deciders.length || known.some((decider, i) => decider !== deciders[i]))
      this.#answers = first === undefined ? undefined : { ...first, deciders };
    return this.#answers;
  }

  #share(walk: Drafts, answering: Answering): Share {
    const known = this.#shares.get(walk);
    if (this.#tracer.holds(known) && isAnsweredAlike(known.value, answering)) return known.value;
    const answer = this.#tracer.remember(() => this.#shareOf(walk, answering));
    this.#shares.set(walk, answer);
    return answer.value;
  }

  #shareOf({ drafts, inTests }: Drafts, answering: Answering): Share {
    const lists: Record<'named' | 'loose' | 'own', Definition[]> = { named: [], loose: [], own: [] };
    const opaque: Opaque[] = [];
    const beside = {
      holders: [] as Loose['holders'][number][],
      policies: [] as Loose['policies'][number][],
      runs: [] as Loose['runs'][number][],
    };
    for (const draft of drafts) {
      if (draft.kind === 'answers') continue;
      const found = this.#declared(draft, partner(draft, answering));
      const list = isOwn(draft) ? 'own' : draft.kind === 'loose' || draft.kind === 'own' ? draft.kind : 'named';
      lists[list].push(...(inTests === true ? found.definitions.map(standIn) : found.definitions));
      if (draft.kind !== 'loose') opaque.push(...found.opaque);
      beside.holders.push(...found.holders);
      beside.policies.push(...found.policies);
      beside.runs.push(...found.runs);
    }
    const hasOwn = drafts.some(({ kind }) => kind === 'own');
    return {
      partners: drafts.filter(isList).map((draft) => [draft, partner(draft, answering)] as const),
      answers: hasOwn ? answering.answers : undefined,
      hasOwn,
      names: [...lists.named, ...lists.loose].map(({ name }) => name),
      named: split(lists.named),
      loose: split(lists.loose),
      own: split(lists.own),
      opaque,
      beside,
    };
  }

  #declared(draft: Draft, other: Draft): Declared {
    const known = this.#known.get(draft);
    if (known?.other === other && this.#tracer.holds(known.answer)) return this.#tracer.reuse(known.answer);
    this.#tracer.begin(draft.env.module, startOfDraft(draft), draft.kind === 'own' ? ownSteps : undefined);
    const answer = this.#tracer.remember(() => declared(this.#tracer, draft, other));
    this.#known.set(draft, { other, answer });
    return answer.value;
  }

  #group(file: string, named: readonly (readonly Definition[])[], loose: readonly (readonly Definition[])[]): Group {
    const from = [...named, ...loose];
    const known = this.#groups.get(file);
    if (known?.from.length === from.length && known.from.every((list, i) => isSameList(list, from[i]!))) return known.group;
    const held = new Set(named.flat().map(({ at }) => at.span.start));
    const definitions = unique([...outermost(named.flat()), ...loose.flat().filter(({ at }) => !held.has(at.span.start))]);
    const group = {
      file,
      definitions: definitions.sort((a, b) => a.at.span.start - b.at.span.start),
      libraries: [...new Set(definitions.map(({ library }) => library))],
      readsManifest: definitions.some(({ manifest }) => manifest !== undefined),
    };
    this.#groups.set(file, { from, group });
    return group;
  }
}

const standIns = new WeakMap<Definition, Definition>();

/** The same object each time, so that the list that holds it stays the same. */
function standIn(definition: Definition): Definition {
  let found = standIns.get(definition);
  if (found === undefined) standIns.set(definition, (found = { ...definition, byTest: true }));
  return found;
}

function startOfDraft(draft: Draft): number {
  switch (draft.kind) {
    case 'class':
    case 'kit':
      return draft.instance.cls.cls.span.start;
    case 'own':
      return draft.candidate.expression.span.start;
    case 'module':
    case 'answers':
      return 0;
    default:
      return draft.call.span.start;
  }
}

function isOwn(draft: Draft): boolean {
  return draft.kind === 'decorator' && draft.framework.own !== undefined;
}

function isInvoke(draft: Draft): draft is DispatchDraft {
  return draft.kind === 'dispatch' && draft.role === 'invoke';
}

function isAnsweredAlike({ partners, hasOwn, answers }: Share, answering: Answering): boolean {
  return (!hasOwn || answers === answering.answers) && partners.every(([draft, other]) => partner(draft, answering) === other);
}

function isList(draft: Draft): draft is DispatchDraft {
  return draft.kind === 'dispatch' && draft.role === 'list';
}

/** What answers the calls of the tools of a draft; any other draft stands for itself. */
function partner(draft: Draft, { invokes, answers }: Answering): Draft {
  if (draft.kind === 'own') return answers ?? draft;
  if (!isList(draft)) return draft;
  const others = invokes.filter((item) => item.framework === draft.framework);
  return (
    others.find((item) => item.receiver === draft.receiver) ??
    others.find((item) => item.env.module.file === draft.env.module.file) ??
    others[0] ??
    draft
  );
}

function split(definitions: readonly Definition[]): ReadonlyMap<string, readonly Definition[]> {
  const files = new Map<string, Definition[]>();
  for (const definition of definitions) {
    const list = files.get(definition.at.file);
    if (list === undefined) files.set(definition.at.file, [definition]);
    else list.push(definition);
  }
  return files;
}

function byFile(parts: readonly ReadonlyMap<string, readonly Definition[]>[]): ReadonlyMap<string, readonly (readonly Definition[])[]> {
  const files = new Map<string, (readonly Definition[])[]>();
  for (const part of parts) {
    for (const [file, definitions] of part) {
      const list = files.get(file);
      if (list === undefined) files.set(file, [definitions]);
      else list.push(definitions);
    }
  }
  return files;
}

/** A class of one framework may hold what another is told of the same tool: one tool with two faces. */
function outermost(definitions: readonly Definition[]): readonly Definition[] {
  if (new Set(definitions.map(({ framework }) => framework)).size < 2) return definitions;
  const wide = new Map<string, Definition[]>();
  for (const one of definitions) {
    const list = one.handler === undefined ? undefined : wide.get(one.name);
    if (list !== undefined) list.push(one);
    else if (one.handler !== undefined) wide.set(one.name, [one]);
  }
  const isInside = (one: Definition): boolean =>
    wide
      .get(one.name)
      ?.some(
        ({ framework, at: { span } }) => framework !== one.framework && span.start < one.at.span.start && one.at.span.end <= span.end,
      ) === true;
  return definitions.filter((one) => !isInside(one));
}

/** The same definition, reached in several ways, is one tool; the way that tells more wins. */
function unique(definitions: readonly Definition[]): Definition[] {
  const found = new Map<string, Definition>();
  for (const definition of definitions) {
    const key = `${definition.framework.id} ${definition.at.span.start} ${definition.name}`;
    const known = found.get(key);
    if (known === undefined || richness(definition) > richness(known)) found.set(key, definition);
  }
  return [...found.values()];
}

function isBuilt(self: Value | undefined): boolean {
  return self?.kind === 'instance' && self.args !== undefined;
}

/** How much the functions around a handler were given, below one: what a script or a test stands in with has fewer parts. */
function given(env: Env): number {
  let parts = 0;
  for (let at: Env | undefined = env; at !== undefined; at = at.parent)
    for (const arg of at.args ?? [])
      parts += arg.kind === 'object' ? 1 + arg.properties.size : arg.kind === 'instance' ? 1 + (arg.args?.length ?? 0) : 0;
  return Math.min(parts, 90) / 100;
}

function richness(definition: Definition): number {
  return (
    (definition.byTest === true ? -10 : 0) +
    (definition.handler?.kind === 'function' ? 4 : definition.handler === undefined ? 0 : 1) +
    // An object that was seen to be made tells more than its class alone.
    (definition.handler?.kind === 'function' && isBuilt(definition.handler.env.self) ? 1 : 0) +
    (definition.agent === undefined ? 0 : 2) +
    (definition.setGate === undefined ? 0 : 1) +
    (definition.handler?.kind === 'function' ? given(definition.handler.env) : 0)
  );
}
