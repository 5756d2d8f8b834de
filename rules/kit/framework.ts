import type { Access } from './access.js';
import type { Data, HintName } from './model.js';

/** A property path inside an object: `inputSchema`, `annotations.readOnlyHint`. */
export type Field = string;

/** How one form of definition says what. Places are relative to the call; fields to the definition object. */
export interface ToolForm {
  /** `McpServer#registerTool`, `tool`: a path as in effect files. */
  readonly call: string;
  readonly name?: Access;
  readonly title?: Access;
  readonly description?: Access;
  readonly input?: Access;
  readonly hints?: Access;
  readonly handler?: Access;
  readonly gate?: Access;
}

/** A definition as an object: in a list that a handler returns, or as an entry of a `tools` object. */
export interface ToolShape {
  readonly name?: Field;
  readonly title?: Field;
  readonly description: readonly Field[];
  readonly input: readonly Field[];
  readonly hints?: Field;
  readonly handler?: readonly Field[];
  readonly gate?: Field;
}

/** What a form's own function may ask of a call. Every answer is about values, not about syntax. */
export interface CallView {
  readonly count: number;
  /** `string`, `function`, `object`, …; `unknown` when it could not be told. */
  kind(access: Access): 'string' | 'function' | 'object' | 'array' | 'schema' | 'other' | 'unknown' | 'absent';
  /** Keys of an object, `undefined` when not all are known. */
  keys(access: Access): readonly string[] | undefined;
  /** Kind of each property value of an object. */
  valueKinds(access: Access): readonly ReturnType<CallView['kind']>[];
}

export interface Framework {
  readonly id: string;
  readonly title: string;
  readonly language: 'typescript' | 'python';
  /** Packages whose import switches the framework on. */
  readonly packages: readonly string[];
  readonly reference: string;
  /** Names whose mention makes a function worth walking: the last parts of the calls below. */
  readonly markers: readonly string[];
  /** What yields an instance of a class, as in effect files. */
  readonly instances?: Readonly<Record<string, readonly string[]>>;
  /** Functions that hand their argument back. */
  readonly identity?: Readonly<Record<string, Access>>;
  /** Calls of the package that change nothing: progress, logs, questions to the model. */
  readonly harmless?: readonly string[];
  /** Calls that ask a human. */
  readonly asks?: readonly string[];
  /** The host asks the user by hints, so truthful hints are the gate. */
  readonly hosted: boolean;
  /** Names of the four hints in this framework's declarations. */
  readonly hintNames?: Readonly<Record<HintName, string>>;
  readonly tools: readonly ToolForm[];
  /** Calls whose arguments depend on what is given: returns the form that applies. */
  readonly overloads?: readonly {
    readonly call: string;
    readonly resolve: (call: CallView) => Omit<ToolForm, 'call'> | undefined;
  }[];
  /** A list handler and a call handler of one receiver; the call handler decides by name. */
  readonly dispatch?: readonly {
    readonly call: string;
    /** Value or export that the first argument must be. */
    readonly list: readonly string[];
    readonly invoke: readonly string[];
    readonly handler: Access;
    /** Where the tools stand in the list handler's result. */
    readonly tools: Field;
    readonly shape: ToolShape;
    /** Path in the call handler's first parameter to the tool's name, and to its arguments. */
    readonly requestName: Field;
    readonly requestInput: Field;
  }[];
  /** Calls that take a set of tools: keys are names, entries are definitions. */
  readonly sets?: readonly {
    readonly call: string;
    readonly tools: Access;
    readonly shape: ToolShape;
    /** Map from tool name to approval on the same call. */
    readonly gates?: Access;
    /** Values of that map that let the tool run by itself. */
    readonly open?: readonly string[];
    /** Calls of this kind run the tools; the rest only hold them. */
    readonly agent: boolean;
  }[];
  /** A definition that no set holds: the call's own argument, named by its variable or key. */
  readonly loose?: readonly { readonly call: string; readonly definition: Access; readonly shape: ToolShape }[];
  /** The handler gets the model's arguments first, then this class of the package; alone when the tool has no schema. */
  readonly context?: { readonly type: string; readonly aloneWithoutInput: boolean };
  /** Properties of the context that identify this call (K3), and those that are new for each attempt (K1). */
  readonly callIds?: readonly string[];
  readonly requestIds?: readonly string[];
  /** How approval is switched on by an edit; with `then`, what holds for majors after `until`. */
  readonly approval?: Approval & { readonly until?: number; readonly then?: Approval };
}

/** A property of the definition, or of a map by tool name on the call that runs the tools. */
export interface Approval {
  readonly on: 'definition' | 'set';
  readonly field: Field;
  readonly value: Data;
}

/** The protocol's own names of the four hints. */
export const mcpHints = {
  readOnly: 'readOnlyHint',
  destructive: 'destructiveHint',
  idempotent: 'idempotentHint',
  openWorld: 'openWorldHint',
} as const satisfies Readonly<Record<HintName, string>>;

/** Defines how one SDK declares tools. */
export function defineFramework<const F extends Framework>(framework: F): F {
  return framework;
}
