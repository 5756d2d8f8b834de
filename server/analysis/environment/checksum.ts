/** The last six characters of some tokens are a checksum of those before, so that made-up ones can be told without asking anybody. */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const length = 6;

/** Whether the secret part of a token ends with the CRC-32 of what stands before, in base 62. */
export function hasChecksum(body: string): boolean {
  return body.length > length && base62(crc32(body.slice(0, -length))) === body.slice(-length);
}

function crc32(text: string): number {
  let sum = 0xffffffff;
  for (let at = 0; at < text.length; at += 1) {
    sum ^= text.charCodeAt(at);
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

function base62(given: number): string {
  let text = '';
  for (let left = given; text.length < length; left = Math.floor(left / alphabet.length))
    text = (alphabet[left % alphabet.length] ?? '') + text;
  return text;
}
