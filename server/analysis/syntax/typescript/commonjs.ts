import type { Binding, CallExpression, Export, Expression, FunctionNode, MemberExpression, Module, ObjectEntry } from '../ir.js';
import { addMutation, type Draft, newBinding } from './names.js';

/**
 * What a CommonJS module exports. Every `exports.x` is a variable of the module, and `module.exports = …` is an export
 * named `export=`. Helpers of compilers (TypeScript, Babel, SWC, esbuild) are read for what they do.
 *
 * Works on what is already lowered, and only where `exports` and `module` are names of the module loader.
 */
export class CommonJs {
  readonly #module: Module;
  readonly #exports: Export[];
  readonly #variables = new Map<string, Draft<Binding>>();
  /** Objects whose properties become exports when the module is read: esbuild's `__toCommonJS(x)`. */
  readonly #namespaces: Binding[] = [];
  #wholes: Extract<Export, { name: string }>[] = [];
  #esModule = false;
  /** Inside `0 && (module.exports = …)`, which is never executed. */
  dead = false;

  /** Something is, or may be, exported in this way. */
  get isUsed(): boolean {
    return this.#variables.size > 0 || this.#wholes.length > 0 || this.#namespaces.length > 0;
  }

  constructor(module: Module, exports: Export[]) {
    this.#module = module;
    this.#exports = exports;
  }

  /** The variable that `exports.x` is. */
  variable(node: MemberExpression): Binding | undefined {
    const { object, property, propertySpan } = node;
    if (typeof property !== 'string' || !isExports(object) || property === '__esModule') return undefined;
    let binding = this.#variables.get(property);
    if (binding === undefined) this.#variables.set(property, (binding = newBinding(property, 'variable', this.#module, propertySpan)));
    return binding;
  }

  /** An assignment; answers true when it gave an export its first value, and so is no write. */
  assigned(target: Expression, value: Expression): boolean {
    if (this.dead) return false;
    if (isModuleExports(target)) this.#whole(value, target);
    if (target.kind === 'member' && target.property === '__esModule' && isExports(target.object)) this.#esModule = true;
    if (target.kind !== 'name' || target.binding === undefined || this.#variables.get(target.name) !== target.binding) return false;
    // `exports.a = exports.b = void 0` only announces names.
    let last = value;
    while (last.kind === 'assign') last = last.value;
    if (last.kind === 'literal' && last.value === undefined) return true;
    return this.#give(target.name, target, target.binding, last);
  }

  called(name: string, call: CallExpression): void {
    if (!helpers.has(name) || this.dead) return;
    const [first, second, third, fourth] = call.args.map((argument) => argument.value);
    if (first === undefined) return;
    switch (name) {
      case 'defineProperty':
        if (second?.kind !== 'literal' || typeof second.value !== 'string' || third?.kind !== 'object') break;
        if (isExports(first)) this.#define(second.value, second, third);
        break;
      case 'assign':
        if (isExports(first)) for (const argument of call.args.slice(1)) this.#spread(argument.value);
        break;
      case '__exportStar':
      case '_export_star':
        this.#star(first);
        break;
      case '__reExport':
        if (second !== undefined) this.#star(second);
        break;
      case '__createBinding': {
        const name = third?.kind === 'literal' ? third : undefined;
        const as = fourth?.kind === 'literal' ? fourth : name;
        if (!isExports(first) || second === undefined || typeof name?.value !== 'string' || typeof as?.value !== 'string') break;
        this.#add(as.value, as, {
          kind: 'member',
          span: name.span,
          object: second,
          property: name.value,
          propertySpan: name.span,
          optional: false,
        });
        break;
      }
      case '__export':
      case '_export':
      case '__exportAll':
        if (second === undefined) this.#star(first);
        else if (second.kind === 'object') this.#getters(first, second.entries);
        break;
      case 'forEach':
        this.#copied(call, first);
        break;
    }
  }

  /** Completes the list of exports when everything is read. */
  finish(): void {
    for (const namespace of this.#namespaces) {
      for (const mutation of namespace.mutations) {
        if (mutation.kind === 'set' && typeof mutation.key === 'string') this.#add(mutation.key, mutation.value, mutation.value);
      }
    }
    for (const whole of this.#wholes) {
      if ('binding' in whole && whole.binding.source?.kind === 'value' && whole.binding.source.path.length === 0)
        this.#keys(whole.binding.source.value);
    }
    // Who imports the default of such a module gets all of it, unless it says that it was compiled from the newer kind.
    if (!this.#esModule && !this.#exports.some((item) => item.name === 'default')) {
      this.#exports.push(...this.#wholes.map((whole) => ({ ...whole, name: 'default' })));
    }
  }

  /** `module.exports = value`, `export = value`. */
  #whole(value: Expression, at: { readonly span: Expression['span'] }): void {
    let last = value;
    while (last.kind === 'assign') last = last.value;
    if (last.kind === 'call' && calledName(last) === '__toCommonJS') {
      const [namespace] = last.args;
      this.#esModule = true;
      if (namespace?.value.kind === 'name' && namespace.value.binding !== undefined) this.#namespaces.push(namespace.value.binding);
      return;
    }
    const whole = exportOf('export=', at, last);
    this.#wholes.push(whole);
    this.#exports.push(whole);
    this.#keys(last);
  }

  exportEquals(value: Expression, at: { readonly span: Expression['span'] }): void {
    this.#whole(value, at);
  }

  /** The keys of an object are names that importers may say. */
  #keys(value: Expression): void {
    if (value.kind !== 'object') {
      if (requested(value) !== undefined) this.#star(value);
      return;
    }
    for (const entry of value.entries) {
      if (entry.kind === 'spread') this.#spread(entry.value);
      else if (typeof entry.key === 'string' && entry.kind === 'entry') this.#add(entry.key, { span: entry.keySpan }, entry.value);
      else if (typeof entry.key === 'string' && entry.kind === 'accessor' && !entry.set)
        this.#add(entry.key, { span: entry.keySpan }, returned(entry.value) ?? entry.value);
    }
  }

  #spread(value: Expression): void {
    if (value.kind === 'object') this.#keys(value);
    else this.#star(value);
  }

  /** A variable of the module gets a value; the first one is its source. */
  #give(name: string, at: { readonly span: Expression['span'] }, binding: Binding, value: Expression): boolean {
    const draft = binding as Draft<Binding>;
    if (draft.source !== undefined) return false;
    draft.source = { kind: 'value', value, path: [] };
    draft.span = at.span;
    this.#exports.push({ name, span: at.span, binding });
    return true;
  }

  #add(name: string, at: { readonly span: Expression['span'] }, value: Expression): void {
    if (this.#exports.some((item) => item.name === name)) return;
    const binding = this.#variables.get(name);
    if (binding !== undefined && binding.source === undefined) this.#give(name, at, binding, value);
    else this.#exports.push(exportOf(name, at, value));
  }

  #define(name: string, at: Expression, descriptor: Expression & { readonly kind: 'object' }): void {
    if (name === '__esModule') {
      this.#esModule = true;
      return;
    }
    for (const entry of descriptor.entries) {
      if (entry.kind === 'spread') continue;
      if (entry.key === 'value') this.#add(name, at, entry.value);
      else if (entry.key === 'get') this.#add(name, at, returned(entry.value) ?? entry.value);
    }
  }

  /** `__export(target, { a: () => a })`: properties that are read through functions. */
  #getters(target: Expression, entries: readonly ObjectEntry[]): void {
    for (const entry of entries) {
      if (entry.kind === 'spread' || typeof entry.key !== 'string') continue;
      const value = returned(entry.value) ?? entry.value;
      if (isExports(target)) this.#add(entry.key, { span: entry.keySpan }, value);
      else if (target.kind === 'name' && target.binding !== undefined)
        addMutation(target.binding, { kind: 'set', key: entry.key, value, within: this.#module });
    }
  }

  /** Babel's `Object.keys(_x).forEach(key => … exports[key] = _x[key] …)`. */
  #copied(call: CallExpression, callback: Expression): void {
    const { callee } = call;
    if (callback.kind !== 'function' || callee.kind !== 'member' || callee.object.kind !== 'call') return;
    if (calledName(callee.object) !== 'keys' || !callback.mentions.has('exports')) return;
    const from = callee.object.args[0]?.value;
    if (from !== undefined) this.#star(from);
  }

  #star(value: Expression): void {
    const from =
      requested(value) ??
      (value.kind === 'name' && value.binding?.source?.kind === 'value' ? requested(value.binding.source.value) : undefined);
    if (from !== undefined) this.#exports.push({ name: '*', span: value.span, from, imported: '*' });
  }
}

const helpers: ReadonlySet<string> = new Set([
  'defineProperty',
  'assign',
  'forEach',
  '__exportStar',
  '_export_star',
  '__reExport',
  '__createBinding',
  '__export',
  '_export',
  '__exportAll',
]);

function exportOf(name: string, at: { readonly span: Expression['span'] }, value: Expression): Extract<Export, { name: string }> {
  if (value.kind === 'name' && value.binding !== undefined) return { name, span: at.span, binding: value.binding };
  return { name, span: at.span, value };
}

/** `exports` or `module.exports`, as the module loader gives them. */
function isExports(node: Expression): boolean {
  return (node.kind === 'name' && node.name === 'exports' && node.binding === undefined) || isModuleExports(node);
}

function isModuleExports(node: Expression): boolean {
  return (
    node.kind === 'member' &&
    node.property === 'exports' &&
    node.object.kind === 'name' &&
    node.object.name === 'module' &&
    node.object.binding === undefined
  );
}

/** The specifier of `require('x')`. */
function requested(node: Expression): string | undefined {
  if (node.kind !== 'call' || calledName(node) !== 'require') return undefined;
  const first = node.args[0]?.value;
  return first?.kind === 'literal' && typeof first.value === 'string' ? first.value : undefined;
}

function calledName(call: CallExpression): string | undefined {
  const { callee } = call;
  if (callee.kind === 'name') return callee.name;
  return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}

/** What a function consists of that only returns something. */
function returned(value: Expression | FunctionNode): Expression | undefined {
  if (value.kind !== 'function') return undefined;
  const [only] = value.body;
  return value.body.length === 1 && only?.kind === 'return' ? only.value : undefined;
}
