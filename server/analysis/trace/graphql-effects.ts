/** What a call does that is given a GraphQL document. */
import type { EffectClass } from '../../../rules/kit/index.js';
import type { DirectEffect, Found } from './direct-effect.js';
import { readGraphql, type GraphqlOperation, type GraphqlReading } from './graphql.js';
import { memberOf } from './members.js';
import { fromModel } from './some-part.js';
import type { Tracer } from './tracer.js';
import { textParts } from './text-parts.js';
import { optionsOf, stringOf, type Value } from './value.js';
import { verbClass } from './verbs.js';

/** Where clients take the document in an object of options. */
const documentKeys = ['document', 'documents', 'query', 'mutation', 'subscription', 'source', 'body'] as const;

/** Queries read; mutations change as the verbs of their fields say; a document that is not known could be either. */
export function graphqlEffects(tracer: Tracer, base: DirectEffect, document: Value | undefined): Found {
  const effects: DirectEffect[] = [];
  let unresolved: string | undefined;
  for (const option of document === undefined ? [] : optionsOf(document)) {
    const reading = readingOf(tracer, option, 0);
    const known = reading?.operations ?? [];
    effects.push(...known.flatMap((operation) => operationEffects(base, operation)));
    if (known.length > 0) continue;
    if (fromModel(option)) effects.push({ ...base, class: 'exec', detail: 'a GraphQL document of the caller', callerControlled: true });
    else unresolved = 'the GraphQL document could not be told';
  }
  if (document === undefined) unresolved = 'the GraphQL document could not be told';
  return { effects, ...(unresolved === undefined ? {} : { unresolved }) };
}

/** The body of a request holds a document. */
export function isGraphql(tracer: Tracer, body: Value | undefined): boolean {
  const query = body?.kind === 'object' ? body.properties.get('query')?.value() : undefined;
  return query !== undefined && firstOf(tracer, query, 0) !== undefined;
}

function operationEffects(base: DirectEffect, { type, fields }: GraphqlOperation): readonly DirectEffect[] {
  const shown = `${type}${fields.length === 0 ? '' : ` ${fields.slice(0, 3).join(', ')}`}`;
  if (type !== 'mutation') return [{ ...base, class: 'read', detail: shown }];
  const classes = new Set(fields.length === 0 ? ['write.add' as const] : fields.map(mutationClass));
  return [...classes].map((change) => ({
    ...base,
    class: change,
    detail: shown,
    certainty: base.certainty === 'certain' ? ('probable' as const) : base.certainty,
  }));
}

/** A mutation changes something, so that a verb of reading is not about the whole of it; the verb stands first or last. */
function mutationClass(field: string): EffectClass {
  const last = field.match(/[A-Z]?[a-z]{1,40}/g)?.pop() ?? '';
  const verbs = [verbClass(field), verbClass(last)];
  return (
    verbs.find((verb) => verb !== undefined && verb !== 'read' && verb !== 'exec') ?? (verbs.includes('read') ? 'write.set' : 'write.add')
  );
}

/** The document that a value is: its text, or what tools made of its text. */
function readingOf(tracer: Tracer, value: Value, depth: number): GraphqlReading | undefined {
  if (depth > 6) return undefined;
  switch (value.kind) {
    case 'constant':
    case 'text':
      return readGraphql(textParts(value));
    case 'object': {
      const definitions = value.properties.get('definitions')?.value();
      if (definitions?.kind === 'array') return parsed(tracer, definitions.items);
      for (const key of documentKeys) {
        const inner = value.properties.get(key)?.value();
        const reading = inner === undefined ? undefined : firstOf(tracer, inner, depth);
        if (reading !== undefined) return reading;
      }
      return undefined;
    }
    // `new TypedDocumentString('query …')`, `parse('query …')`
    case 'instance':
      return value.args?.[0] === undefined ? undefined : firstOf(tracer, value.args[0], depth);
    case 'external':
      return value.args?.[0] === undefined ? undefined : firstOf(tracer, value.args[0], depth);
    case 'array':
    case 'derived': {
      const readings = (value.kind === 'array' ? value.items : value.from).flatMap((part) => firstOf(tracer, part, depth) ?? []);
      return readings.length === 0
        ? undefined
        : { operations: readings.flatMap((reading) => reading.operations), complete: readings.every((reading) => reading.complete) };
    }
    default:
      return undefined;
  }
}

function firstOf(tracer: Tracer, value: Value, depth: number): GraphqlReading | undefined {
  for (const option of optionsOf(value)) {
    const reading = readingOf(tracer, option, depth + 1);
    if (reading !== undefined && reading.operations.length > 0) return reading;
  }
  return undefined;
}

/** Operations of a document that generators have written down as data. */
function parsed(tracer: Tracer, definitions: readonly Value[]): GraphqlReading {
  const operations = definitions.flatMap((definition): GraphqlOperation[] => {
    if (definition.kind !== 'object') return [];
    const type = stringOf(definition.properties.get('operation')?.value());
    if (type !== 'query' && type !== 'mutation' && type !== 'subscription') return [];
    const selections = memberOf(tracer, memberOf(tracer, definition, 'selectionSet'), 'selections');
    const fields = selections.kind === 'array' ? selections.items : [];
    return [{ type, fields: fields.flatMap((field) => stringOf(memberOf(tracer, memberOf(tracer, field, 'name'), 'value')) ?? []) }];
  });
  return { operations, complete: true };
}
