/** Servers in the configuration of agents that may change production, or everything. */
import type { Edit, RiskyServer, ServerRow, Span } from '../../../rules/kit/index.js';
import { entryOf, stringOf, type JsonFile, type JsonNode, type JsonObject } from '../syntax/json.js';
import type { Classifier } from './classify.js';
import { partsOf } from './parts.js';

interface Server {
  readonly name: string;
  readonly at: Span;
  readonly body: JsonObject;
}

const groups: ReadonlySet<string> = new Set(['mcpServers', 'servers', 'context_servers', 'mcp_servers', 'mcp', 'extensions']);
const deepest = 6;

/** The servers of a file that are on and known to change things. */
export function riskyServers(
  file: string,
  text: string,
  tree: JsonFile,
  rows: readonly ServerRow[],
  classifier: Classifier,
): readonly RiskyServer[] {
  return serversIn(tree.root, 0).flatMap((server): readonly RiskyServer[] => {
    if (isOff(server.body)) return [];
    const told = toldOf(server.body);
    const row = rows.find(({ programs }) => programs.some((program) => told.words.some((word) => names(word, program))));
    if (row === undefined) return [];
    const all = [...told.words, ...told.variables.flatMap(([name, value]) => [name, `${name}=${value}`])].join(' ');
    // A switch that is off switches nothing.
    const isSafe = row.safe.some((word) => all.includes(word) && !new RegExp(`${escaped(word)}[= ](?:false|0|no)\\b`, 'i').test(all));
    if (isSafe || (row.writes !== undefined && !row.writes.some((word) => all.includes(word)))) return [];
    const risk = riskOf(row, told, classifier);
    if (risk === undefined) return [];
    const instead = readOnly(file, text, row, server.body);
    return [{ file, span: server.at, name: server.name, title: row.title, ...risk, ...(instead === undefined ? {} : { instead }) }];
  });
}

function serversIn(node: JsonNode | undefined, depth: number): readonly Server[] {
  if (node?.kind !== 'object' || depth > deepest) return [];
  return node.entries.flatMap(({ key, value }): readonly Server[] => {
    if (!groups.has(key)) return serversIn(value, depth + 1);
    if (value.kind === 'array')
      return value.items.flatMap((item) => {
        const name = entryOf(item, 'name');
        return item.kind === 'object' && name !== undefined ? [{ name: stringOf(name.value) ?? key, at: name.value.span, body: item }] : [];
      });
    const inner = value.kind === 'object' ? value.entries : [];
    const found = inner.flatMap((one) => (isServer(one.value) ? [{ name: one.key, at: one.keySpan, body: one.value }] : []));
    return found.length > 0 ? found : serversIn(value, depth + 1);
  });
}

function isServer(node: JsonNode): node is JsonObject {
  return node.kind === 'object' && ['command', 'url', 'serverUrl', 'httpUrl', 'cmd'].some((key) => entryOf(node, key) !== undefined);
}

function isOff(body: JsonObject): boolean {
  const said = (key: string): unknown => {
    const value = entryOf(body, key)?.value;
    return value?.kind === 'scalar' ? value.value : undefined;
  };
  return said('disabled') === true || said('enabled') === false;
}

interface Told {
  /** The command, its arguments, addresses and headers. */
  readonly words: readonly string[];
  readonly args: readonly string[];
  readonly variables: readonly (readonly [name: string, value: string])[];
}

function toldOf(body: JsonObject): Told {
  const list = (key: string): readonly string[] => {
    const value = entryOf(body, key)?.value;
    return (value?.kind === 'array' ? value.items : value === undefined ? [] : [value]).flatMap((item) => stringOf(item) ?? []);
  };
  const pairs = (key: string): Told['variables'] => {
    const value = entryOf(body, key)?.value;
    if (value?.kind !== 'object') return [];
    return value.entries.flatMap((one) => (one.value.kind === 'scalar' ? [[one.key, String(one.value.value)] as const] : []));
  };
  const args = [...list('command').slice(1), ...list('args')];
  const words = [...list('command'), ...list('cmd'), ...list('args'), ...list('url'), ...list('serverUrl'), ...list('httpUrl')];
  const headers = pairs('headers');
  return { words, args, variables: [...pairs('env'), ...pairs('environment'), ...headers] };
}

/** `npx -y @scope/name@1.2.3`, `ghcr.io/owner/name:latest`, `https://host/mcp`. */
function names(word: string, program: string): boolean {
  const at = word.indexOf(program);
  if (at === -1) return false;
  const [before = '', after = ''] = [word[at - 1], word[at + program.length]];
  return !/[\w.-]/.test(before) && !/[\w.-]/.test(after) && (before !== '/' || !program.startsWith('@'));
}

function riskOf(
  row: ServerRow,
  { words, args, variables }: Told,
  classifier: Classifier,
): Pick<RiskyServer, 'risk' | 'because'> | undefined {
  if (row.folders === true) {
    const folder = args.find((arg) =>
      /^(?:\/|~\/?|\$\{?HOME\}?\/?|\$\{userHome\}|\$\{env:HOME\}|[A-Z]:[\\/]{0,2}|\/(?:home|Users)(?:\/[^/]{1,40})?\/?|\/root\/?)$/.test(
        arg,
      ),
    );
    return folder === undefined ? undefined : { risk: 'folder', because: folder.slice(0, 40) };
  }
  const named: (readonly [name: string | undefined, value: string])[] = [
    ...variables,
    ...words.flatMap((word, index) => [
      [undefined, word] as const,
      ...partsOf(word, words[index - 1]).map(({ name, value }) => [name, value] as const),
    ]),
  ];
  if (row.liveKey !== undefined)
    return named.some(([, value]) => row.liveKey?.test(value)) ? { risk: 'live-key', because: 'a live key' } : undefined;
  for (const [name, value] of named) {
    const found = classifier.classify(value, name === undefined ? {} : { name })?.credential;
    if (found?.class === 'live' && found.because !== undefined) return { risk: 'production', because: found.because };
    const because = classifier.endpoint(value, name)?.because ?? referred(value, classifier) ?? chosen(name, value, classifier);
    if (because !== undefined) return { risk: 'production', because };
  }
  return row.everywhere === undefined ? undefined : { risk: 'everywhere', because: row.everywhere };
}

/** `${env:PROD_DATABASE_URL}` says what it is by its name. */
function referred(value: string, { names: of }: Classifier): string | undefined {
  const [, name] = /\$\{?(?:env:|localEnv:|input:)?([A-Za-z_][\w-]{2,60})/.exec(value) ?? [];
  return name !== undefined && of.environment(name) === 'production' ? `the name \`${name}\`` : undefined;
}

/** A context, a profile or a file with the settings of a cluster. */
function chosen(name: string | undefined, value: string, { names: of }: Classifier): string | undefined {
  const isChoice = name !== undefined && /context|profile|kubeconfig|cluster|namespace/i.test(name);
  return isChoice && of.environment(value) === 'production' ? `the name \`${value.slice(0, 48)}\`` : undefined;
}

/** The edit that keeps a server from changing things; only in JSON, where its place is sure. */
function readOnly(file: string, text: string, row: ServerRow, body: JsonObject): RiskyServer['instead'] {
  if (!/\.jsonc?$/.test(file)) return undefined;
  const url = ['url', 'serverUrl', 'httpUrl'].map((key) => entryOf(body, key)?.value).find((value) => value !== undefined);
  if (row.query !== undefined && url !== undefined && stringOf(url) === text.slice(url.span.start + 1, url.span.end - 1)) {
    const at = { file, span: { start: url.span.end - 1, end: url.span.end - 1 } };
    const edits: readonly Edit[] = [{ kind: 'replace', at, text: `${stringOf(url)?.includes('?') === true ? '&' : '?'}${row.query}` }];
    return { shown: row.query, edits };
  }
  const args = entryOf(body, 'args')?.value;
  const last = args?.kind === 'array' ? args.items.at(-1) : undefined;
  if (row.argument !== undefined && last !== undefined && url === undefined) {
    const at = { file, span: { start: last.span.end, end: last.span.end } };
    return { shown: row.argument, edits: [{ kind: 'replace', at, text: `, "${row.argument}"` }] };
  }
  if (row.variable === undefined || url !== undefined) return undefined;
  const env = entryOf(body, 'env')?.value;
  const object = env?.kind === 'object' ? env : body;
  const entries = object.entries.map(({ key, span, value }) => ({ key, span, value: value.span }));
  const [key, value] = object === env ? [row.variable, 'true'] : ['env', { [row.variable]: 'true' }];
  return { shown: `${row.variable}=true`, edits: [{ kind: 'property', object: { file, span: object.span, entries }, key, value }] };
}

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
