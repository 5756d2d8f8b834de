/** What runs a Python function or the body of a loop again when it fails. */
import type { CallExpression } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import { argumentOf } from '../invoke.js';
import { labelOf } from '../label.js';
import type { Tracer } from '../tracer.js';
import { optionsOf, type ExternalValue, type Retried, type Value } from '../value.js';
import { isFailure, provesNothingDone } from './failures.js';

/** What a decorator of a package promises for the function that it stands on; `undefined` when it runs it once. */
export function retriedBy(tracer: Tracer, decorator: Value, call: CallExpression, env: Env): Retried | undefined {
  if (decorator.kind !== 'external') return undefined;
  const retry = tracer.libraries.retry(decorator);
  if (retry === undefined || isSafe(decorator)) return undefined;
  const made = decorator.path.endsWith('()') ? (decorator.args ?? []) : [];
  const attempts = retry.attempts === undefined ? undefined : argumentOf(tracer, retry.attempts, made);
  if (countOf(attempts) === 1) return undefined;
  const { callee } = call;
  const label = `@${callee.kind === 'call' ? labelOf(callee) : labelOf(call)}`;
  return { ...tracer.place(callee.span, env), label, ...(attempts === undefined ? {} : { attempts }) };
}

/** `for attempt in Retrying(…)`: a package counts the attempts. */
export function retriesOver(tracer: Tracer, iterable: Value): boolean {
  return optionsOf(iterable).some(
    (option) => option.kind === 'external' && option.path.endsWith('#') && tracer.libraries.retry(option) !== undefined && !isSafe(option),
  );
}

/** Only failures before anything was done are tried again. */
function isSafe({ args = [] }: ExternalValue): boolean {
  const failures = args.flatMap((arg) => failuresIn(arg, 0));
  return failures.length > 0 && failures.every(provesNothingDone);
}

/** The classes of failures that a policy is given: by themselves, in lists, or handed to what makes a predicate. */
function failuresIn(value: Value, depth: number): readonly string[] {
  if (depth > 4) return [];
  const within = (values: readonly Value[]): readonly string[] => values.flatMap((one) => failuresIn(one, depth + 1));
  switch (value.kind) {
    case 'external': {
      const name = value.path.slice(value.path.lastIndexOf('.') + 1);
      return [...(isFailure(name) ? [name] : []), ...within(value.args ?? [])];
    }
    case 'class':
      return isFailure(value.cls.name ?? '') ? [value.cls.name!] : [];
    case 'array':
      return within(value.items);
    case 'object':
      return within([...value.properties.values()].map((property) => property.value()));
    case 'derived':
      return within(value.from);
    case 'union':
      return within(value.options);
    default:
      return [];
  }
}

/** `3`, `stop_after_attempt(3)`. */
function countOf(value: Value | undefined): unknown {
  if (value?.kind === 'constant') return value.value;
  if (value?.kind === 'derived' && value.from.length === 1) return countOf(value.from[0]);
  return value?.kind === 'external' && value.args?.length === 1 ? countOf(value.args[0]) : undefined;
}
