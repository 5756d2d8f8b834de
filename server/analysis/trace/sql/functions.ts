/** Functions that a query calls, and what they do besides giving a value. */
import type { EffectClass } from '../../../../rules/kit/index.js';
import { add, addUnknown, type Reading } from './reading.js';
import { isSign, isWord, keywords, lastName, readPath, type Tokens } from './shape.js';

/** Functions of PostgreSQL, SQLite and DuckDB with effects. https://www.postgresql.org/docs/current/functions.html */
const effects: Readonly<Record<string, EffectClass>> = {
  DBGEN: 'write.add',
  DBLINK_EXEC: 'exec',
  DSDGEN: 'write.add',
  EDIT: 'exec',
  FORCE_CHECKPOINT: 'write.set',
  LOAD_EXTENSION: 'exec',
  LO_CREATE: 'write.add',
  LO_EXPORT: 'write.set',
  LO_FROM_BYTEA: 'write.add',
  LO_IMPORT: 'write.add',
  LO_PUT: 'write.set',
  LO_UNLINK: 'destroy',
  MYSQL_EXECUTE: 'exec',
  NEXTVAL: 'write.add',
  PG_CANCEL_BACKEND: 'destroy',
  PG_CREATE_LOGICAL_REPLICATION_SLOT: 'write.add',
  PG_CREATE_PHYSICAL_REPLICATION_SLOT: 'write.add',
  PG_CREATE_RESTORE_POINT: 'write.add',
  PG_DROP_REPLICATION_SLOT: 'destroy',
  PG_LOGICAL_EMIT_MESSAGE: 'write.add',
  PG_NOTIFY: 'write.add',
  PG_PROMOTE: 'write.set',
  PG_RELOAD_CONF: 'write.set',
  PG_ROTATE_LOGFILE: 'write.set',
  PG_STAT_RESET: 'destroy',
  PG_SWITCH_WAL: 'write.set',
  PG_TERMINATE_BACKEND: 'destroy',
  POSTGRES_ATTACH: 'write.set',
  POSTGRES_EXECUTE: 'exec',
  SETVAL: 'write.set',
  SQLITE_ATTACH: 'write.set',
  WRITEFILE: 'write.set',
};

/** Functions of the three systems that only give a value; of larger families the first part is enough. */
const plain = new Set(
  (
    'ABS AGE ASCII AVG BIT_LENGTH BTRIM CARDINALITY CEIL CEILING CHANGES CHAR CHARACTER_LENGTH CHAR_LENGTH CHR COALESCE COL_DESCRIPTION ' +
    'CONCAT CONCAT_WS CONNECTION_ID CONVERT COUNT CURDATE CURRENT_DATABASE CURRENT_DATE CURRENT_SCHEMA CURRENT_SCHEMAS CURRENT_SETTING ' +
    'CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER CURTIME DATABASE DATE DATEDIFF DATETIME DAY DECODE DIV ENCODE EXP EXTRACT FLOOR FORMAT ' +
    'FORMAT_TYPE FOUND_ROWS FROM_UNIXTIME GENERATE_SERIES GENERATE_SUBSCRIPTS GEN_RANDOM_UUID GET_BIT GET_LOCK GLOB GREATEST GROUP_CONCAT ' +
    'HEX HOUR IFNULL IIF IF INITCAP INSTR ISNULL ISFINITE JULIANDAY LAST_INSERT_ID LAST_INSERT_ROWID LEAST LEFT LENGTH LIKE LN LOCALTIME ' +
    'LOCALTIMESTAMP LOCATE LOG LOG10 LOG2 LOWER LPAD LTRIM MAX MD5 MIN MINUTE MOD MONTH NOW NULLIF NUMERIC OBJ_DESCRIPTION OCTET_LENGTH ' +
    'OVERLAY PI POSITION POW POWER PRINTF QUARTER QUOTE QUOTE_IDENT QUOTE_LITERAL QUOTE_NULLABLE RAND RANDOM RANDOMBLOB RANK ROW_NUMBER ' +
    'RELEASE_LOCK REPEAT REPLACE REVERSE RIGHT ROUND ROW_COUNT ROW_TO_JSON RPAD RTRIM SECOND SET_CONFIG SHA1 SHA2 SHA256 SIGN SLEEP ' +
    'SOUNDEX SPLIT_PART SQLITE_VERSION SQRT STARTS_WITH STR_TO_DATE STRFTIME STRPOS SUBSTR SUBSTRING SUM SYSDATE TIME TIMEDIFF ' +
    'TIMEOFDAY TIMESTAMP TOTAL TOTAL_CHANGES TRANSLATE TRIM TRUNC TRUNCATE TYPEOF TXID_CURRENT UCASE UNHEX UNICODE UNISTR UNIX_TIMESTAMP ' +
    'UNIXEPOCH UNNEST UPPER USER UUID VERSION WEEK YEAR ZEROBLOB'
  ).split(' '),
);
const plainFamily =
  /^(?:ARRAY|BOOL|CLOCK|CONVERT|CURR|CURRVAL|CUME|DATE|DENSE|ENUM|EVERY|FIRST|HAS|HASH|INET|IS|ISO|JSON|JSONB|LAG|LAST|LASTVAL|LEAD|MAKE|MATCH|NTH|NTILE|PERCENT|PERCENTILE|PHRASETO|PG_ADVISORY|PG_BACKEND|PG_BLOCKING|PG_COLUMN|PG_CONF|PG_CURRENT|PG_DATABASE|PG_ENCODING|PG_FUNCTION|PG_GET|PG_INDEXES|PG_IS|PG_LAST|PG_LS|PG_MY|PG_POSTMASTER|PG_READ|PG_RELATION|PG_SHOW|PG_SIZE|PG_SLEEP|PG_STAT_GET|PG_TABLE|PG_TABLESPACE|PG_TIMEZONE|PG_TOTAL|PG_TRY|PG_TYPEOF|PG_XACT|PLAINTO|PRAGMA|RANGE|REGEXP|REGR|SHA|SIMILARITY|SQLITE|ST|STATEMENT|STDDEV|STRING|TO|TRANSACTION|TS|TSQUERY|VAR|VARIANCE|WEBSEARCH|XML|XPATH)(?:_|$)/;
const looksLikeRead =
  /^(?:find|get|list|search|match|query|lookup|fetch|select|read|count|show|is|has|check|compute|calculate|similar|nearest|hybrid|semantic)(?:_|$)|_(?:count|list|lookup|search|stats|summary)$/i;
const looksLikeWrite =
  /^(?:add|approve|archive|assign|cancel|change|clear|close|create|decrement|deduct|delete|deposit|drop|enqueue|exec|execute|increment|insert|merge|move|process|purge|refund|remove|rename|reset|restore|revoke|run|save|send|set|store|sync|transfer|trigger|truncate|update|upsert|withdraw|write)(?:_|$)/i;

/**
 * Adds the effects of the functions in a query. A function that is not known is a routine of the database: alone (`SELECT f($1)`),
 * as a source (`FROM f($1)`), or by its verb it may do anything; in a list of columns it gives a value. DuckDB's routines are macros,
 * which only ask.
 */
export function readCalls(tokens: Tokens, reading: Reading): void {
  const sources = tokens.findIndex((token) => isWord(token, 'FROM'));
  const alone = isWord(tokens[0], 'SELECT') && sources < 0;
  tokens.forEach((token, i) => {
    if (token.kind !== 'group') return;
    const source = sources >= 0 && i > sources && isSource(tokens, i);
    if (source && token.items.length === 1 && token.items[0]!.kind === 'hole') reading.complete = false;
    readCall(tokens, i, alone || source, reading);
    readCalls(token.items, reading);
  });
}

/** Whether the group stands where a table could: directly or as the arguments of a function. */
function isSource(tokens: Tokens, group: number): boolean {
  const start = nameStart(tokens, group);
  return isWord(tokens[start - 1], 'FROM', 'JOIN', 'LATERAL', 'ONLY') || (isSign(tokens[start - 1], ',') && !isWord(tokens[start], 'IN'));
}

/** Index where the dotted name in front of a group begins; the index of the group when there is none. */
function nameStart(tokens: Tokens, group: number): number {
  let start = group;
  if (isName(tokens[start - 1])) start -= 1;
  while (start < group && isSign(tokens[start - 1], '.') && isName(tokens[start - 2])) start -= 2;
  return start;
}

function isName(token: Tokens[number] | undefined): boolean {
  return token?.kind === 'name' || token?.kind === 'hole' || (token?.kind === 'word' && !keywords.has(token.text));
}

function readCall(tokens: Tokens, group: number, decides: boolean, reading: Reading): void {
  const start = nameStart(tokens, group);
  const before = tokens[start - 1];
  const alias = isWord(before, 'AS') || isName(before) || before?.kind === 'group' || before?.kind === 'value';
  // `INSERT INTO t (a, b)` and a conflict target are lists of columns.
  if (start === group || alias || isWord(before, 'INTO', 'TABLE', 'CONFLICT', 'KEY', 'INDEX')) return;
  const path = readPath(tokens, start)?.text ?? '';
  if (path === '') {
    if (decides) reading.complete = false;
    return;
  }
  const name = lastName(path);
  const effect = effects[name];
  if (effect === 'exec') addUnknown(reading, 'SELECT', path);
  else if (effect !== undefined) return add(reading, { class: effect, verb: 'SELECT', table: path });
  else if (looksLikeWrite.test(name) && !plain.has(name)) addUnknown(reading, 'SELECT', path);
  else if (reading.dialect === 'duckdb') return;
  else if (decides && !plain.has(name) && !plainFamily.test(name) && !looksLikeRead.test(name)) addUnknown(reading, 'SELECT', path);
}
