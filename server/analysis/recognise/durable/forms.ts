/** Functions of a module that an engine runs as workflows. */
import type { Again, Engine, WorkflowForm } from '../../../../rules/kit/index.js';
import type { CallExpression, Expression, FunctionNode, Module } from '../../syntax/ir.js';
import type { Env } from '../../trace/env.js';
import { externalBase } from '../../trace/instances.js';
import { argumentOf, calleesOf } from '../../trace/invoke.js';
import { eachInBody } from '../../trace/parts.js';
import { directiveOf, isAgain } from '../../trace/replay.js';
import type { Tracer } from '../../trace/tracer.js';
import { optionsOf, type ExternalValue, type FunctionValue, type Value } from '../../trace/value.js';
import { around, unentered } from '../around.js';
import { placesOf } from '../fields.js';
import { functionsOf, type FunctionEntry } from '../functions.js';

/** A workflow as its engine knows it. */
export interface FoundWorkflow {
  readonly engine: Engine;
  readonly form: WorkflowForm;
  readonly fn: FunctionValue;
  readonly name: string;
  /** What the engine was given with it says that it is run again, and so are its steps. */
  readonly again: boolean;
  readonly stepsAgain: boolean;
}

/** All workflows of a module. */
export function workflowsIn(tracer: Tracer, engines: readonly Engine[], module: Module): readonly FoundWorkflow[] {
  const moduleEnv = tracer.moduleEnv(module.file);
  if (moduleEnv === undefined) return [];
  const finder = new Finder(tracer, engines, module, moduleEnv);
  const entries = functionsOf(module);
  for (const entry of entries) finder.entry(entry);
  const named = engines.flatMap(({ workflows }) => workflows.flatMap(({ call, decorator }) => call ?? decorator ?? []));
  const calls = new Set(named.map(lastName));
  if (calls.size > 0) for (const owner of [module, ...entries.map(({ fn }) => fn)]) finder.calls(owner, calls);
  return [...finder.found.values()];
}

class Finder {
  readonly found = new Map<FunctionNode, FoundWorkflow>();
  readonly #tracer: Tracer;
  readonly #engines: readonly Engine[];
  readonly #module: Module;
  readonly #moduleEnv: Env;

  constructor(tracer: Tracer, engines: readonly Engine[], module: Module, moduleEnv: Env) {
    this.#tracer = tracer;
    this.#engines = engines;
    this.#module = module;
    this.#moduleEnv = moduleEnv;
  }

  /** A function that says itself that it is one, by its words, its decorators, its class or its module. */
  entry(entry: FunctionEntry): void {
    for (const engine of this.#engines) {
      for (const form of engine.workflows) {
        const args = this.#said(engine, form, entry);
        if (args === undefined) continue;
        const fn = unentered(this.#tracer, entry, this.#moduleEnv);
        if (fn !== undefined) this.#add(engine, form, fn, entry.name, args);
        return;
      }
    }
  }

  /** What it was given where it says so; `undefined` when it does not. */
  #said(engine: Engine, form: WorkflowForm, { fn, cls, name }: FunctionEntry): readonly Value[] | undefined {
    if (form.directive !== undefined) return directiveOf(fn.body[0]) === form.directive ? [] : undefined;
    if (form.exported === true) return this.#isExported(engine, fn, name) ? [] : undefined;
    const outer = cls?.outer ?? fn.outer;
    if (form.decorator !== undefined) return fn.decorators.length === 0 ? undefined : this.#decorated(engine, form.decorator, fn, outer);
    if (form.base === undefined || cls?.base === undefined || name !== form.method) return undefined;
    const env = around(this.#tracer, outer, this.#moduleEnv);
    const value = env === undefined ? undefined : this.#tracer.evaluate(cls, env);
    const base = value?.kind === 'class' ? externalBase(this.#tracer, value) : undefined;
    return base !== undefined && this.#is(engine, base, form.base) ? [] : undefined;
  }

  #isExported({ packages }: Engine, { mentions }: FunctionNode, name: string | undefined): boolean {
    if (!this.#module.requests.some((specifier) => packages.includes(this.#tracer.libraries.named(specifier)))) return false;
    const isVisible = this.#module.exports.some((item) => item.name === name);
    return isVisible && importedNames(this.#module, packages, this.#tracer).some((one) => mentions.has(one));
  }

  #decorated(engine: Engine, path: string, fn: FunctionNode, outer: FunctionNode['outer']): readonly Value[] | undefined {
    const env = around(this.#tracer, outer, this.#moduleEnv);
    for (const decorator of env === undefined ? [] : fn.decorators) {
      const args = this.#givenTo(engine, path, decorator, env!);
      if (args !== undefined) return args;
    }
    return undefined;
  }

  /** What a decorator of this name was given in its brackets. */
  #givenTo(engine: Engine, path: string, decorator: Expression, env: Env): readonly Value[] | undefined {
    const made = decorator.kind === 'call' ? decorator.callee : decorator;
    if (!saysName(made, lastName(path))) return undefined;
    const is = optionsOf(this.#tracer.evaluate(made, env)).some((value) => value.kind === 'external' && this.#is(engine, value, path));
    return is ? (decorator.kind === 'call' ? this.#tracer.arguments(decorator, env) : []) : undefined;
  }

  /** Calls that are given workflows. */
  calls(owner: Module | FunctionNode, names: ReadonlySet<string>): void {
    let env: Env | undefined;
    eachInBody(
      owner.body,
      (part) => {
        if (part.kind !== 'call') return;
        const callee = part.decorates === true && part.callee.kind === 'call' ? part.callee.callee : part.callee;
        if (![...names].some((name) => saysName(callee, name))) return;
        env ??= around(this.#tracer, owner, this.#moduleEnv);
        if (env === undefined) return;
        if (part.decorates === true) this.#applied(part, env);
        else this.#call(part, env);
      },
      false,
    );
  }

  /** A decorator of Python on a function, which is a call with it. */
  #applied({ callee, args: [on] }: CallExpression, env: Env): void {
    for (const engine of this.#engines) {
      for (const form of engine.workflows) {
        const args = form.decorator === undefined ? undefined : this.#givenTo(engine, form.decorator, callee, env);
        if (args === undefined || on === undefined) continue;
        for (const fn of functionsAmong(this.#tracer.evaluate(on.value, env))) this.#add(engine, form, fn, undefined, args);
        return;
      }
    }
  }

  #call(call: CallExpression, env: Env): void {
    for (const { value } of calleesOf(this.#tracer, call, env)) {
      if (value.kind !== 'external') continue;
      for (const engine of this.#engines) {
        const form = engine.workflows.find((item) => item.call !== undefined && this.#is(engine, value, item.call));
        if (form === undefined) continue;
        const args = this.#tracer.arguments(call, env);
        for (const { fn, name } of this.#handlers(form, args)) this.#add(engine, form, fn, name, args);
      }
    }
  }

  #handlers(form: WorkflowForm, args: readonly Value[]): readonly { readonly fn: FunctionValue; readonly name?: string }[] {
    const said = placesOf(form.name).flatMap((access) => wordsOf(argumentOf(this.#tracer, access, args)));
    const name = said[0] === undefined ? {} : { name: said[0] };
    if (form.handler === undefined) {
      const first = args.map(functionsAmong).find(({ length }) => length > 0) ?? [];
      return first.map((fn) => ({ fn, ...name }));
    }
    const values = placesOf(form.handler).flatMap((access) => argumentOf(this.#tracer, access, args) ?? []);
    if (form.many !== true) return values.flatMap(functionsAmong).map((fn) => ({ fn, ...name }));
    return values.flatMap((value) =>
      value.kind !== 'object'
        ? []
        : [...value.properties].flatMap(([key, property]) => within(property.value()).map((fn) => ({ fn, name: key }))),
    );
  }

  #add(engine: Engine, form: WorkflowForm, fn: FunctionValue, name: string | undefined, args: readonly Value[]): void {
    const says = (said: Again | undefined): boolean =>
      said === undefined || isAgain(said, (access) => argumentOf(this.#tracer, access, args));
    const known = { engine, form, fn, name: name ?? fn.fn.name ?? 'workflow', again: says(form.again), stepsAgain: says(form.stepsAgain) };
    if (!this.found.has(fn.fn)) this.found.set(fn.fn, known);
  }

  #is({ packages, language }: Engine, value: ExternalValue, path: string): boolean {
    return packages.includes(value.library) && language === languageOf(this.#module) && this.#tracer.libraries.is(value, path);
  }
}

function languageOf({ language }: Module): Engine['language'] {
  return language === 'python' ? 'python' : 'typescript';
}

function wordsOf(value: Value | undefined): readonly string[] {
  return value?.kind === 'constant' && typeof value.value === 'string' ? [value.value] : [];
}

function functionsAmong(value: Value): readonly FunctionValue[] {
  return optionsOf(value).filter((option) => option.kind === 'function');
}

/** A function, or one that a helper of the package was given. */
function within(value: Value): readonly FunctionValue[] {
  return optionsOf(value).flatMap((option) => {
    if (option.kind === 'function') return [option];
    const given = option.kind === 'external' ? (option.args ?? []) : option.kind === 'derived' ? option.from : [];
    return given.flatMap(functionsAmong);
  });
}

/** Everybody may throw what the package has classes for. */
const failures = /(?:Error|Failure)$/;

/** Names that a module knows things of these packages by. */
function importedNames(module: Module, packages: readonly string[], tracer: Tracer): readonly string[] {
  const names = new Set<string>();
  eachInBody(
    module.body,
    (part) => {
      const source = part.kind === 'name' ? part.binding?.source : undefined;
      if (part.kind !== 'name' || source?.kind !== 'import' || source.typeOnly || failures.test(source.imported)) return;
      if (packages.includes(tracer.libraries.named(source.from))) names.add(part.name);
    },
    'all',
  );
  return [...names];
}

function saysName(expression: Expression, name: string): boolean {
  return expression.kind === 'member' ? expression.property === name : expression.kind === 'name' && isName(expression, name);
}

/** A name, or another one under which it was imported. */
function isName(expression: Expression & { kind: 'name' }, name: string): boolean {
  const source = expression.binding?.source;
  return expression.name === name || (source?.kind === 'import' && source.imported === name);
}

function lastName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('.'), path.lastIndexOf('#')) + 1);
}
