/** Types of Python that leave open what is passed: `Any`, and dictionaries whose names nobody lists. */
import type { TypeNode } from '../../syntax/ir.js';
import { array, constant, record, type Value } from '../value.js';

const anything: ReadonlySet<string> = new Set(['Any', 'object']);
const dictionaries: ReadonlySet<string> = new Set(['dict', 'Dict', 'Mapping', 'MutableMapping', 'OrderedDict', 'defaultdict']);
const lists: ReadonlySet<string> = new Set(['list', 'List', 'Sequence', 'Iterable', 'tuple', 'Tuple', 'set', 'Optional', 'Annotated']);
const maxDepth = 4;

/** What a schema says of such a type: `dict[str, Any]` is an object with any properties. Nothing for all others. */
export function openParts(type: TypeNode): Readonly<Record<string, Value>> {
  const schema = openSchema(type, 0);
  if (schema !== undefined) return { anyOf: array([schema]) };
  return isListed(type) ? { propertyNames: constant(true) } : {};
}

function openSchema(type: TypeNode, depth: number): Value | undefined {
  const inner = (types: readonly TypeNode[]): Value | undefined =>
    types.map((one) => openSchema(one, depth + 1)).find((schema) => schema !== undefined);
  if (depth > maxDepth) return undefined;
  if (type.kind === 'union') return inner(type.options);
  if (type.kind === 'array') return inner([type.item]);
  if (type.kind !== 'reference') return undefined;
  const name = type.name.kind === 'name' ? type.name.name : type.name.property;
  if (typeof name !== 'string') return undefined;
  if (anything.has(name)) return record({ additionalProperties: constant(true) });
  if (dictionaries.has(name))
    return listsKeys(type.args[0]) ? undefined : record({ type: constant('object'), additionalProperties: constant(true) });
  return lists.has(name) ? inner(name === 'Annotated' ? type.args.slice(0, 1) : type.args) : undefined;
}

function isListed(type: TypeNode): boolean {
  if (type.kind === 'union') return type.options.some(isListed);
  return type.kind === 'reference' && type.name.kind === 'name' && dictionaries.has(type.name.name) && listsKeys(type.args[0]);
}

/** `dict[Literal['a', 'b'], str]`, and names of classes, which may be enumerations. */
function listsKeys(keys: TypeNode | undefined): boolean {
  return keys !== undefined && !(keys.kind === 'reference' && keys.name.kind === 'name' && /^(?:str|Any)$/.test(keys.name.name));
}
