/** The workflows of a workspace, each an entry of its own: an engine runs them, whether a tool reaches them or not. */
import type { Chance, Effect, Engine, Handed, Workflow } from '../../../../rules/kit/index.js';
import { isPythonName, plainName } from '../../languages.js';
import { KeptByText } from '../../kept-by-text.js';
import { isSameList } from '../../same-list.js';
import type { Snapshot } from '../../snapshot.js';
import type { Module } from '../../syntax/ir.js';
import { isPython } from '../../syntax/read.js';
import type { Remembered } from '../../trace/env.js';
import type { Tracer } from '../../trace/tracer.js';
import { originalOf, record, type Value } from '../../trace/value.js';
import { allOf } from '../../syntax/inner.js';
import { sectionsOf } from '../../syntax/sections.js';
import { isTestOnly } from '../test-files.js';
import { effectWalk, type ToolContext } from '../tools.js';
import { placeOf, told } from '../told.js';
import { awaitedIn, contextOf } from './edges.js';
import { workflowsIn, type FoundWorkflow } from './forms.js';

/** What the text of a file tells: engines whose packages it imports, and engines that may run what is in it. */
interface Witness {
  readonly imports: ReadonlySet<Engine>;
  readonly mentions: ReadonlySet<Engine>;
}

/** Expressions that may be looked at to find the workflows of a module. */
const findingSteps = 20_000;
const noEngines: ReadonlySet<Engine> = new Set();
const none: readonly Workflow[] = [];

export class Workflows {
  readonly #tracer: Tracer;
  readonly #engines: readonly (readonly [engine: Engine, imports: RegExp])[];
  readonly #witnesses: KeptByText<Witness>;
  /** Files that engines may run, where one is imported somewhere. */
  #files: readonly (readonly [file: string, engines: readonly Engine[]])[] = [];
  #known = new WeakMap<Module, { readonly engines: string; readonly answer: Remembered<readonly Workflow[]> }>();

  constructor(tracer: Tracer, engines: readonly Engine[]) {
    this.#tracer = tracer;
    this.#engines = engines.map((engine) => [engine, new RegExp(engine.packages.map(importOf).join('|'))]);
    this.#witnesses = new KeptByText((text, file) => this.#witness(text, file), saysTheSame);
  }

  /** Names may mean other things than before. */
  forget(): void {
    this.#known = new WeakMap();
  }

  /** All workflows, in the order of the files. Where no file imports an engine, only the texts are looked at. */
  of(
    sources: readonly string[],
    snapshot: Snapshot,
    moduleOf: (file: string) => Module | undefined,
    context: ToolContext,
  ): readonly Workflow[] {
    if (this.#witnesses.hasChanged(sources, snapshot)) this.#files = this.#witnessed(sources, snapshot);
    return this.#files.flatMap(([file, engines]) => {
      const module = moduleOf(file);
      return module === undefined ? none : this.#module(module, engines, context);
    });
  }

  #witnessed(sources: readonly string[], snapshot: Snapshot): readonly (readonly [string, readonly Engine[]])[] {
    const told = sources
      .filter((file) => !isTestOnly(file.slice(snapshot.rootOf(file).length)))
      .map((file) => [file, this.#witnesses.of(file, snapshot)] as const);
    const used = new Set(told.flatMap(([, { imports }]) => [...imports]));
    return told.flatMap(([file, { mentions }]) => {
      const engines = [...mentions].filter((engine) => used.has(engine));
      return engines.length === 0 ? [] : [[file, engines] as const];
    });
  }

  #witness(text: string, file: string): Witness {
    const language = isPython(file) ? 'python' : 'typescript';
    const own = this.#engines.filter(([engine]) => engine.language === language);
    // Asked of a file at every key: a name is found much faster than an import of it.
    const imports = own.flatMap(([engine, one]) =>
      engine.packages.some((name) => text.includes(plainName(name))) && one.test(text) ? [engine] : [],
    );
    const mentions = own.flatMap(([engine]) => (engine.markers.some((word) => text.includes(word)) ? [engine] : []));
    return { imports: setOf(imports), mentions: setOf(mentions) };
  }

  #module(module: Module, engines: readonly Engine[], context: ToolContext): readonly Workflow[] {
    const names = engines.map(({ id }) => id).join();
    const known = this.#known.get(module);
    if (known?.engines === names && this.#tracer.holds(known.answer)) return known.answer.value;
    const answer = this.#tracer.remember(() => {
      this.#tracer.touchOutline(module.file);
      this.#tracer.begin(module, 0, findingSteps);
      for (const section of sectionsOf(module)) this.#tracer.touchAll(allOf(section));
      return workflowsIn(this.#tracer, engines, module).flatMap((found) => this.#workflow(found, module, context));
    });
    this.#known.set(module, { engines: names, answer });
    return answer.value;
  }

  #workflow({ engine, form, fn, name, again, stepsAgain }: FoundWorkflow, module: Module, context: ToolContext): readonly Workflow[] {
    if (!again) return [];
    const place = placeOf(fn);
    this.#tracer.begin(module, place.span.start);
    const args = fn.fn.parameters.map((_, i) => this.#handed(form.handed?.[i] ?? 'input', engine));
    const task = { label: `the task of ${engine.title}`, place, step: { again: true } };
    const summary = effectWalk(context).summaryOf(form.whole === true ? { ...fn, repeated: task } : fn, args);
    const found = told(context, { name }, summary.effects, [], fn);
    const effects = stepsAgain ? found : found.map(runOnce);
    const exhausted = this.#tracer.exhausted ? [{ ...place, label: name, reason: 'there was more to follow than the bounds allow' }] : [];
    const unresolved = [...summary.unresolved, ...exhausted];
    const nameAt = originalOf(fn).fn.nameSpan;
    const chances: readonly Chance[] = typeof engine.chance === 'object' || engine.chance === 'differs' ? (summary.chances ?? []) : [];
    const called = contextOf(engine, form, fn);
    return [
      {
        name: { file: place.file, span: nameAt ?? { start: place.span.start, end: place.span.start + 1 }, value: name },
        engine,
        whole: form.whole === true,
        effects: { known: effects, complete: unresolved.length === 0, unresolved },
        chances,
        ...(called === undefined ? {} : { context: called }),
        awaited: awaitedIn(fn, effects),
        language: engine.language,
        inTests: context.inTests(module.file),
      },
    ];
  }

  #handed(given: Handed, engine: Engine): Value {
    if (given === 'input') return { kind: 'input', path: '', role: 'input' };
    if (typeof given === 'string') return this.#tracer.external(engine.packages[0]!, given);
    return record(Object.fromEntries(Object.entries(given).map(([key, inner]) => [key, this.#handed(inner, engine)])), true);
  }
}

function saysTheSame(now: Witness, before: Witness): boolean {
  return isSameList([...now.imports], [...before.imports]) && isSameList([...now.mentions], [...before.mentions]);
}

function setOf(engines: readonly Engine[]): ReadonlySet<Engine> {
  return engines.length === 0 ? noEngines : new Set(engines);
}

/** A step that is never tried again. */
function runOnce(effect: Effect): Effect {
  if (effect.retriedBy?.step !== true) return effect;
  const { retriedBy: _retriedBy, ...rest } = effect;
  return rest;
}

/** What stands where a package is imported. */
function importOf(name: string): string {
  const plain = plainName(name).replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return isPythonName(name) ? `(?:^|\\n)[ \\t]{0,40}(?:from|import) ${plain}\\b` : `['"\`]${plain}['"\`/]`;
}
