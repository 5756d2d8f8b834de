/** Tools that a program runs by what a model answered: the code behind the request, followed with each tool's name. */
import { allOf } from '../syntax/inner.js';
import type { AnswerData, ModelAnswer, Place } from '../../../rules/kit/index.js';
import { sectionsOf } from '../syntax/sections.js';
import { assuming, type Assumption } from '../trace/assume.js';
import type { Env } from '../trace/env.js';
import type { Tracer } from '../trace/tracer.js';
import type { TracedEffect } from '../trace/traced.js';
import { array, constant, nextId, type FunctionValue, type Property, type Value } from '../trace/value.js';
import type { Summary } from '../trace/summary.js';

/** Where requests that offer a tool are made, innermost first, and what they answer. */
export interface Asking {
  readonly library: string;
  readonly answer: ModelAnswer;
  readonly around: readonly Env[];
  readonly at: Place;
}

/** What the program does because the model asked for a tool, and where it does that. */
export interface Answered {
  readonly handler: FunctionValue;
  readonly at: Place;
  readonly summary: Summary;
}

/** Follows the code around the requests twice, with a call of the tool and without: the tool is what is different. */
export function answeredBy(
  tracer: Tracer,
  { library, answer, around, at: request }: Asking,
  name: string,
  summaryOf: (fn: FunctionValue) => Summary,
): Answered | undefined {
  for (const env of around) {
    const reading = { done: false };
    const handler = assuming(env, answering(library, answer.type, valueOf(answer.asking, name, reading)));
    const other = assuming(env, answering(library, answer.type, valueOf(answer.plain, name, reading)));
    if (handler === undefined || other === undefined) continue;
    // The code of a module rests on all of its sections.
    if (handler.fn.outer.kind === 'module') for (const section of sectionsOf(handler.fn.outer)) tracer.touchAll(allOf(section));
    const plain = summaryOf(other);
    reading.done = false;
    const summary = without(summaryOf(handler), plain);
    if (!reading.done && summary.effects.length === 0) continue;
    const { file } = env.module;
    return { handler, summary, at: handler.fn.outer.kind === 'module' ? request : { file, span: handler.fn.span } };
  }
  return undefined;
}

function answering(library: string, type: string, value: Value): Assumption {
  return { library, answers: new Map([[type, value]]) };
}

/** `reading` is done when somebody asks for what the model wants. */
function valueOf(data: AnswerData, name: string, reading: { done: boolean }): Value {
  if (data === '$name') return constant(name);
  if (data === '$input') return { kind: 'input', path: '', role: 'input' };
  if (data === '$call') return { kind: 'input', path: 'id', role: 'call-id' };
  if (Array.isArray(data)) return array((data as readonly AnswerData[]).map((item) => valueOf(item, name, reading)));
  if (typeof data !== 'object' || data === null) return constant(data as string | number | boolean | null);
  const properties = Object.entries(data).map(([key, item]): [string, Property] => {
    const value = valueOf(item, name, reading);
    const wanted = item === '$name' || item === '$input';
    return [key, { value: () => ((reading.done ||= wanted), value), seen: () => value }];
  });
  return { kind: 'object', id: nextId(), properties: new Map(properties), open: true, others: [] };
}

function without(summary: Summary, other: Summary): Summary {
  const effects = new Set(other.effects.map(effectKey));
  const unresolved = new Set(other.unresolved.map(({ file, span }) => `${file}:${span.start}`));
  return {
    ...summary,
    effects: summary.effects.filter((effect) => !effects.has(effectKey(effect))),
    unresolved: summary.unresolved.filter(({ file, span }) => !unresolved.has(`${file}:${span.start}`)),
  };
}

function effectKey({ class: kind, file, span, detail }: TracedEffect): string {
  return `${kind} ${file}:${span.start} ${detail ?? ''}`;
}
