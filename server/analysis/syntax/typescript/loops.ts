import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Binding, Expression, LoopStatement, Statement } from '../ir.js';
import { pushAll, readVariables } from './declarations.js';
import { hoistList, isVar, kindOf, readBlock } from './hoist.js';
import type { Draft } from './names.js';
import { readPattern, recordAssignment } from './patterns.js';
import type { Reader } from './reader.js';

const { Block, VariableDeclarationList } = SyntaxKind;

/** `for (init; test; update)`. Its variables live as long as the loop. */
export function readFor(r: Reader, node: ts.ForStatement, out: Statement[]): void {
  inLoop(r, node, 'for', out, (loop) => {
    const init: Statement[] = [];
    const { initializer } = node;
    if (initializer?.kind === VariableDeclarationList) {
      const list = initializer as ts.VariableDeclarationList;
      if (!isVar(list)) hoistList(r, list, kindOf(list));
      readVariables(r, list, r.span(list), init);
      loop.bindings = init.flatMap((statement) => (statement.kind === 'declare' ? statement.bindings : []));
    } else if (initializer !== undefined) {
      pushAll([r.expression(initializer)], init);
    }
    loop.init = init;
    loop.test = node.condition && r.expression(node.condition);
    loop.update = node.incrementor && r.expression(node.incrementor);
    loop.body = readBody(r, node.statement);
  });
}

/** `for (x of list)` and `for (key in object)`. Each turn has variables of its own. */
export function readForIn(r: Reader, node: ts.ForInOrOfStatement, form: 'of' | 'in', out: Statement[]): void {
  inLoop(r, node, form, out, (loop) => {
    const iterable = r.expression(node.expression);
    loop.iterable = iterable;
    const before: Statement[] = [];
    const { initializer } = node;
    if (initializer.kind === VariableDeclarationList) {
      const list = initializer as ts.VariableDeclarationList;
      if (!isVar(list)) hoistList(r, list, 'loop');
      const [declaration] = list.declarations;
      if (declaration !== undefined) loop.bindings = readLoopVariables(r, declaration, loop, before);
    } else {
      recordAssignment(r, r.expression(initializer), '=', { kind: 'opaque', span: iterable.span, children: [iterable] }, []);
    }
    loop.body = [...before, ...readBody(r, node.statement)];
  });
}

export function readWhile(r: Reader, node: ts.WhileStatement | ts.DoStatement, form: 'while' | 'do', out: Statement[]): void {
  inLoop(r, node, form, out, (loop) => {
    if (form === 'while') loop.test = r.expression(node.expression);
    loop.body = readBody(r, node.statement);
    if (form === 'do') loop.test = r.expression(node.expression);
  });
}

function inLoop(r: Reader, node: ts.Node, form: LoopStatement['form'], out: Statement[], read: (loop: Draft<LoopStatement>) => void): void {
  const { owner } = r;
  const loop: Draft<LoopStatement> = {
    kind: 'loop',
    span: r.span(node),
    form,
    init: none,
    iterable: undefined,
    test: undefined,
    update: undefined,
    bindings: none,
    body: none,
    outer: owner,
  };
  const scope = r.names.enter();
  r.owner = loop;
  read(loop);
  r.owner = owner;
  r.names.leave(scope);
  out.push(loop);
}

const none: readonly never[] = [];

function readBody(r: Reader, node: ts.Statement): Statement[] {
  return readBlock(r, node.kind === Block ? (node as ts.Block).statements : [node]);
}

function readLoopVariables(r: Reader, declaration: ts.VariableDeclaration, loop: LoopStatement, before: Statement[]): Binding[] {
  const bindings: Binding[] = [];
  const others = readPattern(r, declaration.name, undefined, (name, path) => {
    const binding = r.names.value(r.nameOf(name));
    if (binding === undefined) return;
    bindings.push(binding);
    if (binding.kind === 'variable' && binding.source === undefined) binding.kind = 'loop';
    if (path === undefined) return;
    if (binding.source === undefined) binding.source = { kind: 'loop', loop, path };
    else recordAssignment(r, { kind: 'name', span: binding.span, name: binding.name, binding }, '=', unknownItem(loop.iterable!), []);
  });
  pushAll(others, before);
  return bindings;
}

/** An item of something, for a variable that several loops share. */
function unknownItem(iterable: Expression): Expression {
  return { kind: 'opaque', span: iterable.span, children: [iterable] };
}
