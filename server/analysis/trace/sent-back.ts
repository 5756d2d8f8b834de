/** A resource that is fetched, added to and sent back: each time it grows. */
import { pathKey } from './path-key.js';
import { directParts, fromModel, somePart } from './some-part.js';
import { stringOf, type Value } from './value.js';

const asking = /(?:^|[#.])(?:get|request|fetch)\(\)$/i;
const maxVisits = 400;

/** A field of the body is what the same address answered for that field, with something behind or before it that the model passed. */
export function addsToItself(body: Value | undefined, url: Value | undefined): boolean {
  if (body === undefined || url === undefined) return false;
  const address = pathKey(url);
  const seen = new Set<Value>();
  const waiting: { readonly value: Value; readonly field: string | undefined }[] = [{ value: body, field: undefined }];
  for (let item = waiting.pop(); item !== undefined && seen.size < maxVisits; item = waiting.pop()) {
    const { value, field } = item;
    if (seen.has(value)) continue;
    seen.add(value);
    if (field !== undefined && isLonger(value, field, address)) return true;
    if (value.kind === 'object') for (const [name, property] of value.properties) waiting.push({ value: property.value(), field: name });
    else for (const part of directParts(value)) waiting.push({ value: part, field });
  }
  return false;
}

/** Text of which one part is what was there, and another one comes from the model. */
function isLonger(value: Value, field: string, address: string): boolean {
  const parts = value.kind === 'text' ? value.parts : value.kind === 'derived' && value.operation === '+' ? value.from : [];
  const holes = parts.filter((part) => typeof part !== 'string');
  return holes.some((hole) => wasThere(hole, field, address) && holes.some((other) => other !== hole && fromModel(other)));
}

/** The field of what the address answered, and nothing that was made of it. */
function wasThere(value: Value, field: string, address: string): boolean {
  if (value.kind === 'union') return value.options.some((option) => wasThere(option, field, address));
  if (value.kind !== 'derived') return false;
  const isField =
    value.operation === `.${field}` ||
    (/^(?:\.get\(\)|\[\]|item)$/.test(value.operation) && value.from.some((part) => part.kind === 'constant' && part.value === field));
  if (isField) return somePart(value, (part) => isAnswer(part, address));
  return /^(?:str|String|\.(?:strip|rstrip|trim|trimEnd|toString)\(\))$/.test(value.operation) && value.from[0] !== undefined
    ? wasThere(value.from[0], field, address)
    : false;
}

function isAnswer(part: Value, address: string): boolean {
  if (part.kind !== 'derived' || !asking.test(part.operation) || part.from.some(isOrder)) return false;
  return part.from.some((one) => one.kind !== 'object' && pathKey(one) === address);
}

/** The method of a request that asks for nothing. */
function isOrder(value: Value): boolean {
  return /^(?:POST|PUT|PATCH|DELETE)$/i.test(stringOf(value) ?? '');
}
