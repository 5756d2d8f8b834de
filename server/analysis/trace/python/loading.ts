/**
 * Modules that Python loads by a name or path that is put together: `import_module(f'tools.{name}')` for each module of a package.
 * Paths are never values that could be shown; they are worked out from the calls that put them together, when something is loaded.
 */
import { walkedPath } from '../../path-steps.js';
import type { Env } from '../env.js';
import type { Tracer } from '../tracer.js';
import {
  array,
  constant,
  derived,
  nextId,
  optionsOf,
  stringOf,
  union,
  type ExternalValue,
  type NamespaceValue,
  type Value,
} from '../value.js';
import { keywordsIn, positional } from './arguments.js';

const ofModule: ReadonlySet<string> = new Set(['__file__', '__name__', '__package__', '__path__']);

/** `__name__` in a module, and `tools.__path__` of another one. */
export function moduleAttribute(name: string, file: string): Value | undefined {
  return ofModule.has(name) ? derived(name, [{ kind: 'namespace', file }]) : undefined;
}

/** What `import_module` and its kin give; `undefined` for other calls, and where nobody can tell. */
export function loaded(tracer: Tracer, called: string, args: readonly Value[], env: Env): Value | undefined {
  const [first, second] = positional(args);
  switch (called) {
    case 'importlib.import_module': {
      const anchor = second ?? keywordsIn(args)?.properties.get('package')?.value();
      const modules = optionsOf(first ?? constant(null)).flatMap((name) => named(tracer, name, anchor, env) ?? []);
      return modules.length === 0 ? undefined : union(modules);
    }
    case 'importlib.util.spec_from_file_location': {
      const file = second === undefined ? undefined : pathOf(second);
      return file === undefined ? undefined : derived('spec', [{ kind: 'namespace', file }]);
    }
    case 'importlib.util.module_from_spec':
      return first?.kind === 'derived' && first.operation === 'spec' ? first.from[0] : undefined;
    case 'pkgutil.iter_modules':
    case 'pkgutil.walk_packages': {
      const prefix = stringOf(second ?? keywordsIn(args)?.properties.get('prefix')?.value()) ?? '';
      const folders = first?.kind === 'array' ? first.items : first === undefined ? [] : [first];
      const files = folders.flatMap((folder) => modulesIn(tracer, folder));
      if (files.length === 0) return undefined;
      return array(files.map((file) => moduleInfo(prefix + stem(file))));
    }
    case 'os.listdir': {
      const files = first === undefined ? [] : modulesIn(tracer, first);
      return files.length === 0 ? undefined : array(files.map((file) => constant(`${stem(file)}.py`)));
    }
    default:
      return undefined;
  }
}

/** Files of Python that a path lists: `folder.glob('*.py')`, `folder.iterdir()`. */
export function listedBy(tracer: Tracer, receiver: ExternalValue, method: string): Value | undefined {
  if (receiver.path !== 'Path#' || !/^(?:r?glob|iterdir)$/.test(method)) return undefined;
  const files = modulesIn(tracer, receiver);
  if (files.length === 0) return undefined;
  return array(files.map((file) => ({ ...receiver, id: nextId(), args: [derived('__file__', [{ kind: 'namespace', file }])] })));
}

/** `path.stem` of a file that is known. */
export function partOfPath(path: ExternalValue, key: string): Value | undefined {
  const [whole] = path.args ?? [];
  const file = path.args?.length === 1 && whole?.kind === 'derived' && whole.operation === '__file__' ? pathOf(whole) : undefined;
  if (file === undefined) return undefined;
  return key === 'stem'
    ? constant(stem(file))
    : key === 'name'
      ? constant(`${stem(file)}.py`)
      : key === 'suffix'
        ? constant('.py')
        : undefined;
}

/** `_, name, is_package`, also by these names. */
function moduleInfo(name: string): Value {
  return { ...array([derived('finder', []), constant(name), constant(false)]), fields: ['module_finder', 'name', 'ispkg'] };
}

/** The module of a name: `.tools` beside the one that asks, `pkg.tools`, or a name made from that of a module. */
function named(tracer: Tracer, name: Value, anchor: Value | undefined, env: Env): Value | undefined {
  const text = stringOf(name);
  const { file } = env.module;
  if (text !== undefined) {
    const from = anchor === undefined ? undefined : stringOf(anchor);
    return tracer.link(`py:${text.startsWith('.') && from !== undefined ? from + text : text}`, '*', file);
  }
  const [head, ...rest] = name.kind === 'text' ? name.parts : [];
  const tail = rest.every((part) => typeof part === 'string') ? rest.join('') : undefined;
  const module = typeof head === 'object' && head.kind === 'derived' && ofModule.has(head.operation) ? head.from[0] : undefined;
  if (module?.kind !== 'namespace' || tail?.startsWith('.') !== true) return undefined;
  const isPackage = module.file.endsWith('/__init__.py') || (head as { readonly operation: string }).operation === '__package__';
  return isPackage ? tracer.link(`py:${tail}`, '*', module.file) : undefined;
}

/** The modules that stand in a folder, but for what makes it a package. */
function modulesIn(tracer: Tracer, folder: Value): readonly string[] {
  const path = pathOf(folder);
  if (path === undefined) return [];
  return tracer.program.filesIn(path).filter((file) => file.endsWith('.py') && !file.endsWith('/__init__.py'));
}

/** An absolute path; `undefined` when nobody can tell where it begins. */
export function pathOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'external': {
      const [first, ...others] = value.args ?? [];
      if (value.path !== 'Path#' || first === undefined) return undefined;
      const start = pathOf(first);
      if (start === undefined) return undefined;
      if (first.kind === 'external' && others.length === 1 && stringOf(others[0]) === 'parent') return folderOf(start);
      return joined(start, others);
    }
    case 'derived': {
      const [first, ...others] = value.from;
      if (ofModule.has(value.operation) && first?.kind === 'namespace') return placeOf(value.operation, first);
      const inner = first === undefined ? undefined : pathOf(first);
      if (inner === undefined) return undefined;
      if (/(?:^|\.)dirname\(\)$/.test(value.operation)) return folderOf(inner);
      if (/(?:^|\.)join\(\)$/.test(value.operation)) return joined(inner, others);
      return /(?:^|\.)(?:abspath|realpath|normpath|str|fspath)(?:\(\))?$/.test(value.operation) ? inner : undefined;
    }
    case 'text': {
      const [head, ...rest] = value.parts;
      const start = typeof head === 'object' ? pathOf(head) : undefined;
      return start !== undefined && rest.every((part) => typeof part === 'string') ? joined(start, [constant(rest.join(''))]) : undefined;
    }
    default:
      return undefined;
  }
}

function placeOf(name: string, { file }: NamespaceValue): string | undefined {
  return name === '__file__' ? file : name === '__path__' ? folderOf(file) : undefined;
}

function joined(start: string, others: readonly Value[]): string | undefined {
  const parts = others.map(stringOf);
  if (parts.some((part) => part === undefined)) return undefined;
  return walkedPath(start.split('/'), parts.join('/'));
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

function stem(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1, -'.py'.length);
}
