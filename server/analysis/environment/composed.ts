/** Stores whose address stands in several variables: `DB_HOST` beside `DB_NAME`, `PGHOST` beside `PGDATABASE`. */
import type { Credential, Setting } from '../../../rules/kit/index.js';
import type { Hosts } from './hosts.js';
import type { Names } from './tokens.js';

const databases = ['_DATABASE', '_DB', '_DBNAME', '_DATABASE_NAME', 'DATABASE'];
/** Of these a name is the name of a database: `DB_NAME`, but not `SMTP_NAME`. */
const isOfDatabase = /(?:^|_)(?:DB|DATABASE|PG|POSTGRES(?:QL)?|MYSQL|MARIADB|MONGO(?:DB)?|MSSQL|SQL|ORACLE|COCKROACH)\d?$/;

/**
 * Adds to the settings that name a host which store they lead to, with the name of its database.
 *
 * @param valueOf what a setting is
 */
export function withStores(
  settings: readonly Setting[],
  valueOf: (setting: Setting) => string,
  { hosts, names }: { readonly hosts: Hosts; readonly names: Names },
): readonly Setting[] {
  const byKey = new Map(settings.flatMap((setting) => (setting.commentedOut ? [] : [[setting.key.toUpperCase(), setting] as const])));
  return settings.map((setting) => {
    const prefix = /^(\w{1,60}?)_?HOST(?:NAME)?$/i.exec(setting.key)?.[1]?.toUpperCase();
    if (prefix === undefined || setting.commentedOut || setting.credential !== undefined) return setting;
    const ends = isOfDatabase.test(prefix) ? ['_NAME', ...databases] : databases;
    const database = ends.map((end) => byKey.get(prefix + end)).find((one) => one !== undefined);
    const host = valueOf(setting);
    if (database === undefined || !/^[\w.-]{1,253}$/.test(host)) return setting;
    const { local, environment, because } = hosts.judge(host);
    if (local) return { ...setting, local: true };
    const name = valueOf(database);
    if (!/^[\w-]{1,100}$/.test(name)) return setting;
    const isProduction = environment === 'production' || (environment === undefined && names.environment(name) === 'production');
    const credential: Credential = {
      vendor: 'database connection string',
      class: isProduction ? 'live' : environment === 'other' || names.environment(name) === 'other' ? 'test' : 'unknown',
      evidence: 'host',
      shown: '…',
      readOnly: names.readOnly(name),
      ...(isProduction ? { because: because ?? 'the name of the database' } : {}),
    };
    return { ...setting, store: { database: database.span, credential } };
  });
}
