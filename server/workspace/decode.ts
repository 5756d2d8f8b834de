/** How the bytes of a file stand for text, so that an edit can be written back the same way. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'latin1';

export type Decoded = { readonly text: string; readonly encoding: Encoding } | { readonly binary: true };

/** Part of the Encoding standard, which every platform has; the library of the language does not declare it. */
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

let strict: TextDecoder | undefined;

/**
 * Text of a file without its byte order mark. A NUL byte among the first 8,000 means binary, as in git. What is not
 * valid UTF-8 is read as Latin-1 (one character per byte), which keeps every ASCII character and all offsets.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (isWide(bytes)) {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be';
    return { text: wide(encoding === 'utf-16le' ? bytes : swapped(bytes), 'utf-16le'), encoding };
  }
  if (isBinary(bytes)) return { binary: true };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  strict ??= new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  try {
    return { text: strict.decode(marked ? bytes.subarray(3) : bytes), encoding: marked ? 'utf-8-bom' : 'utf-8' };
  } catch {
    return { text: latin1(bytes), encoding: 'latin1' };
  }
}

/** A byte order mark says that each character of the text is two bytes or more. */
export function isWide(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

/** For bytes that are not wide. */
export function isBinary(bytes: Uint8Array): boolean {
  const head = bytes.length > 8000 ? bytes.subarray(0, 8000) : bytes;
  return head.includes(0);
}

function wide(bytes: Uint8Array, label: string): string {
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes.subarray(2, bytes.length & ~1));
}

function swapped(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length);
  for (let index = 0; index + 1 < bytes.length; index += 2) {
    out[index] = bytes[index + 1]!;
    out[index + 1] = bytes[index]!;
  }
  return out;
}

function latin1(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += 4096) {
    parts.push(String.fromCharCode(...bytes.subarray(start, start + 4096)));
  }
  return parts.join('');
}

/** The inverse of {@link decode}; `undefined` when a character has no place in the encoding. */
export function encode(text: string, encoding: Encoding): Uint8Array | undefined {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'latin1':
      return units(text, 1, (out, index, code) => {
        out[index] = code;
      });
    case 'utf-16le':
      return units(`\ufeff${text}`, 2, (out, index, code) => {
        out[2 * index] = code & 255;
        out[2 * index + 1] = code >> 8;
      });
    case 'utf-16be':
      return units(`\ufeff${text}`, 2, (out, index, code) => {
        out[2 * index] = code >> 8;
        out[2 * index + 1] = code & 255;
      });
  }
}

function units(text: string, width: 1 | 2, put: (out: Uint8Array, index: number, code: number) => void): Uint8Array | undefined {
  const out = new Uint8Array(text.length * width);
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (width === 1 && code > 255) return undefined;
    put(out, index, code);
  }
  return out;
}
