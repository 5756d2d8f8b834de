/** Quick answers for whole files, and the one search that they and the classifier share. */
import type { CredentialKnowledge } from '../../../rules/kit/index.js';
import { connectionAt } from './connection.js';
import { createMatcher, type Matcher } from './matcher.js';
import { createShapeReader } from './shapes.js';

const privateKey = '-----BEGIN ';
/** Behind the rows of known shapes, the first words of the search. */
export const triggers = ['://', 'eyJ', privateKey] as const;
/** Words in front of quoted text that make a file worth reading. */
const secretHints = ['secret', 'token', 'passw', 'passphrase', 'pwd', 'key', 'credential', 'bearer', 'jwt'] as const;
const environmentReads = [
  'process.env',
  '.meta.env',
  'deno.env',
  'bun.env',
  '{ env',
  '{env',
  'createenv',
  'cleanenv',
  'environ',
  'getenv',
  'basesettings',
  'decouple',
  'starlette.config',
] as const;

export interface Gates {
  /** Words of the rows of shapes by their number, then the triggers, then words that only matter here. */
  readonly matcher: Matcher;
  readonly shapeAt: ReturnType<typeof createShapeReader>;
  look(text: string): Worth;
}

/** What a text is worth reading for. */
export interface Worth {
  /** It may hold a credential. */
  readonly holds: boolean;
  /** It reads environment variables. */
  readonly reads: boolean;
  /** It holds a credential, an address or a word that says production: a fallback of interest is one of these. */
  readonly says: boolean;
  /** A word that says production stands there. */
  readonly production: boolean;
  /** A word of the names of secrets stands there. */
  readonly named: boolean;
}

/** Of so many letters of texts, answers are remembered. */
const mostLetters = 1 << 22;

const known = new WeakMap<CredentialKnowledge, Gates>();

/** Prepares the search once. */
export function gatesOf(knowledge: CredentialKnowledge): Gates {
  const gates = known.get(knowledge) ?? prepare(knowledge);
  known.set(knowledge, gates);
  return gates;
}

function prepare(knowledge: CredentialKnowledge): Gates {
  const rows = knowledge.shapes;
  const shapeAt = createShapeReader(rows);
  const hints = [...secretHints, ...new Set(knowledge.named.map(([[first = 'key']]) => first))];
  const productionWords = [
    ...knowledge.words.production,
    ...knowledge.words.weakProduction,
    ...knowledge.twins.flatMap((twin) => twin.live.map((host) => host.replaceAll('*', ''))),
  ];
  const firstTrigger = rows.length;
  const firstHint = firstTrigger + triggers.length;
  const firstRead = firstHint + hints.length;
  const firstSaying = firstRead + environmentReads.length;
  const matcher = createMatcher([...rows.map((row) => row[0]), ...triggers, ...hints, ...environmentReads, ...productionWords]);

  const read = (text: string): Worth => {
    let holds = false;
    let reads = false;
    let says = false;
    let production = false;
    let named = false;
    // Up to here, no quoted text behind a word looked like a secret; a word that begins before another one holds no quotes.
    let plain = 0;
    matcher.scan(text, (word, start) => {
      if (word < firstHint || word >= firstSaying) says = true;
      if (word >= firstSaying) production = true;
      else if (word >= firstHint && word < firstRead) named = true;
      if (word >= firstSaying || holds) {
        if (word >= firstRead && word < firstSaying) reads = true;
      } else if (word >= firstRead) reads = true;
      else if (word >= firstHint) {
        const hint = hints[word - firstHint];
        holds = (hint === 'passw' || hint === 'pwd') && /^(?:password|pwd)\s{0,4}=/i.test(text.slice(start, start + 13));
        const stop = Math.min(text.length, start + 120);
        holds ||= quotedBetween(text, Math.max(start, plain), stop);
        plain = Math.max(plain, stop);
      } else if (word < firstTrigger) holds = shapeAt(word, text, start) !== undefined;
      else if (word === firstTrigger) holds = connectionAt(text, start) !== undefined;
      else if (word === firstTrigger + 1) holds = isBoundary(text, start) && /^[\w-]{12,2000}\./.test(text.slice(start, start + 2001));
      else holds = true;
      return holds && reads && says;
    });
    return { holds, reads, says, production, named };
  };

  const looked = new Map<string, Worth>();
  let letters = 0;
  return {
    matcher,
    shapeAt,
    look(text) {
      // The same text is asked about for its file, for its secrets and for its fallbacks.
      let worth = looked.get(text);
      if (worth === undefined) {
        // Texts that were typed must not pile up.
        if ((letters += text.length) > mostLetters) {
          looked.clear();
          letters = text.length;
        }
        looked.set(text, (worth = read(text)));
      }
      return worth;
    },
  };
}

export function isBoundary(text: string, start: number): boolean {
  return start === 0 || !/[\w-]/.test(text[start - 1] ?? '');
}

/**
 * Quoted text without blanks, of sixteen characters or more and with a digit, soon behind a word; a formatter may have put it
 * on the next line.
 */
function quotedBetween(text: string, start: number, stop: number): boolean {
  for (let at = start; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 34 && code !== 39 && code !== 96) continue;
    const behind = /^[\w+/=.~!@#$%^&*:-]{16,512}/.exec(text.slice(at + 1, at + 514))?.[0];
    if (behind !== undefined && /\d/.test(behind) && text.charCodeAt(at + 1 + behind.length) === code) return true;
  }
  return false;
}
