/** Texts of which parts are known. */
import type { Value } from './value.js';

/** Literal parts around unknown ones: n unknown parts give n + 1 strings. Unions give their first alternative that has text. */
export function textParts(value: Value): readonly string[] {
  switch (value.kind) {
    case 'constant':
      return [value.value === undefined || value.value === null ? '' : String(value.value)];
    case 'text': {
      const parts: string[] = [''];
      for (const part of value.parts) {
        if (typeof part === 'string') parts[parts.length - 1] += part;
        else {
          const inner = textParts(part);
          parts[parts.length - 1] += inner[0]!;
          parts.push(...inner.slice(1));
        }
      }
      return parts;
    }
    case 'union': {
      for (const option of value.options) {
        const parts = textParts(option);
        if (parts.some((part) => part.trim() !== '')) return parts;
      }
      return ['', ''];
    }
    default:
      return ['', ''];
  }
}

/** The unknown parts of a text, in order. */
export function textHoles(value: Value): readonly Value[] {
  if (value.kind !== 'text') return value.kind === 'constant' ? [] : [value];
  return value.parts.flatMap((part) => (typeof part === 'string' ? [] : textHoles(part)));
}
