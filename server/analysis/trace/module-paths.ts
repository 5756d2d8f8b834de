/**
 * Modules that are loaded by path: `import(join(toolsDir, file))` for each file of a folder. Paths are never values that could be
 * shown; they are worked out from the calls that put them together, when something is loaded.
 */
import { walkedPath } from '../path-steps.js';
import type { Env } from './env.js';
import { findExport } from './links.js';
import { moduleAttribute } from './python/loading.js';
import type { Tracer } from './tracer.js';
import { array, constant, derived, nextId, optionsOf, record, undefinedValue, union, type ExternalValue, type Value } from './value.js';

/** What stands for one unknown part of a path. */
const some = '*';

const ofModule = /^(?:import\.meta\.(?:url|dirname|filename)|__dirname|__filename)$/;
const loadable = /\.[cm]?[jt]sx?$/;
const isNoTool = /(?:\.d|\.test|\.spec|\.stories)\.[cm]?[jt]sx?$/;

/** `import.meta.url`, `__dirname` and the like. */
export function modulePath(name: string, env: Env): Value | undefined {
  return ofModule.test(name) ? derived(name, [{ kind: 'namespace', file: env.module.file }]) : undefined;
}

/** A name that the module does not declare. */
export function globalValue(tracer: Tracer, name: string, env: Env): Value {
  if (env.module.language === 'python') return pythonName(tracer, name, env);
  if (name === 'undefined') return undefinedValue;
  if (name === 'NaN') return constant(Number.NaN);
  if (name === 'globalThis' || name === 'window' || name === 'global' || name === 'self') return tracer.external('global', '');
  const path = modulePath(name, env);
  if (path !== undefined) return path;
  const { library, path: named } = tracer.libraries.member({ library: 'global', path: '' }, name);
  return tracer.external(library, named);
}

/** What `from module import *` brings, and else a name of the language. */
function pythonName(tracer: Tracer, name: string, env: Env): Value {
  const attribute = moduleAttribute(name, env.module.file);
  if (attribute !== undefined) return attribute;
  tracer.touchOutline(env.module.file);
  for (const item of env.module.exports) {
    if (item.name !== '*' || !('from' in item)) continue;
    const file = tracer.program.resolve(item.from, env.module.file);
    const found = file === undefined ? undefined : findExport(tracer, file, name);
    if (found !== undefined) return found;
  }
  return tracer.external('py:builtins', name);
}

/** The files of a folder, as `readdir` lists them: the ending that a file has at run time is open. */
export function listing(tracer: Tracer, callee: ExternalValue, args: readonly Value[], env: Env): Value | undefined {
  if (!/^node:fs(?:\/promises)?$/.test(callee.library) || !/(?:^|\.)readdir(?:Sync)?$/.test(callee.path)) return undefined;
  const folder = args[0] === undefined ? undefined : pathOf(args[0], env);
  if (folder === undefined || folder.includes(some)) return undefined;
  const names = tracer.program.filesIn(folder).map((file) => file.slice(folder.length + 1));
  const stems = [...new Set(names.filter((name) => loadable.test(name) && !isNoTool.test(name)).map((name) => name.replace(loadable, '')))];
  if (stems.length === 0) return undefined;
  const withTypes = args[1]?.kind === 'object' && args[1].properties.has('withFileTypes');
  return array(
    stems.map((stem): Value => {
      const name: Value = { kind: 'text', id: nextId(), parts: [`${stem}.`, derived('ending of a file', [])] };
      return withTypes ? record({ name, parentPath: args[0]!, path: args[0]! }, true) : name;
    }),
  );
}

/** The modules that a path which is put together may mean. */
export function modulesAt(tracer: Tracer, specifier: Value, env: Env): Value | undefined {
  const found = optionsOf(specifier).flatMap((option): readonly Value[] => {
    const path = pathOf(option, env);
    const [before = '', behind] = path?.split(some) ?? [];
    if (path === undefined || behind === undefined || path.split(some).length > 2) return [];
    const folder = before.slice(0, before.lastIndexOf('/'));
    if (behind.includes('/') || folder === '') return [];
    const ending = behind.replace(loadable, '');
    return tracer.program
      .filesIn(folder)
      .filter((file) => loadable.test(file) && !isNoTool.test(file) && file.startsWith(before))
      .filter((file) => file.slice(before.length).replace(loadable, '').endsWith(ending))
      .map((file): Value => ({ kind: 'namespace', file }));
  });
  return found.length === 0 ? undefined : union(found);
}

/** An absolute path, with a star for what is not known; `undefined` when nobody can tell where it begins. */
function pathOf(value: Value, env: Env): string | undefined {
  const text = piece(value);
  if (text === undefined) return undefined;
  if (text.startsWith('/')) return text;
  return text.startsWith('./') || text.startsWith('../') ? joined([folderOf(env.module.file), text]) : undefined;
}

const pieces = new WeakMap<Value, string | undefined>();
/** Of a path that leads anywhere. */
const maxLength = 4000;

function piece(value: Value): string | undefined {
  switch (value.kind) {
    case 'constant':
      return typeof value.value === 'string' ? value.value : undefined;
    case 'text':
      return value.parts
        .map((part) => (typeof part === 'string' ? part : (piece(part) ?? some)))
        .join('')
        .replace(/^file:\/\//, '');
    case 'external':
      // `new URL('./tools', import.meta.url)`
      if (value.path === 'URL#' && value.args !== undefined) {
        const [to, from] = value.args.map(piece);
        return to === undefined ? undefined : from === undefined ? to : joined([folderOf(from), to]);
      }
      return undefined;
    case 'derived': {
      // Paths are made of paths that are made of paths: each is worked out once.
      if (!pieces.has(value)) {
        const path = computed(value.operation, value.from);
        pieces.set(value, path !== undefined && path.length > maxLength ? undefined : path);
      }
      return pieces.get(value);
    }
    default:
      return undefined;
  }
}

function computed(operation: string, from: readonly Value[]): string | undefined {
  const [first] = from;
  if (first?.kind === 'namespace' && ofModule.test(operation)) return operation.endsWith('dirname') ? folderOf(first.file) : first.file;
  const inner = first === undefined ? undefined : piece(first);
  if (/^(?:.*\.)?(?:fileURLToPath|pathToFileURL|normalize|realpathSync|String)(?:\(\))?$/.test(operation)) return inner;
  if (/^\.(?:href|pathname|toString\(\))$/.test(operation)) return inner;
  if (/^(?:.*\.)?dirname\(\)$/.test(operation)) return inner === undefined ? undefined : folderOf(inner);
  if (!/^(?:.*\.)?(?:join|resolve)\(\)$/.test(operation) || inner === undefined) return undefined;
  return joined([inner, ...from.slice(1).map((part) => piece(part) ?? some)]);
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function joined(parts: readonly string[]): string {
  return `${parts[0]?.startsWith('/') === true ? '/' : ''}${walkedPath([], parts.join('/'))}`;
}
