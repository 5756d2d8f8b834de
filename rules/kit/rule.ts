import type { AgentFacts, OwnLoop } from './agents.js';
import type { Certainty, Data, Edit, EnvironmentFacts, Evidence, FixGrade, Place, Severity, Suppression, Tool } from './model.js';
import type { ReleaseFacts } from './releases.js';

export type RuleGroup = 'idempotency' | 'permission' | 'environment' | 'verification' | 'resumption' | 'reliability' | 'suppression';
export type RuleSet = 'recommended' | 'strict' | 'profile:claude-directory' | 'profile:chatgpt-apps' | 'opt-in';

type Messages = Readonly<Record<string, string>>;

/** Names in braces of a message: `'{a} and {b}'` gives `'a' | 'b'`. */
type Vars<S extends string> = S extends `${string}{${infer V}}${infer Rest}` ? V | Vars<Rest> : never;

export type Said<M extends Messages, K extends keyof M = keyof M> = K extends keyof M
  ? { readonly message: K; readonly data: Readonly<Record<Vars<M[K] & string>, string>> }
  : never;

/** What a rule says about one place. */
export type Report<M extends Messages> = Said<M> & {
  readonly at: Place;
  readonly certainty: Certainty;
  /** The chain that proves it, in reading order. */
  readonly because?: readonly Evidence[];
  /** By this it is one problem for all tools that come there, each in its own way; absent: by the whole chain. */
  readonly alike?: Place;
  /** Who else is concerned, which the rest of the project decides: it makes no other finding of this one. */
  readonly also?: readonly Evidence[];
  /** Only where it differs from the rule's own. */
  readonly severity?: Severity;
  /** Reported in this set only; default: the rule's own. */
  readonly set?: RuleSet;
  /**
   * Names the problem, so that two rules which see one problem can be told apart from two problems: the place of the
   * effect, value or hint. Rules earlier in `rules/kit/precedence.ts` win. Default: `at`.
   */
  readonly about?: Place;
  readonly fixes?: readonly (Said<M> & { readonly grade: FixGrade; readonly edits: readonly Edit[] })[];
};

interface RuleFacts<M extends Messages> {
  /** `<group>/<name>`; the folder under `rules/checks/`. */
  readonly id: `${RuleGroup}/${string}`;
  /** One sentence: what is wrong. */
  readonly summary: string;
  readonly since: string;
  readonly severity: Severity;
  readonly set: RuleSet;
  /** The strongest fix the rule offers; `none` needs its reason on the page. */
  readonly fix: FixGrade | 'none';
  /** Failure modes and lists it guards: MAST modes, OWASP ids with year, CWE numbers. */
  readonly maps: readonly string[];
  readonly messages: M;
  /**
   * More findings than `above` in one file become one, at the first place: `message` with `{count}`, the other places as
   * evidence, and the edits of all `auto` fixes as one fix.
   */
  readonly folded?: { readonly above: number; readonly message: keyof M & string };
}

export interface ToolRule<M extends Messages = Messages> extends RuleFacts<M> {
  readonly subject: 'tool';
  /** Looks at one traced tool. Must not keep state. */
  readonly check: (tool: Tool, report: (finding: Report<M>) => void) => void;
  /** Looks at the same problem outside of tools: in scripts and settings. Must not keep state. */
  readonly around?: (facts: EnvironmentFacts, report: (finding: Report<M>) => void) => void;
}

export interface EnvironmentRule<M extends Messages = Messages> extends RuleFacts<M> {
  readonly subject: 'environment';
  readonly check: (facts: EnvironmentFacts, report: (finding: Report<M>) => void) => void;
}

export interface AgentRule<M extends Messages = Messages> extends RuleFacts<M> {
  readonly subject: 'agent';
  /** Looks at one agent with its tools. Must not keep state. */
  readonly check: (agent: AgentFacts, report: (finding: Report<M>) => void) => void;
  /** Looks at one loop of the project's own that does what an agent does. */
  readonly loop?: (loop: OwnLoop, report: (finding: Report<M>) => void) => void;
}

export interface ReleaseRule<M extends Messages = Messages> extends RuleFacts<M> {
  readonly subject: 'release';
  readonly check: (facts: ReleaseFacts, report: (finding: Report<M>) => void) => void;
}

/** Looks at one comment that silences rules, after all other rules have run. */
export interface SuppressionRule<M extends Messages = Messages> extends RuleFacts<M> {
  readonly subject: 'suppression';
  readonly check: (comment: Suppression, report: (finding: Report<M>) => void) => void;
}

// A registry holds rules of many message tables; `any` is the only type that all of them extend.
// oxlint-disable-next-line typescript/no-explicit-any
export type Rule = ToolRule<any> | AgentRule<any> | EnvironmentRule<any> | ReleaseRule<any> | SuppressionRule<any>;

/** Defines a rule about one tool. The compiler checks `{names}` in messages against the data that is reported. */
export function defineRule<const M extends Messages>(rule: Omit<ToolRule<M>, 'subject'>): ToolRule<M> {
  return { ...rule, subject: 'tool' };
}

/** Defines a rule about configuration, credentials and fallbacks. */
export function defineEnvironmentRule<const M extends Messages>(rule: Omit<EnvironmentRule<M>, 'subject'>): EnvironmentRule<M> {
  return { ...rule, subject: 'environment' };
}

/** Defines a rule about what runs tools: agents, graphs and loops. */
export function defineAgentRule<const M extends Messages>(rule: Omit<AgentRule<M>, 'subject'>): AgentRule<M> {
  return { ...rule, subject: 'agent' };
}

/** Defines a rule about results of trials, and about the gates that releases pass. */
export function defineReleaseRule<const M extends Messages>(rule: Omit<ReleaseRule<M>, 'subject'>): ReleaseRule<M> {
  return { ...rule, subject: 'release' };
}

/** Defines a rule about the comments that silence other rules. */
export function defineSuppressionRule<const M extends Messages>(rule: Omit<SuppressionRule<M>, 'subject'>): SuppressionRule<M> {
  return { ...rule, subject: 'suppression' };
}

export type { Data };
