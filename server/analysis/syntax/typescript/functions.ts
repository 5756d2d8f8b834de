import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Binding, Expression, FunctionNode, Parameter, Statement } from '../ir.js';
import { hoist, hoistVars, readAll } from './hoist.js';
import { Mentions } from '../mentions.js';
import type { Draft } from './names.js';
import { readPattern } from './patterns.js';
import { hasModifier, type Reader } from './reader.js';
import { declareTypeParameters } from './types.js';

const { ArrowFunction, AsyncKeyword, Block, Decorator, FunctionExpression, Identifier } = SyntaxKind;

type FunctionLike =
  | ts.FunctionDeclaration
  | ts.FunctionExpression
  | ts.ArrowFunction
  | ts.MethodDeclaration
  | ts.AccessorDeclaration
  | ts.ConstructorDeclaration;

/** Reads a function with its own scope. `name` is given for methods, whose name is a property name. */
export function readFunction(r: Reader, node: FunctionLike, name?: string): FunctionNode {
  const arrow = node.kind === ArrowFunction;
  const identifier = node.name?.kind === Identifier && node.name.escapedText !== '' ? node.name : undefined;
  const fn = newFunction(r, node, {
    name: name ?? (identifier && r.nameOf(identifier)),
    nameSpan: node.name && (identifier !== undefined || name !== undefined) ? r.span(node.name) : undefined,
    arrow,
    async: hasModifier(node, AsyncKeyword),
    generator: node.kind !== ArrowFunction && (node as ts.FunctionDeclaration).asteriskToken !== undefined,
  });
  fn.decorators = readDecorators(r, node);
  inside(r, fn, () => {
    if (node.kind === FunctionExpression && identifier !== undefined) r.declare(identifier, 'function').source = { kind: 'function', fn };
    declareTypeParameters(r, node.typeParameters);
    const { parameters, extra } = readParameters(r, fn, node.parameters);
    fn.parameters = parameters;
    if (node.type !== undefined) fn.returnType = r.type(node.type);
    const body = readBody(r, fn, node.body);
    fn.body = extra.length === 0 ? body : [...extra, ...body];
  });
  return fn;
}

/** `static { … }` of a class: a function without parameters that sees the `this` of the class. */
export function readStaticBlock(r: Reader, node: ts.ClassStaticBlockDeclaration): FunctionNode {
  const fn = newFunction(r, node, { name: undefined, nameSpan: undefined, arrow: false, async: false, generator: false });
  inside(r, fn, () => {
    fn.body = readBody(r, fn, node.body);
  });
  return fn;
}

export function readDecorators(r: Reader, node: { readonly modifiers?: ts.NodeArray<ts.ModifierLike> }): readonly Expression[] {
  if (node.modifiers === undefined) return none;
  const decorators: Expression[] = [];
  for (const modifier of node.modifiers) if (modifier.kind === Decorator) decorators.push(r.expression(modifier.expression));
  return decorators;
}

const none: readonly never[] = [];

function newFunction(
  r: Reader,
  node: ts.Node,
  head: Pick<FunctionNode, 'name' | 'nameSpan' | 'arrow' | 'async' | 'generator'>,
): Draft<FunctionNode> {
  return {
    kind: 'function',
    span: r.span(node),
    name: head.name,
    nameSpan: head.nameSpan,
    parameters: none,
    body: none,
    arrow: head.arrow,
    async: head.async,
    generator: head.generator,
    decorators: none,
    returnType: undefined,
    outer: r.owner,
    mentions: noNames,
  };
}

const noNames = new Mentions([], 0, 0);

function inside(r: Reader, fn: Draft<FunctionNode>, read: () => void): void {
  const { within, owner } = r;
  const scope = r.names.enter();
  const mentioned = r.mentioned;
  r.within = fn;
  r.owner = fn;
  read();
  fn.mentions = r.mentionsSince(mentioned);
  r.within = within;
  r.owner = owner;
  r.names.leave(scope);
}

function readBody(r: Reader, fn: FunctionNode, body: ts.FunctionBody | ts.Expression | undefined): readonly Statement[] {
  if (body === undefined) return none;
  if (body.kind !== Block) {
    const value = r.expression(body);
    return [{ kind: 'return', span: value.span, value }];
  }
  const { statements } = body as ts.Block;
  hoistVars(r, statements, fn);
  hoist(r, statements);
  return readAll(r, statements);
}

/** `extra` holds computed keys and inner defaults of patterns, as statements for the start of the body. */
function readParameters(
  r: Reader,
  fn: FunctionNode,
  nodes: readonly ts.ParameterDeclaration[],
): { readonly parameters: readonly Parameter[]; readonly extra: readonly Statement[] } {
  if (nodes.length === 0) return noParameters;
  const parameters: Parameter[] = [];
  const extra: Statement[] = [];
  const umd = isModuleWrapper(nodes);
  for (const node of nodes) {
    // `function f(this: Server)` declares a type and no parameter.
    if (node.name.kind === Identifier && node.name.escapedText === 'this') continue;
    const index = parameters.length;
    let bindings: Binding[] | undefined;
    const rest = node.dotDotDotToken !== undefined;
    // Every parameter is visible in the defaults of the later ones, and in its own.
    const type = node.type && r.type(node.type);
    const fallback = node.initializer && r.expression(node.initializer);
    const simple = node.name.kind === Identifier;
    const others = readPattern(r, node.name, simple ? fallback : undefined, (name, path, otherwise) => {
      const binding = r.declare(name, 'parameter');
      if (path !== undefined) binding.source = { kind: 'parameter', fn, index, path, rest, fallback: otherwise };
      if (simple) binding.type = type;
      if (umd) r.names.forget(binding.name);
      if (bindings === undefined) bindings = [binding];
      else bindings.push(binding);
    });
    for (const value of others) extra.push({ kind: 'expression', span: value.span, value });
    if (node.modifiers !== undefined)
      for (const value of readDecorators(r, node)) extra.push({ kind: 'expression', span: value.span, value });
    parameters.push({
      name: simple ? bindings?.[0]?.name : undefined,
      bindings: bindings ?? none,
      type,
      fallback,
      rest,
      span: r.span(node),
    });
  }
  return { parameters: parameters.slice(), extra: extra.length === 0 ? none : extra };
}

const noParameters = { parameters: none, extra: none };

/** `function (require, exports) { … }` holds a module in AMD and UMD output: its names mean what they mean outside. */
function isModuleWrapper(nodes: readonly ts.ParameterDeclaration[]): boolean {
  const is = (index: number, text: string): boolean => {
    const name = nodes[index]?.name;
    return name?.kind === Identifier && name.escapedText === text;
  };
  return is(0, 'require') && is(1, 'exports');
}
