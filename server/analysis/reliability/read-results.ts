import type { ResultKnowledge } from '../../../rules/kit/index.js';
import { CsvResults } from './csv-results.js';
import { JsonResults } from './json-results.js';
import type { ResultReader } from './reading.js';

/** A reader for a file of results, which is JSON or a table of text by the first sign in it. */
export function resultReader(knowledge: ResultKnowledge): ResultReader {
  let reader: ResultReader | undefined;
  /** Blanks and a mark of the byte order, which count for the places of what follows. */
  const early: number[] = [];
  return {
    push(bytes) {
      if (reader === undefined) {
        const first = bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
        if (first === undefined) {
          for (const byte of bytes) early.push(byte);
          return;
        }
        reader = first === 0x5b || first === 0x7b ? new JsonResults(knowledge) : new CsvResults(knowledge);
        if (early.length > 0) reader.push(Uint8Array.from(early));
      }
      reader.push(bytes);
    },
    end: () => reader?.end() ?? { kind: 'problem', message: 'it is empty' },
  };
}
