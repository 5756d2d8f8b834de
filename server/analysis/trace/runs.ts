/** Calls of packages that run a function again, or as a step of a workflow. */
import type { StepForm } from '../../../rules/kit/index.js';
import type { CallExpression } from '../syntax/ir.js';
import type { Env } from './env.js';
import type { Frame } from './frame.js';
import { argumentOf } from './invoke.js';
import { labelOf } from './label.js';
import type { Repeats } from './library-entry.js';
import { isAgain } from './replay.js';
import type { Tracer } from './tracer.js';
import { optionsOf, unknown, type ExternalValue, type FunctionValue, type Value } from './value.js';
import { attemptNumber, filtersFailures } from './wrappers.js';

/** What a call runs, and what stands around that. */
export interface Runs {
  readonly functions: readonly { readonly fn: FunctionValue; readonly args: readonly Value[] }[];
  /** Why another one could not be told. */
  readonly unclear: readonly string[];
  readonly around: (frame: Frame, run: () => void) => void;
}

/** `undefined` for a call that runs nothing in such a way, or only what failed before anything was done. */
export function runsOf(tracer: Tracer, callee: ExternalValue, args: readonly Value[], call: CallExpression, env: Env): Runs | undefined {
  const retry = tracer.libraries.retry(callee);
  if (retry === undefined) return undefined;
  if (retry.step !== undefined) return retry.step.call === undefined ? undefined : stepRuns(tracer, retry.step, args, call, env);
  return args.some((arg) => filtersFailures(arg)) ? undefined : retried(tracer, retry, args, call, env);
}

function retried(tracer: Tracer, retry: Repeats, args: readonly Value[], call: CallExpression, env: Env): Runs {
  const options = optionsOf(argumentOf(tracer, retry.calls, args) ?? unknown('repeated function'));
  const attempts = retry.attempts === undefined ? undefined : argumentOf(tracer, retry.attempts, args);
  return {
    functions: options.flatMap((fn) => (fn.kind === 'function' ? [{ fn, args: [attemptNumber(fn)] }] : [])),
    unclear: options.flatMap((option) => (option.kind === 'unknown' ? [option.reason] : [])),
    around: (frame, run) => frame.retrying(attempts, tracer.place(call.span, env), labelOf(call), run),
  };
}

/** The first function that an engine is given runs as a step. */
function stepRuns(tracer: Tracer, { again, passes }: StepForm, args: readonly Value[], call: CallExpression, env: Env): Runs {
  const functions = args.map((arg) => optionsOf(arg).filter((option) => option.kind === 'function')).find(({ length }) => length > 0) ?? [];
  const handed = unknown('what an engine hands over');
  const given = (index: number): Value => {
    const value = passes === undefined ? undefined : args[passes + index];
    // Options, and what stands under names in Python, are the engine's.
    return value === undefined || value.kind === 'object' ? handed : value;
  };
  const label = labelOf(call);
  const step = { ...tracer.place(call.span, env), label, api: label, again: isAgain(again, (access) => argumentOf(tracer, access, args)) };
  return {
    functions: functions.map((fn) => ({ fn, args: passes === undefined ? [] : fn.fn.parameters.map((_, i) => given(i)) })),
    unclear: functions.length === 0 ? ['the function of the step could not be told'] : [],
    around: (frame, run) => frame.inStep(step, run),
  };
}
