/** How one tool was followed: where it is registered, where its handler comes from, and each step of the walk. */
import type { Place, Tool } from '../../../rules/kit/index.js';
import { knownArguments, type KnownArgument } from '../trace/describe.js';
import type { Env } from '../trace/env.js';
import { gathering } from '../trace/gathered.js';
import { WalkObserver, type Entered } from '../trace/observe.js';
import type { Summary } from '../trace/summary.js';
import { optionsOf, type FunctionValue, type Value } from '../trace/value.js';
import { answeredBy } from './answers.js';
import type { Definition } from './definition.js';
import { handlerArguments } from './handler-arguments.js';
import { withManifest } from './manifest.js';
import { effectWalk, handlersOf, type ToolContext } from './tools.js';

/** A place that the handler came through on its way to the registration. */
export interface Hop extends Partial<Place> {
  readonly label: string;
  readonly args: readonly KnownArgument[];
}

/** How the handler is found: a value of the definition, a case of a dispatcher, or the code behind a model's answer. */
export type Reached = 'own' | 'dispatched' | 'answered' | 'missing';

export interface ToolTrace {
  readonly tool: Tool;
  readonly library: string;
  /** The call that makes it, when it is registered elsewhere. */
  readonly made?: Place;
  readonly reached: Reached;
  readonly handlers: readonly { readonly walk: Entered; readonly hops: readonly Hop[] }[];
}

/** Walks the handlers of a tool again and keeps what is met. */
export function traceTool(context: ToolContext, declared: Definition, tool: Tool): ToolTrace {
  const definition = withManifest(context, declared);
  const { functions } = handlersOf(definition.handler);
  const { observer, walked, summaryOf } = gathering(context.tracer, () => {
    const steps = observed(context);
    for (const fn of functions) {
      steps.summaryOf(fn, handlerArguments(context.tracer, context.major, definition, fn));
      steps.walked.push(fn);
    }
    return steps;
  });
  if (functions.length === 0 && definition.asking !== undefined) {
    const found = answeredBy(context.tracer, definition.asking, definition.name, (fn) => summaryOf(fn, []));
    // The walks without an answer, and those around code that does not run the tool, came before.
    observer.roots.splice(0, observer.roots.length - (found === undefined ? 0 : 1));
    if (found !== undefined) walked.push(found.handler);
  }
  const wrappers = functions.length === 0 ? [] : wrappersOf(definition.handler);
  return {
    tool,
    library: definition.library,
    ...(definition.made === undefined ? {} : { made: definition.made }),
    reached:
      walked.length === 0 ? 'missing' : functions.length === 0 ? 'answered' : definition.dispatched === undefined ? 'own' : 'dispatched',
    handlers: observer.roots.map((root, index) => ({ walk: root, hops: [...wrappers, ...hopsOf(walked[index]!)] })),
  };
}

interface Observed {
  readonly observer: WalkObserver;
  readonly walked: FunctionValue[];
  readonly summaryOf: (fn: FunctionValue, args: readonly Value[]) => Summary;
}

/** A walk of which each step is kept. */
function observed(context: ToolContext): Observed {
  const observer = new WalkObserver();
  const walk = effectWalk(context, observer);
  const summaryOf = (fn: FunctionValue, args: readonly Value[]): Summary => {
    let summary = undefined as Summary | undefined;
    observer.root(fn, () => {
      summary = walk.summaryOf(fn, args);
      return context.tracer.exhausted;
    });
    return summary!;
  };
  return { observer, walked: [], summaryOf };
}

/** Packages that were given the function and return what runs it. */
function wrappersOf(handler: Value | undefined): readonly Hop[] {
  if (handler === undefined) return [];
  return optionsOf(handler).flatMap((option) =>
    option.kind === 'external' ? [{ label: `wrapped by ${option.library}: ${option.path}`, args: [] }] : [],
  );
}

/** The executions in which a function was made, innermost first, and the object that it is a method of. */
function hopsOf(fn: FunctionValue): readonly Hop[] {
  const hops: Hop[] = [];
  if (fn.bound !== undefined) hops.push({ label: 'bound to leading arguments', args: knownArguments(fn.fn, fn.bound) });
  if (fn.self?.kind === 'instance') {
    const { cls } = fn.self.cls;
    hops.push({ label: `a method of ${cls.name ?? 'a class'}`, args: [], file: fn.self.cls.env.module.file, span: cls.span });
  }
  for (let env: Env | undefined = fn.env; env !== undefined; env = env.parent) {
    const { owner } = env;
    if (owner.kind === 'module') break;
    const at = { file: env.module.file, span: owner.span };
    if (owner.kind === 'function')
      hops.push({ label: `made in ${owner.name ?? 'a function'}`, args: knownArguments(owner, env.args ?? []), ...at });
    else if (owner.kind === 'loop') hops.push({ label: 'made in a loop, once for each item', args: [], ...at });
  }
  return hops;
}
