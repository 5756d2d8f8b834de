/** Imports and exports across files. */
import { isPythonName, plainName } from '../languages.js';
import type { Binding } from '../syntax/ir.js';
import type { Tracer } from './tracer.js';
import { unknown, type Value } from './value.js';

const nowhere: ReadonlySet<string> = new Set();

/** What an import means. */
export function link(tracer: Tracer, specifier: string, imported: string, from: string): Value {
  if (isPythonName(specifier)) return linkPython(tracer, specifier, imported, from);
  const file = tracer.program.resolve(specifier, from);
  const own = ownPackage(tracer, specifier, from, file);
  if (own !== undefined) return linkedPackage(tracer, own, imported);
  if (file !== undefined) return imported === '*' ? { kind: 'namespace', file } : tracer.exported(file, imported);
  if (specifier.startsWith('.') || specifier.startsWith('/') || specifier.startsWith('#'))
    return unknown(`module \`${specifier}\` was not found`);
  return linkedPackage(tracer, specifier, imported);
}

/** A name of a package of Python may be a module of it. */
function linkPython(tracer: Tracer, specifier: string, imported: string, from: string): Value {
  const file = tracer.program.resolve(specifier, from);
  const own = file === undefined ? undefined : ownPythonName(tracer, specifier, imported, from);
  if (own !== undefined) return own;
  if (imported === '*') return file === undefined ? packageOrFolder(tracer, specifier) : { kind: 'namespace', file };
  const found =
    file === undefined || (file === from && importsItself(tracer, specifier, imported, file))
      ? undefined
      : findExport(tracer, file, imported);
  if (found !== undefined) return found;
  const inner = tracer.program.resolve(specifier.endsWith('.') ? specifier + imported : `${specifier}.${imported}`, from);
  if (inner !== undefined) return { kind: 'namespace', file: inner };
  if (file !== undefined) return unknown(`\`${imported}\` is not in the module`);
  return plainName(specifier).startsWith('.')
    ? unknown(`module \`${plainName(specifier)}\` was not found`)
    : linkedPackage(tracer, specifier, imported);
}

/** `from . import tools` in the package itself names a module of it. */
function importsItself(tracer: Tracer, specifier: string, imported: string, file: string): boolean {
  const exports = tracer.program.moduleOf(file)?.exports ?? [];
  return exports.some((item) => {
    if (item.name !== imported || 'value' in item) return false;
    const source = 'from' in item ? item : item.binding.source?.kind === 'import' ? item.binding.source : undefined;
    return source?.from === specifier && source.imported === imported;
  });
}

/** In the project of a package, what is known of a name there tells more than its source. */
function ownPythonName(tracer: Tracer, specifier: string, imported: string, from: string): Value | undefined {
  const name = imported === '*' ? undefined : tracer.program.packageAt(specifier, from);
  if (name === undefined) return undefined;
  const { library, path } = tracer.libraries.imported(name, imported);
  return tracer.libraries.speaksOf({ library, path }) ? tracer.external(library, path) : undefined;
}

function packageOrFolder(tracer: Tracer, specifier: string): Value {
  return plainName(specifier).startsWith('.')
    ? unknown(`module \`${plainName(specifier)}\` was not found`)
    : linkedPackage(tracer, specifier, '*');
}

function linkedPackage(tracer: Tracer, name: string, imported: string): Value {
  const reference = tracer.libraries.imported(name, imported);
  return tracer.external(reference.library, reference.path);
}

/** The name of a described package whose root is imported, where that root is what was built: what is known of it tells more. */
export function ownPackage(tracer: Tracer, specifier: string, from: string, file: string | undefined): string | undefined {
  if (file !== undefined && /(?<!\.d)\.[cm]?tsx?$/.test(file)) return undefined;
  const name = tracer.program.packageAt(specifier, from);
  return name !== undefined && tracer.libraries.described(name) ? name : undefined;
}

/** An export of a file, through re-exports. */
export function exported(tracer: Tracer, file: string, name: string, seen: ReadonlySet<string> = nowhere): Value {
  return (
    findExport(tracer, file, name, seen) ?? (name === 'default' ? { kind: 'namespace', file } : unknown(`\`${name}\` is not exported`))
  );
}

export function findExport(tracer: Tracer, file: string, name: string, seen: ReadonlySet<string> = nowhere): Value | undefined {
  const env = tracer.moduleEnv(file);
  if (env === undefined || seen.has(file)) return undefined;
  const stars: string[] = [];
  for (const item of env.module.exports) {
    if (item.name === name) {
      if ('binding' in item) return tracer.nameValue(item.binding, env);
      if ('value' in item) {
        tracer.touch(env.module, item.value.span.start);
        return tracer.evaluate(item.value, env);
      }
      return reexport(tracer, item.from, item.imported, file, seen);
    }
    if (item.name === '*' && 'from' in item) stars.push(item.from);
  }
  if (name === 'default' || stars.length === 0) return undefined;
  const deeper = new Set(seen).add(file);
  for (const from of stars) {
    const target = tracer.program.resolve(from, file);
    const found = target === undefined ? undefined : findExport(tracer, target, name, deeper);
    if (found !== undefined) return found;
  }
  const bare = stars.find((from) => tracer.program.resolve(from, file) === undefined && !plainName(from).startsWith('.'));
  return bare === undefined ? undefined : tracer.link(bare, name, file);
}

function reexport(tracer: Tracer, from: string, imported: string, file: string, seen: ReadonlySet<string>): Value {
  const target = tracer.program.resolve(from, file);
  if (target === undefined || imported === '*') return tracer.link(from, imported, file);
  return exported(tracer, target, imported, new Set(seen).add(file));
}

/** The name that an import means in the module that declares it, without asking for its value. */
export function declaredName(tracer: Tracer, { from, imported }: Imported, file: string, depth = 0): Declared | undefined {
  const target = depth > maxHops ? undefined : tracer.program.resolve(from, file);
  if (target === undefined) return undefined;
  tracer.touchOutline(target);
  const stars: string[] = [];
  for (const item of tracer.program.moduleOf(target)?.exports ?? []) {
    if (item.name === '*' && 'from' in item) stars.push(item.from);
    if (item.name !== imported) continue;
    if ('from' in item) return declaredName(tracer, item, target, depth + 1);
    const binding = 'binding' in item ? item.binding : item.value.kind === 'name' ? item.value.binding : undefined;
    if (binding?.source?.kind === 'import') return declaredName(tracer, binding.source, target, depth + 1);
    return binding === undefined ? undefined : { binding, file: target };
  }
  for (const star of stars) {
    const found = declaredName(tracer, { from: star, imported }, target, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

const maxHops = 12;

interface Imported {
  readonly from: string;
  readonly imported: string;
}

interface Declared {
  readonly binding: Binding;
  readonly file: string;
}
