import type { Access } from './access.js';
import type { AgentRun, KeepForm, LimitForm, PauseForm } from './agent-forms.js';
import type { Approval, Confirmation, ModelAnswer, Permissions, ToolDecorator, ToolKit, ToolModule, ToolServers } from './forms.js';
import type { Certainty, HintName, Maker } from './model.js';

/** A property path inside an object: `inputSchema`, `annotations.readOnlyHint`. */
export type Field = string;

/** One place, or several of which the first that holds something counts. */
export type Places = Access | readonly Access[];

/** Where the model's arguments stand in the handler's first parameter; with `until`, up to this major version of the package. */
export type InputAt = Field | { readonly field: Field; readonly until: number };

/** How one form of definition says what. Places are relative to the call; fields to the definition object. */
export interface ToolForm {
  /** `McpServer#registerTool`, `tool`: a path as in effect files. */
  readonly call: string;
  /** A function stands for its own name. */
  readonly name?: Places;
  readonly title?: Access;
  readonly description?: Places;
  readonly input?: Places;
  readonly hints?: Access;
  /** Tags and data that the framework only carries; a tier may be among them. All places count. */
  readonly labels?: readonly Access[];
  /** Words that say a hint in the framework's own way: `ToolType.READ`. */
  readonly says?: Readonly<Partial<Record<HintName, SaidHint>>>;
  /** The schema of the answer. */
  readonly output?: Access;
  readonly handler?: Places;
  readonly gate?: Access;
  /** After how long the framework ends the tool. */
  readonly timeout?: Access;
  /** Words for a gate that lets the tool run by itself. */
  readonly open?: readonly string[];
  /** When `true`, the program around the tool does not ask for it. */
  readonly skips?: Access;
  /** A function whose result asks the user when it has this property. */
  readonly confirms?: { readonly by: Access; readonly field: Field };
  readonly inputAt?: InputAt;
  /** Why there is no function to follow although the program runs the tool. */
  readonly elsewhere?: string;
  /** The call makes tools that nothing in the program defines, and why. */
  readonly outside?: string;
  /** What the nearest `package.json` says of the tool of this name. */
  readonly manifest?: Manifest;
  /**
   * A decorator: the call, or what it gives, is put on the function that is the handler (`@tool`, `@tool(name=…)`,
   * `server.tool(name=…)(run)`). Places are those of the call in brackets.
   */
  readonly applied?: true;
}

/** A value that stands for a hint. The first place that holds one of the words counts. */
export interface SaidHint {
  readonly at: Places;
  readonly yes: readonly (string | boolean)[];
  readonly no: readonly (string | boolean)[];
}

/** A list in `package.json` whose items describe tools. */
export interface Manifest {
  readonly list: Field;
  readonly name: Field;
  readonly description: Field;
  readonly input: Field;
}

/** A definition as an object: in a list that a handler returns, or as an entry of a `tools` object. */
export interface ToolShape {
  /** Several: the first that says one; a function stands for its own name. */
  readonly name?: Field | readonly Field[];
  /** What a name must not hold is replaced by `_`. */
  readonly plainName?: true;
  readonly title?: Field;
  readonly description: readonly Field[];
  readonly input: readonly Field[];
  readonly hints?: Field;
  /** Tags and data that the framework only carries; a tier may be among them. All fields count. */
  readonly labels?: readonly Field[];
  /** The schema of the answer. */
  readonly output?: Field;
  readonly handler?: readonly Field[];
  readonly gate?: Field;
  /** After how long the framework ends the tool. */
  readonly timeout?: Field;
  /** When `true`, the program around the tool does not ask for it. */
  readonly skips?: Field;
  readonly inputAt?: InputAt;
}

/** What makes a thing of this class, as in `instances`, says what the tool is. */
export interface DescribedTool {
  readonly type: string;
  /** A class stands for its own name. */
  readonly name: Places;
  readonly description: Places;
  readonly input: Places;
}

/** A class of the package whose subclasses are tools: fields and methods are those of an instance. */
export interface ToolClass {
  readonly base: string;
  readonly shape: ToolShape;
  /** All tools of this kind have one name. */
  readonly named?: string;
  /** A class that does not say its name itself, whatever its base says, has its own in snake case, without this ending. */
  readonly ownName?: { readonly without: string };
  /** A method of the class that makes its instances: what they are given there says what no field does. */
  readonly makes?: string;
  /** The model chooses among the handlers; otherwise the first that is there runs. */
  readonly every?: true;
  /** The base takes what no field says as an object, at this place of its constructor. */
  readonly config?: Access;
  /** The base takes what no field says one by one. */
  readonly given?: Readonly<Record<Field, Access>>;
}

/** A call that takes a set of tools: a map by name, or a list. */
export interface ToolSet {
  readonly call: string;
  /** Of several places, all count; `this` is what the call is a method of. */
  readonly tools: Places;
  /** Servers whose tools it holds. */
  readonly servers?: ToolServers;
  /** How an entry is read that is a plain object. */
  readonly shape: ToolShape;
  /** Map from tool name to approval on the same call, or one approval for all. */
  readonly gates?: Access;
  /** Lists of names of tools that are asked for, and of those that are not; without either, `gates` counts. */
  readonly asked?: { readonly always: Places; readonly never: Places };
  /** What holds when nothing is given there. */
  readonly gated?: 'always';
  /** Values of that map that let the tool run by itself. */
  readonly open?: readonly string[];
  /** A decorator, which is put on one tool: its first argument, before those that it is given; nothing where it is given this word. */
  readonly applied?: true | { readonly unless: Access; readonly is: string };
  /** The call defines the tool as well. */
  readonly beside?: true;
  /** What runs the tools was given a word, or has one by its class: by some it asks before each call. */
  readonly asks?: {
    readonly who: Access;
    readonly at: Access;
    readonly otherwise: Readonly<Record<string, string>>;
    readonly always: readonly string[];
  };
  /** Functions among the tools are tools, too: they say everything themselves. */
  readonly functions?: true;
  /** Classes of data among the tools are tools, too: named by themselves, with their fields as parameters. */
  readonly models?: true;
  /** It runs the tools that are registered with it, so what holds for it holds for these. */
  readonly serves?: true;
  /** Calls of this kind run the tools; the rest only hold them. */
  readonly agent: boolean;
  readonly name?: Access;
  /** Entries only say names that a registry has: the field with the name. */
  readonly refers?: Field;
  /** It makes its tools known under its name, by which others refer to them. */
  readonly registers?: true;
  /** The program runs the tools by what this call answers. */
  readonly answer?: ModelAnswer;
  readonly permissions?: Permissions;
  readonly limits?: readonly LimitForm[];
  /** Places of what holds the agent's answer against something: a type, a guardrail, middleware. Without one of them, nothing does. */
  readonly checks?: readonly Access[];
  /** What keeps a run, so that it can go on: the first that is given counts. */
  readonly keeps?: readonly KeepForm[];
  /** It runs a graph, which is what the call is a method of: its parts are added by `runs` with `adds`. */
  readonly graph?: true;
  /** It runs its tools only as a part of such a graph. */
  readonly part?: true;
  /** The call itself runs the tools, and is over when they are. */
  readonly atOnce?: true;
  /** Runs a tool that failed again: how often, where that is given, and how often otherwise. */
  readonly reruns?: readonly { readonly by: string; readonly at?: Access; readonly otherwise: number; readonly certainty: Certainty }[];
  /** Lists of policies that hold for these tools. */
  readonly policies?: readonly Access[];
  readonly pauses?: PauseForm;
  /** A list of objects that are agents of their own: places in each of them. */
  readonly inner?: { readonly at: Access; readonly name: Field; readonly tools: Field; readonly gates?: Field };
  /**
   * Its questions reach only the code that runs it, so no human hears them where that is a tool's. It is run by being called itself, or
   * by these methods; `unless`: what is given there answers them, `answers`: an argument of these methods that does.
   */
  readonly unheard?: { readonly runs?: readonly string[]; readonly unless?: Access; readonly answers?: string };
  /** What no human sees when it is one of these things of the package: `approveAll`. */
  readonly waives?: { readonly at: Access; readonly values: readonly string[] };
}

/** A call whose result decides about tools by their names, and holds where it is handed over, or everywhere when that is not seen. */
export interface ToolPolicy {
  readonly call: string;
  /** Map from tool name to approval; `false` lets it run by itself. */
  readonly gates?: Access;
  /** The approvals of the map are things of the package: what asks was given to each. */
  readonly confirms?: Confirmation;
  /** List of names of tools that run by themselves, while all others ask. */
  readonly free?: Access;
  /** What holds for all tools when neither is given. */
  readonly otherwise?: 'always';
  /** Ends the agents that it is handed to, unless it counts one tool alone. */
  readonly limit?: LimitForm & { readonly unless?: Access };
  /** Runs a tool that failed again: how often, how often when that is not said, and for which tools. */
  readonly retries?: { readonly attempts: Access; readonly otherwise: number; readonly tools?: Access };
}

/** Where the parts of a definition stand, in projects that have no SDK to say so; the first that is there counts. */
export interface OwnShape {
  readonly name: readonly Field[];
  readonly title: readonly Field[];
  readonly description: readonly Field[];
  readonly input: readonly Field[];
  readonly handler: readonly Field[];
  readonly hints: readonly Field[];
  /** Booleans of the definition itself. */
  readonly flags: Readonly<Record<HintName, readonly Field[]>>;
  /** Words that a field of the definition says instead: `type: 'readOnly'`. */
  readonly words: Readonly<Partial<Record<HintName, { readonly at: readonly Field[]; readonly says: readonly string[] }>>>;
  readonly gate: readonly Field[];
  /** Words for a gate that lets the tool run by itself. */
  readonly open?: readonly string[];
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
  /** Objects that exist without an import, whose mention switches it on: `document.modelContext`. */
  readonly globals?: readonly string[];
  /** Names under which the packages are published, where those are not the names that are imported. */
  readonly distributions?: readonly string[];
  /** Projects are written inside the package: what nothing is known of in there is read. */
  readonly grows?: true;
  readonly reference: string;
  /** Other text that a file must hold to be looked at, where a tool's file may mention neither a package nor a marker. */
  readonly words?: readonly string[];
  /**
   * Names whose mention makes a function worth walking: the last parts of the calls below. Common words count only where they are
   * called: `tool()`, `messages.create()`.
   */
  readonly markers: readonly string[];
  /** What yields an instance of a class, as in effect files. */
  readonly instances?: Readonly<Record<string, readonly string[]>>;
  /** What `import x from` the package is, and which classes extend which, as in effect files. */
  readonly default?: string;
  readonly extends?: Readonly<Record<string, string>>;
  /** Functions that hand their argument back. */
  readonly identity?: Readonly<Record<string, Access>>;
  /** Classes of the package that are the data which they are given by name: `ToolAnnotations(readOnlyHint=True)`. */
  readonly records?: readonly string[];
  /** Classes of the package whose instances the framework hands to a handler: parameters of these types are not the model's. */
  readonly hidden?: readonly string[];
  /** Members of what a handler is handed that are of the type in brackets: `RunContext[Shop]` has a `Shop` in `deps`. */
  readonly handsOn?: Readonly<Record<string, Field>>;
  /** Names of parameters that the framework fills. */
  readonly hiddenNames?: readonly string[];
  /**
   * What a function yields that the server was given, by where handlers find it: `{ 'Context#lifespan_context': 'arg :lifespan' }`.
   * An object that the framework hands to a handler knows its server.
   */
  readonly holds?: Readonly<Record<string, `arg :${string}`>>;
  /** Calls of the package that change nothing: progress, logs, questions to the model. */
  readonly harmless?: readonly string[];
  /** Other calls of the packages were not looked at: their names decide, as for packages that nobody described. */
  readonly partly?: true;
  /** Calls that ask a human. */
  readonly asks?: readonly string[];
  /** Words where a server is told to speak HTTP, and may be one of many processes. */
  readonly http?: readonly string[];
  /** The host asks the user by hints, so truthful hints are the gate. */
  readonly hosted: boolean;
  /** The program that runs the tools asks the user before each call, whatever the hints say. */
  readonly asksFirst?: true;
  /** After the answer to a question, the handler runs again from its start. */
  readonly startsAgain?: true | readonly string[];
  /** Runs handlers again by itself; with a directive, those that begin with it. */
  readonly reruns?: readonly {
    readonly by: string;
    readonly attempts: number | null;
    readonly certainty: Certainty;
    readonly directive?: string;
  }[];
  /** Names of the four hints in this framework's declarations. */
  readonly hintNames?: Readonly<Record<HintName, string>>;
  /** Names that are accepted as well; from a major version of the package on, those to write. */
  readonly otherHintNames?: { readonly from?: number; readonly names: Readonly<Record<HintName, string>> };
  /** The property of an answer that says that it tells a failure. */
  readonly failureFlag?: string;
  /** The class of the package whose words reach the model when a tool raises it. */
  readonly failureClass?: string;
  /** The class of Python that holds the hints. */
  readonly hintClass?: Maker;
  readonly tools: readonly ToolForm[];
  /** Calls whose arguments depend on what is given: returns the form that applies. */
  readonly overloads?: readonly {
    readonly call: string;
    readonly resolve: (call: CallView) => Omit<ToolForm, 'call'> | undefined;
  }[];
  /** A list handler and a call handler of one receiver; the call handler decides by name. */
  readonly dispatch?: readonly {
    readonly call?: string;
    /** Decorators of the two handlers: the list takes nothing, the call a name and its arguments. */
    readonly decorators?: { readonly list: string; readonly invoke: string };
    /**
     * Methods of subclasses of `base`, which stand before a server: they answer themselves, or call what they are given second. What
     * they are given first is an `asked`.
     */
    readonly methods?: {
      readonly base: string;
      readonly list: string;
      readonly invoke: string;
      readonly asked: string;
      readonly next: string;
    };
    /** One call is given both handlers. */
    readonly both?: { readonly call: string; readonly list: Access; readonly invoke: Access };
    /** Value or export that the first argument must be. */
    readonly list: readonly string[];
    readonly invoke: readonly string[];
    readonly handler: Access;
    /** Which parameter of the call handler holds the request, where it is not the first. */
    readonly requestAt?: number;
    /** Where the tools stand in the list handler's result. */
    readonly tools: Field;
    readonly shape: ToolShape;
    /** Path in the call handler's first parameter to the tool's name, and to its arguments. */
    readonly requestName: Field;
    readonly requestInput: Field;
  }[];
  /** Things of the package that describe a tool for the call which they are handed to. */
  readonly described?: readonly DescribedTool[];
  /** Subclasses of these are tools. */
  readonly classes?: readonly ToolClass[];
  /** Subclasses of these hold several tools. */
  readonly kits?: readonly ToolKit[];
  readonly decorators?: readonly ToolDecorator[];
  readonly modules?: readonly ToolModule[];
  readonly sets?: readonly ToolSet[];
  readonly policies?: readonly ToolPolicy[];
  readonly runs?: readonly AgentRun[];
  /** Things of the packages that keep a run only as long as the process lives: `InMemorySaver`. */
  readonly forgetful?: readonly string[];
  /** A file in the folder of a program, or above it, that says that a platform runs its agents, and keeps their runs. */
  readonly platform?: string;
  /** A definition that no set holds: the call's own argument, named by a field, its variable or key. */
  readonly loose?: readonly { readonly call: string; readonly definition: Access; readonly shape: ToolShape }[];
  /** Definitions that no call of a package takes: a type, a helper or a name of the project says that they are tools. */
  readonly own?: OwnShape;
  /** The handler gets the model's arguments first, then this class of the package; alone when the tool has no schema. */
  readonly context?: { readonly type: string; readonly aloneWithoutInput: boolean };
  /** What of the context says that the call was given up, by package. */
  readonly signal?: Readonly<Record<string, Field>>;
  /** Properties of the context that identify this call (K3), and those that are new for each attempt (K1). */
  readonly callIds?: readonly string[];
  readonly requestIds?: readonly string[];
  /** Calls, and names of arguments, by which a server is told to verify the token of each request. */
  readonly verifies?: readonly string[];
  /** What of the context is the session of the protocol, or its id: `Context#session_id`. */
  readonly sessions?: readonly string[];
  /** How approval is switched on by an edit; with `then`, what holds for majors after `until`. */
  readonly approval?: Approval & { readonly until?: number; readonly then?: Approval };
}

/** Defines how one SDK declares tools. */
export function defineFramework<const F extends Framework>(framework: F): F {
  return framework;
}
