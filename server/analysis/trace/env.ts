import type { Span } from '../../../rules/kit/index.js';
import type { Binding, Expression, FunctionNode, LoopStatement, Module, ClassNode } from '../syntax/ir.js';
import type { Section } from '../syntax/sections.js';
import type { Assumption } from './assume.js';
import type { GroundSet } from './grounds.js';
import { Table } from './table.js';
import type { FunctionValue, Value } from './value.js';

/** A part of the text of a workspace, or what is told of it. */
export type Ground = Pick<Section, 'number'>;

/** An answer with what it rests on, so that an edit can forget it. */
export interface Remembered<T> {
  readonly value: T;
  readonly grounds: GroundSet;
  /** The last change after which the answer was found to hold. */
  checked: number;
  /** There were no steps left for all of it: it holds only for what these steps were for. */
  readonly cut?: number;
}

/**
 * One execution of a module, function, loop iteration or class body: what its names are bound to. Closures hold the
 * environment that they were made in.
 */
export class Env {
  readonly owner: Module | FunctionNode | LoopStatement | ClassNode;
  readonly module: Module;
  readonly parent: Env | undefined;
  readonly self: Value | undefined;
  /** Class that the running method belongs to, for `super`. */
  readonly home: Value | undefined;
  #bound: Table<Binding, Value> | undefined;
  #names: Table<Binding, Remembered<Value>> | undefined;
  #made: Table<Expression, Remembered<Value>> | undefined;
  #shared: Table<Binding, { readonly written: Value; readonly value: Value }> | undefined;
  #activations: Table<FunctionNode, Map<string, Activation>> | undefined;
  #iterations: Table<LoopStatement, Map<string, Env>> | undefined;
  /** Arguments of the call, or the item of the iteration. */
  readonly args: readonly Value[] | undefined;
  /** Of a way in which a function is called. */
  life: Life | undefined;
  /** What calls in here are taken to answer. */
  readonly assumed: Assumption | undefined;

  constructor(
    owner: Module | FunctionNode | LoopStatement | ClassNode,
    module: Module,
    parent: Env | undefined,
    self?: Value,
    home?: Value,
    args?: readonly Value[],
    assumed?: Assumption,
  ) {
    this.owner = owner;
    this.module = module;
    this.parent = parent;
    this.self = self ?? undefined;
    this.home = home ?? undefined;
    this.args = args;
    this.assumed = assumed ?? parent?.assumed;
  }

  /** Loop variables, and what stands for a parameter; nothing for most. */
  get bound(): Pick<Table<Binding, Value>, 'get' | typeof Symbol.iterator> {
    return this.#bound ?? none;
  }

  bind(binding: Binding, value: Value): void {
    (this.#bound ??= new Table()).set(binding, value);
  }

  get names(): Table<Binding, Remembered<Value>> {
    return (this.#names ??= new Table());
  }

  /** Functions, objects and classes made here: one identity for each expression. */
  get made(): Table<Expression, Remembered<Value>> {
    return (this.#made ??= new Table());
  }

  /** Containers that others may fill, by the name that they have here: what was written, and the same with room for more. */
  get shared(): Table<Binding, { readonly written: Value; readonly value: Value }> {
    return (this.#shared ??= new Table());
  }

  /** Executions of functions that were made here, by function and arguments. */
  get activations(): Table<FunctionNode, Map<string, Activation>> {
    return (this.#activations ??= new Table());
  }

  get iterations(): Table<LoopStatement, Map<string, Env>> {
    return (this.#iterations ??= new Table());
  }

  /** The environment that holds a name; `undefined` when the name belongs to code that is not running. */
  holding(binding: Binding): Env | undefined {
    for (let env: Env | undefined = this; env !== undefined; env = env.parent) {
      if (env.owner === binding.owner) return env;
    }
    return undefined;
  }

  /** Forgets what belongs to code that is no longer there: its places are negative. */
  forgetGone(): void {
    this.#made?.drop(isGone);
    this.#activations?.drop(isGone);
    this.#iterations?.drop(isGone);
    this.#names?.drop(isGone);
    this.#shared?.drop(isGone);
  }

  /** The nearest `this`: arrow functions and loops look outwards. */
  thisValue(): Value | undefined {
    for (let env: Env | undefined = this; env !== undefined; env = env.parent) {
      if (env.owner.kind === 'loop' || (env.owner.kind === 'function' && env.owner.arrow)) continue;
      return env.self;
    }
    return undefined;
  }

  homeClass(): Value | undefined {
    for (let env: Env | undefined = this; env !== undefined; env = env.parent) {
      if (env.home !== undefined) return env.home;
    }
    return undefined;
  }
}

const none = new Table<Binding, Value>();

function isGone({ span }: { readonly span: Span }): boolean {
  return span.start < 0;
}

/** One way in which a function is called. Summaries of different kinds are kept beside it by those who make them. */
export interface Activation {
  readonly env: Env;
  result?: Remembered<Value>;
  running: boolean;
  /** It stands for calls that were too many to tell apart: for all whose data has the same sources, or for any data at all. */
  readonly bounded?: 'by source' | 'any';
  readonly summaries: Table<object, Remembered<unknown>>;
  readonly life: Life;
}

/** What tells how long an execution is remembered. It leads to nothing that takes room: others are known by it when they are gone. */
export interface Life {
  /** The round in which it was last asked for, and which of the things that were worked out asked for it. */
  used: number;
  touched: number;
  /** The round in which all of it was last worked out. */
  worked: number;
  /** For which part of the text it was first needed, and whether others asked for it, too. */
  home: number;
  shared: boolean;
  /** The search for tools needed it, or found tools in it: these are known by its environment. */
  walked: boolean;
  registers: boolean;
  /** The execution in which it was first needed; none for the code that runs when a module is loaded, which lasts. */
  by: Life | undefined;
}

/** The executions of a function that were told so far, by their arguments. */
export function activationsOf({ fn, env }: FunctionValue): Map<string, Activation> {
  let table = env.activations.get(fn);
  if (table === undefined) env.activations.set(fn, (table = new Map()));
  return table;
}
