/**
 * Answers one question, on demand and remembered: where does this value come from? No statement is executed; a name is
 * looked up when it is asked for, a function is entered when its result matters, and each call has its own parameters.
 */
import type { Place, Span } from '../../../rules/kit/index.js';
import type { Binding, CallExpression, Expression, FunctionNode, LoopStatement, Module, ObjectExpression } from '../syntax/ir.js';
import { type Activation, Env, type Remembered } from './env.js';
import { resultsOf } from './flow.js';
import { evaluateCall, evaluateTag } from './invoke.js';
import type { Libraries } from './library.js';
import { memberOf, superMember, walkPath } from './members.js';
import { bindingMutations } from './mutations.js';
import { binaryValue, unaryValue } from './operators.js';
import { typedValue } from './types.js';
import {
  array, constant, derived, keyOf, nextId, optionsOf, truthiness, undefinedValue, union, unknown,
  type FunctionValue, type ObjectValue, type Property, type Value,
} from './value.js';

/** The modules of a workspace. */
export interface Program {
  moduleOf(file: string): Module | undefined;
  /** The workspace file that an import means; `undefined` for packages and what does not exist. */
  resolve(specifier: string, from: string): string | undefined;
}

const limits = { depth: 160, steps: 400_000, activations: 48, items: 400, nested: 2 } as const;
const noFiles: ReadonlySet<string> = new Set();

export class Tracer {
  readonly program: Program;
  readonly libraries: Libraries;
  /** A bound was reached since {@link begin}: answers are incomplete. */
  exhausted = false;
  readonly #modules = new Map<string, Env>();
  readonly #busy = new Set<object>();
  readonly #nested = new Map<FunctionNode, number>();
  /** New executions of each function since {@link begin}. */
  readonly #entered = new Map<FunctionNode, number>();
  #files: Set<string> | undefined;
  #depth = 0;
  #steps = 0;

  constructor(program: Program, libraries: Libraries) {
    this.program = program;
    this.libraries = libraries;
  }

  /** Starts counting for one tool or file. */
  begin(): void {
    this.exhausted = false;
    this.#entered.clear();
    this.#steps = 0;
  }

  /** Runs a computation and says which files its answer rests on. */
  remember<T>(compute: () => T): Remembered<T> {
    const outer = this.#files;
    this.#files = undefined;
    const value = compute();
    const files: ReadonlySet<string> = this.#files ?? noFiles;
    this.#files = outer;
    this.reuse({ value, files });
    return { value, files };
  }

  /** Takes a remembered answer, and with it what it rests on. */
  reuse<T>(answer: Remembered<T>): T {
    if (answer.files.size > 0) {
      this.#files ??= new Set();
      for (const file of answer.files) this.#files.add(file);
    }
    return answer.value;
  }

  touch(file: string): void {
    (this.#files ??= new Set()).add(file);
  }

  /** Forgets everything that rests on a file. */
  forget(file: string): void {
    this.#modules.delete(file);
    for (const env of this.#modules.values()) forgetIn(env, file);
  }

  forgetAll(): void {
    this.#modules.clear();
  }

  moduleEnv(file: string): Env | undefined {
    this.touch(file);
    const module = this.program.moduleOf(file);
    if (module === undefined) return undefined;
    let env = this.#modules.get(file);
    if (env === undefined || env.module !== module) {
      env = new Env(module, module, undefined);
      this.#modules.set(file, env);
    }
    return env;
  }

  /** The value of an expression, with names looked up in `env`. */
  evaluate(expression: Expression, env: Env): Value {
    if (++this.#steps > limits.steps || this.#depth > limits.depth) {
      this.exhausted = true;
      return unknown('too much to follow');
    }
    this.#depth++;
    try {
      return this.#evaluate(expression, env);
    } finally {
      this.#depth--;
    }
  }

  #evaluate(expression: Expression, env: Env): Value {
    switch (expression.kind) {
      case 'literal':
        if (expression.form !== undefined) return derived(expression.form, []);
        return constant(expression.value, this.place(expression.span, env));
      case 'template':
        return expression.tag === undefined ? this.#template(expression.texts, expression.holes, env) : evaluateTag(this, expression, env);
      case 'name':
        return expression.binding === undefined ? this.#global(expression.name) : this.nameValue(expression.binding, env);
      case 'member':
        return this.#member(expression.object, expression.property, env);
      case 'call':
        return this.#made(expression, env, () => evaluateCall(this, expression, env));
      case 'object':
        return this.#made(expression, env, () => this.#object(expression, env));
      case 'array':
        return this.#made(expression, env, () => this.#array(expression, env));
      case 'function':
        return this.functionValue(expression, env);
      case 'class':
        return this.#made(expression, env, () => ({ kind: 'class', id: nextId(), cls: expression, env }));
      case 'binary':
        return binaryValue(this, expression, env);
      case 'conditional': {
        const test = truthiness(this.evaluate(expression.test, env));
        if (test !== undefined) return this.evaluate(test ? expression.whenTrue : expression.whenFalse, env);
        return union([this.evaluate(expression.whenTrue, env), this.evaluate(expression.whenFalse, env)]);
      }
      case 'unary':
        return unaryValue(this, expression, env);
      case 'assign':
        return this.evaluate(expression.value, env);
      case 'this':
        return env.thisValue() ?? unknown('`this` outside of a class');
      case 'super':
        return unknown('super');
      case 'sequence':
        return this.evaluate(expression.items[expression.items.length - 1]!, env);
      case 'opaque':
        return derived('expression', expression.children.map((child) => this.evaluate(child, env)));
    }
  }

  place(span: Span, env: Env): Place {
    return { file: env.module.file, span };
  }

  /** One identity for each expression in each environment. */
  #made(expression: object, env: Env, make: () => Value): Value {
    const known = env.made.get(expression);
    if (known !== undefined) return this.reuse(known);
    if (this.#busy.has(expression) && this.#depth > limits.depth / 2) return unknown('defined by itself');
    this.#busy.add(expression);
    const answer = this.remember(make);
    this.#busy.delete(expression);
    env.made.set(expression, answer);
    return answer.value;
  }

  functionValue(fn: FunctionNode, env: Env): FunctionValue {
    const known = env.made.get(fn);
    if (known !== undefined) return known.value as FunctionValue;
    const self = fn.arrow ? undefined : env.self;
    const value: FunctionValue = { kind: 'function', id: nextId(), fn, env, ...(self === undefined ? {} : { self }) };
    env.made.set(fn, { value, files: noFiles });
    return value;
  }

  // ------------------------------------------------------------------------------------------------ names

  #global(name: string): Value {
    if (name === 'undefined') return undefinedValue;
    if (name === 'NaN') return constant(Number.NaN);
    if (name === 'globalThis' || name === 'window' || name === 'global' || name === 'self') return this.external('global', '');
    return this.external('global', name);
  }

  external(library: string, path: string): Value {
    return { kind: 'external', id: 0, library, path };
  }

  nameValue(binding: Binding, env: Env): Value {
    let holder = env.holding(binding);
    if (holder === undefined) {
      if (binding.owner.kind !== 'loop') return unknown(`\`${binding.name}\` belongs to code that was not entered`);
      holder = this.#looseLoop(binding.owner, env);
      if (holder === undefined) return unknown(`\`${binding.name}\` belongs to a loop that was not entered`);
    }
    const known = holder.names.get(binding);
    if (known !== undefined) return this.reuse(known);
    const there = holder;
    // While later assignments are looked at, the name has its first value: `text = text.trim()` rests on it.
    const first = this.remember(() => this.#firstValue(binding, there));
    if (binding.writes.length === 0 && binding.mutations.length === 0) {
      holder.names.set(binding, first);
      return first.value;
    }
    holder.names.set(binding, first);
    const full = this.remember(() => bindingMutations(this, binding, this.#written(binding, first.value, there), there));
    const answer = { value: full.value, files: new Set([...first.files, ...full.files]) };
    holder.names.set(binding, answer);
    return answer.value;
  }

  #firstValue(binding: Binding, holder: Env): Value {
    const source = binding.source;
    const bound = holder.bound.get(binding);
    if (bound !== undefined) return bound;
    if (this.#busy.has(binding) || source === undefined) {
      return binding.type === undefined ? unknownStart(binding) : typedValue(this, binding.type, holder);
    }
    this.#busy.add(binding);
    try {
      return this.#sourceValue(binding, holder);
    } finally {
      this.#busy.delete(binding);
    }
  }

  #sourceValue(binding: Binding, holder: Env): Value {
    const source = binding.source!;
    switch (source.kind) {
      case 'value': {
        const value = walkPath(this, this.evaluate(source.value, holder), source.path);
        const found = this.#withFallback(value, source.fallback, holder);
        return found.kind === 'unknown' && found.type === undefined && binding.type !== undefined ? typedValue(this, binding.type, holder) : found;
      }
      case 'parameter':
        return this.#parameter(binding, holder);
      case 'loop':
        return derived('item', []);
      case 'import':
        return this.link(source.from, source.imported, holder.module.file);
      case 'function':
        return this.functionValue(source.fn, holder);
      case 'class':
        return this.evaluate(source.cls, holder);
      case 'type':
        return unknown('a type');
    }
  }

  #parameter(binding: Binding, holder: Env): Value {
    const source = binding.source;
    if (source?.kind !== 'parameter') return unknown('not a parameter');
    const parameter = source.fn.parameters[source.index];
    const typed = (): Value => (parameter?.type === undefined ? unknown(`parameter \`${binding.name}\``) : typedValue(this, parameter.type, holder));
    let value: Value;
    if (holder.args === undefined) {
      value = source.rest ? array([], typed()) : typed();
    } else if (source.rest) {
      value = array(holder.args.slice(source.index));
    } else {
      value = holder.args[source.index] ?? undefinedValue;
    }
    if (parameter?.fallback !== undefined && source.path.length > 0) value = this.#withFallback(value, parameter.fallback, holder);
    const found = this.#withFallback(walkPath(this, value, source.path), source.fallback, holder);
    if (found.kind === 'unknown' && found.type === undefined && parameter?.type !== undefined) return walkPath(this, typed(), source.path);
    return found;
  }

  #withFallback(value: Value, fallback: Expression | undefined, env: Env): Value {
    if (fallback === undefined) return value;
    if (value.kind === 'constant') return value.value === undefined ? this.evaluate(fallback, env) : value;
    if (value.kind === 'unknown' || value.kind === 'union' || value.kind === 'input' || value.kind === 'environment') {
      const known = optionsOf(value).filter((option) => option.kind !== 'constant' || option.value !== undefined);
      return union([...known, this.evaluate(fallback, env)]);
    }
    return value;
  }

  #written(binding: Binding, first: Value, holder: Env): Value {
    if (binding.writes.length === 0) return first;
    const values = binding.source === undefined && binding.type === undefined ? [] : [first];
    for (const write of binding.writes) {
      const env = this.within(write.within, holder);
      if (env === undefined) continue;
      const value = walkPath(this, this.evaluate(write.value, env), write.path);
      values.push(write.operator === '=' || write.operator.startsWith('??') || write.operator.startsWith('||') || write.operator.startsWith('&&')
        ? value
        : derived(write.operator.replace(/=$/, ''), [first, value]));
    }
    return union(values);
  }

  /** An environment for code inside `holder` that is entered from nowhere in particular. */
  within(target: FunctionNode | Module, holder: Env): Env | undefined {
    if (target === holder.owner || target.kind === 'module') return holder;
    const path: (FunctionNode | LoopStatement)[] = [];
    for (let node: Env['owner'] = target; node !== holder.owner; ) {
      if (node.kind === 'module') return undefined;
      if (node.kind !== 'class') path.unshift(node);
      node = node.outer;
    }
    let env: Env = holder;
    for (const node of path) env = node.kind === 'loop' ? (this.iterations(node, env)[0] ?? env) : this.activation(this.functionValue(node, env), undefined).env;
    return env;
  }

  #looseLoop(loop: LoopStatement, env: Env): Env | undefined {
    for (let at: Env | undefined = env; at !== undefined; at = at.parent) {
      if (at.owner === loop.outer) {
        const item = union(this.#items(loop, at));
        return this.#iteration(loop, at, item);
      }
    }
    return undefined;
  }

  // ------------------------------------------------------------------------------------------------ modules

  /** What an import means. */
  link(specifier: string, imported: string, from: string): Value {
    const file = this.program.resolve(specifier, from);
    if (file !== undefined) return imported === '*' ? { kind: 'namespace', file } : this.exported(file, imported);
    if (specifier.startsWith('.') || specifier.startsWith('/') || specifier.startsWith('#')) return unknown(`module \`${specifier}\` was not found`);
    const reference = this.libraries.imported(specifier, imported);
    return this.external(reference.library, reference.path);
  }

  /** An export of a file, through re-exports. */
  exported(file: string, name: string, seen: ReadonlySet<string> = noFiles): Value {
    return this.findExport(file, name, seen) ?? (name === 'default' ? { kind: 'namespace', file } : unknown(`\`${name}\` is not exported`));
  }

  findExport(file: string, name: string, seen: ReadonlySet<string> = noFiles): Value | undefined {
    const env = this.moduleEnv(file);
    if (env === undefined || seen.has(file)) return undefined;
    const stars: string[] = [];
    for (const item of env.module.exports) {
      if (item.name === name) {
        if ('binding' in item) return this.nameValue(item.binding, env);
        if ('value' in item) return this.evaluate(item.value, env);
        return this.#reexport(item.from, item.imported, file, seen);
      }
      if (item.name === '*' && 'from' in item) stars.push(item.from);
    }
    if (name === 'default' || stars.length === 0) return undefined;
    const deeper = new Set(seen).add(file);
    for (const from of stars) {
      const target = this.program.resolve(from, file);
      const found = target === undefined ? undefined : this.findExport(target, name, deeper);
      if (found !== undefined) return found;
    }
    const bare = stars.find((from) => this.program.resolve(from, file) === undefined && !from.startsWith('.'));
    return bare === undefined ? undefined : this.link(bare, name, file);
  }

  #reexport(from: string, imported: string, file: string, seen: ReadonlySet<string>): Value {
    const target = this.program.resolve(from, file);
    if (target === undefined || imported === '*') return this.link(from, imported, file);
    return this.exported(target, imported, new Set(seen).add(file));
  }

  // ------------------------------------------------------------------------------------------------ literals

  #template(texts: readonly string[], holes: readonly Expression[], env: Env): Value {
    const parts: (string | Value)[] = [];
    for (const [i, text] of texts.entries()) {
      parts.push(text);
      if (i < holes.length) parts.push(this.evaluate(holes[i]!, env));
    }
    return joinText(parts);
  }

  #member(object: Expression, property: string | Expression, env: Env): Value {
    if (object.kind === 'super') return superMember(this, env.homeClass(), env.thisValue(), typeof property === 'string' ? property : '');
    const of = this.evaluate(object, env);
    const key = typeof property === 'string' ? constant(property) : this.evaluate(property, env);
    return union(optionsOf(key).map((option) => memberOf(this, of, option.kind === 'constant' ? String(option.value) : option)));
  }

  #object(expression: ObjectExpression, env: Env): ObjectValue {
    const properties = new Map<string, Property>();
    const others: Value[] = [];
    let open = false;
    for (const entry of expression.entries) {
      if (entry.kind === 'spread') {
        open = this.#spread(this.evaluate(entry.value, env), properties, others) || open;
        continue;
      }
      if (entry.kind === 'accessor' && entry.set) continue;
      const value = this.#lazy(() => (entry.kind === 'accessor' ? this.callFunction(this.functionValue(entry.value, env), []) : this.evaluate(entry.value, env)));
      const at = this.place(entry.value.span, env);
      const key = typeof entry.key === 'string' ? constant(entry.key) : this.evaluate(entry.key, env);
      if (key.kind === 'constant') properties.set(String(key.value), { value, at });
      else {
        others.push(value());
        open = true;
      }
    }
    return { kind: 'object', id: nextId(), properties, open, others, node: expression, file: env.module.file };
  }

  /** Methods of object literals see the object as `this` only through their closure; that is enough for what we ask. */
  #lazy(compute: () => Value): () => Value {
    let answer: Remembered<Value> | undefined;
    return () => this.reuse((answer ??= this.remember(compute)));
  }

  #spread(value: Value, properties: Map<string, Property>, others: Value[]): boolean {
    if (value.kind === 'object') {
      for (const [key, property] of value.properties) properties.set(key, property);
      others.push(...value.others);
      return value.open;
    }
    if (value.kind === 'constant') return false;
    if (value.kind === 'union') {
      // `...(test ? { a } : {})`: each alternative may add its properties.
      let open = false;
      for (const option of value.options) open = this.#spread(option, properties, others) || open;
      return open;
    }
    others.push(value);
    return true;
  }

  #array(expression: Expression & { kind: 'array' }, env: Env): Value {
    const items: Value[] = [];
    const rest: Value[] = [];
    for (const item of expression.items) {
      const value = this.evaluate(item.value, env);
      if (!item.spread) items.push(value);
      else if (value.kind === 'array') {
        items.push(...value.items);
        if (value.rest !== undefined) rest.push(value.rest);
      } else if (value.kind !== 'constant') {
        for (const option of optionsOf(value)) {
          if (option.kind === 'array') items.push(...option.items);
          else rest.push(derived('item', [option]));
        }
      }
    }
    return { kind: 'array', id: nextId(), items, ...(rest.length > 0 ? { rest: union(rest) } : {}), node: expression, file: env.module.file };
  }

  // ------------------------------------------------------------------------------------------------ execution

  /** The execution of a function with these arguments; `undefined` arguments are known by their types only. */
  activation(callee: FunctionValue, args: readonly Value[] | undefined): Activation {
    const full = args === undefined ? undefined : callee.bound === undefined ? args : [...callee.bound, ...args];
    let table = callee.env.activations.get(callee.fn);
    if (table === undefined) callee.env.activations.set(callee.fn, (table = new Map()));
    let key = full === undefined ? 'typed' : full.map(keyOf).join('\n');
    if (callee.self !== undefined) key = `${keyOf(callee.self)}\n${key}`;
    let known = table.get(key);
    if (known !== undefined) return known;
    let own = full;
    const made = (this.#entered.get(callee.fn) ?? 0) + 1;
    this.#entered.set(callee.fn, made);
    if (made > limits.activations && full !== undefined && !full.some((arg) => arg.kind === 'function')) {
      this.exhausted = true;
      own = undefined;
      key = `${callee.self === undefined ? '' : keyOf(callee.self)}\nbound`;
      known = table.get(key);
      if (known !== undefined) return known;
    }
    const env = new Env(callee.fn, callee.env.module, callee.env, callee.self ?? callee.env.self, callee.env.home, own);
    known = { env, running: false, summaries: new Map() };
    table.set(key, known);
    return known;
  }

  /** The result of a call. Promises and what they resolve to are not told apart. */
  callFunction(callee: FunctionValue, args: readonly Value[]): Value {
    const activation = this.activation(callee, args);
    if (activation.result !== undefined) return this.reuse(activation.result);
    const nested = this.#nested.get(callee.fn) ?? 0;
    if (activation.running || nested > limits.nested) return unknown('calls itself');
    activation.running = true;
    this.#nested.set(callee.fn, nested + 1);
    const answer = this.remember(() => {
      this.touch(callee.env.module.file);
      const value = resultsOf(this, callee.fn, activation.env);
      return value.kind === 'unknown' && value.type === undefined && callee.fn.returnType !== undefined
        ? typedValue(this, callee.fn.returnType, activation.env)
        : value;
    });
    activation.running = false;
    this.#nested.set(callee.fn, nested);
    activation.result = answer;
    return answer.value;
  }

  /** One environment for each item that a loop runs over. */
  iterations(loop: LoopStatement, env: Env): readonly Env[] {
    if (loop.form !== 'of' && loop.form !== 'in') return [this.#iteration(loop, env, undefined)];
    return this.#items(loop, env).map((item) => this.#iteration(loop, env, item));
  }

  #items(loop: LoopStatement, env: Env): readonly Value[] {
    const iterable = loop.iterable === undefined ? unknown('loop') : this.evaluate(loop.iterable, env);
    return optionsOf(iterable).flatMap((option) => itemsOf(option, loop.form === 'in'));
  }

  #iteration(loop: LoopStatement, env: Env, item: Value | undefined): Env {
    let table = env.iterations.get(loop);
    if (table === undefined) env.iterations.set(loop, (table = new Map()));
    const key = item === undefined ? '' : keyOf(item);
    let inner = table.get(key);
    if (inner === undefined) {
      inner = new Env(loop, env.module, env);
      if (item !== undefined) {
        for (const binding of loop.bindings) {
          const path = binding.source?.kind === 'loop' ? binding.source.path : [];
          inner.bound.set(binding, walkPath(this, item, path));
        }
      }
      table.set(key, inner);
    }
    return inner;
  }

  /** Arguments of a call, spreads expanded as far as they are known. */
  arguments(call: CallExpression, env: Env): readonly Value[] {
    const values: Value[] = [];
    for (const argument of call.args) {
      const value = this.evaluate(argument.value, env);
      if (!argument.spread) values.push(value);
      else if (value.kind === 'array') values.push(...value.items);
      else values.push(derived('item', [value]));
    }
    return values;
  }
}

/** What a loop over a value gives, one by one. */
function itemsOf(value: Value, keys: boolean): readonly Value[] {
  switch (value.kind) {
    case 'array': {
      const items = keys ? value.items.map((_, i) => constant(String(i))) : value.items.slice(0, limits.items);
      return value.rest === undefined ? items : [...items, value.rest];
    }
    case 'object': {
      if (keys) return [...value.properties.keys()].map((key) => constant(key));
      if (value.collection === 'set') return [...value.properties.values()].map((property) => property.value());
      return [...value.properties].map(([key, property]) => array([constant(key), property.value()]));
    }
    case 'input':
      return [{ kind: 'input', path: `${value.path}.*`, role: value.role }];
    case 'constant':
      return typeof value.value === 'string' ? [derived('item', [value])] : [];
    case 'unknown':
      return [value.type?.node.kind === 'array' ? unknown('item', { node: value.type.node.item, env: value.type.env }) : unknown('item')];
    default:
      return [derived('item', [value])];
  }
}

function unknownStart(binding: Binding): Value {
  return binding.kind === 'catch' ? derived('error', []) : binding.source === undefined && binding.kind !== 'parameter' ? undefinedValue : unknown(`\`${binding.name}\``);
}

/** Joins text parts; a constant when all of them are. */
export function joinText(parts: readonly (string | Value)[]): Value {
  const flat: (string | Value)[] = [];
  for (const part of parts) {
    const pieces = typeof part === 'string' ? [part] : part.kind === 'constant' ? [String(part.value)] : part.kind === 'text' ? part.parts : [part];
    for (const piece of pieces) {
      if (typeof piece === 'string' && typeof flat[flat.length - 1] === 'string') flat[flat.length - 1] += piece;
      else if (piece !== '') flat.push(piece);
    }
  }
  if (flat.every((piece) => typeof piece === 'string')) return constant(flat.join(''));
  return { kind: 'text', id: nextId(), parts: flat };
}

function forgetIn(env: Env, file: string): void {
  for (const [binding, answer] of env.names) if (answer.files.has(file)) env.names.delete(binding);
  for (const [node, answer] of env.made) if (answer.files.has(file)) env.made.delete(node);
  for (const table of env.activations.values()) {
    for (const [key, activation] of table) {
      if (activation.result?.files.has(file) === true) delete activation.result;
      for (const [kind, summary] of activation.summaries) if (summary.files.has(file)) activation.summaries.delete(kind);
      if (activation.env.module.file === file) table.delete(key);
      else forgetIn(activation.env, file);
    }
  }
  for (const table of env.iterations.values()) {
    for (const inner of table.values()) forgetIn(inner, file);
  }
}
