import type { Statement } from '../ir.js';
import type { Draft } from '../typescript/names.js';
import { newBinding } from '../typescript/names.js';
import type { Binding } from '../ir.js';
import { pythonName } from '../../languages.js';
import type { Reader } from './reader.js';
import { childOf, fieldOf, fieldsOf, type Node } from './tree.js';

/** `import a.b`, `import a.b as c`. */
export function readImport(r: Reader, node: Node, _out: Statement[]): void {
  for (const part of fieldsOf(node, 'name')) {
    const aliased = part.type === 'aliased_import';
    const path = r.textOf(aliased ? fieldOf(part, 'name')! : part).replaceAll(/\s+/g, '');
    r.requests.add(pythonName(path));
    for (const word of path.split('.')) r.mention(word);
    if (aliased) {
      give(r, fieldOf(part, 'alias')!, path, '*');
      continue;
    }
    const root = path.split('.')[0]!;
    give(r, part.children[0] ?? part, root, '*');
    if (root === path) continue;
    const binding = newBinding(path, 'import', r.owner, r.span(part));
    binding.source = { kind: 'import', from: pythonName(path), imported: '*', typeOnly: false };
    r.scope.paths.set(path, binding);
  }
}

/** `from a import b as c`, `from . import x`, `from a import *`. */
export function readImportFrom(r: Reader, node: Node, _out: Statement[]): void {
  const from = r.textOf(fieldOf(node, 'module_name') ?? node).replaceAll(/\s+/g, '');
  r.requests.add(pythonName(from));
  for (const word of from.split('.')) if (word !== '') r.mention(word);
  if (childOf(node, 'wildcard_import') !== undefined) {
    r.exports.push({ name: '*', span: r.span(node), from: pythonName(from), imported: '*' });
    return;
  }
  for (const part of fieldsOf(node, 'name')) {
    const aliased = part.type === 'aliased_import';
    const name = aliased ? fieldOf(part, 'name')! : part;
    const imported = r.textOf(name);
    r.mention(imported);
    r.requests.add(pythonName(submodule(from, imported)));
    give(r, aliased ? fieldOf(part, 'alias')! : (name.children[0] ?? name), from, imported);
  }
}

/** The module that a name of a package may be. */
export function submodule(from: string, name: string): string {
  return from.endsWith('.') ? from + name : `${from}.${name}`;
}

/** Of several imports of a name, as in `try` and `except ImportError`, the first counts. */
function give(r: Reader, name: Node, from: string, imported: string): void {
  const text = r.textOf(name);
  r.mention(text);
  const binding = (r.scope.names.get(text) ?? r.lookup(text)) as Draft<Binding> | undefined;
  if (binding === undefined || binding.source !== undefined) return;
  binding.source = { kind: 'import', from: pythonName(from), imported, typeOnly: false };
  binding.kind = 'import';
}
