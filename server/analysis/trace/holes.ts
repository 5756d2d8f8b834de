/** Expressions that put a value into the text which a call is given, so that they can be quoted where they stand. */
import type { Access, Place } from '../../../rules/kit/index.js';
import type { Expression } from '../syntax/ir.js';
import type { LibraryCall } from './access.js';
import { placeOfArgument } from './invoke.js';
import type { Tracer } from './tracer.js';
import type { Value } from './value.js';

export interface Hole {
  readonly at: Place;
  readonly value: Value;
}

/** The holes of a template that is an argument, or that a name holds which is written once; those inside of quotes are none. */
export function holesAt(tracer: Tracer, access: Access, { call, env }: LibraryCall): readonly Hole[] {
  const [, index = '', name] = placeOfArgument.exec(access) ?? [];
  const given = call.args.find((argument) => argument.name !== undefined && argument.name === name) ?? call.args[Number(index)];
  if (index === '' || given === undefined || given.spread) return [];
  const text = written(given.value, env.owner);
  if (text?.kind !== 'template' || text.tag !== undefined) return [];
  return text.holes.flatMap((hole, i) =>
    quoted.test(text.texts[i] ?? '') || opened.test(text.texts[i + 1] ?? '')
      ? []
      : [{ at: tracer.place(hole.span, env), value: tracer.evaluate(hole, env) }],
  );
}

const quoted = /['"\\]$/;
const opened = /^['"]/;

function written(expression: Expression, owner: unknown): Expression | undefined {
  if (expression.kind !== 'name') return expression;
  const { binding } = expression;
  if (binding === undefined || binding.owner !== owner || binding.writes.length > 0 || binding.source?.kind !== 'value') return undefined;
  return binding.source.path.length === 0 ? binding.source.value : undefined;
}
