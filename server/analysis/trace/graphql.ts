/** GraphQL documents: which operations they hold and which fields these ask for. Never throws. */
export interface GraphqlOperation {
  readonly type: 'query' | 'mutation' | 'subscription';
  /** Names of the fields at the top, without aliases. */
  readonly fields: readonly string[];
}

export interface GraphqlReading {
  readonly operations: readonly GraphqlOperation[];
  /** `false`: unknown text stands where operations or their fields would, or the text is no document. */
  readonly complete: boolean;
}

const hole = '\u0000';
const token = /"""[\s\S]{0,5000}?"""|"(?:[^"\\\n]|\\.){0,5000}"|#[^\n]*|\.\.\.|[A-Za-z_]\w*|[{}()[\]:@$!|=&]|\u0000|[^\s,]/g;
const maximalTokens = 20_000;
const kinds: ReadonlySet<string> = new Set(['query', 'mutation', 'subscription']);

/**
 * Reads a document of operations and fragments.
 *
 * @param parts Literal text between unknown pieces: n pieces give n + 1 parts.
 */
export function readGraphql(parts: readonly string[]): GraphqlReading {
  const words = tokensOf(parts.map((part) => part.replaceAll(hole, ' ')).join(hole));
  const operations: GraphqlOperation[] = [];
  let complete = words.length > 0 && words.length < maximalTokens;
  for (let at = 0; at < words.length;) {
    const word = words[at]!;
    // Around definitions stand fragments that were written elsewhere.
    if (word === hole) at += 1;
    else if (word === '{' || kinds.has(word)) {
      const start = bodyOf(words, at);
      const body = start === undefined ? undefined : fieldsOf(words, start);
      if (body === undefined) return { operations, complete: false };
      operations.push({ type: word === '{' ? 'query' : (word as GraphqlOperation['type']), fields: body.fields });
      complete &&= body.complete;
      at = body.end;
    } else if (word === 'fragment') {
      const start = bodyOf(words, at);
      const end = start === undefined ? undefined : closing(words, start);
      if (end === undefined) return { operations, complete: false };
      at = end + 1;
    } else return { operations, complete: false };
  }
  return { operations, complete: complete && operations.length > 0 };
}

function tokensOf(text: string): readonly string[] {
  const found: string[] = [];
  for (const [word] of text.slice(0, 200_000).matchAll(token)) {
    if (word.startsWith('#')) continue;
    found.push(word);
    if (found.length >= maximalTokens) break;
  }
  return found;
}

/** Where the selection of a definition begins: variables and directives stand before it. */
function bodyOf(words: readonly string[], from: number): number | undefined {
  for (let at = from; at < words.length; at += 1) {
    if (words[at] === '{') return at;
    if (words[at] === '(') {
      const end = closing(words, at);
      if (end === undefined) return undefined;
      at = end;
    }
  }
  return undefined;
}

const pairs: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']' };

function closing(words: readonly string[], from: number): number | undefined {
  const waiting: string[] = [];
  for (let at = from; at < words.length; at += 1) {
    const word = words[at]!;
    const end = pairs[word];
    if (end !== undefined) waiting.push(end);
    else if (word === waiting[waiting.length - 1]) {
      waiting.pop();
      if (waiting.length === 0) return at;
    }
  }
  return undefined;
}

function fieldsOf(
  words: readonly string[],
  from: number,
): { readonly fields: readonly string[]; readonly complete: boolean; readonly end: number } | undefined {
  const end = closing(words, from);
  if (end === undefined) return undefined;
  const fields: string[] = [];
  let complete = true;
  for (let at = from + 1; at < end; at += 1) {
    const word = words[at]!;
    if (word in pairs) at = closing(words, at) ?? end;
    else if (word === '@') at += 1;
    else if (word === '...' || word === hole) {
      // A fragment of the root may name any field.
      complete = false;
      if (words[at + 1] === 'on') at += 1;
      if (word === '...') at += 1;
    } else if (words[at + 1] === ':') at += 1;
    else if (/^[A-Za-z_]/.test(word)) fields.push(word);
  }
  return { fields, complete, end: end + 1 };
}
