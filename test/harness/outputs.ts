/**
 * No secret that any test plants may be in anything that the program says: messages, reports, logs, what goes to an editor, what is kept
 * in a cache. Whoever makes a secret plants it here, whoever runs the program lets what it says be heard, and behind each test
 * `test/tools/outputs.ts` asks what was heard. Planting comes before hearing, so one look at each output suffices.
 */
import { createMatcher, type Matcher } from '../../server/analysis/environment/matcher.js';

/** So much of a secret is told by nothing but the secret. */
const piece = 8;
const pieces = new Set<string>();
let search: { readonly words: readonly string[]; readonly matcher: Matcher } | undefined;
let leaks: string[] = [];
const counts = { outputs: 0, letters: 0 };

/** Remembers the part of a secret that nobody may see, of which no piece of eight characters may be said. Answers with it. */
export function plant(part: string): string {
  for (let at = 0; at + piece <= part.length; at += piece) {
    const own = part.slice(at, at + piece);
    if (pieces.has(own) || !/^[\x21-\x7e]+$/.test(own)) continue;
    pieces.add(own);
    search = undefined;
  }
  return part;
}

/** Something that the program said, and where. */
export function heard(where: string, text: string): void {
  counts.outputs += 1;
  counts.letters += text.length;
  if (pieces.size === 0) return;
  search ??= { words: [...pieces], matcher: createMatcher([...pieces]) };
  const { words, matcher } = search;
  matcher.scan(text, (word, start) => {
    const own = words[word] ?? '';
    if (!text.startsWith(own, start)) return false;
    leaks.push(`${where} holds a planted secret: ${text.slice(Math.max(0, start - 80), start)}…`);
    return true;
  });
}

/** What was heard and should not have been said, since the last time somebody asked. */
export function takeLeaks(): readonly string[] {
  const taken = leaks;
  leaks = [];
  return taken;
}

/** How much was listened to, and for how much. */
export function listened(): { readonly outputs: number; readonly letters: number; readonly pieces: number } {
  return { ...counts, pieces: pieces.size };
}
