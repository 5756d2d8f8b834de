/** Database connections that can only read. */
import type { Tracer } from './tracer.js';
import { fromModel } from './some-part.js';
import { textParts } from './text-parts.js';
import { type Value } from './value.js';

const readOnlyText = /[?&]mode=ro\b|default_transaction_read_only[=%](?:3D)?(?:on|true)|[?&]readonly=true/i;

/** The connection was opened for reading only: by an option, by its address, or by the name of what holds it. */
export function isReadOnly(tracer: Tracer, receiver: Value | undefined, depth = 0): boolean {
  if (receiver?.kind !== 'external' || depth > 4) return false;
  for (const arg of receiver.args ?? []) {
    if (readOnlyText.test(textParts(arg).join(''))) return true;
    if (arg.kind !== 'object') continue;
    for (const [key, property] of arg.properties) {
      const value = property.value();
      if (/^read_?only$/i.test(key) && value.kind === 'constant' && value.value === true) return true;
      if (value.kind === 'constant' && typeof value.value === 'string' && readOnlyText.test(value.value)) return true;
    }
  }
  // `database.prepare(sql)`: the statement is as its database is.
  const call = receiver.call;
  if (call === undefined || call.node.isNew || call.node.callee.kind !== 'member') return false;
  return isReadOnly(tracer, tracer.evaluate(call.node.callee.object, call.env), depth + 1);
}

/** Whether the connection is for reading only is a setting, which somebody else chooses than the model. */
export function isReadOnlyBySetting(given: Value | undefined, depth = 0): boolean {
  if (depth > 4) return false;
  if (given?.kind === 'external') return (given.args ?? []).some((arg) => isReadOnlyBySetting(arg, depth + 1));
  if (given?.kind !== 'object') return false;
  return [...given.properties].some(([key, property]) => {
    const value = property.value();
    return /^read_?only$/i.test(key) ? isOpen(value) : value.kind === 'object' && isReadOnlyBySetting(value, depth + 1);
  });
}

function isOpen(value: Value): boolean {
  return value.kind !== 'constant' && !fromModel(value);
}

/** `SET TRANSACTION READ ONLY`, `BEGIN READ ONLY`, `PRAGMA query_only`: what follows on this connection only reads. */
export function endsWriting(sql: string): boolean {
  return (
    /^\s*(?:begin|start|set)\b[^;]{0,120}\bread\s+only\b/i.test(sql) ||
    /^\s*pragma\s+query_only\s*=\s*(?:1|on|true)/i.test(sql) ||
    /^\s*set\s[^;]{0,80}default_transaction_read_only\s*(?:=|to)\s*(?:on|true)/i.test(sql)
  );
}
