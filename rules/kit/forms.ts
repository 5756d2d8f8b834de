/** Forms of declaring tools that are more than one call: modules, decorators, answers of a model, permissions by name. */
import type { Access } from './access.js';
import type { Field, Places, ToolShape } from './framework.js';
import type { Data } from './model.js';

/** A module that is a tool because of the folder that it stands in. Fields are its exports; without a name it is named by its file. */
export interface ToolModule {
  readonly folder?: string;
  /** It is one wherever it stands because it has this export, which describes its function of the same name. Fields are those of the export. */
  readonly export?: string;
  readonly shape: ToolShape;
}

/** A class of the package whose subclasses hold tools that are methods of theirs. */
export interface ToolKit {
  readonly base: string;
  /** A list of functions that the constructor of the package's class gets. */
  readonly tools?: Access;
  /** A method of the package's class that the constructor hands a function to. */
  readonly adds?: string;
  /** A field with the names of the methods; the first of several names is the tool's. */
  readonly names?: string;
  /** Lists of names of tools that are asked for first, or that somebody else runs. */
  readonly asked?: readonly Access[];
}

/** A decorator of methods that are tools. Fields are those of the decorator's argument; without a name the tool has the method's. */
export interface ToolDecorator {
  readonly call: string;
  readonly options: Access;
  readonly shape: ToolShape;
  /** Parameters whose type is a class are handed in by the framework; the others are the model's. */
  readonly injects?: true;
  /** A method without a name of its own is known by its name in snake case. */
  readonly snakeCase?: true;
}

/** Plain data for the answer of a model; `$name`, `$input` and `$call` stand for the tool, its arguments and the id of the call. */
export type AnswerData = string | number | boolean | null | readonly AnswerData[] | { readonly [key: string]: AnswerData };

/** What a request answers when the model asks for a tool, and when it does not: the program around it runs the tool. */
export interface ModelAnswer {
  /** The class that stands for answers, as in `instances`. */
  readonly type: string;
  readonly asking: AnswerData;
  readonly plain: AnswerData;
  /** Where nothing reads the answer, a person is shown the call. */
  readonly shown?: true;
}

/** A thing of the package that asks always, or never; any other may ask. */
export interface Confirmation {
  readonly by: Access;
  readonly always: readonly string[];
  readonly never: readonly string[];
}

/** Lists of tool names on the call that runs an agent, and what holds for the others. */
export interface Permissions {
  /** How a tool is named there: `mcp__{server}__{tool}`. */
  readonly name: string;
  readonly denied?: Access;
  readonly allowed?: Access;
  /** A function that is asked for the others. */
  readonly asks?: Access;
  readonly mode?: Access;
  /** What a mode means for all of them. */
  readonly modes?: Readonly<Record<string, 'none' | 'always'>>;
}

/** Servers of tools that a call starts or reaches: what they register, it holds. */
export interface ToolServers {
  /** What says where they are: a command line, an address, or an object that holds one of them. */
  readonly at: Places;
  /** Each of these is an object of several, by their names. */
  readonly many?: true;
  readonly name?: Access;
  /** What stands before the names of their tools, when it is given there: `{server}` is the server's name, `{given}` the text there. */
  readonly prefixes?: readonly { readonly text: string; readonly given?: Access }[];
}

/** What objects that say where a server is call its parts, in all SDKs. */
export const serverParts = {
  command: ['fullCommand', 'full_command', 'command', 'module_name', 'script_path'],
  arguments: ['args'],
  address: ['url', 'serverUrl', 'server_url', 'httpUrl'],
  inside: ['transport', 'server', 'params', 'server_params', 'connection_params', 'serverParameters'],
} as const;

/** A property of the definition, or of a map by tool name on the call that runs the tools. */
export interface Approval {
  readonly on: 'definition' | 'set';
  readonly field: Field;
  readonly value: Data;
}
