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
  // Asking the platform takes longer than all else that is done for a short word.
  if (bytes.length < 24 && isAscii(bytes)) return String.fromCharCode(...bytes);
  decoder ??= new TextDecoder('utf-8', { ignoreBOM: true });
  return decoder.decode(bytes);
}

export function bytesOfText(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] as number) > 0x7f) return false;
  return true;
}
