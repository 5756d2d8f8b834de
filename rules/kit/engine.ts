/** How engines for durable workflows tell what they run again, and whose results they keep. */
import type { Access } from './access.js';
import type { Places } from './framework.js';
import type { Chance, Edit, Effect, Place, Tool } from './model.js';

/** What an engine hands to a function: what started it, a thing of one of its classes (`Context#`), or an object that holds such things. */
export type Handed = 'input' | `${string}#` | { readonly [field: string]: Handed };

/** When something is run again after it failed. */
export interface Again {
  /** Where that is said, and what says there that it is not. */
  readonly at?: readonly Access[];
  readonly never?: number | boolean;
  /** What holds when nothing is said. */
  readonly otherwise: boolean;
}

/** How a workflow is known: exactly one of `call`, `decorator`, `base`, `directive` and `exported` is there. */
export interface WorkflowForm {
  /** A call that is given it: the first argument that is a function, or what stands at `handler`. */
  readonly call?: string;
  readonly handler?: Places;
  /** An object stands there whose properties are functions. */
  readonly many?: true;
  /** A decorator on a function or a method. */
  readonly decorator?: string;
  /** A class of the package, and the method of its heirs. */
  readonly base?: string;
  readonly method?: string;
  /** A body that begins with these words. */
  readonly directive?: string;
  /** What a module exports in which the package is imported, when it uses that. */
  readonly exported?: true;
  /** Its name, where that is not the one of the function. */
  readonly name?: Places;
  /** What its parameters are; those behind these are what started it. */
  readonly handed?: readonly Handed[];
  /** It is run again only then; otherwise an engine replays it always. */
  readonly again?: Again;
  /** Its steps are run again only then, whatever they say themselves. */
  readonly stepsAgain?: Again;
  /** It is one step, of which nothing is kept until it is done. */
  readonly whole?: true;
}

/** How a step is known, of which the engine keeps the result. */
export interface StepForm {
  /** A call that runs the first function which it is given, as a step. */
  readonly call?: string;
  /** From which argument on the function is handed what the call is given. */
  readonly passes?: number;
  /** A call that makes a step of the function at this place. */
  readonly wraps?: { readonly call: string; readonly fn: Access };
  /** A decorator. */
  readonly decorator?: string;
  readonly again: Again;
}

/** What there is instead of the clock and of chance, in words and, by what is called, in code; `{context}` is what the engine is called there. */
export interface Helpers {
  readonly says: Readonly<Record<Chance['kind'], string>>;
  readonly replaces: Readonly<Record<string, string>>;
}

export interface Engine {
  readonly id: string;
  readonly title: string;
  readonly language: 'typescript' | 'python';
  /** Packages that it is imported from. */
  readonly packages: readonly string[];
  readonly reference: string;
  /** Words of which a file with a workflow holds one, where some file of the workspace imports the package. */
  readonly markers: readonly string[];
  /** As in effect files. */
  readonly default?: string;
  readonly instances?: Readonly<Record<string, readonly string[]>>;
  readonly extends?: Readonly<Record<string, string>>;
  /** What of its own is played back, or kept: it may stand in a workflow. */
  readonly harmless: readonly string[];
  readonly workflows: readonly WorkflowForm[];
  readonly steps: readonly StepForm[];
  /** An answer of the network belongs in a step, too, because the workflow must take the same way when it is replayed. */
  readonly keepsAnswers?: true;
  /** `plays`: clock and chance are the same whenever it is replayed. Absent: nothing is replayed. */
  readonly chance?: 'plays' | 'differs' | Helpers;
  /** What a step is made with, in words: `step.run`. */
  readonly makes: string;
  /** What a workflow knows the engine by: something of this class that it is handed (`Step#`), or what it imported under this name. */
  readonly context?: string;
  /** What stands before and behind an expression that becomes a step; `{name}` stands for the name of the step. */
  readonly wraps?: { readonly before: string; readonly after: string };
}

/** Calls that give another answer each time, and that look at nothing of the program: by language and package, as paths of effect files. */
export type ChanceTable = Readonly<Record<'typescript' | 'python', Readonly<Record<string, Readonly<Record<string, Chance['kind']>>>>>>;

/** Code that an engine runs again, and what it does. */
export interface Workflow extends Pick<Tool, 'name' | 'effects' | 'inTests' | 'language'> {
  readonly engine: Engine;
  /** It is one step. */
  readonly whole: boolean;
  /** Clock and chance outside of its steps. */
  readonly chances: readonly Chance[];
  /** What the engine is called in it: a parameter, or an import. */
  readonly context?: string;
  /** Calls in its own body that it waits for, by their callees. */
  readonly awaited: readonly { readonly callee: Place; readonly call: Place }[];
}

/** Title of {@link helperFixes}. */
export const helperMessages = { replace: 'Ask the engine: `{helper}`' } as const;

/** What the engine plays back, in the place of a call of the workflow itself. */
export function helperFixes({ engine: { chance: helpers }, context }: Workflow, { api, via, file, span }: Chance) {
  const code = typeof helpers === 'object' ? helpers.replaces[api] : undefined;
  if (code === undefined || context === undefined || via.length > 0) return [];
  const text = code.replaceAll('{context}', context);
  return [{ message: 'replace', data: { helper: text }, grade: 'exact', edits: [{ kind: 'replace', at: { file, span }, text }] } as const];
}

/** Title of {@link stepFixes}. */
export const stepMessages = { wrap: 'Make it a step of its own: `{step}`' } as const;

/** Makes the call that leads to an effect a step, where the workflow waits for it itself. */
export function stepFixes({ engine, context, awaited }: Workflow, effect: Effect) {
  const { wraps } = engine;
  const first: Place = effect.via[0] ?? effect;
  const found = awaited.find(({ callee }) => callee.file === first.file && callee.span.start === first.span.start);
  if (wraps === undefined || context === undefined || found === undefined) return [];
  const { file, span } = found.call;
  const name = effect.via[0]?.label ?? effect.api.replace(/^.*[.#:] ?/, '');
  const written = (text: string): string => text.replaceAll('{context}', context).replaceAll('{name}', name.replaceAll(/[^\w-]/g, ''));
  const insert = (at: number, text: string): Edit => ({ kind: 'replace', at: { file, span: { start: at, end: at } }, text: written(text) });
  const edits = [insert(span.start, wraps.before), insert(span.end, wraps.after)];
  return [{ message: 'wrap', data: { step: engine.makes }, grade: 'choice', edits } as const];
}

/** Defines how an engine declares workflows and steps. */
export function defineEngine<const E extends Engine>(engine: E): E {
  return engine;
}
