/** Asks the published types of a library what a path of an effect file names. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import type { Effects } from '../../../rules/kit/index.js';

const root = join(import.meta.dirname, '../../..');
const entry = join(root, 'test/effects/published/checked.ts');

/** One program over all libraries: their types are read once. */
export class PublishedTypes {
  readonly #checker: ts.TypeChecker;
  readonly #file: ts.SourceFile;
  readonly #modules = new Map<string, ts.Symbol>();
  /** What a default import gives; the whole value of a module that ends in `export =`. */
  readonly #defaultExports = new Map<string, ts.Symbol>();

  constructor(libraries: readonly string[]) {
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
    const symbol = this.#exportOf(effects, name);
    const found: ts.Type[] = [];
    if (symbol !== undefined) {
      const value = this.#valueType(symbol);
      if (value !== undefined) found.push(...value.getConstructSignatures().map((signature) => signature.getReturnType()));
      if ((symbol.flags & (ts.SymbolFlags.Class | ts.SymbolFlags.Interface | ts.SymbolFlags.TypeAlias)) !== 0) {
        found.push(this.#checker.getDeclaredTypeOfSymbol(symbol));
      }
    }
    if (found.length > 0) return found;
    const sources = (effects.instances?.[name] ?? []).filter((source) => source.endsWith('()') && !source.startsWith(`${name}#`));
    return sources.flatMap((source) => this.results(this.resolve(effects, source.slice(0, -2))));
  }

  /** The texts that a union type allows. */
  literals(library: string, name: string): readonly string[] {
    const module = this.#modules.get(library);
    const symbol = module === undefined ? undefined : this.#checker.getExportsOfModule(module).find((item) => item.name === name);
    if (symbol === undefined) return [];
    const type = this.#checker.getDeclaredTypeOfSymbol(this.#aliased(symbol));
    return (type.isUnion() ? type.types : [type]).flatMap((option) => (option.isStringLiteral() ? option.value : []));
  }

  /** What calling a type gives, promises resolved. */
  results(types: readonly ts.Type[]): readonly ts.Type[] {
    return types.flatMap((type) =>
      type.getCallSignatures().map((signature) => this.#checker.getAwaitedType(signature.getReturnType()) ?? signature.getReturnType()),
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
    const module = this.#modules.get(effects.library);
    // Names of the language stand in no module: the ones that are described are counted.
    if (module === undefined) for (const path of names) if (!/[#*]/.test(path)) found.add(path);
    for (const type of this.#defaults(effects)) {
      if (type.getCallSignatures().length > 0 && effects.default !== undefined && !effects.default.includes('#'))
        found.add(effects.default);
      else if (module?.exports?.has('export=' as ts.__String) === true) this.#collect(type, '', 1, found);
    }
    for (const symbol of module === undefined ? [] : this.#checker.getExportsOfModule(module)) {
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
      const module = this.#modules.get(effects.library);
      const symbols = module === undefined ? [] : this.#checker.getExportsOfModule(module).filter((symbol) => starMatch(name, symbol.name));
      return symbols.flatMap((symbol) => this.#valueType(this.#aliased(symbol)) ?? []);
    }
    const symbol = this.#exportOf(effects, name);
    const type = symbol === undefined ? undefined : this.#valueType(symbol);
    if (type !== undefined) return [this.#checker.getNonNullableType(type)];
    return effects.default === name ? this.#defaults(effects) : this.#members(this.#defaults(effects), [name]);
  }

  #defaults(effects: Effects): readonly ts.Type[] {
    const symbol = this.#defaultExports.get(effects.library);
    const type = symbol === undefined ? undefined : this.#valueType(symbol);
    return type === undefined ? [] : [type];
  }

  #exportOf(effects: Effects, name: string): ts.Symbol | undefined {
    if (effects.library === 'global') {
      const meaning = ts.SymbolFlags.Value | ts.SymbolFlags.Type | ts.SymbolFlags.Namespace;
      const [first = '', ...rest] = name.split('.');
      const symbol = this.#checker.resolveName(first, this.#file, meaning, false);
      return rest.length === 0 || symbol === undefined
        ? symbol
        : this.#checker.getExportsOfModule(symbol).find((item) => item.name === rest[0]);
    }
    const module = this.#modules.get(effects.library);
    if (module === undefined) return undefined;
    const symbol = this.#checker.getExportsOfModule(module).find((item) => item.name === name);
    if (symbol !== undefined) return this.#aliased(symbol);
    return effects.default === name || effects.default === `${name}#` ? this.#defaultExports.get(effects.library) : undefined;
  }

  #members(types: readonly ts.Type[], steps: readonly string[]): readonly ts.Type[] {
    const [step, ...rest] = steps;
    if (step === undefined) return types;
    const name = step.replace('()', '');
    const members = types.flatMap((type) => {
      if ((type.flags & ts.TypeFlags.Any) !== 0) return [type];
      const apparent = this.#checker.getApparentType(type);
      return this.#checker
        .getPropertiesOfType(apparent)
        .filter((property) => starMatch(name, property.name))
        .map((property) => this.#checker.getNonNullableType(this.#checker.getTypeOfSymbolAtLocation(property, this.#file)));
    });
    return this.#members(step.endsWith('()') ? this.results(members) : members, rest);
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
