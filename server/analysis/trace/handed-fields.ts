/** What the model passes as an object whose names it makes up itself, where those become the fields of what is written. */
import type { Effect, Reach } from '../../../rules/kit/index.js';
import type { DirectEffect } from './direct-effect.js';
import { nameOf, textPath } from './reach-text.js';
import type { Value } from './value.js';

/** Where an object has fields that its owner means something by; in a file or a queue it is data. */
const fielded: ReadonlySet<Effect['resource']> = new Set([
  'database',
  'network',
  'money',
  'mail',
  'chat',
  'code-host',
  'cloud',
  'search',
  'other',
]);
/** Names under which a call takes the fields of the thing itself; under others, such as `metadata`, stands one field. */
const carrying =
  /^(?:\d{1,3}|\$?set|\$setOnInsert|data|json|body|fields|attributes|properties|values|record|records|rows|row|items|item|entry|entries|update|updates|updateData|changes|patch|document|documents|doc|payload|input|create|resource|object|new_values|requestBody)$/;
/** Operations that hand the fields of an object on as they are. Text of it is a body; in a row, it is one value. */
const encoding = /^(?:stringify|dumps)$/;
const copying = /^(?:structuredClone|copy|deepcopy|cloneDeep|assign|dict|merge|toJSON|to_dict|jsonable_encoder|\|\||\?\?|or|promise)$/;
/** What is given first says which things are meant. */
const filtering = /[.#](?:update(?:One|Many|_one|_many)|replace(?:One|_one)|find(?:One|_one|ById|_by_id)(?:And|_and_)\w{1,20})$/;
/** The values of a statement stand for one column each. */
const statement = /^(?:INSERT|UPDATE|REPLACE|MERGE|UPSERT)\b/;
const maxVisits = 200;

/** Parameters that stand for all fields of what a call writes, or that are spread among them. */
export function handedFields({ class: kind, resource, subject, content, api, detail = '' }: DirectEffect): readonly Reach[] {
  if ((!kind.startsWith('write') && kind !== 'external') || !fielded.has(resource) || statement.test(detail)) return [];
  const paths = new Set<string>();
  const seen = new Set<Value>();
  const waiting: Value[] = subject === undefined || filtering.test(api) ? [...content] : [subject, ...content];
  for (let value = waiting.pop(); value !== undefined && seen.size < maxVisits; value = waiting.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    const path = value.kind === 'input' && value.role === 'input' ? textPath(value) : undefined;
    if (path !== undefined && path !== '') paths.add(path);
    waiting.push(...fieldsIn(value, resource === 'database'));
  }
  return [...paths].map((parameter) => ({ kind: 'fields', parameter, whole: true }));
}

/** The values whose fields a value has. */
function fieldsIn(value: Value, isRow: boolean): readonly Value[] {
  switch (value.kind) {
    case 'union':
      return value.options;
    case 'array':
      return value.rest === undefined ? value.items : [...value.items, value.rest];
    case 'object':
      return [...[...value.properties].flatMap(([key, property]) => (carrying.test(key) ? [property.value()] : [])), ...value.others];
    case 'derived': {
      if (value.told === true || value.read !== undefined) return [];
      const name = nameOf(value.operation);
      return copying.test(name) || (!isRow && encoding.test(name)) ? value.from : [];
    }
    default:
      return [];
  }
}
