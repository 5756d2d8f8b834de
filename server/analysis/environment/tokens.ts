/** Words inside names and hosts. They are compared as whole tokens, so that `product` never says `prod`. */
import type { NameWords } from '../../../rules/kit/index.js';

/** What a name or host says about the environment. `weak` production is a hint only. */
export type Said = 'production' | 'weak' | 'other' | undefined;

export interface Names {
  /** What the name of a variable says. */
  environment(name: string): Said;
  /** What a host says; with the label or word that says it. */
  hostEnvironment(host: string): Said;
  /** The name says that the access is for reading only. */
  readOnly(name: string): boolean;
  /** The name is one of a secret: `API_KEY`, `dbPassword`, `X-Auth-Token`. */
  secret(name: string): boolean;
  /** The name is a single word that samples of data use for identifiers as well: `token`. */
  vague(name: string): boolean;
  /** All the words stand in the name, in this order. */
  holds(name: string, words: readonly string[]): boolean;
}

const longest = 256;
/** `getToken('…')` takes no token. */
const verb =
  /^(?:get|fetch|load|read|find|is|has|verify|validate|parse|decode|compare|create|generate|hash|revoke|delete|remove|check)[A-Z]/;

/** Lower-case words of a name: split at everything but letters and digits and at capitals, digits at the end dropped. */
export function nameTokens(name: string): readonly string[] {
  return name
    .slice(0, longest)
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z0-9]+/)
    .flatMap((token) => withoutDigits(token.toLowerCase()) || []);
}

/** Names repeat all over a workspace; what they are made of is remembered, up to a bound. */
function remembered(): typeof nameTokens {
  const known = new Map<string, readonly string[]>();
  return (name) => {
    const before = known.get(name);
    if (before !== undefined) return before;
    if (known.size >= 10_000) known.clear();
    const tokens = nameTokens(name);
    known.set(name, tokens);
    return tokens;
  };
}

export function createNames(words: NameWords): Names {
  const tokensOf = remembered();
  const production = new Set(words.production);
  const weak = new Set(words.weakProduction);
  const other = new Set(words.other);
  const undo = new Set(words.undo.map((pair) => pair.join(' ')));
  const readOnlyWords = new Set(words.readOnly);
  const secretWords = new Set(words.secret);
  const secretPairs = new Set(words.secretPairs.map((pair) => pair.join(' ')));
  const harmless = new Set(words.harmless);
  const vague = new Set(words.vague);

  const said = (tokens: readonly string[]): Said => {
    let strongest: Said;
    let contrary = false;
    tokens.forEach((token, index) => {
      if (other.has(token)) contrary = true;
      if (!production.has(token) && !weak.has(token)) return;
      const undone = undo.has(`${tokens[index - 1] ?? ''} ${token}`);
      if (undone && production.has(token)) contrary = true;
      if (undone || undo.has(`${token} ${tokens[index + 1] ?? ''}`)) return;
      strongest = production.has(token) ? 'production' : (strongest ?? 'weak');
    });
    if (contrary) return strongest === undefined ? 'other' : undefined;
    return strongest;
  };
  const isEnvironment = (token: string): boolean => production.has(token) || weak.has(token) || other.has(token);

  return {
    // A name is written by the owner of the value, so `LIVE` says as much as `PROD` there.
    environment: (name) => (said(tokensOf(name)) === 'weak' ? 'production' : said(tokensOf(name))),

    hostEnvironment(host) {
      // The top-level domain is no statement (`.dev`, `.live`), and the one below is a company's name (`live.com`, `example.com`).
      const labels = host.toLowerCase().split('.');
      const company = labels.length > 1 ? tokensOf(labels.at(-2) ?? '').filter((token) => production.has(token)) : [];
      const own = labels.length > 1 ? labels.slice(0, -2) : labels;
      return said([...own.flatMap((label) => tokensOf(label)), ...company]);
    },

    readOnly: (name) => {
      const tokens = tokensOf(name);
      return tokens.some(
        (token, index) => readOnlyWords.has(token) || (token === 'read' && ['only', 'replica'].includes(tokens[index + 1] ?? '')),
      );
    },

    secret(name) {
      if (verb.test(name)) return false;
      const tokens = [...tokensOf(name)];
      if (tokens.some((token) => harmless.has(token))) return false;
      while (tokens.length > 1 && isEnvironment(tokens.at(-1) ?? '')) tokens.pop();
      return secretWords.has(tokens.at(-1) ?? '') || secretPairs.has(tokens.slice(-2).join(' '));
    },

    vague: (name) => tokensOf(name).length === 1 && vague.has(tokensOf(name)[0] ?? ''),

    holds(name, wanted) {
      let from = 0;
      const tokens = tokensOf(name);
      return wanted.every((word) => {
        const at = tokens.indexOf(word, from);
        from = at + 1;
        return at !== -1;
      });
    },
  };
}

function withoutDigits(token: string): string {
  let end = token.length;
  while (end > 0 && token.charCodeAt(end - 1) >= 48 && token.charCodeAt(end - 1) <= 57) end -= 1;
  return token.slice(0, end);
}
