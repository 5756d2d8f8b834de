import type { Binding, Expression, FunctionNode, Parameter, Statement } from '../ir.js';
import { Mentions } from '../mentions.js';
import type { Draft } from '../typescript/names.js';
import { declareNames, readBody } from './bodies.js';
import { keepNames } from './kept-names.js';
import type { Reader } from './reader.js';
import { childOf, fieldOf, partsOf, type Node } from './tree.js';
import { readAnnotation } from './types.js';

/** What a function is to the class that it stands in: its first parameter stands for the object, for the class, or for nothing. */
export type Bound = 'object' | 'class' | undefined;

interface Head {
  readonly arrow: boolean;
  readonly generator: boolean;
  readonly isAsync: boolean;
  readonly name?: Node;
  readonly decorators?: readonly Expression[];
}

const none: readonly never[] = [];
const noNames = new Mentions([], 0, 0);

/** A function in the current scope, whose body `read` gives. */
export function inFunction(r: Reader, node: Node, head: Head, read: (fn: Draft<FunctionNode>) => readonly Statement[]): FunctionNode {
  const fn: Draft<FunctionNode> = {
    kind: 'function',
    span: r.span(node),
    name: head.name === undefined ? undefined : r.textOf(head.name),
    nameSpan: head.name === undefined ? undefined : r.span(head.name),
    parameters: none,
    body: none,
    arrow: head.arrow,
    async: head.isAsync,
    generator: head.generator,
    decorators: head.decorators ?? none,
    returnType: undefined,
    outer: r.owner,
    mentions: noNames,
  };
  const { within } = r;
  const mentioned = r.mentioned;
  r.within = fn;
  r.inside('function', fn, new Map(), () => {
    fn.body = read(fn);
  });
  r.within = within;
  fn.mentions = r.mentionsSince(mentioned);
  return fn;
}

/** `def`, without its decorators unless they are given. A function inside another one sees the object of the method around. */
export function readFunction(r: Reader, node: Node, bound: Bound, decorators: readonly Expression[] = none): FunctionNode {
  const body = fieldOf(node, 'body');
  const head: Head = {
    arrow: bound === undefined && r.owner.kind !== 'module' && r.owner.kind !== 'class',
    generator: body !== undefined && yields(body),
    isAsync: childOf(node, 'async') !== undefined,
    decorators,
    ...(fieldOf(node, 'name') === undefined ? {} : { name: fieldOf(node, 'name')! }),
  };
  return inFunction(r, node, head, (fn) => {
    fn.parameters = readParameters(r, fn, fieldOf(node, 'parameters'), bound);
    const result = fieldOf(node, 'return_type');
    if (result !== undefined) fn.returnType = r.type(result);
    if (body === undefined) return none;
    const parts = partsOf(body);
    // A parameter that is assigned stays the same name.
    const byLoop = declareNames(r, parts);
    const { scope, functions } = r;
    const read = r.inside('loop', fn, byLoop, () => readBody(r, body));
    if (r.functions > functions) keepNames(fn, scope);
    r.functions++;
    return read;
  });
}

export function readLambda(r: Reader, node: Node): Expression {
  return inFunction(r, node, { arrow: true, generator: false, isAsync: false }, (fn) => {
    fn.parameters = readParameters(r, fn, fieldOf(node, 'parameters'), undefined);
    const body = fieldOf(node, 'body');
    if (body === undefined) return none;
    const value = r.expression(body);
    return [{ kind: 'return', span: value.span, value }];
  });
}

/** `yield` in a function makes it a generator; those of functions inside do not count. */
function yields(node: Node): boolean {
  return node.children.some((child) =>
    child.type === 'yield'
      ? true
      : child.type === 'function_definition' || child.type === 'lambda' || child.type === 'class_definition'
        ? false
        : yields(child),
  );
}

function readParameters(r: Reader, fn: FunctionNode, list: Node | undefined, bound: Bound): readonly Parameter[] {
  if (list === undefined) return none;
  const parameters: Parameter[] = [];
  let keywordOnly = false;
  let first = bound !== undefined;
  for (const part of list.children) {
    if (part.type === 'keyword_separator' || part.type === '*') {
      keywordOnly = true;
      continue;
    }
    const parts = parameterParts(part);
    if (parts === undefined) continue;
    const { name, packs, type, value } = parts;
    if (first) {
      first = false;
      r.scope.self = r.declare(r.textOf(name), name, 'parameter', fn);
      continue;
    }
    const annotation = type === undefined ? undefined : readAnnotation(r, type);
    const fallback = value === undefined ? undefined : outside(r, () => r.expression(value));
    const binding = r.declare(r.textOf(name), name, 'parameter', fn);
    r.mention(binding.name);
    binding.source = {
      kind: 'parameter',
      fn,
      index: parameters.length,
      path: [],
      rest: false,
      ...(fallback === undefined ? {} : { fallback }),
    };
    binding.type = annotation?.type;
    parameters.push({
      name: binding.name,
      bindings: [binding] as readonly Binding[],
      type: annotation?.type,
      fallback,
      rest: false,
      span: r.span(part),
      ...(annotation === undefined || annotation.notes.length === 0 ? {} : { notes: annotation.notes }),
      ...(packs === undefined ? {} : { packs }),
      ...(keywordOnly && packs === undefined ? { keywordOnly: true as const } : {}),
    });
    if (packs === 'list') keywordOnly = true;
  }
  return parameters;
}

/** A default is evaluated where the function is defined. */
function outside<T>(r: Reader, read: () => T): T {
  const { scope } = r;
  r.scope = scope.parent ?? scope;
  const result = read();
  r.scope = scope;
  return result;
}

interface Parts {
  readonly name: Node;
  readonly packs?: 'list' | 'dict';
  readonly type?: Node;
  readonly value?: Node;
}

function parameterParts(node: Node): Parts | undefined {
  switch (node.type) {
    case 'identifier':
      return { name: node };
    case 'default_parameter':
    case 'typed_default_parameter': {
      const name = fieldOf(node, 'name');
      if (name?.type !== 'identifier') return undefined;
      return { name, ...optional('type', fieldOf(node, 'type')), ...optional('value', fieldOf(node, 'value')) };
    }
    case 'list_splat_pattern':
    case 'dictionary_splat_pattern': {
      const [name] = partsOf(node);
      return name === undefined ? undefined : { name, packs: node.type === 'list_splat_pattern' ? 'list' : 'dict' };
    }
    case 'typed_parameter': {
      const inner = partsOf(node).find(({ field }) => field !== 'type');
      const parts = inner === undefined ? undefined : parameterParts(inner);
      return parts === undefined ? undefined : { ...parts, ...optional('type', fieldOf(node, 'type')) };
    }
    default:
      return undefined;
  }
}

function optional<K extends string>(key: K, node: Node | undefined): { readonly [P in K]?: Node } {
  return node === undefined ? {} : ({ [key]: node } as { readonly [P in K]?: Node });
}
