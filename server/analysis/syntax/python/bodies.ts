/** Bodies: statements with the names that they make. */
import type { Binding, Owner, Statement } from '../ir.js';
import type { Reader, Scope } from './reader.js';
import { survey, type Made } from './scopes.js';
import { partsOf, type Node } from './tree.js';

/** Declares what a body makes, in the current scope; names of loops wait for their loop. */
export function declareNames(r: Reader, body: readonly Node[]): Scope['byLoop'] {
  const { made, globals, others } = survey(body, r.textOf);
  const byLoop = new Map<Node, Made[]>();
  // The values of a variable of the module do not hold from one assignment to the next only.
  const delicate = r.owner.kind === 'module' ? made.filter(({ inLoop }) => inLoop) : made;
  r.scope.delicate = new Set(delicate.map(({ name }) => name));
  for (const one of made) {
    if (one.loop === undefined) {
      const isParameter = r.scope.names.get(one.name)?.kind === 'parameter';
      if (one.inOrder && r.owner.kind === 'function' && (!isParameter || one.atTop)) r.scope.inOrder.add(one.name);
      if (!isParameter) r.declare(one.name, one.node, shownKind(one));
      if (!isParameter && r.owner.kind === 'function') keepRegions(r.scope, one);
    } else byLoop.set(one.loop, [...(byLoop.get(one.loop) ?? []), one]);
  }
  for (const name of globals) borrow(r, name, r.outermost.names.get(name));
  for (const name of others) borrow(r, name, r.scope.parent?.kind === undefined ? undefined : outerName(r, name));
  return byLoop;
}

function keepRegions({ byBranch }: Scope, { name, regions }: Made): void {
  for (const { block, node } of regions) byBranch.set(block, [...(byBranch.get(block) ?? []), { name, node }]);
}

/** `global x` in one function makes the name for the module when nothing else does. */
function borrow(r: Reader, name: string, binding: Binding | undefined): void {
  if (binding !== undefined) r.scope.names.set(name, binding);
}

function outerName(r: Reader, name: string): Binding | undefined {
  for (let scope = r.scope.parent; scope !== undefined; scope = scope.parent) {
    const found = scope.kind === 'class' ? undefined : scope.names.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Declares the names that live in one loop. */
export function declareLoopNames(r: Reader, loop: Node, owner: Owner): void {
  for (let scope: Scope | undefined = r.scope; scope !== undefined; scope = scope.parent) {
    const names = scope.byLoop.get(loop);
    if (names === undefined) continue;
    for (const one of names) {
      if (r.scope.names.has(one.name)) continue;
      r.declare(one.name, one.node, shownKind(one), owner);
      if (one.inOrder) r.scope.inOrder.add(one.name);
    }
    return;
  }
}

/** What a loop gives to a name it gives again each time; outside of it the name is a variable. */
function shownKind({ kind, loop }: Made): Binding['kind'] {
  return kind === 'loop' && loop === undefined ? 'variable' : kind;
}

/** Names that are others in this branch than elsewhere. */
function enterBranch(r: Reader, block: Node): void {
  let { scope } = r;
  while (scope.kind === 'loop' && !scope.byBranch.has(block) && scope.parent !== undefined) scope = scope.parent;
  for (const { name, node } of scope.byBranch.get(block) ?? []) r.declare(name, node, 'variable', scope.names.get(name)!.owner, scope);
}

export function readBody(r: Reader, block: Node | undefined): Statement[] {
  const out: Statement[] = [];
  if (block === undefined) return out;
  enterBranch(r, block);
  for (const child of partsOf(block)) r.statement(child, out);
  return out;
}
