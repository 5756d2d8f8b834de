/** Reads connection strings: URLs with a password, `Server=…;Password=…`, `host=… password=…`. */

/** Schemes that reach a service over the web or by mail, and no store. */
export const webSchemes: ReadonlySet<string> = new Set([
  'http',
  'https',
  'ws',
  'wss',
  'git',
  'ftp',
  'ftps',
  'sftp',
  'ssh',
  'smtp',
  'smtps',
  'imap',
  'imaps',
]);

export interface Connection {
  readonly start: number;
  readonly end: number;
  /** Without driver, lower case: `postgresql`. Empty for the forms without a scheme. */
  readonly scheme: string;
  readonly user: string;
  readonly password: string;
  readonly hosts: readonly string[];
  /** The hosts with their ports, as far as these are written. */
  readonly authorities: readonly string[];
  readonly database: string;
}

const longestScheme = 40;
const longestAuthority = 512;
const longestPath = 256;

/** The URL with user and password around the `://` at `at`. A URL without a password is no credential: `undefined`. */
export function connectionAt(text: string, at: number): Connection | undefined {
  let start = at;
  while (start > 0 && at - start < longestScheme && isSchemeCharacter(text.charCodeAt(start - 1))) start -= 1;
  const scheme = (text.slice(start, at).toLowerCase().split('+')[0] ?? '').replace(/^[^a-z]+/, '');
  if (scheme.length < 2) return undefined;

  const stop = Math.min(text.length, at + 3 + longestAuthority);
  let end = at + 3;
  let sign = -1;
  while (end < stop && !endsAuthority(text.charCodeAt(end))) {
    if (text.charCodeAt(end) === 64) sign = end;
    end += 1;
  }
  const isWeb = /^(?:https?|wss?)$/.test(scheme);
  if (sign === -1 && isWeb) return undefined;
  const last = Math.min(text.length, end + longestPath);
  let tail = end;
  while (tail < last && !endsUrl(text.charCodeAt(tail))) tail += 1;
  const rest = text.slice(end, tail);
  const asked = (name: string): string =>
    rest
      .split(/[?&;]/)
      .find((part) => part.toLowerCase().startsWith(`${name}=`))
      ?.slice(name.length + 1) ?? '';
  const account = sign === -1 ? '' : text.slice(at + 3, sign);
  const colon = account.indexOf(':');
  const user = colon === -1 ? account : account.slice(0, colon);
  // A page may ask for a `password` of its own; for stores the word is part of the address.
  const password = colon === -1 ? (isWeb ? '' : asked('password')) : account.slice(colon + 1);
  if (password === '') return undefined;
  while (tail < text.length && !endsUrl(text.charCodeAt(tail))) tail += 1;
  const authorities = text.slice(sign === -1 ? at + 3 : sign + 1, end).split(',');
  const hosts = authorities.map((host) => host.replace(/:\d{0,5}$/, ''));
  const database = /^\/([^?#]{1,100})/.exec(rest)?.[1] ?? '';
  return { start, end: tail, scheme, user: user === '' ? asked('user') : user, password, hosts, authorities, database };
}

/** A connection string of `key=value` pairs, divided by semicolons (ADO.NET, ODBC) or blanks (libpq). */
export function keywordConnection(value: string): Connection | undefined {
  if (value.length > 4096 || !/(?:password|pwd)\s{0,4}=/i.test(value)) return undefined;
  const pairs = new Map<string, string>();
  for (const part of value.includes(';') ? value.split(';') : value.split(/\s+/)) {
    const equals = part.indexOf('=');
    if (equals > 0) pairs.set(part.slice(0, equals).trim().toLowerCase(), part.slice(equals + 1).trim());
  }
  const first = (...keys: readonly string[]): string =>
    keys.map((key) => pairs.get(key)).find((found) => found !== undefined && found !== '') ?? '';
  const password = first('password', 'pwd');
  const host = first('server', 'host', 'data source', 'addr', 'address', 'network address', 'hostaddr');
  if (password === '' || host === '') return undefined;
  const server = host.replace(/^[a-z]{2,4}:/i, '');
  return {
    start: 0,
    end: value.length,
    scheme: '',
    password,
    user: first('user id', 'uid', 'user', 'username'),
    hosts: [server.replace(/[,:]\d{1,5}$/, '').replace(/\\.{0,100}$/, '')],
    authorities: [server],
    database: first('database', 'initial catalog', 'dbname'),
  };
}

function isSchemeCharacter(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 43 || code === 45 || code === 46
  );
}

/** Blanks, quotes, `<`, `>`, backslash, `/`, `?`, `#`. */
function endsAuthority(code: number): boolean {
  return endsUrl(code) || code === 47 || code === 63 || code === 35;
}

function endsUrl(code: number): boolean {
  return code <= 32 || code === 34 || code === 39 || code === 96 || code === 60 || code === 62 || code === 92;
}
