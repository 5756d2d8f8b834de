/**
 * The language-neutral form that every reader produces and everything above reads. A module is plain data: no parser node, no
 * source text of its own, no cycles except from a name to its {@link Binding}. Offsets are UTF-16 offsets into the text.
 */
import type { Span } from '../../../rules/kit/index.js';
import type { Mutation } from './ir-mutations.js';
import type { TypeNode } from './ir-types.js';

export type { Change, Mutation } from './ir-mutations.js';
export type { TypeMember, TypeNode, TypedParameter } from './ir-types.js';

/** Languages that are read into this form. */
export type SourceLanguage = 'typescript' | 'python';

/** One source file. Its body is the code that runs when the module is loaded. */
export interface Module {
  readonly kind: 'module';
  readonly file: string;
  readonly language: SourceLanguage;
  /** Top-level statements in source order. */
  readonly body: readonly Statement[];
  /** Everything that this module makes visible to others, re-exports included. */
  readonly exports: readonly Export[];
  /** Specifiers of every import, re-export, `require` and `import()` of a literal, without duplicates. */
  readonly requests: readonly string[];
  readonly comments: readonly Comment[];
  /** Syntax errors; the tree around them is still usable. */
  readonly problems: readonly Problem[];
  /** Every identifier that is called, written or mentioned: used to skip functions that cannot matter. */
  readonly mentions: Mentioned;
  /** Style facts that fixes imitate. */
  readonly style: Style;
}

/** Names in a stretch of code. */
export interface Mentioned extends ReadonlySet<string> {
  /** Those that are among `names`; cheaper than asking for each. */
  among(names: Pick<ReadonlySet<string>, 'has'>): ReadonlySet<string>;
  /** Whether one of them is among `names`. */
  hasAny(names: Pick<ReadonlySet<string>, 'has'>): boolean;
}

export interface Style {
  readonly quote: "'" | '"';
  readonly indent: string;
  readonly eol: '\n' | '\r\n';
  readonly semicolons: boolean;
}

export interface Problem {
  readonly message: string;
  readonly span: Span;
}

export interface Comment {
  /** Text without comment signs, trimmed. */
  readonly text: string;
  readonly span: Span;
}

/**
 * `name` is what importers say; `default` for the default export, `*` for a star re-export without a name, `export=` for the whole
 * of a CommonJS module that assigns it itself (`module.exports = …`); its keys, as far as they are written down, are there too.
 */
export type Export =
  | { readonly name: string; readonly span: Span; readonly binding: Binding }
  | { readonly name: string; readonly span: Span; readonly value: Expression }
  | { readonly name: string; readonly span: Span; readonly from: string; readonly imported: string };

/** What owns variables: their life begins when it is entered and ends when it is left. */
export type Owner = Module | FunctionNode | LoopStatement | ClassNode;

/** One declared name. References point here, so that no later stage looks names up by text. */
export interface Binding {
  readonly name: string;
  readonly kind: 'const' | 'variable' | 'parameter' | 'import' | 'function' | 'class' | 'loop' | 'catch' | 'type';
  readonly owner: Owner;
  readonly span: Span;
  /** Where the first value comes from; absent for `let x;`, parameters and names without a known value. */
  readonly source?: BindingSource;
  /** Assignments after the declaration (`x = …`, `x += …`). */
  readonly writes: Write[];
  /** Calls of a member and writes to a member (`x.push(…)`, `x.y = …`, `x[k] = …`), in source order. */
  readonly mutations: Mutation[];
  readonly type?: TypeNode;
}

export type BindingSource =
  /** `const x = value`; with a path, `const { a: { b } } = value` gives `['a', 'b']` for `b`, items of arrays by number. */
  | { readonly kind: 'value'; readonly value: Expression; readonly path: readonly PathStep[]; readonly fallback?: Expression }
  /** A parameter; `path` when it is destructured. */
  | {
      readonly kind: 'parameter';
      readonly fn: FunctionNode;
      readonly index: number;
      readonly path: readonly PathStep[];
      readonly rest: boolean;
      readonly fallback?: Expression;
    }
  /** A loop variable: each item (`of`), or each key (`in`), of `iterable`. */
  | { readonly kind: 'loop'; readonly loop: LoopStatement; readonly path: readonly PathStep[] }
  /** `imported` is the exported name, `default`, or `*` for the namespace. */
  | { readonly kind: 'import'; readonly from: string; readonly imported: string; readonly typeOnly: boolean }
  | { readonly kind: 'function'; readonly fn: FunctionNode }
  | { readonly kind: 'class'; readonly cls: ClassNode }
  | { readonly kind: 'type'; readonly type: TypeNode };

/** A property name, an index, or `{ rest }`: what is left after the named ones. */
export type PathStep = string | number | { readonly rest: readonly string[] };

export interface Write {
  readonly operator: string;
  readonly value: Expression;
  readonly path: readonly PathStep[];
  readonly span: Span;
  /** The function, or module, that the assignment stands in. */
  readonly within: FunctionNode | Module;
}

// ---------------------------------------------------------------------------------------------- expressions

interface At {
  readonly span: Span;
}

export type Expression =
  | LiteralExpression
  | TemplateExpression
  | NameExpression
  | MemberExpression
  | CallExpression
  | ObjectExpression
  | ArrayExpression
  | FunctionNode
  | ClassNode
  | BinaryExpression
  | ConditionalExpression
  | UnaryExpression
  | AssignExpression
  | ThisExpression
  | SequenceExpression
  | OpaqueExpression;

export interface LiteralExpression extends At {
  readonly kind: 'literal';
  readonly value: string | number | boolean | null | undefined;
  /** Set for a regular expression and a big integer, whose value is their text. */
  readonly form?: 'regex' | 'bigint';
}

/** A template or f-string; `texts` has one item more than `holes`. A tag makes it a call with one argument. */
export interface TemplateExpression extends At {
  readonly kind: 'template';
  readonly texts: readonly string[];
  readonly holes: readonly Expression[];
  readonly tag?: Expression;
}

/** A name; without a binding it is global (or undeclared). */
export interface NameExpression extends At {
  readonly kind: 'name';
  readonly name: string;
  readonly binding?: Binding;
}

export interface MemberExpression extends At {
  readonly kind: 'member';
  readonly object: Expression;
  /** A constant name, or the expression in brackets. Bracketed string literals are given as their string. */
  readonly property: string | Expression;
  readonly propertySpan: Span;
  readonly optional: boolean;
}

export interface Argument extends At {
  readonly value: Expression;
  readonly spread: boolean;
  /** The keyword that a Python argument is given by; `**` for a dictionary of them. */
  readonly name?: string;
}

export interface CallExpression extends At {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: readonly Argument[];
  readonly isNew: boolean;
  readonly optional: boolean;
  /** From the opening to behind the closing parenthesis; empty at the end when `new X` has none. */
  readonly argsSpan: Span;
  /** `f<Service>(…)`. */
  readonly typeArgs?: readonly TypeNode[];
  readonly asserted?: TypeNode;
  /** A decorator of Python is a call with what it stands on. */
  readonly decorates?: true;
}

export type ObjectEntry =
  | {
      readonly kind: 'entry';
      readonly key: string | Expression;
      readonly keySpan: Span;
      readonly value: Expression;
      readonly span: Span;
      readonly shorthand: boolean;
    }
  | {
      readonly kind: 'accessor';
      readonly key: string | Expression;
      readonly keySpan: Span;
      readonly value: FunctionNode;
      readonly span: Span;
      readonly set: boolean;
    }
  | { readonly kind: 'spread'; readonly value: Expression; readonly span: Span };

export interface ObjectExpression extends At {
  readonly kind: 'object';
  readonly entries: readonly ObjectEntry[];
  /** The type that `as` or `satisfies` states; so for lists and calls. */
  readonly asserted?: TypeNode;
}

export interface ArrayExpression extends At {
  readonly kind: 'array';
  readonly items: readonly { readonly value: Expression; readonly spread: boolean }[];
  readonly asserted?: TypeNode;
}

export interface BinaryExpression extends At {
  readonly kind: 'binary';
  /** Source operator; `&&`, `||`, `??` included, Python's `and`/`or`/`==`/`is` written as `&&`/`||`/`===`. */
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface ConditionalExpression extends At {
  readonly kind: 'conditional';
  readonly test: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}

/**
 * `!x`, `-x`, `typeof x`, `await x`, `yield x`, `void x`, `delete x`, `++x`, `x--`; `with x` is what entering a context manager of
 * Python gives, and `leave x` leaves it.
 */
export interface UnaryExpression extends At {
  readonly kind: 'unary';
  readonly operator: string;
  readonly operand: Expression;
}

export interface AssignExpression extends At {
  readonly kind: 'assign';
  readonly operator: string;
  readonly target: Expression;
  readonly value: Expression;
}

export interface ThisExpression extends At {
  readonly kind: 'this' | 'super';
}

export interface SequenceExpression extends At {
  readonly kind: 'sequence';
  readonly items: readonly Expression[];
}

/** Something that has no meaning of its own here; its parts are still visited. */
export interface OpaqueExpression extends At {
  readonly kind: 'opaque';
  readonly children: readonly Expression[];
}

export interface Parameter {
  readonly name?: string;
  readonly bindings: readonly Binding[];
  readonly type?: TypeNode;
  readonly fallback?: Expression;
  readonly rest: boolean;
  readonly span: Span;
  /** `*args` and `**kwargs` of Python take what no other parameter does, as a list and as an object. */
  readonly packs?: 'list' | 'dict';
  /** Can only be given by its name. */
  readonly keywordOnly?: true;
  /** What `Annotated` says beside the type. */
  readonly notes?: readonly Expression[];
}

export interface FunctionNode extends At {
  readonly kind: 'function';
  readonly name?: string;
  readonly nameSpan?: Span;
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  /** Arrow functions see the `this` around them. */
  readonly arrow: boolean;
  readonly async: boolean;
  readonly generator: boolean;
  readonly decorators: readonly Expression[];
  /** With its decorators; absent where there are none, and in TypeScript. */
  readonly whole?: Span;
  readonly returnType?: TypeNode;
  /** Every function and module body around, innermost first, ends with the module. */
  readonly outer: Owner;
  /** Names that the body mentions, those of inner functions included. */
  readonly mentions: Mentioned;
}

export interface ClassNode extends At {
  readonly kind: 'class';
  readonly name?: string;
  readonly nameSpan?: Span;
  readonly base?: Expression;
  readonly implements: readonly TypeNode[];
  /** The text that a Python class begins with. */
  readonly text?: LiteralExpression;
  /** Further base classes of Python, in which members are looked for when the first has none. */
  readonly mixins?: readonly Expression[];
  readonly members: readonly ClassMember[];
  readonly decorators: readonly Expression[];
  readonly outer: Owner;
  readonly mentions: Mentioned;
}

export interface ClassMember extends At {
  readonly kind: 'method' | 'field' | 'getter' | 'setter' | 'deleter' | 'constructor' | 'block';
  readonly name?: string;
  readonly nameSpan?: Span;
  readonly static: boolean;
  /** The function of a method, getter, setter, deleter of Python, constructor or static block; the initialiser of a field. */
  readonly value?: Expression;
  readonly type?: TypeNode;
  /** Decorators of a field; those of a method are on its function. */
  readonly decorators?: readonly Expression[];
  /** Only code of its own module may assign it: it is private, protected or read-only. */
  readonly closed?: true;
  /** TypeScript `constructor(private readonly db: Pool)` declares the field that the parameter is named for. */
  readonly parameterIndex?: number;
  /** Declared with a type in the body of a Python class: what is made of data takes it by this name. `Annotated` says more beside the type. */
  readonly annotated?: true;
  readonly notes?: readonly Expression[];
  /** Classes that inherit it say what it does: an abstract method of Python. */
  readonly abstract?: true;
}

export type Statement =
  | (At & { readonly kind: 'declare'; readonly bindings: readonly Binding[]; readonly value?: Expression })
  | (At & { readonly kind: 'expression'; readonly value: Expression })
  | (At & { readonly kind: 'return'; readonly value?: Expression })
  | (At & { readonly kind: 'throw'; readonly value?: Expression })
  | (At & { readonly kind: 'if'; readonly test: Expression; readonly then: readonly Statement[]; readonly otherwise: readonly Statement[] })
  | LoopStatement
  | (At & { readonly kind: 'switch'; readonly subject: Expression; readonly cases: readonly SwitchCase[] })
  | TryStatement
  | (At & { readonly kind: 'block'; readonly body: readonly Statement[] })
  | (At & { readonly kind: 'function'; readonly fn: FunctionNode; readonly binding?: Binding })
  | (At & { readonly kind: 'class'; readonly cls: ClassNode; readonly binding?: Binding })
  | (At & { readonly kind: 'break' | 'continue' });

export interface LoopStatement extends At {
  readonly kind: 'loop';
  readonly form: 'of' | 'in' | 'for' | 'while' | 'do';
  readonly init: readonly Statement[];
  readonly iterable?: Expression;
  readonly test?: Expression;
  readonly update?: Expression;
  readonly bindings: readonly Binding[];
  readonly body: readonly Statement[];
  readonly outer: Owner;
}

export interface SwitchCase {
  /** Empty for `default`. */
  readonly tests: readonly Expression[];
  readonly body: readonly Statement[];
  readonly span: Span;
}

export interface TryStatement extends At {
  readonly kind: 'try';
  readonly body: readonly Statement[];
  readonly handlers: readonly {
    readonly binding?: Binding;
    /** Python exception types, and all that the clause says it catches, its name left out. */
    readonly types: readonly Expression[];
    readonly caught?: Span;
    readonly body: readonly Statement[];
    readonly span: Span;
    /** From the opening to behind the closing brace of the handler; the `pass` at its end, which stands for nothing. */
    readonly bodySpan: Span;
    readonly idle?: Span;
  }[];
  /** `uncaught`: how many statements at the end of the body have failures of their own, which is what Python has behind `else`. */
  readonly uncaught?: number;
  readonly finalizer: readonly Statement[];
}
