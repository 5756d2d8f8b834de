/** Which classes name others that they inherit from or implement: `class Store(Base, Mixin)`, `class Store extends Base implements Port`. */
import type { ClassNode, Expression, Statement } from '../syntax/ir.js';
import { classesInStatement } from './classes.js';
import type { Indexing } from './name-index.js';
import { eachExpression } from './parts.js';

export interface Inheriting {
  readonly cls: ClassNode;
  readonly file: string;
}

export const inheriting: Indexing<Inheriting> = { scan: namesInHeads, inStatement };

/** What a class is found under that has a method of a name, or gives its objects something under it. */
export function memberKey(name: string): string {
  return `.${name}`;
}

const head = /\bclass\b(?:[ \t]{1,8}[\w$]{1,80}[ \t]{0,8}(?:\[[^\]\r\n]{0,200}\])?\(|[^{}();=]{0,300}?\b(?:extends|implements)\b)/g;
const headEnd = /[:{][ \t]{0,8}(?:#[^\r\n]{0,200})?\r?\n/;
const maxHead = 400;
const renamed = /\b([\w$]{1,80})[ \t]{1,8}as[ \t]{1,8}([\w$]{1,80})/g;
const byDefault = /\bimport[ \t]{1,8}([\w$]{1,80})[ \t]{0,8}(?:,|\bfrom\b)/g;
const method = /\bdef[ \t]{1,8}(\w{1,80})/g;

/** Names that heads of classes mention, those included that they have where they come from; and methods of Python. */
function namesInHeads(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { index, 0: start } of text.matchAll(head)) {
    const rest = text.slice(index + start.length, index + start.length + maxHead);
    const end = headEnd.exec(rest)?.index;
    for (const [name] of rest.slice(0, end).matchAll(/[A-Za-z_$][\w$]{0,80}/g)) found.add(name);
  }
  if (/\bclass\b/.test(text)) for (const [, name] of text.matchAll(method)) found.add(memberKey(name!));
  for (const [, from, to] of text.matchAll(renamed)) if (found.has(to!)) found.add(from!);
  for (const [, name] of text.matchAll(byDefault)) if (found.has(name!)) found.add('default');
  return found;
}

const byStatement = new WeakMap<Statement, ReadonlyMap<string, readonly Inheriting[]>>();

function inStatement(statement: Statement, file: string): ReadonlyMap<string, readonly Inheriting[]> {
  let found = byStatement.get(statement);
  if (found !== undefined) return found;
  const table = new Map<string, Inheriting[]>();
  const { declared, others } = classesInStatement(statement);
  for (const cls of [...declared, ...others]) {
    const one = { cls, file };
    for (const name of [...namedBy(cls), ...cls.members.flatMap(({ name }) => (name === undefined ? [] : [memberKey(name)]))]) {
      const list = table.get(name);
      if (list === undefined) table.set(name, [one]);
      else if (list.at(-1) !== one) list.push(one);
    }
  }
  byStatement.set(statement, (found = table));
  return found;
}

/** Names in the head of a class, and those that they have where they come from. */
function namedBy({ base, mixins = [], implements: ports }: ClassNode): readonly string[] {
  const names: string[] = [];
  const look = (part: Expression): void => {
    if (part.kind === 'member' && typeof part.property === 'string') names.push(part.property);
    if (part.kind !== 'name') return;
    names.push(part.name);
    if (part.binding?.source?.kind === 'import') names.push(part.binding.source.imported);
  };
  for (const part of [...(base === undefined ? [] : [base]), ...mixins]) eachExpression(part, look);
  for (const port of ports) if (port.kind === 'reference') eachExpression(port.name, look);
  return names;
}
