/** The address that a value stands for: text, or what `URL` and `Request` were made from. */
import type { Value } from './value.js';
import { textParts } from './text-parts.js';

/** Literal parts around unknown ones, as {@link textParts} gives them. */
export function urlParts(value: Value | undefined, depth = 0): readonly string[] {
  if (value === undefined) return [''];
  if (depth > 6) return ['', ''];
  switch (value.kind) {
    case 'text':
      return value.parts.reduce<readonly string[]>(
        (parts, part) => joined(parts, typeof part === 'string' ? [part] : urlParts(part, depth + 1)),
        [''],
      );
    case 'union': {
      const options = value.options.map((option) => urlParts(option, depth + 1));
      return options.find((parts) => parts.some((part) => part.trim() !== '')) ?? ['', ''];
    }
    case 'external':
      return value.library === 'global' && /^(?:URL|Request)#/.test(value.path) ? resolved(value.args ?? [], depth) : ['', ''];
    case 'derived':
      if (/^URL#(?:toString|toJSON)\(\)$/.test(value.operation)) return resolved(value.from, depth);
      // What is done to an address on the way leaves most of it as it was.
      return /^(?:String|\.(?:toString|trim|replace|replaceAll|toLowerCase|href|url)(?:\(\))?)$/.test(value.operation)
        ? urlParts(value.from[0], depth + 1)
        : ['', ''];
    default:
      return textParts(value);
  }
}

const maxChoices = 24;

/** The addresses that a value stands for, when it is one of several; none when it is one, or when they are too many. */
export function addressChoices(value: Value | undefined): readonly Value[] {
  if (value?.kind === 'union') return value.options.filter((option) => urlParts(option).some((part) => part.trim() !== ''));
  if (value?.kind !== 'text') return [];
  const at = value.parts.findIndex((part) => typeof part !== 'string' && part.kind === 'union');
  const part = value.parts[at];
  if (part === undefined || typeof part === 'string' || part.kind !== 'union' || part.options.length > maxChoices) return [];
  return part.options.map((option) => ({ ...value, id: 0, parts: value.parts.with(at, option) }));
}

/** `new URL(path, base)` */
function resolved([path, base]: readonly Value[], depth: number): readonly string[] {
  const parts = urlParts(path, depth + 1);
  if (base === undefined || base.kind === 'object' || /^https?:/.test(parts[0]!)) return parts;
  const start = urlParts(base, depth + 1);
  const origin = start.map((part, i) => (i === start.length - 1 ? part.replace(/\/$/, '') : part));
  return joined(origin, parts[0] === '' || parts[0]!.startsWith('/') ? parts : [`/${parts[0]}`, ...parts.slice(1)]);
}

function joined(left: readonly string[], right: readonly string[]): readonly string[] {
  return [...left.slice(0, -1), left[left.length - 1]! + right[0]!, ...right.slice(1)];
}

/** The name under which data holds an address: `metadata['revocation_endpoint']`, `metadata.get('revocation_endpoint')`. */
export function addressName(value: Value | undefined): string | undefined {
  if (value?.kind === 'union') return value.options.map(addressName).find((name) => name !== undefined);
  if (value?.kind !== 'derived') return undefined;
  const attribute = /^\.(\w+)$/.exec(value.operation)?.[1];
  if (attribute !== undefined) return attribute;
  const key = /^(?:\.(?:get|pop)\(\)|\[\]|item)$/.test(value.operation) ? value.from[1] : undefined;
  return key?.kind === 'constant' && typeof key.value === 'string' ? key.value : undefined;
}
