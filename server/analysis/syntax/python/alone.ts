/** Parts of a file, read as they would be read in it. */
import type { Span } from '../../../../rules/kit/index.js';
import type { Binding, FunctionNode, Module } from '../ir.js';
import type { Draft } from '../typescript/names.js';
import { parse } from './grammar.js';
import { namesIn } from './kept-names.js';
import { problemsOf, readers } from './read.js';
import { newScope, Reader, type Scope } from './reader.js';
import { find, partsOf, type Node } from './tree.js';

/** A statement by itself. */
export interface Alone {
  readonly tree: Node;
  readonly statement: Node;
}

/** Parses what stands in a place; `undefined` unless that is one statement, and whole. */
export function parseAlone(text: string, { start, end }: Span): Alone | undefined {
  if (goesOn(text, start, end)) return undefined;
  const tree = parse(text.slice(start, end), start);
  const [statement, ...others] = partsOf(tree);
  if (statement === undefined || others.length > 0 || statement.start !== start || statement.end !== end) return undefined;
  return problemsOf(tree, text).length > 0 ? undefined : { tree, statement };
}

/** The next line of code is further in than the statement began, so it belongs to it, or did not while the text was broken. */
function goesOn(text: string, start: number, end: number): boolean {
  const indent = indentAt(text, text.lastIndexOf('\n', start - 1) + 1);
  for (let at = text.indexOf('\n', end) + 1; at > 0; at = text.indexOf('\n', at) + 1) {
    const next = indentAt(text, at);
    if (!/[\r\n#]/.test(text[at + next.length] ?? '\n')) return !indent.startsWith(next);
  }
  return false;
}

function indentAt(text: string, at: number): string {
  let end = at;
  while (text[end] === ' ' || text[end] === '\t') end++;
  return text.slice(at, end);
}

const nowhere: Span = { start: -1, end: -1 };

/** A reader that stands in the middle of a file. */
export interface Placed {
  readonly r: Reader;
  /** What is done to a name is noted on a copy; each copy with the name that it stands for. */
  readonly copies: Map<Draft<Binding>, Binding>;
}

/**
 * A reader that sees what is visible in a body, and changes nothing of it.
 *
 * @param around functions of which each stands in the one before it, outermost first
 */
export function placed(module: Module, around: readonly FunctionNode[], text: string): Placed | undefined {
  const copies = new Map<Draft<Binding>, Binding>();
  const known = new Map<Binding, Draft<Binding>>();
  const copyOf = (name: Binding): Draft<Binding> => {
    let copy = known.get(name);
    if (copy === undefined) {
      copy = { ...name, span: nowhere, writes: [], mutations: [] };
      known.set(name, copy);
      copies.set(copy, name);
    }
    return copy;
  };
  const copied = (names: ReadonlyMap<string, Binding>): Scope['names'] => new Map([...names].map(([key, name]) => [key, copyOf(name)]));

  let scope: Scope | undefined;
  for (const owner of [module, ...around]) {
    const own = namesIn(owner);
    if (own === undefined) return undefined;
    const { names, paths, self, delicate } = own;
    const bare = newScope(owner.kind, scope, new Map());
    scope = { ...bare, names: copied(names), paths: copied(paths), self: self && copyOf(self), delicate };
  }
  const r = new Reader(module, text, readers);
  r.scope = scope ?? r.scope;
  const innermost = around.at(-1) ?? module;
  r.owner = innermost;
  r.within = innermost;
  return { r, copies };
}

/** Names around that have become something else by what was read. */
export function areChanged({ copies }: Placed): boolean {
  for (const [copy, name] of copies) if (copy.source !== name.source || copy.type !== name.type || copy.kind !== name.kind) return true;
  return false;
}

/** A name around has its value or its type from the part. */
export function isGivenFrom({ start, end }: Span, { copies }: Placed): boolean {
  const isInside = (span: Span | undefined): boolean => span !== undefined && span.start >= start && span.end <= end;
  for (const { source, type, kind, span } of copies.values()) {
    if (isInside(type?.span) || (kind === 'import' && isInside(span))) return true;
    if (source?.kind === 'value' && isInside(source.value.span)) return true;
    if (source?.kind === 'function' && isInside(source.fn.span)) return true;
    if (source?.kind === 'class' && isInside(source.cls.span)) return true;
  }
  return false;
}

/** Whether two texts of a part mean the same to what stands around it. */
export function sameAround(before: Alone & Placed, now: Alone & Placed): boolean {
  const [old, fresh] = [[...before.r.requests], [...now.r.requests]];
  if (old.length !== fresh.length || !old.every((request, i) => request === fresh[i])) return false;
  const [said, says] = [identifiers(before), identifiers(now)];
  for (let scope: Scope | undefined = now.r.scope; scope !== undefined; scope = scope.parent)
    for (const name of scope.delicate) if (said.has(name) !== says.has(name)) return false;
  return true;
}

const identifier: ReadonlySet<string> = new Set(['identifier']);

function identifiers({ statement, r }: Alone & Placed): ReadonlySet<string> {
  const names = new Set<string>();
  find({ ...statement, children: [statement] }, identifier, (node) => names.add(r.textOf(node)));
  return names;
}
