import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Argument, CallExpression, Expression, MemberExpression } from '../ir.js';
import { addMutation, noteChange } from './names.js';
import type { Reader } from './reader.js';

const { BinaryExpression, CommaToken, NoSubstitutionTemplateLiteral, NumericLiteral, ParenthesizedExpression, SpreadElement } = SyntaxKind;

export function readCall(r: Reader, node: ts.CallExpression): Expression {
  const callee = r.expression(plainCallee(node.expression));
  const args = readArguments(r, node.arguments);
  const called =
    callee.kind === 'name' ? callee.name : callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
  const first = args[0]?.value;
  mentionCalled(r, callee);
  if (called !== undefined && first !== undefined && interop.has(called)) return first;

  const call: CallExpression = {
    kind: 'call',
    span: r.span(node),
    callee,
    args,
    isNew: false,
    optional: node.questionDotToken !== undefined,
    argsSpan: r.range(node.arguments.pos - 1, node.end),
    ...(node.typeArguments === undefined ? {} : { typeArgs: node.typeArguments.map((type) => r.type(type)) }),
  };
  if (callee.kind === 'name') {
    if ((called === 'require' || called === 'import') && first?.kind === 'literal' && typeof first.value === 'string')
      r.requests.add(first.value);
  } else if (callee.kind === 'member' && callee.object.kind === 'name' && callee.object.binding !== undefined && called !== undefined) {
    addMutation(callee.object.binding, { kind: 'call', method: called, call, within: r.within });
  } else if (callee.kind === 'member' && callee.object.kind === 'member' && (called === 'push' || called === 'unshift')) {
    noteChange(callee.object, { kind: 'call', method: called, call, within: r.within });
  } else if (called === 'assign' && isObjectAssign(callee) && first?.kind === 'name' && first.binding !== undefined) {
    addMutation(first.binding, { kind: 'call', method: 'Object.assign', call, within: r.within });
  }
  if (called !== undefined) r.commonJs.called(called, call);
  return call;
}

/** `tool()` and `messages.create()` for calls of these: common words mean more where they are called. */
function mentionCalled(r: Reader, callee: Expression): void {
  if (callee.kind === 'name') return r.mention(`${callee.name}()`);
  if (callee.kind !== 'member' || typeof callee.property !== 'string') return;
  r.mention(`${callee.property}()`);
  const { object } = callee;
  const holder = object.kind === 'name' ? object.name : object.kind === 'member' ? object.property : undefined;
  if (typeof holder === 'string') r.mention(`${holder}.${callee.property}()`);
}

function isObjectAssign(callee: Expression): boolean {
  return (
    callee.kind === 'member' && callee.object.kind === 'name' && callee.object.name === 'Object' && callee.object.binding === undefined
  );
}

/**
 * Compiled code wraps modules that it requires: `__importDefault(require('x')).default`. Without the wrapper this is
 * the member `default` of the module, and so the same as `import d from 'x'`: `default` of a required module always
 * means its default export, for a module of the older kind the whole of it. That is how the wrappers define it.
 */
const interop: ReadonlySet<string> = new Set([
  '__importDefault',
  '__importStar',
  '__toESM',
  '_interopRequireDefault',
  '_interopRequireWildcard',
  '_interop_require_default',
  '_interop_require_wildcard',
  '_interopDefault',
  '_interopNamespace',
  '_interopDefaultLegacy',
]);

export function readNew(r: Reader, node: ts.NewExpression): Expression {
  const callee = r.expression(node.expression);
  mentionCalled(r, callee);
  return {
    kind: 'call',
    span: r.span(node),
    callee,
    args: node.arguments === undefined ? [] : readArguments(r, node.arguments),
    isNew: true,
    optional: false,
    argsSpan: r.range(node.arguments === undefined ? node.end : node.arguments.pos - 1, node.end),
  };
}

export function readTaggedTemplate(r: Reader, node: ts.TaggedTemplateExpression): Expression {
  const tag = r.expression(plainCallee(node.tag));
  const span = r.span(node);
  const { template } = node;
  if (template.kind === NoSubstitutionTemplateLiteral) return { kind: 'template', span, texts: [template.text], holes: [], tag };
  return { kind: 'template', span, ...templateParts(r, template), tag };
}

export function readTemplate(r: Reader, node: ts.TemplateExpression): Expression {
  return { kind: 'template', span: r.span(node), ...templateParts(r, node), tag: undefined };
}

function templateParts(r: Reader, node: ts.TemplateExpression): { readonly texts: string[]; readonly holes: Expression[] } {
  const texts = [node.head.text];
  const holes: Expression[] = [];
  for (const span of node.templateSpans) {
    holes.push(r.expression(span.expression));
    texts.push(span.literal.text);
  }
  return { texts, holes };
}

export function readMember(r: Reader, node: ts.PropertyAccessExpression): Expression {
  const object = r.expression(node.expression);
  const property = r.nameOf(node.name);
  r.mention(property);
  return member(r, {
    kind: 'member',
    span: r.span(node),
    object,
    property,
    propertySpan: r.span(node.name),
    optional: node.questionDotToken !== undefined,
  });
}

export function readElement(r: Reader, node: ts.ElementAccessExpression): Expression {
  const object = r.expression(node.expression);
  const key = r.expression(node.argumentExpression);
  const property = key.kind === 'literal' && typeof key.value === 'string' && key.form === undefined ? key.value : key;
  if (typeof property === 'string') r.mention(property);
  return member(r, {
    kind: 'member',
    span: r.span(node),
    object,
    property,
    propertySpan: key.span,
    optional: node.questionDotToken !== undefined,
  });
}

/** What compiled code exports is a variable of the module, so that `exports.x` is a name like any other. */
function member(r: Reader, node: MemberExpression): Expression {
  const binding = r.commonJs.variable(node);
  return binding === undefined ? node : { kind: 'name', span: node.span, name: binding.name, binding };
}

function readArguments(r: Reader, nodes: readonly ts.Expression[]): readonly Argument[] {
  if (nodes.length === 0) return none;
  if (nodes.length === 1) return [readArgument(r, nodes[0]!)];
  return nodes.map((node) => readArgument(r, node));
}

const none: readonly never[] = [];

function readArgument(r: Reader, node: ts.Expression): Argument {
  const spread = node.kind === SpreadElement;
  const value = r.expression(spread ? (node as ts.SpreadElement).expression : node);
  const start = r.start(node);
  const same = value.span.start === start && value.span.end === node.end;
  return { value, spread, span: same ? value.span : r.range(start, node.end) };
}

/** `(0, x.y)(…)` calls `x.y` without its `this`; compilers write it for every call of an import. */
function plainCallee(node: ts.Expression): ts.Expression {
  let at = node;
  while (at.kind === ParenthesizedExpression) at = (at as ts.ParenthesizedExpression).expression;
  if (at.kind !== BinaryExpression) return node;
  const { left, operatorToken, right } = at as ts.BinaryExpression;
  return operatorToken.kind === CommaToken && left.kind === NumericLiteral ? right : node;
}
