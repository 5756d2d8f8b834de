/** Asks the published types of a library what a path of an effect file names. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import type { Effects } from '../../../rules/kit/index.js';

const repository = join(import.meta.dirname, '../../..');

/** One program over all libraries: their types are read once. */
export class PublishedTypes {
  readonly #checker: ts.TypeChecker;
  readonly #file: ts.SourceFile;
  readonly #modules = new Map<string, ts.Symbol>();
  /** What a default import gives; the whole value of a module that ends in `export =`. */
  readonly #defaultExports = new Map<string, ts.Symbol>();

  /** `root` is the folder whose `node_modules` has the packages. */
  constructor(libraries: readonly string[], root = repository) {
    const entry = join(root, 'test/effects/published/checked.ts');
    const text = libraries.map((name, i) => `import d${i}, * as m${i} from '${name}';\n`).join('');
    const options: ts.CompilerOptions = {
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      target: ts.ScriptTarget.ES2023,
      strict: true,
      skipLibCheck: true,
      noEmit: true,
      esModuleInterop: true,
      types: ['node'],
      lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.esnext.intl.d.ts'],
    };
    const host = ts.createCompilerHost(options);
    const { getSourceFile } = host;
    host.getSourceFile = (name, version) =>
      name === entry ? ts.createSourceFile(name, text, version, true) : getSourceFile.call(host, name, version);
    host.fileExists = (name) => name === entry || existsSync(name);
    const program = ts.createProgram([entry], options, host);
    this.#checker = program.getTypeChecker();
    this.#file = program.getSourceFile(entry)!;
    for (const statement of this.#file.statements) {
      if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
      const symbol = this.#checker.getSymbolAtLocation(statement.moduleSpecifier);
      if (symbol !== undefined) this.#modules.set(statement.moduleSpecifier.text, symbol);
      const main = this.#checker.getSymbolAtLocation(statement.importClause!.name!);
      if (main !== undefined) this.#defaultExports.set(statement.moduleSpecifier.text, this.#aliased(main));
    }
  }

  hasModule(name: string): boolean {
    return this.#modules.has(name);
  }

  /** The package that declares a library, with its version; `undefined` when it has no types. */
  versionOf(library: string): string | undefined {
    const file = this.#modules.get(library)?.declarations?.[0]?.getSourceFile().fileName;
    for (let folder = file === undefined ? '/' : dirname(file); folder !== dirname(folder); folder = dirname(folder)) {
      const path = join(folder, 'package.json');
      if (!existsSync(path)) continue;
      const { name, version } = JSON.parse(readFileSync(path, 'utf8')) as { readonly name?: string; readonly version?: string };
      if (name !== undefined && version !== undefined) return `${name}@${version}`;
    }
    return undefined;
  }

  /** The types that a path may stand for: more than one when it has stars. Empty when it does not exist. */
  resolve(effects: Effects, path: string): readonly ts.Type[] {
    const hash = path.indexOf('#');
    if (hash < 0) return this.#walk(this.#exported(effects, path), path, effects);
    const rest = path.slice(hash + 1);
    const instances = this.instances(effects, path.slice(0, hash));
    return rest === '' ? instances : this.#members(instances, rest.split('.'));
  }

  /** Instances of a class, an interface, or of what only calls yield. */
  instances(effects: Effects, name: string): readonly ts.Type[] {
    const found: ts.Type[] = [];
    for (const symbol of this.#exportsNamed(effects, name)) {
      const value = this.#valueType(symbol);
      if (value !== undefined) found.push(...value.getConstructSignatures().map((signature) => signature.getReturnType()));
      if ((symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0) {
        found.push(this.#checker.getDeclaredTypeOfSymbol(symbol));
      }
    }
    if (found.length > 0) return found;
    const sources = (effects.instances?.[name] ?? []).filter((source) => !source.startsWith(`${name}#`));
    return sources.flatMap((source) => {
      if (source.endsWith('()')) return this.results(this.resolve(effects, source.slice(0, -2)));
      return source.includes('#') ? this.resolve(effects, source) : /[()*]/.test(source) ? [] : this.instances(effects, source);
    });
  }

  /** The texts that a union type allows. */
  literals(library: string, name: string): readonly string[] {
    const module = this.#modules.get(library);
    const symbol = module === undefined ? undefined : this.#checker.getExportsOfModule(module).find((item) => item.name === name);
    if (symbol === undefined) return [];
    const type = this.#checker.getDeclaredTypeOfSymbol(this.#aliased(symbol));
    return (type.isUnion() ? type.types : [type]).flatMap((option) => (option.isStringLiteral() ? option.value : []));
  }

  /** What calling a type gives, promises resolved; a builder that can be waited for is not resolved. */
  results(types: readonly ts.Type[]): readonly ts.Type[] {
    return types.flatMap((type) =>
      type.getCallSignatures().map((signature) => {
        const result = signature.getReturnType();
        const isPromise = ['Promise', 'PromiseLike'].includes(result.symbol?.name ?? '');
        const isBuilder = !isPromise && result.getProperty('then') !== undefined;
        return isBuilder ? result : (this.#checker.getAwaitedType(result) ?? result);
      }),
    );
  }

  isCallable(type: ts.Type): boolean {
    return type.getCallSignatures().length > 0 || type.getConstructSignatures().length > 0 || (type.flags & ts.TypeFlags.Any) !== 0;
  }

  /** Types of the parameters at an index, over all overloads and a rest parameter. */
  parameters(types: readonly ts.Type[], index: number): readonly ts.Type[] {
    return types
      .flatMap((type) => [...type.getCallSignatures(), ...type.getConstructSignatures()])
      .flatMap((signature) => {
        const last = signature.parameters.at(-1);
        const parameter = signature.parameters[index] ?? (last !== undefined && isRest(last) ? last : undefined);
        return parameter === undefined
          ? []
          : [this.#checker.getNonNullableType(this.#checker.getTypeOfSymbolAtLocation(parameter, this.#file))];
      });
  }

  /** Whether some of the types has a property at a path; `any` and records have every property. */
  hasProperty(types: readonly ts.Type[], path: readonly string[]): boolean {
    const [key, ...rest] = path;
    if (key === undefined) return true;
    return types.some((type) => {
      const options = type.isUnion() ? type.types : [type];
      return options.some((option) => {
        if ((option.flags & (ts.TypeFlags.Any | ts.TypeFlags.TypeParameter)) !== 0) return true;
        const plain = this.#checker.getNonNullableType(option);
        const property = this.#checker.getPropertyOfType(plain, key);
        if (property === undefined) return this.#checker.getIndexInfosOfType(plain).length > 0;
        return this.hasProperty([this.#checker.getNonNullableType(this.#checker.getTypeOfSymbolAtLocation(property, this.#file))], rest);
      });
    });
  }

  /**
   * Paths of what can be called: exported functions, classes that a row names, and of described classes and objects their members as
   * deep as they are described.
   */
  callables(effects: Effects): readonly string[] {
    const described = [...effects.calls, ...(effects.commands ?? [])].map(([callee]) => callee);
    const names = [
      ...described,
      ...effects.harmless,
      ...(effects.fresh ?? []),
      ...(effects.asks ?? []),
      ...Object.keys(effects.identity ?? {}),
    ];
    const found = new Set<string>();
    const classes = new Set(names.filter((path) => path.includes('#')).map((path) => path.slice(0, path.indexOf('#'))));
    for (const name of classes) {
      const depth = Math.max(1, ...names.filter((path) => path.startsWith(`${name}#`)).map((path) => path.split('.').length));
      for (const type of this.instances(effects, name)) {
        if (type.getCallSignatures().length > 0) found.add(`${name}#`);
        this.#collect(type, `${name}#`, depth, found);
      }
    }
    const modules = this.#modulesOf(effects);
    // Names of the language stand in no module: the ones that are described are counted.
    if (modules.length === 0) for (const path of names) if (!/[#*]/.test(path)) found.add(path);
    for (const type of this.#defaults(effects)) {
      if (type.getCallSignatures().length > 0 && effects.default !== undefined && !effects.default.includes('#'))
        found.add(effects.default);
      else if (modules[0]?.exports?.has('export=' as ts.__String) === true) this.#collect(type, '', 1, found);
    }
    for (const symbol of modules.flatMap((module) => this.#checker.getExportsOfModule(module))) {
      const type = this.#valueType(this.#aliased(symbol));
      if (type === undefined || classes.has(symbol.name) || ['default', 'export=', 'module.exports'].includes(symbol.name)) continue;
      if (type.getCallSignatures().length > 0) found.add(symbol.name);
      else if (described.some((path) => starMatch(path, symbol.name))) found.add(symbol.name);
      if (names.some((path) => path.startsWith(`${symbol.name}.`))) this.#collect(type, `${symbol.name}.`, 1, found);
    }
    return [...found];
  }

  #collect(type: ts.Type, prefix: string, depth: number, found: Set<string>): void {
    for (const property of this.#checker.getPropertiesOfType(type)) {
      if (/^(?:_|prototype$)/.test(property.name) || property.name.startsWith('__@')) continue;
      const member = this.#checker.getTypeOfSymbolAtLocation(property, this.#file);
      const path = prefix + property.name;
      if (member.getCallSignatures().length > 0) found.add(path);
      else if (depth > 1 && (member.flags & ts.TypeFlags.Object) !== 0) this.#collect(member, `${path}.`, depth - 1, found);
    }
  }

  #walk(symbols: readonly ts.Type[], path: string, effects: Effects): readonly ts.Type[] {
    const [head = '', ...rest] = path.split('.');
    const start = head.endsWith('()') ? this.results(symbols) : symbols;
    if (rest.length === 0 || start.length > 0) return this.#members(start, rest);
    return effects.library === 'global' ? [] : start;
  }

  #exported(effects: Effects, path: string): readonly ts.Type[] {
    const name = path.split('.')[0]!.replace('()', '');
    if (name === '') return this.#defaults(effects);
    if (name.includes('*')) {
      const symbols = this.#modulesOf(effects).flatMap((module) => this.#checker.getExportsOfModule(module));
      return symbols.filter((symbol) => starMatch(name, symbol.name)).flatMap((symbol) => this.#valueType(this.#aliased(symbol)) ?? []);
    }
    const types = this.#exportsNamed(effects, name).flatMap((symbol) => this.#valueType(symbol) ?? []);
    if (types.length > 0) return types.map((type) => this.#checker.getNonNullableType(type));
    return effects.default === name ? this.#defaults(effects) : this.#members(this.#defaults(effects), [name]);
  }

  #defaults(effects: Effects): readonly ts.Type[] {
    const symbol = this.#defaultExports.get(effects.library);
    const type = symbol === undefined ? undefined : this.#valueType(symbol);
    return type === undefined ? [] : [type];
  }

  /** What a library exports under a name: one symbol for each of its modules that has it. */
  #exportsNamed(effects: Effects, name: string): readonly ts.Symbol[] {
    if (effects.library === 'global') {
      const meaning = ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Namespace;
      const [first = '', ...rest] = name.split('.');
      const symbol = this.#checker.resolveName(first, this.#file, meaning, false);
      if (symbol === undefined || rest.length === 0) return symbol === undefined ? [] : [symbol];
      return this.#checker.getExportsOfModule(symbol).filter((item) => item.name === rest[0]);
    }
    let symbols = this.#modulesOf(effects);
    for (const step of name.split('.')) {
      const within = symbols.filter((symbol) => (symbol.flags & (ts.SymbolFlags.Module | ts.SymbolFlags.Enum)) !== 0);
      const named = within.flatMap((symbol) => this.#checker.getExportsOfModule(symbol).filter((item) => item.name === step));
      symbols = named.map((symbol) => this.#aliased(symbol));
    }
    if (symbols.length > 0) return symbols;
    const main = effects.default === name || effects.default === `${name}#` ? this.#defaultExports.get(effects.library) : undefined;
    return main === undefined ? [] : [main];
  }

  /** The library's own module first. */
  #modulesOf(effects: Effects): readonly ts.Symbol[] {
    return [effects.library, ...(effects.modules ?? [])].flatMap((name) => this.#modules.get(name) ?? []);
  }

  #members(types: readonly ts.Type[], steps: readonly string[], depth = 0): readonly ts.Type[] {
    const [step, ...rest] = steps;
    if (step === undefined) return types;
    if (step === '**') {
      const here = this.#members(types, rest, depth);
      return depth > 5 || here.some((type) => type.getCallSignatures().length > 0)
        ? here
        : this.#members(this.#members(types, ['*']), steps, depth + 1);
    }
    const name = step.replace('()', '');
    const members = types.flatMap((type) => {
      // What rests on a type parameter could be anything; a row that ends there is not callable.
      const apparent = this.#checker.getApparentType(type);
      const open = (type.flags & ts.TypeFlags.Conditional) !== 0 && this.#checker.getPropertiesOfType(apparent).length === 0;
      if (open || (type.flags & ts.TypeFlags.Any) !== 0) return [type];
      const named = this.#checker.getPropertiesOfType(apparent).filter((property) => starMatch(name, property.name));
      const kind = /^\d+$/.test(name) ? ts.IndexKind.Number : ts.IndexKind.String;
      const indexed = named.length === 0 ? this.#checker.getIndexTypeOfType(apparent, kind) : undefined;
      if (indexed !== undefined) return [indexed];
      return named.map((property) => this.#checker.getNonNullableType(this.#checker.getTypeOfSymbolAtLocation(property, this.#file)));
    });
    return this.#members(step.endsWith('()') ? this.results(members) : members, rest, depth);
  }

  #aliased(symbol: ts.Symbol): ts.Symbol {
    return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : this.#checker.getAliasedSymbol(symbol);
  }

  #valueType(symbol: ts.Symbol): ts.Type | undefined {
    return (symbol.flags & ts.SymbolFlags.Value) === 0 ? undefined : this.#checker.getTypeOfSymbolAtLocation(symbol, this.#file);
  }
}

/** `list*` names `listUsers`. */
export function starMatch(pattern: string, name: string): boolean {
  if (!pattern.includes('*')) return pattern === name;
  const [start = '', end = ''] = pattern.split('*', 2);
  return name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end);
}

function isRest(symbol: ts.Symbol): boolean {
  const declaration = symbol.valueDeclaration;
  return declaration !== undefined && ts.isParameter(declaration) && declaration.dotDotDotToken !== undefined;
}
