import type { Binding, Expression, LoopStatement, Statement } from '../ir.js';
import { addWrite, type Draft } from '../typescript/names.js';
import { recordAssignment } from '../typescript/patterns.js';
import { declareLoopNames, readBody } from './bodies.js';
import type { Reader } from './reader.js';
import { eachTarget } from './targets.js';
import { fieldOf, type Node } from './tree.js';

/** `for` and `while`; what follows `else` runs behind the loop. */
export function readLoop(r: Reader, node: Node, out: Statement[]): void {
  const isFor = node.type === 'for_statement';
  const right = fieldOf(node, 'right');
  const iterable = right === undefined ? undefined : r.expression(right);
  const loop: Draft<LoopStatement> = {
    kind: 'loop',
    span: r.span(node),
    form: isFor ? 'of' : 'while',
    init: [],
    iterable: isFor ? (iterable ?? r.opaque(node, [])) : undefined,
    test: undefined,
    update: undefined,
    bindings: [],
    body: [],
    outer: r.owner,
  };
  r.inside('loop', loop, r.scope.byLoop, () => {
    declareLoopNames(r, node, loop);
    const before: Statement[] = [];
    const left = fieldOf(node, 'left');
    if (left !== undefined) loop.bindings = readLoopTargets(r, left, loop, before, false);
    const condition = fieldOf(node, 'condition');
    if (condition !== undefined) loop.test = r.expression(condition);
    loop.body = [...before, ...readBody(r, fieldOf(node, 'body'))];
  });
  out.push(loop);
  const otherwise = fieldOf(node, 'alternative');
  if (otherwise !== undefined) out.push(...readBody(r, fieldOf(otherwise, 'body')));
}

/** Names that each turn gives an item to. A name that is used behind the loop, too, holds some item there. */
export function readLoopTargets(r: Reader, left: Node, loop: LoopStatement, before: Statement[], isOwn: boolean): readonly Binding[] {
  const bindings: Binding[] = [];
  eachTarget(left, (node, path) => {
    if (node.type !== 'identifier') {
      const item: Expression = { kind: 'opaque', span: loop.iterable!.span, children: [loop.iterable!] };
      const target = r.expression(node);
      recordAssignment(r, target, '=', item, []);
      before.push({
        kind: 'expression',
        span: target.span,
        value: { kind: 'assign', span: target.span, operator: '=', target, value: item },
      });
      return;
    }
    const name = r.textOf(node);
    const known = r.scope.names.get(name);
    const outer = known ?? (isOwn ? undefined : r.lookup(name));
    const own = known ?? r.declare(name, node, 'loop', loop);
    r.mention(name);
    (own as Draft<Binding>).source = { kind: 'loop', loop, path };
    bindings.push(own);
    if (outer === undefined || outer === own) return;
    const item: Expression = { kind: 'opaque', span: own.span, children: loop.iterable === undefined ? [] : [loop.iterable] };
    addWrite(outer, { operator: '=', value: item, path: [], span: own.span, within: r.within });
  });
  return bindings;
}
