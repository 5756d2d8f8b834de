import type {
  AgentRun,
  Framework,
  OwnShape,
  ToolClass,
  ToolDecorator,
  ToolForm,
  ToolKit,
  ToolModule,
  ToolPolicy,
  ToolSet,
  ToolShape,
} from '../../../rules/kit/index.js';
import type { CallExpression } from '../syntax/ir.js';
import type { Env } from '../trace/env.js';
import type { FunctionValue, InstanceValue, Value } from '../trace/value.js';
import type { Decider } from './own/answers.js';
import type { Candidate } from './own/candidates.js';

/** A call that a framework knows, with the values it was given. */
export type Draft = FoundDraft | ClassDraft | KitDraft | DecoratorDraft | ModuleDraft | OwnDraft | AnswersDraft;

/** A call of a package. */
export type FoundDraft = CallDraft | SetDraft | LooseDraft | DispatchDraft | PolicyDraft | RunDraft;

interface Known {
  readonly framework: Framework;
  readonly library: string;
  readonly env: Env;
  /** The object, list or function that holds the definition: its name may state a tier. */
  readonly group?: string;
}

interface Found extends Known {
  readonly call: CallExpression;
  readonly args: readonly Value[];
}

/** A class whose instances are tools. */
export interface ClassDraft extends Known {
  readonly kind: 'class';
  readonly form: ToolClass;
  readonly instance: InstanceValue;
}

/** A class whose instances hold tools. */
export interface KitDraft extends Known {
  readonly kind: 'kit';
  readonly form: ToolKit;
  readonly instance: InstanceValue;
}

/** A decorator makes a method a tool. */
export interface DecoratorDraft extends Found {
  readonly kind: 'decorator';
  readonly form: ToolDecorator;
  readonly method: FunctionValue;
  /** The name that the decorator makes of what it is given. */
  readonly named?: string;
}

/** A module is a tool. */
export interface ModuleDraft extends Known {
  readonly kind: 'module';
  readonly form: ToolModule;
}

/** One call defines one tool. */
export interface CallDraft extends Found {
  readonly kind: 'call';
  readonly form: Omit<ToolForm, 'call'>;
  readonly receiver?: Value;
  /** The function that a decorator was put on. */
  readonly on?: Value;
}

/** A call takes a set of tools. */
export interface SetDraft extends Found {
  readonly kind: 'set';
  readonly set: ToolSet;
  readonly receiver?: Value;
  /** Executions around a request to a model, innermost first: one of them reads the answer. */
  readonly around?: readonly Env[];
}

/** A definition of its own, named by where it is kept. */
export interface LooseDraft extends Found {
  readonly kind: 'loose';
  readonly shape: ToolShape;
  readonly definition: Value;
  readonly name: string | undefined;
}

/** One half of a list handler and a call handler. */
export interface DispatchDraft extends Found {
  readonly kind: 'dispatch';
  readonly dispatch: NonNullable<Framework['dispatch']>[number];
  readonly role: 'list' | 'invoke';
  readonly receiver: string;
  readonly handler: Value;
}

/** A call decides about tools by their names. */
export interface PolicyDraft extends Found {
  readonly kind: 'policy';
  readonly form: ToolPolicy;
}

/** An agent is made to run. */
export interface RunDraft extends Found {
  readonly kind: 'run';
  readonly form: AgentRun;
  readonly receiver: Value | undefined;
}

/** An expression that the project itself says defines a tool. */
export interface OwnDraft extends Known {
  readonly kind: 'own';
  readonly own: OwnShape;
  readonly candidate: Candidate;
}

/** Functions that answer calls by the names of tools. */
export interface AnswersDraft extends Known {
  readonly kind: 'answers';
  readonly deciders: readonly Decider[];
}
