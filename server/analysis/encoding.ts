/** Part of the Encoding standard, which every platform has; the library of the language does not declare it. */
declare class TextDecoder {
  constructor(label?: string, options?: { ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
}

let decoder: TextDecoder | undefined;

/** Text of bytes; what is no UTF-8 becomes `U+FFFD`. */
export function textOfBytes(bytes: Uint8Array): string {
  decoder ??= new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(bytes);
}

export function bytesOfText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
