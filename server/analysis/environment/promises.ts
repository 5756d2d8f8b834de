/** What must stand behind words for anything to come of them, asked of bytes, so that most files need not become texts. */

/** How many characters behind a word are looked at for quoted text, and how many such text has at least. */
export const behindWord = 120;
const leastQuoted = 16;

/** Signs of quoted text that may be a secret, as `quotedBetween` takes them. */
const quotable = new Uint8Array(256);
for (const sign of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_+/=.~!@#$%^&*:-') quotable[sign.charCodeAt(0)] = 1;

/** Quoted text without blanks may stand soon behind a word. */
export function mayQuote(bytes: Uint8Array, start: number): boolean {
  let left = behindWord;
  for (let at = start; left > 0 && at < bytes.length; at += 1) {
    const code = bytes[at]!;
    if ((code & 0xc0) !== 0x80) left -= 1;
    if (code !== 34 && code !== 39 && code !== 96) continue;
    let end = at + 1;
    while (end <= at + leastQuoted && quotable[bytes[end] ?? 0] === 1) end += 1;
    if (end > at + leastQuoted) return true;
  }
  return false;
}

/** So many signs follow without a blank or a quote. */
export function isLong(bytes: Uint8Array, start: number, least: number): boolean {
  for (let at = start; at < start + least; at += 1) {
    const code = bytes[at] ?? 0;
    if (code <= 32 || code >= 127 || code === 34 || code === 39 || code === 96) return false;
  }
  return true;
}
