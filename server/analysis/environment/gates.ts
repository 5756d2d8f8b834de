/** Quick answers for whole files, and the one search that they and the classifier share. */
import type { CredentialKnowledge } from '../../../rules/kit/index.js';
import type { Spot, Spotted } from '../spotter/spotter.js';
import { connectionAt, webSchemes } from './connection.js';
import { createMatcher, type Matcher } from './matcher.js';
import { behindWord, isLong, mayQuote } from './promises.js';
import { createShapeReader, lengthOf } from './shapes.js';
import { createNames } from './tokens.js';
import { looksRandom } from './value.js';

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
  /** The words of the search, for those who look for them in bytes. */
  readonly words: readonly Word[];
  /** @param spots where the words stand, when that is known, in characters; those that nothing can come of may be missing */
  look(text: string, spots?: Spots): Worth;
}

/** A word, and whether anything can come of it where it stands, as far as can be told from bytes. */
export interface Word extends Spotted {
  /** It is one of the names of secrets. */
  readonly names?: true;
  readonly isPromising?: (bytes: Uint8Array, start: number) => boolean;
}

export interface Spots {
  readonly list: readonly Spot[];
  /** A word of the names of secrets stands there, listed or not. */
  readonly named: boolean;
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
  // A name that holds one of the words already is read whole.
  const others = knowledge.named.flatMap(([[first = 'key', ...rest]]) => ([first, ...rest].some(isHint) ? [] : [first]));
  const hints = [...secretHints, ...new Set(others)];
  const productionWords = [...knowledge.words.production, ...knowledge.words.weakProduction];
  const liveHosts = knowledge.twins.flatMap((twin) => twin.live.map((host) => host.replaceAll('*', '')));
  const stores = new Set(Object.keys(knowledge.schemes).filter((scheme) => !webSchemes.has(scheme)));
  const names = createNames(knowledge.words);
  /** What a name takes is told as a secret by the classifier, or would be beside a word that says production. */
  const judge = (name: string, quoted: string): 'likely' | 'simple' | undefined => {
    const isSecret = names.secret(name);
    // A part may be one where the whole is not.
    if (isSecret && (/[=:]/.test(quoted) || looksRandom(quoted))) return 'likely';
    if (knowledge.named.some(([wanted, , form]) => names.holds(name, wanted) && form.test(quoted))) return 'likely';
    return isSecret ? 'simple' : undefined;
  };
  const firstTrigger = rows.length;
  const firstHint = firstTrigger + triggers.length;
  const firstRead = firstHint + hints.length;
  const firstSaying = firstRead + environmentReads.length;
  // `environment` is a word of prose.
  const environ = firstRead + environmentReads.indexOf('environ');
  const firstHost = firstSaying + productionWords.length;
  const leasts = rows.map((row) => lengthOf(row[3]).least);
  const starts = rows.map((row) => row[0]);
  const firstOf = starts.map((start) => start.charCodeAt(0));
  const searched = [...starts, ...triggers, ...hints, ...environmentReads, ...productionWords, ...liveHosts];
  const matcher = createMatcher(searched);

  const read = (text: string, spots: Spots | undefined): Worth => {
    let holds = false;
    let reads = false;
    let says = false;
    let production = false;
    let named = spots?.named ?? false;
    // Up to here, no quoted text behind a word looked like a secret; a word that begins before another one holds no quotes.
    let plain = 0;
    let simple = false;
    const each = (word: number, start: number): boolean => {
      // Short starts in capitals stand in many words.
      if (word < firstTrigger && text.charCodeAt(start) !== firstOf[word]) return false;
      if (word >= firstHost) says = production = true;
      else if (word >= firstSaying) {
        const end = start + (productionWords[word - firstSaying]?.length ?? 0);
        if ((!production || !says) && isToken((at) => text.charCodeAt(at), start, end)) {
          production = true;
          // In prose it stands between blanks; what code falls back to, it quotes.
          says ||= text[start - 1] !== ' ' || !/[\s,.;)]/.test(text[end] ?? '');
        }
      } else if (word >= firstRead) reads ||= word !== environ || text[start + 7] !== 'm';
      else if (word >= firstHint) {
        named = true;
        if (holds) return reads && says;
        const hint = hints[word - firstHint];
        holds = (hint === 'passw' || hint === 'pwd') && isKeyword(text, start);
        const stop = Math.min(text.length, start + behindWord);
        let isPlain = true;
        for (const quoted of holds ? none : quotedBetween(text, Math.max(start, plain), stop)) {
          isPlain = false;
          const found = judge(nameAround(text, start), quoted);
          holds ||= found === 'likely';
          // Where the name says production, a password need not look random.
          simple ||= found === 'simple';
        }
        if (isPlain) plain = Math.max(plain, stop);
        says ||= holds;
      } else if (!holds || !says) {
        const found = begins(word, text, start);
        holds ||= found;
        says ||= found || (word === firstTrigger && isStoreAt(text, start, stores));
      }
      return holds && reads && says;
    };
    if (spots === undefined) matcher.scan(text, each);
    else spots.list.some(({ word, start }) => each(word, start));
    return { holds: holds || (simple && production), reads, says, production, named };
  };
  const begins = (word: number, text: string, start: number): boolean => {
    if (word < firstTrigger) return shapeAt(word, text, start) !== undefined;
    if (word === firstTrigger) {
      const connection = connectionAt(text, start);
      // What stands for something else is filled in when the program runs.
      return connection !== undefined && !/[{}]|\$\(/.test(connection.password);
    }
    if (word > firstTrigger + 1) return /^[A-Z0-9 ]{0,40}PRIVATE KEY/.test(text.slice(start + privateKey.length, start + 80));
    return isBoundary(text, start) && /^[\w-]{12,2000}\./.test(text.slice(start, start + 2001));
  };

  // By their lengths: to work out what names a long text takes as long as it does to search it.
  const looked = new Map<number, Looked[]>();
  let letters = 0;
  let last: Looked | undefined;
  return {
    matcher,
    shapeAt,
    words: searched.map((text, i): Word => {
      const exact = i < firstTrigger;
      if (exact) return { text, exact, isPromising: (bytes, start) => isLong(bytes, start + text.length, leasts[i] ?? 0) };
      if (i >= firstHint && i < firstRead && text !== 'passw' && text !== 'pwd') return { text, exact, names: true, isPromising: mayQuote };
      if (i === environ) return { text, exact, isPromising: (bytes, start) => bytes[start + text.length] !== letterM };
      if (i >= firstSaying && i < firstHost)
        return { text, exact, isPromising: (bytes, start) => isToken((at) => bytes[at] ?? Number.NaN, start, start + text.length) };
      return { text, exact };
    }),
    look(text, spots) {
      // The same text is asked about for its file, for its secrets and for its fallbacks, most often at once.
      if (last?.text === text) return last.worth;
      const known = looked.get(text.length)?.find((one) => one.text === text);
      last = known ?? { text, worth: read(text, spots) };
      const { worth } = last;
      // Of most texts nobody asks again, and texts that were typed must not pile up.
      if (known === undefined && (worth.holds || worth.reads || worth.production)) {
        if ((letters += text.length) > mostLetters) {
          looked.clear();
          letters = text.length;
        }
        looked.set(text.length, [...(looked.get(text.length) ?? []), last]);
      }
      return worth;
    },
  };
}

const isHint = (word: string): boolean => secretHints.some((hint) => hint === word);

interface Looked {
  readonly text: string;
  readonly worth: Worth;
}

export function isBoundary(text: string, start: number): boolean {
  return start === 0 || !/[\w-]/.test(text[start - 1] ?? '');
}

/** `Password=…` beside a host in the same line: so connections are written without a scheme. */
function isKeyword(text: string, start: number): boolean {
  if (!/^(?:password|pwd)\s{0,4}=\s{0,4}[^\s=]/i.test(text.slice(start, start + 20))) return false;
  const before = text.slice(Math.max(0, start - 400), start);
  const behind = text.slice(start, start + 400);
  const line = before.slice(before.lastIndexOf('\n') + 1) + (behind.split('\n', 1)[0] ?? '');
  return /(?:server|source|host|addr|address|hostaddr)\s{0,4}=/i.test(line);
}

/** The whole name that a word stands in. */
function nameAround(text: string, at: number): string {
  const before = /[\w-]{0,60}$/.exec(text.slice(Math.max(0, at - 60), at))?.[0] ?? '';
  return before + (/^[\w-]{0,60}/.exec(text.slice(at, at + 60))?.[0] ?? '');
}

/** What stands in front of `://` is the scheme of a store: `postgresql+asyncpg://`. */
function isStoreAt(text: string, sign: number, stores: ReadonlySet<string>): boolean {
  const [, scheme = ''] = /([a-z0-9]{2,20})(?:\+[a-z0-9]{1,20})?$/i.exec(text.slice(Math.max(0, sign - 40), sign)) ?? [];
  return stores.has(scheme.toLowerCase());
}

/** A word is a word of a name, as `nameTokens` would part it: never inside `product` or `deliver`. */
function isToken(codeAt: (at: number) => number, start: number, end: number): boolean {
  const [before, first, second, last, next, after] = [start - 1, start, start + 1, end - 1, end, end + 1].map((at) => kindOf(codeAt(at)));
  const begins = before === 'other' || (first === 'capital' && (before !== 'capital' || second === 'small'));
  const ends = next === 'other' || next === 'digit' || (next === 'capital' && (last === 'small' || after === 'small'));
  return begins && ends;
}

function kindOf(code: number): 'small' | 'capital' | 'digit' | 'other' {
  if (code >= 97 && code <= 122) return 'small';
  if (code >= 65 && code <= 90) return 'capital';
  return code >= 48 && code <= 57 ? 'digit' : 'other';
}

const letterM = 109;
const none: readonly string[] = [];

/**
 * Quoted text without blanks, of sixteen characters or more and with a digit, soon behind a word; a formatter may have put it
 * on the next line.
 */
function quotedBetween(text: string, start: number, stop: number): readonly string[] {
  let found: string[] | undefined;
  for (let at = start; at < stop; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 34 && code !== 39 && code !== 96) continue;
    const behind = /^[\w+/=.~!@#$%^&*:-]{16,512}/.exec(text.slice(at + 1, at + 514))?.[0];
    if (behind !== undefined && /\d/.test(behind) && text.charCodeAt(at + 1 + behind.length) === code) (found ??= []).push(behind);
  }
  return found ?? none;
}
