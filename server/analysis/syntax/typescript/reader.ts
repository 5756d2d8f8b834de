import { SyntaxKind, skipTrivia } from '#typescript-parser';
import type ts from 'typescript';
import type { Span } from '../../../../rules/kit/index.js';
import type { Binding, Export, Expression, FunctionNode, Module, NameExpression, Owner, Problem, Statement, TypeNode } from '../ir.js';
import { CommonJs } from './commonjs.js';
import { Collected } from '../collected.js';
import { addWrite, type Draft, Names, newBinding } from './names.js';

/** One function per kind of node, at the index of the kind. */
export interface Readers {
  readonly expressions: readonly (((r: Reader, node: never) => Expression) | undefined)[];
  readonly statements: readonly (((r: Reader, node: never, out: Statement[]) => void) | undefined)[];
  readonly types: readonly (((r: Reader, node: never) => TypeNode) | undefined)[];
}

/** Expressions, statements and types in each other count together; the call stack holds several times as much. */
const deepest = 500;

/**
 * One file while it is read: where we are, and what has been collected. The readers of the single kinds of nodes
 * are handed in, and reach each other through {@link expression}, {@link statement} and {@link type} only.
 */
export class Reader extends Collected {
  readonly names = new Names();
  readonly exports: Export[] = [];
  readonly requests = new Set<string>();
  readonly problems: Problem[] = [];
  readonly commonJs: CommonJs;
  /** Where regular expressions and JSX text stand: pairs of offsets. They may look like comments or quotes. */
  readonly verbatim: number[] = [];
  /** Statements that could end with a semicolon: how many do, how many do not. */
  readonly semicolons = { with: 0, without: 0 };
  /** Whether `var` has to be looked for. */
  readonly hasVar: boolean;
  /** The function or module body that is being read. */
  within: Draft<FunctionNode> | Draft<Module>;
  /** What owns the variables that are declared now. */
  owner: Owner;
  /** Where exported declarations go: the module, or the namespace that is being read. */
  exported: (name: string, span: Span, binding: Binding) => void;

  readonly text: string;
  readonly module: Draft<Module>;
  readonly #readers: Readers;
  #depth = 0;

  constructor(module: Draft<Module>, text: string, readers: Readers) {
    super();
    this.module = module;
    this.text = text;
    this.#readers = readers;
    this.within = module;
    this.owner = module;
    this.hasVar = text.includes('var');
    this.exported = (name, span, binding) => void this.exports.push({ name, span, binding });
    this.commonJs = new CommonJs(module, this.exports);
  }

  // ------------------------------------------------------------------------------------------------ descending

  expression(node: ts.Node): Expression {
    const read = this.#readers.expressions[node.kind];
    if (this.#depth >= deepest) return this.#tooDeep(node);
    this.#depth++;
    const expression = read === undefined ? this.opaque(node, []) : read(this, node as never);
    this.#depth--;
    return expression;
  }

  statement(node: ts.Node, out: Statement[]): void {
    if (this.#depth >= deepest) {
      out.push({ kind: 'expression', span: this.span(node), value: this.#tooDeep(node) });
      return;
    }
    this.#depth++;
    this.#readers.statements[node.kind]?.(this, node as never, out);
    this.#depth--;
  }

  type(node: ts.Node): TypeNode {
    const read = this.#readers.types[node.kind];
    if (read === undefined || this.#depth >= deepest) return { kind: 'other', span: this.span(node) };
    this.#depth++;
    const type = read(this, node as never);
    this.#depth--;
    return type;
  }

  /** A node without a meaning of its own. */
  opaque(node: ts.Node, children: readonly Expression[]): Expression {
    return { kind: 'opaque', span: this.span(node), children };
  }

  #tooDeep(node: ts.Node): Expression {
    const span = this.span(node);
    this.problems.push({ message: 'Nested too deeply to be read.', span });
    return { kind: 'opaque', span, children: [] };
  }

  // ---------------------------------------------------------------------------------------------------- places

  /** The offset of the first token of a node, behind white space and comments. */
  start(node: ts.ReadonlyTextRange): number {
    const { text } = this;
    let at = node.pos;
    let c = text.charCodeAt(at);
    // What most gaps are made of; everything else is left to the parser's own function.
    while (c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09) c = text.charCodeAt(++at);
    if (plain[c] !== 1) at = skipTrivia(text, at);
    return at < node.end ? at : node.end;
  }

  span(node: ts.ReadonlyTextRange): Span {
    return this.range(this.start(node), node.end);
  }

  // ----------------------------------------------------------------------------------------------------- names

  /** The text of an identifier; the parser writes one more underscore before two. */
  nameOf(node: ts.Identifier | ts.PrivateIdentifier): string {
    const name = node.escapedText as string;
    return name.charCodeAt(0) === 0x5f && name.charCodeAt(1) === 0x5f && name.charCodeAt(2) === 0x5f ? name.slice(1) : name;
  }

  name(node: ts.Identifier): NameExpression {
    const name = this.nameOf(node);
    this.mention(name);
    return { kind: 'name', span: this.span(node), name, binding: this.names.value(name) };
  }

  /** Declares a name in the current scope. A repeated declaration gives the binding of the first. */
  declare(node: ts.Identifier, kind: Binding['kind'], owner: Owner = this.owner): Draft<Binding> {
    const binding = newBinding(this.nameOf(node), kind, owner, this.span(node));
    this.names.declare(binding);
    return binding;
  }

  /** Says where the value of a declared name comes from. What comes second is an assignment. */
  initialise(binding: Draft<Binding>, source: NonNullable<Binding['source']>): void {
    if (binding.source === undefined) {
      binding.source = source;
      return;
    }
    if (source.kind === 'value') {
      addWrite(binding, { operator: '=', value: source.value, path: source.path, span: source.value.span, within: this.within });
    }
  }
}

export function hasModifier(node: { readonly modifiers?: ts.NodeArray<ts.ModifierLike> }, kind: ts.SyntaxKind): boolean {
  const { modifiers } = node;
  if (modifiers === undefined) return false;
  for (const modifier of modifiers) if (modifier.kind === kind) return true;
  return false;
}

/** ASCII characters that can only begin a token: no white space, comment, shebang or conflict marker. */
const plain = new Uint8Array(128).fill(1, 0x21, 0x7f);
for (const sign of '#/<=>|') plain[sign.charCodeAt(0)] = 0;

export const { DefaultKeyword, ExportKeyword } = SyntaxKind;
