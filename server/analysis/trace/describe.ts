/** What is known of a value, in the few words that fit beside a call. */
import type { FunctionNode } from '../syntax/ir.js';
import type { Value } from './value.js';

const maxDepth = 2;
const maxParts = 6;
/** Longer texts are cut at a blank, so that no secret is cut in two and no longer looks like one. */
const maxText = 400;

const secretName = /pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|credential|private[_-]?key|authorization|cookie/i;
const hidden = '…';

/** An argument of a call under the name of the parameter that takes it. */
export interface KnownArgument {
  readonly name: string;
  readonly value: string;
}

/** The arguments of which something is known, by the names of the parameters. */
export function knownArguments(fn: FunctionNode, args: readonly Value[]): readonly KnownArgument[] {
  return args.flatMap((value, index) => {
    const parameter = fn.parameters[Math.min(index, fn.parameters.length - 1)];
    if (parameter === undefined || (index >= fn.parameters.length && !parameter.rest)) return [];
    const name = parameter.name ?? '{…}';
    const text = describe(value, name);
    return text === undefined ? [] : [{ name, value: text }];
  });
}

/** `undefined` where nothing is known that would help a reader. The value of what is named like a secret is left out. */
export function describe(value: Value, name = '', depth = 0): string | undefined {
  switch (value.kind) {
    case 'constant':
      if (value.value === undefined) return undefined;
      return typeof value.value === 'string' ? (secretName.test(name) ? hidden : quoted(value.value)) : String(value.value);
    case 'text':
      return secretName.test(name)
        ? hidden
        : `\`${clipped(value.parts.map((part) => (typeof part === 'string' ? part : hole(part))).join(''))}\``;
    case 'union': {
      const options = value.options.map((option) => describe(option, name, depth) ?? '?');
      return options.every((option) => option === '?') ? undefined : listOf([...new Set(options)], ' | ');
    }
    case 'object': {
      if (depth >= maxDepth) return '{…}';
      const known = [...value.properties].slice(0, 40).flatMap(([key, property]) => {
        const text = describe(property.value(), key, depth + 1);
        return text === undefined ? [] : [`${key}: ${text}`];
      });
      if (known.length === 0) return depth === 0 ? undefined : '{…}';
      return `{ ${listOf(value.open || known.length < value.properties.size ? [...known, '…'] : known, ', ')} }`;
    }
    case 'array': {
      const items = depth >= maxDepth ? [] : value.items.slice(0, 40).map((item) => describe(item, name, depth + 1) ?? '?');
      return items.every((item) => item === '?') ? undefined : `[${listOf(items, ', ')}]`;
    }
    case 'function':
      return value.fn.name === undefined ? 'a function' : `function ${value.fn.name}`;
    case 'class':
      return `class ${value.cls.name ?? ''}`.trimEnd();
    case 'instance':
      return `a ${value.cls.cls.name ?? 'class'}`;
    case 'external':
      return `${value.library}: ${value.path}`;
    case 'input':
      return value.role === 'input' ? (value.path === '' ? 'input' : `input.${value.path}`) : value.role;
    case 'environment':
      return `environment ${value.name}`;
    case 'namespace':
    case 'derived':
    case 'unknown':
      return undefined;
  }
}

function hole(value: Value): string {
  return value.kind === 'constant' && typeof value.value !== 'string'
    ? String(value.value)
    : `\${${value.kind === 'input' ? describe(value) : hidden}}`;
}

function quoted(text: string): string {
  return JSON.stringify(clipped(text));
}

function clipped(text: string): string {
  const flat = text.slice(0, maxText + 1).replace(/\s+/g, ' ');
  return text.length <= maxText ? flat : `${flat.slice(0, Math.max(0, flat.lastIndexOf(' ')))}…`;
}

function listOf(parts: readonly string[], separator: string): string {
  return parts.length <= maxParts
    ? parts.join(separator)
    : [...parts.slice(0, maxParts - 1), `… ${parts.length - maxParts + 1} more`].join(separator);
}
