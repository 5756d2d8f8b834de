/** One tool as its framework declares it: values and places, before its handler is followed. */
import type {
  AgentRunSite,
  Evidence,
  Framework,
  InputAt,
  Keeping,
  Manifest,
  Place,
  Slot,
  Rerun,
  StepLimit,
  Tool,
} from '../../../rules/kit/index.js';
import type { Env } from '../trace/env.js';
import type { Tracer } from '../trace/tracer.js';
import type { FunctionValue, Value } from '../trace/value.js';
import type { Asking } from './answers.js';
import type { Carrier } from './carried-tier.js';
import type { DispatchDraft, Draft } from './draft.js';
import { fromCall } from './from-call.js';
import { fromClass } from './from-class.js';
import { fromDecorator } from './from-decorator.js';
import { fromKit } from './python/from-kit.js';
import { fromList } from './from-list.js';
import { fromModule } from './from-module.js';
import { fromLoose, fromSet } from './from-set.js';
import { fromPolicy, fromRun } from './from-policy.js';
import type { GateTable } from './gates.js';
import { fromOwn } from './own/declare.js';
import type { ServerLink } from './server-links.js';
import { withSignature } from './python/signature.js';

export interface Definition {
  readonly framework: Framework;
  readonly library: string;
  readonly name: string;
  readonly nameAt: Place;
  /** The call or object that defines the tool. */
  readonly at: Place;
  /** The call that made the server which it is registered with. */
  readonly server?: Place;
  /** The call that makes it, when that is not the same: a list of tools names it by its result. */
  readonly made?: Place;
  /** The function that is the tool: a list may hold it instead of what a decorator makes of it. */
  readonly functionAt?: Place;
  readonly title?: Value;
  readonly description?: Value;
  readonly input?: Value;
  readonly hints?: Value;
  /** Tags, and data under names of the project's own. */
  readonly labels?: readonly Value[];
  /** Objects of the project that say its name, and may say more of it than the framework takes. */
  readonly carriers?: readonly Carrier[];
  /** Names of the hints, where they are not those of the framework. */
  readonly hintNames?: Tool['hintNames'];
  readonly hintSlot?: Slot;
  /** Hints that the framework has other words for. */
  readonly saidHints?: Tool['hints'];
  /** The object that would hold the hints may hold more than is known. */
  readonly configOpen?: boolean;
  /** The schema of the answer, and where it stands, or would: where the framework takes one. */
  readonly output?: Value;
  readonly outputSlot?: Slot;
  readonly handler?: Value;
  readonly gate?: Value;
  /** After how long the framework ends the tool. */
  readonly timeout?: Value;
  /** When true, nobody is asked. */
  readonly skips?: Value;
  /** A function that asks the user by what it returns. */
  readonly confirms?: { readonly by: Value; readonly field: string };
  /** Gate value from a map by tool name on the call that runs the tool. */
  readonly setGate?: Value;
  readonly open?: readonly string[];
  readonly gateSlots: { readonly definition?: Slot; readonly set?: Slot };
  readonly agent?: Evidence;
  /** What the handler is given, where its framework does not say. */
  readonly argumentsOf?: (handler: FunctionValue, input: Value) => readonly Value[];
  /** The object that it is registered with. */
  readonly receiver?: Value;
  /** A test makes it: what the program makes in the same place tells more. */
  readonly byTest?: true;
  /** Name of the object or function that holds it. */
  readonly group?: string;
  readonly inputAt?: InputAt;
  /** Parameters of the handler whose type is a class are handed in. */
  readonly injects?: true;
  readonly manifest?: Manifest;
  /** One handler serves many tools and is told the name: path of the name, path of the arguments. */
  /** Why there is no function to follow although the program runs the tool. */
  readonly elsewhere?: string;
  /** Where a model is asked, whose answer decides that the program runs the tool. */
  readonly asking?: Asking;
  readonly dispatched?: {
    readonly name: string;
    readonly input: string;
    readonly at?: number;
    /** Things of the package: what else the request is, and what the handler may ask instead of answering. */
    readonly asked?: string;
    readonly next?: string;
  };
}

export interface Opaque extends Place {
  readonly reason: string;
  /** It is told when the servers are that were reached from here. */
  readonly clients?: readonly Place[];
}

/** A tool of a list: by what defines it, or by its name. */
export type Member = { readonly at: Place } | { readonly name: string };

/** A call that holds tools which are defined elsewhere. */
export interface Holder extends Place {
  readonly framework: Framework;
  readonly library: string;
  readonly api: string;
  /** What is called. */
  readonly callee?: Place;
  /** It runs the tools. */
  readonly agent: boolean;
  /** It runs those that are registered with it. */
  readonly serves?: true;
  /** Others refer to its tools by its name. */
  readonly registers?: true;
  readonly name?: string;
  readonly members: readonly Member[];
  /** Servers whose tools it holds. */
  readonly servers?: readonly ServerLink[];
  /** Policies that were handed to it. */
  readonly policies: readonly Place[];
  readonly gate?: GateTable;
  readonly reruns?: readonly Rerun[];
  readonly waived?: Evidence;
  /** Nothing is given that holds its answer against anything. */
  readonly unchecked?: true;
  /** Its questions reach only the code that runs it. */
  readonly unheard?: true;
  /** It runs its tools only as a part of a graph. */
  readonly part?: true;
  /** The call itself runs them. */
  readonly atOnce?: true;
  /** The graph that it runs, by what made that. */
  readonly graph?: Place;
  readonly keeping?: Keeping;
  /** What makes it wait for a human, before or after some of its steps. */
  readonly pauses?: readonly Evidence[];
  /** The loops and functions around a request to a model, innermost first. */
  readonly around?: readonly Env[];
  /** It may hold more tools than these. */
  readonly open?: true;
  /** One for each span of versions. */
  readonly limits: readonly { readonly until?: number; readonly limit: StepLimit }[];
}

/** What a call says of tools by their names. */
export interface Policy extends Place {
  readonly framework: Framework;
  readonly api: string;
  readonly gates?: GateTable;
  /** It ends the agents that it is handed to. */
  readonly limit?: StepLimit;
  readonly retries?: { readonly attempts?: number | null; readonly tools?: readonly Member[] };
}

/** What is said where an agent is made to run. */
export interface Run extends Place {
  readonly framework: Framework;
  readonly api: string;
  readonly callee: Place;
  readonly agents: readonly Place[];
  /** Policies that were handed over there. */
  readonly policies: readonly Place[];
  readonly limit?: StepLimit;
  readonly gates?: GateTable;
  readonly rerun?: Rerun;
  readonly keeping?: Keeping;
  readonly thread?: AgentRunSite['thread'];
  readonly limitSlot?: Slot;
  readonly suggested?: AgentRunSite['suggested'];
  readonly adds?: Part;
}

/** What is added to a graph. */
export interface Part {
  /** What made the graph. */
  readonly to: Place;
  readonly name?: string;
  readonly members: readonly Member[];
  /** Functions that run as a step. */
  readonly steps: readonly Place[];
  /** A question to a human in them. */
  readonly asks: readonly Evidence[];
}

/** What one draft says. */
export interface Declared {
  readonly definitions: readonly Definition[];
  readonly opaque: readonly Opaque[];
  readonly holders: readonly Holder[];
  readonly policies: readonly Policy[];
  readonly runs: readonly Run[];
}

/** What is put together while a draft is read. */
export type Collected = { -readonly [K in keyof Declared]: Declared[K][number][] };

/** What a draft declares; `other`: the draft that answers the calls of its tools, or itself. */
export function declared(tracer: Tracer, draft: Draft, other: Draft): Declared {
  const into: Collected = { definitions: [], opaque: [], holders: [], policies: [], runs: [] };
  switch (draft.kind) {
    case 'call':
      fromCall(tracer, draft, into);
      break;
    case 'class':
      fromClass(tracer, draft, into);
      break;
    case 'kit':
      fromKit(tracer, draft, into);
      break;
    case 'decorator':
      fromDecorator(tracer, draft, into);
      break;
    case 'own':
      fromOwn(tracer, draft, other.kind === 'answers' ? other : undefined, into.definitions);
      break;
    case 'module':
      fromModule(tracer, draft, into);
      break;
    case 'set':
      fromSet(tracer, draft, into);
      break;
    case 'loose':
      fromLoose(tracer, draft, into);
      break;
    case 'policy':
      fromPolicy(tracer, draft, into);
      break;
    case 'run':
      fromRun(tracer, draft, into);
      break;
    case 'dispatch':
      if (draft.role === 'list') fromList(tracer, draft, other === draft ? undefined : (other as DispatchDraft), into);
  }
  if (draft.framework.language === 'python') into.definitions = into.definitions.map((definition) => withSignature(tracer, definition));
  return into;
}
