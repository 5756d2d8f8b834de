import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decode, encode, type Encoding } from '../../server/workspace/decode.js';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

test('UTF-8 loses its mark and nothing else', () => {
  expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61))).toEqual({ text: 'a', encoding: 'utf-8-bom' });
  expect(decode(bytes(0x61, 0xc3, 0xa9))).toEqual({ text: 'aé', encoding: 'utf-8' });
  expect(decode(bytes())).toEqual({ text: '', encoding: 'utf-8' });
});

test('UTF-16 is known by its mark', () => {
  expect(decode(bytes(0xff, 0xfe, 0x61, 0, 0xe9, 0))).toEqual({ text: 'aé', encoding: 'utf-16le' });
  expect(decode(bytes(0xfe, 0xff, 0, 0x61, 0, 0xe9))).toEqual({ text: 'aé', encoding: 'utf-16be' });
  expect(decode(bytes(0xff, 0xfe, 0x61, 0, 0xe9))).toEqual({ text: 'a', encoding: 'utf-16le' });
});

test('what is not UTF-8 is read byte by byte', () => {
  expect(decode(bytes(0x63, 0x61, 0x66, 0xe9))).toEqual({ text: 'café', encoding: 'latin1' });
});

test('a NUL byte at the beginning means binary, far behind it does not', () => {
  expect(decode(bytes(0x61, 0, 0x62))).toEqual({ binary: true });
  expect(decode(Uint8Array.from({ length: 9000 }, (_, index) => (index === 8500 ? 0 : 0x61)))).not.toHaveProperty('binary');
});

test('text goes back into the bytes that it came from', () => {
  const encodings: readonly Encoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be'];
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...encodings), (text, encoding) => {
      fc.pre(!text.startsWith('\ufeff') && !text.includes('\0'));
      expect(decode(encode(text, encoding)!)).toEqual({ text, encoding });
    }),
  );
  expect(encode('café', 'latin1')).toEqual(bytes(0x63, 0x61, 0x66, 0xe9));
  expect(encode('€', 'latin1')).toBeUndefined();
});
