/** What a query of a graph does, by its clauses. */
import type { EffectClass } from '../../../rules/kit/index.js';
import type { DirectEffect, Found } from './direct-effect.js';
import { fromModel } from './some-part.js';
import { textParts, textHoles } from './text-parts.js';
import { optionsOf, undefinedValue, type Value } from './value.js';

/** Clauses that change the graph, from harmful to harmless; `MERGE` creates only what is missing. */
const clauses: readonly (readonly [RegExp, EffectClass])[] = [
  [/\b(?:DETACH\s+DELETE|DELETE|REMOVE|DROP)\b/i, 'destroy'],
  [/\b(?:CREATE|FOREACH|LOAD\s+CSV|INSERT)\b/i, 'write.add'],
  [/\b(?:SET|MERGE)\b/i, 'write.set'],
];

/** Between these, text says nothing: strings, names in backticks, comments. */
const silent: readonly (readonly [begin: string, end: string])[] = [
  ["'", "'"],
  ['"', '"'],
  ['`', '`'],
  ['//', '\n'],
  ['/*', '*/'],
];

/** The query without what says nothing. */
function speaking(text: string): string {
  let out = '';
  for (let at = 0; at < text.length;) {
    const [begin, end] = silent.find(([start]) => text.startsWith(start, at)) ?? [];
    if (begin === undefined || end === undefined) {
      out += text[at++];
      continue;
    }
    at += begin.length;
    while (at < text.length && !text.startsWith(end, at)) at += text[at] === '\\' && (begin === "'" || begin === '"') ? 2 : 1;
    at += end.length;
    out += ' ';
  }
  return out;
}

/** One effect for each query that is possible; text of the caller is open-ended. */
export function cypherEffects(base: DirectEffect, subject: Value | undefined): Found {
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const query of optionsOf(subject ?? undefinedValue)) {
    const parts = textParts(query);
    const fromCaller = textHoles(query).some((hole) => fromModel(hole));
    if (parts.every((part) => part.trim() === '')) {
      if (fromModel(query)) effects.push({ ...base, class: 'exec', detail: 'query text of the caller', callerControlled: true });
      else unresolved = 'the text of the query could not be told';
      continue;
    }
    const text = speaking(parts.join(' '));
    // The plan of whatever follows is made, and nothing is done.
    if (/^\s*EXPLAIN\b/i.test(text)) {
      effects.push({ ...base, class: 'read' });
      continue;
    }
    const found = clauses.find(([pattern]) => pattern.test(text))?.[1];
    const merges = found === 'write.set' && !/\bSET\b/i.test(text);
    if (found === undefined && /\bCALL\s+(?!\{|db\.(?:labels|schema|index|relationshipTypes|propertyKeys))/i.test(text)) {
      unresolved = 'the query calls a procedure';
      continue;
    }
    effects.push({ ...base, class: found ?? 'read', ...(merges ? { ensures: true } : {}) });
    if (fromCaller)
      effects.push({
        ...base,
        class: 'exec',
        detail: 'query text that the caller completes',
        callerControlled: true,
        completes: true,
        certainty: 'probable',
      });
  }
  return { effects, ...(unresolved === undefined ? {} : { unresolved }) };
}
