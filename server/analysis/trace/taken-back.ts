/** What a function takes back of what it has just made: `const { id } = await post('/topics'); … await remove(`/topics/${id}`)`. */
import type { Binding, CallExpression, Expression, FunctionNode } from '../syntax/ir.js';
import { eachExpression, eachInBody } from './parts.js';
import type { TracedEffect } from './traced.js';

/** Marks as the call's own what it removes of the things that it made before. Memory and files have ways of their own. */
export function takenBack(effects: readonly TracedEffect[], fn: FunctionNode): readonly TracedEffect[] {
  const removed = effects.filter((effect) => effect.class === 'destroy' && !effect.own && kept(effect));
  if (removed.length === 0) return effects;
  const made = effects.filter((effect) => effect.class.startsWith('write') && kept(effect));
  if (made.length === 0) return effects;
  const calls = callsIn(fn);
  const own = new Set(
    removed.filter((effect) =>
      made.some((one) => {
        const [first, then] = [calls.get(stepOf(one)), calls.get(stepOf(effect))];
        if (first === undefined || then === undefined || first === then || stepOf(then) < stepOf(first)) return false;
        if (isOf(one, effect) && then.args.some(({ value }) => restsOn(value, first))) return true;
        return one.class === 'write.set' && effect.bounded && isOfTable(one, effect) && isAlways(fn, first) && isKeyedAlike(first, then);
      }),
    ),
  );
  return own.size === 0 ? effects : effects.map((effect) => (own.has(effect) ? { ...effect, own: true } : effect));
}

function kept({ resource }: TracedEffect): boolean {
  return resource !== 'memory' && resource !== 'filesystem';
}

/** Where the function itself makes the call that leads to an effect, or a call begins. */
function stepOf(one: TracedEffect | CallExpression): number {
  return 'kind' in one ? one.callee.span.start : (one.via[0] ?? one).span.start;
}

function callsIn({ body }: FunctionNode): ReadonlyMap<number, CallExpression> {
  const found = new Map<number, CallExpression>();
  eachInBody(body, (part) => {
    if (part.kind === 'call') found.set(stepOf(part), part);
  });
  return found;
}

/** `POST /topics` and `DELETE /topics/{id}`; `INSERT INTO topics` and `DELETE FROM topics`; `topics.create` and `topics.delete`. */
function isOf(made: TracedEffect, removed: TracedEffect): boolean {
  const [to, from] = [addressOf(made), addressOf(removed)];
  if (to !== undefined && from !== undefined) return from.startsWith(`${to}/`);
  return isOfTable(made, removed) || nounOf(made) === nounOf(removed);
}

function addressOf({ detail }: TracedEffect): string | undefined {
  return /^(?:POST|PUT|DELETE) (\S+?)\/?$/.exec(detail ?? '')?.[1];
}

function isOfTable(made: TracedEffect, removed: TracedEffect): boolean {
  const [to, from] = [/^(?:INSERT|REPLACE) INTO (\S+)/.exec(made.detail ?? ''), /^DELETE FROM (\S+)/.exec(removed.detail ?? '')];
  return to !== null && from !== null && to[1] === from[1];
}

const verbs = /(?:^|(?<=[.#_]))(?:create|insert|add|new|register|start|open|delete|remove|destroy|discard|cancel|stop|close)(?=$|[A-Z_])/;

/** The call without its verb. */
function nounOf({ api, detail }: TracedEffect): string {
  return detail === undefined ? api.replace(verbs, '') : detail;
}

/** Whatever the expression is, it comes from the answer of the call. */
function restsOn(expression: Expression, call: CallExpression, depth = 0): boolean {
  let found = false;
  eachExpression(expression, (part) => {
    found ||= part === call || (part.kind === 'name' && part.binding !== undefined && depth < 4 && holds(part.binding, call, depth + 1));
  });
  return found;
}

function holds({ source, writes }: Binding, call: CallExpression, depth: number): boolean {
  const values = writes.map(({ value }) => value);
  if (source?.kind === 'value') values.push(source.value);
  return values.length > 0 && values.every((value) => restsOn(value, call, depth));
}

/** It is done on each way through the function that does not end before. */
function isAlways({ body }: FunctionNode, call: CallExpression): boolean {
  return body.some((statement) => {
    if ((statement.kind !== 'expression' && statement.kind !== 'declare') || statement.value === undefined) return false;
    let found = false;
    eachExpression(statement.value, (part) => (found ||= part === call));
    return found;
  });
}

/** What is removed is named by nothing but what was named before. */
function isKeyedAlike(made: CallExpression, removed: CallExpression): boolean {
  return removed.args.length > 0 && removed.args.every(({ value }) => made.args.some((arg) => isNamedIn(value, arg.value)));
}

function isNamedIn(name: Expression, value: Expression): boolean {
  if (name.kind !== 'name' || name.binding === undefined) return false;
  if (value.kind === 'name') return value.binding === name.binding;
  return value.kind === 'object' && value.entries.some((entry) => entry.kind === 'entry' && isNamedIn(name, entry.value));
}
