/** Packages that run a function again: put on it as a decorator, or handed out by a loop. */
import type { Access, Place } from '../../../../rules/kit/index.js';
import type { Expression, LoopStatement } from '../../syntax/ir.js';
import type { Env } from '../env.js';
import { isAgain } from '../replay.js';
import type { Tracer } from '../tracer.js';
import { optionsOf, type Value } from '../value.js';
import { keywordsIn, positional } from './arguments.js';
import { isFailure, provesNothingDone } from './failures.js';

/** What runs a function again, and where that is said. */
export interface Repeating {
  readonly label: string;
  readonly place: Place;
  /** It is a step of a workflow. */
  readonly step?: { readonly again: boolean };
}

/** The function, with what its decorator says of running it again: `@retry` is called itself, `@retry(…)` what it gives. */
export function repeatedBy(tracer: Tracer, decorator: Expression, env: Env, fn: Value): Value {
  if (fn.kind !== 'function') return fn;
  const made = decorator.kind === 'call' ? decorator.callee : decorator;
  for (const option of optionsOf(tracer.evaluate(made, env))) {
    if (option.kind !== 'external') continue;
    const path = decorator.kind === 'call' ? `${option.path}()` : option.path;
    const retry = tracer.libraries.retry({ library: option.library, path });
    if (retry === undefined) continue;
    const given = decorator.kind === 'call' ? tracer.arguments(decorator, env) : [];
    const by = { label: `@${lastName(option.path)}`, place: tracer.place(decorator.span, env) };
    if (retry.step !== undefined)
      return { ...fn, repeated: { ...by, step: { again: isAgain(retry.step.again, (access) => givenAt(access, given)) } } };
    const attempts = retry.attempts === undefined ? undefined : givenAt(retry.attempts, given);
    if (countOf(attempts) === 1 || isSafe(given)) continue;
    return { ...fn, repeated: by };
  }
  return fn;
}

/** `arg 1:tries` of the brackets of a decorator. */
function givenAt(access: Access, given: readonly Value[]): Value | undefined {
  const [, index = '', name = ''] = /^arg (\d*)(?::(\w+))?$/.exec(access) ?? [];
  return keywordsIn(given)?.properties.get(name)?.value() ?? (index === '' ? undefined : positional(given)[Number(index)]);
}

/** `for attempt in Retrying(…)`: each turn is another attempt at the same. */
export function repeatingLoop(tracer: Tracer, loop: LoopStatement, env: Env): Repeating | undefined {
  if (loop.iterable === undefined || env.module.language !== 'python') return undefined;
  for (const option of optionsOf(tracer.evaluate(loop.iterable, env))) {
    if (option.kind !== 'external' || isSafe(option.args ?? [])) continue;
    const member = tracer.libraries.member(option, '__iter__');
    if (tracer.libraries.retry(member) !== undefined) return { label: lastName(option.path), place: tracer.place(loop.span, env) };
  }
  return undefined;
}

function lastName(path: string): string {
  return path.split(/[.#()]/).findLast((name) => name !== '') ?? path;
}

/** Only failures before anything was done are tried again. */
export function isSafe(args: readonly Value[]): boolean {
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
