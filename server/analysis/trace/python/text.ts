/** Texts that are put together by a pattern. */
import { joinText } from '../literals.js';
import { array, derived, stringOf, type Value } from '../value.js';
import { keywordsIn, positional } from './arguments.js';

/** `'%s of %(name)s' % value` */
export function percentText(pattern: string, value: Value): Value {
  let next = 0;
  return filled(pattern, /%(?:\((\w{1,100})\))?[-#0 +]{0,5}(?:\d{1,9}|\*)?(?:\.\d{1,9})?([sdifrxXeEgGcoua%])/g, (name, kind) => {
    if (kind === '%') return '%';
    if (name !== undefined) return memberOf(value, name);
    if (value.kind === 'array') return value.items[next++] ?? derived('item', [value]);
    return value;
  });
}

/** `'{} of {name}'.format(…)` */
export function formatText(pattern: string, args: readonly Value[]): Value {
  let next = 0;
  const byPlace = positional(args);
  const byName = keywordsIn(args);
  return filled(
    pattern.replaceAll('{{', '\u0001').replaceAll('}}', '\u0002'),
    /\{([\w.[\]]{0,100})(?:![rsa])?(?::[^{}]{0,100})?\}()/g,
    (name) => {
      const [head = ''] = (name ?? '').split(/[.[]/);
      if (head === '') return byPlace[next++] ?? derived('item', []);
      if (/^\d+$/.test(head)) return byPlace[Number(head)] ?? derived('item', []);
      return byName === undefined ? derived('item', []) : memberOf(byName, head);
    },
  );
}

function memberOf(value: Value, name: string): Value {
  return (value.kind === 'object' ? value.properties.get(name)?.value() : undefined) ?? derived('item', [value]);
}

function filled(pattern: string, holes: RegExp, fill: (name: string | undefined, kind: string | undefined) => string | Value): Value {
  const parts: (string | Value)[] = [];
  let at = 0;
  const plain = (text: string): string => text.replaceAll('\u0001', '{').replaceAll('\u0002', '}');
  for (const match of pattern.matchAll(holes)) {
    parts.push(plain(pattern.slice(at, match.index)), fill(match[1], match[2]));
    at = match.index + match[0].length;
  }
  parts.push(plain(pattern.slice(at)));
  return joinText(parts);
}

/** `separator.join(items)` */
export function joinedText(separator: string, items: Value | undefined): Value {
  if (items?.kind !== 'array' || items.rest !== undefined || items.mayLack !== undefined)
    return derived('join', items === undefined ? [] : [items]);
  return joinText(items.items.flatMap((item, i) => (i === 0 ? [item] : [separator, item])));
}

const plainMethods: Readonly<Record<string, (text: string) => string>> = {
  lower: (text) => text.toLowerCase(),
  casefold: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  strip: (text) => text.trim(),
  lstrip: (text) => text.trimStart(),
  rstrip: (text) => text.trimEnd(),
  title: (text) => text.replaceAll(/[A-Za-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()),
  capitalize: (text) => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase(),
};

/** Without these characters at its ends. */
function stripped(text: string, characters: string, method: string): string {
  let [start, end] = [0, text.length];
  if (method !== 'rstrip') while (start < end && characters.includes(text[start]!)) start++;
  if (method !== 'lstrip') while (end > start && characters.includes(text[end - 1]!)) end--;
  return text.slice(start, end);
}

/** A method of a text that is known. */
export function textMethod(text: string, method: string, args: readonly Value[]): Value | undefined {
  const [first, second] = args.map(stringOf);
  const say = (value: string | boolean): Value => ({ kind: 'constant', value });
  const list = (items: readonly string[]): Value => array(items.map(say));
  if (method === 'format') return formatText(text, args);
  if (method === 'join') return joinedText(text, args[0]);
  if (args.length === 0) return plainMethods[method] === undefined ? undefined : say(plainMethods[method](text));
  if (first === undefined) return undefined;
  switch (method) {
    case 'startswith':
      return say(text.startsWith(first));
    case 'endswith':
      return say(text.endsWith(first));
    case 'replace':
      return second === undefined ? undefined : say(text.replaceAll(first, () => second));
    case 'strip':
    case 'lstrip':
    case 'rstrip':
      return say(stripped(text, first, method));
    case 'removeprefix':
      return say(text.startsWith(first) ? text.slice(first.length) : text);
    case 'removesuffix':
      return say(text.endsWith(first) ? text.slice(0, text.length - first.length) : text);
    case 'partition': {
      const at = text.indexOf(first);
      return list(at < 0 ? [text, '', ''] : [text.slice(0, at), first, text.slice(at + first.length)]);
    }
    case 'rpartition': {
      const at = text.lastIndexOf(first);
      return list(at < 0 ? ['', '', text] : [text.slice(0, at), first, text.slice(at + first.length)]);
    }
    case 'rsplit':
    case 'split': {
      if (first === '' || args.length > 1) return undefined;
      return list(text.split(first));
    }
    default:
      return undefined;
  }
}
