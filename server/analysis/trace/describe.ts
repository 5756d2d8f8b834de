/** What is known of a value, in the few words that fit beside a call. */
import type { FunctionNode } from '../syntax/ir.js';
import { plainName } from '../languages.js';
import type { Value } from './value.js';

const maxDepth = 2;
const maxParts = 6;
/** Longer texts are cut at a blank, so that no secret is cut in two and no longer looks like one. */
const maxText = 400;

const secretName = /pass(?:word|wd|phrase)?|pwd|secret|token|api[_-]?key|credential|private[_-]?key|authorization|cookie/i;
const cut = '…';

/** An argument of a call under the name of the parameter that takes it. */
export interface KnownArgument {
  readonly name: string;
  readonly value: string;
  /** Texts that were left out because of their names: whoever shows source lines leaves them out there too. */
  readonly hidden?: readonly string[];
}

/** The arguments of which something is known, by the names of the parameters. */
export function knownArguments(fn: FunctionNode, args: readonly Value[]): readonly KnownArgument[] {
  return args.flatMap((value, index) => {
    const parameter = fn.parameters[Math.min(index, fn.parameters.length - 1)];
    if (parameter === undefined || (index >= fn.parameters.length && !parameter.rest)) return [];
    const name = parameter.name ?? '{…}';
    const hidden: string[] = [];
    const text = describe(value, name, hidden);
    return text === undefined ? [] : [{ name, value: text, ...(hidden.length === 0 ? {} : { hidden }) }];
  });
}

/** `undefined` where nothing is known that would help a reader. The value of what is named like a secret is left out. */
export function describe(value: Value, name = '', hidden: string[] = [], depth = 0): string | undefined {
  switch (value.kind) {
    case 'constant':
      if (value.value === undefined) return undefined;
      return typeof value.value === 'string' ? quoted(value.value, name, hidden) : String(value.value);
    case 'text':
      if (secretName.test(name)) return hide(value.parts, hidden);
      return `\`${clipped(value.parts.map((part) => (typeof part === 'string' ? part : hole(part))).join(''))}\``;
    case 'union': {
      const options = value.options.map((option) => describe(option, name, hidden, depth) ?? '?');
      return options.every((option) => option === '?') ? undefined : listOf([...new Set(options)], ' | ');
    }
    case 'object': {
      if (depth >= maxDepth) return '{…}';
      const known = [...value.properties].slice(0, 40).flatMap(([key, property]) => {
        // All of `credentials: { … }` is secret.
        const text = describe(property.value(), secretName.test(name) ? name : key, hidden, depth + 1);
        return text === undefined ? [] : [`${key}: ${text}`];
      });
      if (known.length === 0) return depth === 0 ? undefined : '{…}';
      return `{ ${listOf(value.open || known.length < value.properties.size ? [...known, '…'] : known, ', ')} }`;
    }
    case 'array': {
      const items = depth >= maxDepth ? [] : value.items.slice(0, 40).map((item) => describe(item, name, hidden, depth + 1) ?? '?');
      return items.every((item) => item === '?') ? undefined : `[${listOf(items, ', ')}]`;
    }
    case 'function':
      return value.fn.name === undefined ? 'a function' : `function ${value.fn.name}`;
    case 'class':
      return `class ${value.cls.name ?? ''}`.trimEnd();
    case 'instance':
      return `a ${value.cls.cls.name ?? 'class'}`;
    case 'external':
      return `${plainName(value.library)}: ${value.path}`;
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
  if (value.kind === 'constant' && typeof value.value !== 'string') return String(value.value);
  return `\${${value.kind === 'input' ? describe(value) : cut}}`;
}

function quoted(text: string, name: string, hidden: string[]): string {
  return secretName.test(name) ? hide([text], hidden) : JSON.stringify(clipped(text));
}

function hide(parts: readonly unknown[], hidden: string[]): string {
  for (const part of parts) if (typeof part === 'string') hidden.push(part);
  return cut;
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
