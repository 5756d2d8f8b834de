/** How an environment variable for a credential would be called. */
import type { Credential } from '../../../rules/kit/index.js';
import { nameTokens } from './tokens.js';

/**
 * The name as it is when it is one of a variable already, else one made of the words around: `--api-key` of the server
 * `billing` gives `BILLING_API_KEY`.
 */
export function variableFor(credential: Credential, name: string | null, scope = ''): string {
  if (name !== null && /^[A-Z][A-Z0-9_]{2,60}$/.test(name)) return name;
  if (credential.vendor.endsWith('connection string')) return 'DATABASE_URL';
  const words = name === null ? [] : nameTokens(name).filter((word) => !generic.has(word));
  const own = nameTokens(scope).slice(0, 3);
  const last = lastWords(credential, name);
  const vendor = credential.vendor
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !vague.has(word));
  // `billingToken` says what it is for; `a` does not, and the vendor does.
  const telling = words.some((word) => vague.has(word)) && !isSecretWord(words);
  const first = telling ? words : vendor.length > 0 ? vendor : own;
  const all = [...new Set([...first.filter((word) => !last.includes(word)), ...last])];
  const variable = all.join('_').toUpperCase();
  return /^\d/.test(variable) ? `_${variable}` : variable;
}

const generic = new Set([
  'authorization',
  'header',
  'headers',
  'args',
  'env',
  'url',
  'value',
  'x',
  'bearer',
  'basic',
  'default',
  'config',
  'options',
  'client',
]);
const vague = new Set([
  'secret',
  'json',
  'web',
  'token',
  'private',
  'key',
  'connection',
  'string',
  'database',
  'url',
  'with',
  'password',
  'access',
  'account',
]);

function isSecretWord(words: readonly string[]): boolean {
  return words.every((word) => vague.has(word) || word === 'api');
}

function lastWords(credential: Credential, name: string | null): readonly string[] {
  if (credential.vendor === 'private key') return ['private', 'key'];
  if (credential.vendor === 'URL with password') return ['url'];
  if (name !== null && /password|passwd|pwd/i.test(name)) return ['password'];
  if (name !== null && /token|bearer/i.test(name)) return ['token'];
  return credential.vendor.endsWith('webhook') ? ['secret'] : ['api', 'key'];
}
