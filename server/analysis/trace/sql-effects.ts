/** What a call does that is given SQL text. */
import type { RowOptions } from '../../../rules/kit/index.js';
import type { LibraryCall } from './access.js';
import type { DirectEffect, Found } from './direct-effect.js';
import type { Sink } from './reaches.js';
import { endsWriting, isReadOnly, isReadOnlyBySetting } from './sessions.js';
import { fromModel } from './some-part.js';
import { sourceOf } from './sql/source.js';
import { readSql } from './sql.js';
import type { Tracer } from './tracer.js';
import { textParts, textHoles } from './text-parts.js';
import { optionsOf, undefinedValue, type Value } from './value.js';
import { keyOf } from './value-keys.js';

/** One effect for each statement; text of the caller is open-ended. */
export function sqlEffects(tracer: Tracer, plain: DirectEffect, subject: Value | undefined, options: RowOptions, call: LibraryCall): Found {
  const asked = call.receiver === undefined ? plain : { ...plain, session: keyOf(call.receiver) };
  const readOnly = isReadOnly(tracer, call.receiver);
  const texts = optionsOf(subject ?? undefinedValue);
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const given of texts) {
    if (given.kind === 'external' && tracer.libraries.toldWhenMade(given)) continue;
    // `db.execute(sql`SELECT …`)`, and `sql.raw(text)` or `new Request(text)`
    const text = given.kind === 'external' ? (given.args?.[0] ?? given) : given;
    const isTagged = given.kind === 'external' && given.call === undefined;
    // `client.query({ text, values })`
    const whole = text.kind === 'object' ? ((text.properties.get('text') ?? text.properties.get('sql'))?.value() ?? text) : text;
    // What stands in the holes of a tagged template is bound.
    const isBound = isTagged || (call.template !== undefined && given === call.template);
    const base =
      isBound || !fromModel(whole) ? asked : { ...asked, sinks: [{ kind: 'sql' as const, value: whole, ...bySetting(tracer, call) }] };
    const source = sourceOf(whole);
    const sql = source ?? whole;
    const parts = textParts(sql);
    if (parts.every((part) => part.trim() === '')) {
      if (fromModel(sql))
        effects.push({ ...base, class: readOnly ? 'read' : 'exec', detail: 'SQL text of the caller', callerControlled: true });
      else unresolved = 'the SQL text could not be told';
      continue;
    }
    const reading = readSql(parts, options.dialect, isTagged || (call.template !== undefined && sql === call.template));
    for (const statement of reading.statements) {
      effects.push({
        ...base,
        ...(source === undefined ? {} : { certainty: 'probable' as const }),
        class: readOnly ? 'read' : statement.class,
        ...(endsWriting(parts.join(' ')) ? { endsWriting: true } : {}),
        detail:
          statement.table === undefined
            ? statement.verb
            : reading.statements.length === 1
              ? reading.detail
              : `${statement.verb} ${statement.table}`,
        bounded: statement.bounded,
        ensures: statement.ensures || statement.conflict,
        exclusive: statement.exclusive,
        relative: statement.relative,
        ...(statement.locks === true ? { locks: true } : {}),
        ...(statement.columns === undefined ? {} : { columns: statement.columns }),
      });
    }
    if (!reading.complete) {
      if (call.template === undefined && !isTagged && textHoles(sql).some((hole) => fromModel(hole)))
        effects.push({
          ...base,
          class: 'exec',
          detail: 'SQL text that the caller completes',
          callerControlled: true,
          ...(reading.statements.length === 0 ? {} : { completes: true }),
          certainty: 'probable',
        });
      else unresolved = 'a part of the SQL text could not be told';
    }
  }
  return { effects, ...(unresolved === undefined ? {} : { unresolved }) };
}

function bySetting(tracer: Tracer, { call, env, args, receiver }: LibraryCall): Pick<Sink, 'limitedBy'> {
  if (![receiver, ...args].some((given) => isReadOnlyBySetting(given))) return {};
  return {
    limitedBy: { ...tracer.place(call.callee.span, env), label: 'a setting may open the connection for reading only', partly: true },
  };
}
