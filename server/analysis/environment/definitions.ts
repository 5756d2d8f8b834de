/** What a name of a module stands for, also in the module that it is imported from. */
import type { Snapshot } from '../snapshot.js';
import type { Binding, ClassNode, Expression, FunctionNode, Module } from '../syntax/ir.js';
import { settingVariable } from '../trace/python/settings.js';
import { isSettings } from './python-reads.js';

export interface Modules extends Pick<Snapshot, 'resolve'> {
  moduleOf(file: string): Module | undefined;
}

interface Defined<T> {
  readonly value: T;
  readonly module: Module;
}

/** Re-exports lead on, and may lead in a circle. */
const mostHops = 5;

/** The function of the project that a call runs. */
export function functionAt(
  callee: Expression,
  module: Module,
  modules: Modules,
): { readonly fn: FunctionNode; readonly module: Module } | undefined {
  const found = definitionOf(callee, module, modules, 0);
  return found?.value.kind === 'function' ? { fn: found.value, module: found.module } : undefined;
}

/** What stands under a key of a constant object: `config.database.url`. */
export function objectAt(node: Expression, module: Module, modules: Modules): Defined<Expression> | undefined {
  if (node.kind !== 'member' || typeof node.property !== 'string') return undefined;
  const { property } = node;
  const holder = objectAt(node.object, module, modules) ?? definitionOf(node.object, module, modules, 0);
  if (holder?.value.kind !== 'object') return undefined;
  const entry = holder.value.entries.find((one) => one.kind === 'entry' && one.key === property);
  return entry === undefined ? undefined : { value: entry.value, module: holder.module };
}

/** The variable that a field of an object of settings is read from, where its text is not kept secret by its type. */
export function settingsAt(node: Expression, module: Module, modules: Modules): string | undefined {
  if (module.language !== 'python') return undefined;
  // `SecretStr` shows stars until it is asked for what it holds.
  const isOpened = node.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'get_secret_value';
  const field = isOpened && node.callee.kind === 'member' ? node.callee.object : node;
  if (field.kind !== 'member' || typeof field.property !== 'string') return undefined;
  const made = definitionOf(field.object, module, modules, 0);
  const cls = made?.value.kind === 'call' ? definitionOf(made.value.callee, made.module, modules, 0)?.value : undefined;
  if (cls?.kind !== 'class' || !isSettings(cls)) return undefined;
  const member = cls.members.find(({ name, kind }) => kind === 'field' && name === field.property);
  if (member === undefined) return undefined;
  const isHidden = member.type?.kind === 'reference' && member.type.name.kind === 'name' && member.type.name.name.startsWith('Secret');
  return isHidden === isOpened ? settingVariable(cls, member) : undefined;
}

/** The value of a constant name, the function or the class that it is declared as. */
function definitionOf(node: Expression, module: Module, modules: Modules, hops: number): Defined<Expression | ClassNode> | undefined {
  return node.kind === 'name' && node.binding !== undefined ? bound(node.binding, module, modules, hops) : undefined;
}

function bound({ source, writes }: Binding, module: Module, modules: Modules, hops: number): Defined<Expression | ClassNode> | undefined {
  if (source === undefined || writes.length > 0 || hops > mostHops) return undefined;
  switch (source.kind) {
    case 'function':
      return { value: source.fn, module };
    case 'class':
      return { value: source.cls, module };
    case 'value':
      if (source.path.length > 0) return undefined;
      return source.value.kind === 'name' ? definitionOf(source.value, module, modules, hops + 1) : { value: source.value, module };
    case 'import':
      return exportOf(source.from, source.imported, module, modules, hops + 1);
    default:
      return undefined;
  }
}

function exportOf(from: string, name: string, by: Module, modules: Modules, hops: number): Defined<Expression | ClassNode> | undefined {
  const file = modules.resolve(from, by.file);
  const module = file === undefined || hops > mostHops ? undefined : modules.moduleOf(file);
  const found = module?.exports.find((one) => one.name === name);
  if (module === undefined || found === undefined) return undefined;
  if ('binding' in found) return bound(found.binding, module, modules, hops);
  return 'value' in found ? { value: found.value, module } : exportOf(found.from, found.imported, module, modules, hops + 1);
}
