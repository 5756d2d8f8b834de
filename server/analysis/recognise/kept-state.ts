/** What tools keep in the memory of the process for later calls: who reads it, and whether the server is one that the world starts anew at will. */
import type { Effect, Evidence, Framework, Tool } from '../../../rules/kit/index.js';
import { isSameList } from '../same-list.js';
import { KeptByText } from '../kept-by-text.js';
import type { Snapshot } from '../snapshot.js';
import type { Module, NameExpression, Statement } from '../syntax/ir.js';
import { isPython } from '../syntax/read.js';
import { readsBack } from '../trace/memory-changes.js';
import { functionsOf } from './functions.js';

interface Around {
  readonly moduleOf: (file: string) => Module | undefined;
  readonly imported: (file: string) => readonly string[];
  readonly inTests: (file: string) => boolean;
}

interface Known {
  /** What the answer rests on: the texts of the modules, and where the server speaks HTTP. */
  readonly rests: readonly unknown[];
  readonly tool: Tool;
}

export class KeptState {
  readonly #words: Readonly<Record<Tool['language'], readonly string[]>>;
  readonly #around: Around;
  readonly #spoken: KeptByText<Evidence | undefined>;
  readonly #known = new WeakMap<Tool, Known>();
  readonly #lists = new WeakMap<readonly Tool[], readonly Tool[]>();
  /** Lists of tools of which none keeps anything. */
  readonly #stateless = new WeakSet<readonly Tool[]>();
  #sources: readonly string[] = [];
  #reach: ReadonlySet<string> | undefined;
  #snapshot!: Snapshot;
  /** By file: where a server speaks HTTP that it is part of. */
  #served: ReadonlyMap<string, Evidence> | undefined;

  constructor(frameworks: readonly Framework[], around: Around) {
    const of = (language: Framework['language']): readonly string[] => [
      ...new Set(frameworks.flatMap((framework) => (framework.language === language ? (framework.http ?? []) : []))),
    ];
    this.#words = { typescript: of('typescript'), python: of('python'), json: [] };
    this.#around = around;
    this.#spoken = new KeptByText((text, file) => this.#speaks(text, file), isSameEvidence);
  }

  /** Takes the files as they are now. `reach`: the same set, as long as they import each other as before. */
  update(sources: readonly string[], reach: ReadonlySet<string>, snapshot: Snapshot): void {
    if (this.#spoken.hasChanged(sources, snapshot) || reach !== this.#reach) this.#served = undefined;
    this.#sources = sources;
    this.#reach = reach;
    this.#snapshot = snapshot;
  }

  /** The tools of a file; the same list as before where it holds the same. `instead`: is told of each tool that takes the place of another. */
  all(tools: readonly Tool[], instead: (tool: Tool, before: Tool) => void): readonly Tool[] {
    // Asked of all tools at every key: most keep nothing.
    if (this.#stateless.has(tools)) return tools;
    const found = tools.map((tool) => this.of(tool));
    if (isSameList(found, tools)) {
      this.#stateless.add(tools);
      return tools;
    }
    found.forEach((tool, i) => instead(tool, tools[i]!));
    const before = this.#lists.get(tools);
    if (before !== undefined && isSameList(before, found)) return before;
    this.#lists.set(tools, found);
    return found;
  }

  /** The tool, with what is known of the state that it keeps; the same one where it keeps none. */
  of(tool: Tool): Tool {
    const files = new Set(tool.effects.known.flatMap((effect) => (effect.keptUnder === undefined ? [] : [effect.file])));
    if (files.size === 0) return tool;
    const overHttp = this.#overHttp(tool.definition.file);
    const rests = [overHttp?.file, overHttp?.span.start, ...[...files].map((file) => this.#around.moduleOf(file)?.body)];
    const known = this.#known.get(tool);
    if (known !== undefined && known.rests.every((one, i) => one === rests[i])) return known.tool;
    const effects = tool.effects.known.map((effect) => this.#withReader(effect));
    const made = { ...tool, ...(overHttp === undefined ? {} : { overHttp }), effects: { ...tool.effects, known: effects } };
    this.#known.set(tool, { rests, tool: made });
    return made;
  }

  #withReader(effect: Effect): Effect {
    const module = effect.keptUnder === undefined ? undefined : this.#around.moduleOf(effect.file);
    const name = nameOf(effect);
    if (module === undefined || name === undefined || !isOfModule(module.body, name)) return effect;
    const kept = { kind: 'name', name, span: effect.span } as NameExpression;
    const reader = functionsOf(module).find(
      ({ fn }) =>
        !(fn.span.start <= effect.span.start && effect.span.end <= fn.span.end) && fn.mentions.has(name) && readsBack(fn.body, kept),
    );
    if (reader === undefined) return effect;
    return {
      ...effect,
      readBy: { file: module.file, span: reader.fn.nameSpan ?? reader.fn.span, label: reader.name ?? 'a function that reads it' },
    };
  }

  /** Where a server speaks HTTP that reaches the file. */
  #overHttp(file: string): Evidence | undefined {
    if (this.#served === undefined) {
      const served = new Map<string, Evidence>();
      for (const source of this.#sources) {
        const at = this.#around.inTests(source) ? undefined : this.#spoken.of(source, this.#snapshot);
        if (at === undefined) continue;
        const waiting = [source];
        for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
          if (served.has(next)) continue;
          served.set(next, at);
          waiting.push(...this.#around.imported(next));
        }
      }
      this.#served = served;
    }
    return this.#served.get(file);
  }

  #speaks(text: string, file: string): Evidence | undefined {
    const words = this.#words[isPython(file) ? 'python' : 'typescript'];
    const word = words.find((one) => text.includes(one));
    const start = word === undefined ? -1 : text.lastIndexOf(word);
    return word === undefined ? undefined : { file, span: { start, end: start + word.length }, label: 'the server speaks HTTP' };
  }
}

function isSameEvidence(now: Evidence | undefined, before: Evidence | undefined): boolean {
  return now?.span.start === before?.span.start && now?.span.end === before?.span.end;
}

/** `memory: orders` */
function nameOf({ api }: Effect): string | undefined {
  const name = api.slice('memory: '.length);
  return /^[\w$]+$/.test(name) ? name : undefined;
}

function isOfModule(body: readonly Statement[], name: string): boolean {
  return body.some((statement) => statement.kind === 'declare' && statement.bindings.some((binding) => binding.name === name));
}
