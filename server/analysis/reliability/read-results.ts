import type { ResultKnowledge } from '../../../rules/kit/index.js';
import { CsvResults } from './csv-results.js';
import { JsonResults } from './json-results.js';
import type { Reading, ResultReader } from './reading.js';

/** A reader for a file of results, which is JSON or a table of text by the first sign in it. */
export function resultReader(knowledge: ResultKnowledge): ResultReader {
  let reader: ResultReader | undefined;
  return {
    push(bytes) {
      if (reader === undefined) {
        const first = bytes.find((byte) => byte > 0x20 && byte !== 0xef && byte !== 0xbb && byte !== 0xbf);
        if (first === undefined) return;
        reader = first === 0x5b || first === 0x7b ? new JsonResults(knowledge) : new CsvResults(knowledge);
      }
      reader.push(bytes);
    },
    end: () => reader?.end() ?? { kind: 'problem', message: 'it is empty' },
  };
}

/** Reads results that are at hand as a whole. */
export function readResults(knowledge: ResultKnowledge, bytes: Uint8Array): Reading {
  const reader = resultReader(knowledge);
  reader.push(bytes);
  return reader.end();
}
