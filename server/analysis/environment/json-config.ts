/** Reads trees of configuration, such as files that start agents and servers, and the scripts of `package.json`. */
import type { AgentClient, ClientRow, ObjectSite, Setting, Span } from '../../../rules/kit/index.js';
import { entryOf, stringOf, type JsonEntry, type JsonFile, type JsonNode, type JsonObject } from '../syntax/json.js';
import type { Classifier, Found } from './classify.js';
import { placedEndpoint } from './endpoints.js';
import { siblings } from './env-config.js';
import { partsOf } from './parts.js';
import { variableFor } from './variable.js';

/**
 * The strings of a file, each judged with the key, the flag or the header that it belongs to.
 *
 * @param lists keys of lists of `NAME=value`
 */
export function readJsonSettings(
  file: string,
  text: string,
  json: JsonFile,
  classifier: Classifier,
  lists?: ReadonlySet<string>,
): readonly Setting[] {
  const settings: Setting[] = [];
  const reading = readingServers(json.root);
  const add = (spot: Spot): void => {
    const server = serverOf(spot.path);
    settings.push({ ...setting(file, text, spot, classifier), ...(reading.has(server) ? { readingServer: server } : {}) });
  };
  const visit = (node: JsonNode, path: readonly string[], entry: JsonEntry | undefined, around: Spot['around'], before?: string): void => {
    if (node.kind === 'object') {
      const values = new Map(
        node.entries.flatMap((one) => {
          const value = stringOf(one.value);
          return value === undefined ? [] : [[one.key, value] as const];
        }),
      );
      // `- name: API_KEY` and `value: …` are one variable.
      const name = lists === undefined ? undefined : (values.get('name') ?? values.get('key'));
      for (const one of node.entries) {
        const called = one.key === 'value' && name !== undefined ? { ...one, key: name } : one;
        visit(one.value, [...path, called.key], called, values);
      }
    } else if (node.kind === 'array') {
      const pairs = lists?.has(path.at(-1) ?? '') === true ? node.items.map((item) => pairOf(item, text)) : [];
      const values = new Map(pairs.flatMap((pair) => (pair === undefined ? [] : [[pair.name, pair.value] as const])));
      node.items.forEach((item, index) => {
        const pair = pairs[index];
        if (pair === undefined) visit(item, [...path, String(index)], undefined, around, stringOf(node.items[index - 1]));
        else add({ ...pair, node: item, path: [...path, pair.name], around: values });
      });
    } else if (typeof node.value === 'string') {
      add({ node, value: node.value, path, entry, name: entry?.key, around, before });
    }
  };
  if (json.root !== undefined) visit(json.root, [], undefined, new Map());
  return settings;
}

/** `NAME=value` as an item of a list. */
function pairOf(item: JsonNode, text: string): { readonly name: string; readonly value: string; readonly inside: Span } | undefined {
  const whole = stringOf(item);
  const [head, name] = /^([A-Za-z_]\w{0,100})=/.exec(whole ?? '') ?? [];
  if (whole === undefined || head === undefined || name === undefined) return undefined;
  const { start, end } = inside(item.span, text);
  return { name, value: whole.slice(head.length), inside: { start: Math.min(end, start + head.length), end } };
}

/** The servers that are told to read only: by an option, a variable, or what their address asks for. */
function readingServers(root: JsonNode | undefined): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (node: JsonNode, path: readonly string[]): void => {
    const server = serverOf(path);
    if (node.kind === 'object') for (const { key, value } of node.entries) visit(value, [...path, key]);
    else if (node.kind === 'array') {
      const words = node.items.map((item) => stringOf(item) ?? '').join(' ');
      if (/(?:^|\s)--(?:read-?only(?:=true)?|access-mode[= ]restricted)(?:\s|$)/i.test(words)) found.add(server);
      for (const item of node.items) visit(item, path);
    } else if (/(?:^|_)READ_?ONLY(?:_MODE)?$/i.test(path.at(-1) ?? '') ? /^(?:1|true|yes|on)$/i.test(String(node.value)) : asksToRead(node))
      found.add(server);
  };
  if (root !== undefined) visit(root, []);
  found.delete('');
  return found;
}

function asksToRead(node: JsonNode): boolean {
  return /[?&]read_?only=(?:1|true)(?:&|$)/i.test(stringOf(node) ?? '');
}

/** Scripts of `package.json` by name, as settings; a script is judged as a command line. */
export function readScripts(file: string, text: string, json: JsonFile, classifier: Classifier): readonly Setting[] {
  const scripts = entryOf(json.root, 'scripts')?.value;
  if (scripts?.kind !== 'object') return [];
  return scripts.entries.flatMap((entry) => {
    const value = stringOf(entry.value);
    return value === undefined
      ? []
      : [
          setting(
            file,
            text,
            { node: entry.value, value, path: ['scripts', entry.key], entry, name: entry.key, around: new Map() },
            classifier,
          ),
        ];
  });
}

/** The client that reads a file, when it is one of the rows; rows with a root key are for files that have it. */
export function clientOf(file: string, text: string, json: JsonFile, rows: readonly ClientRow[]): AgentClient | undefined {
  const row = rows.find((one) => one.rootKey === undefined || entryOf(json.root, one.rootKey) !== undefined);
  if (row === undefined) return undefined;
  const root = json.root?.kind === 'object' ? json.root : undefined;
  const inputs = entryOf(root, 'inputs')?.value;
  return {
    id: row.id,
    title: row.title,
    prompts: row.prompts === true,
    ...(row.reference === undefined ? {} : { reference: row.reference }),
    ...(root === undefined ? {} : { root: site(file, root) }),
    ...(inputs?.kind !== 'array' ? {} : { inputs: inputList(file, text, inputs) }),
  };
}

interface Spot {
  readonly node: JsonNode;
  readonly value: string;
  readonly path: readonly string[];
  readonly entry?: JsonEntry;
  /** What the value is called; items of lists have no name. */
  readonly name: string | undefined;
  readonly around: ReadonlyMap<string, string>;
  readonly before?: string;
  /** Where the value stands, when it is not all of the node. */
  readonly inside?: Span;
}

function setting(file: string, text: string, spot: Spot, classifier: Classifier): Setting {
  const { node, value, path, entry, before } = spot;
  const key = spot.name ?? path.at(-1) ?? '';
  const span = spot.inside ?? inside(node.span, text);
  const judged = judge(spot, key, classifier);
  const plain = text.slice(span.start, span.end) === value;
  return {
    file,
    span,
    key,
    path,
    keySpan: entry?.keySpan ?? node.span,
    lineSpan: entry?.span ?? node.span,
    inert: judged === undefined && classifier.inert(value),
    commentedOut: false,
    ...(judged === undefined
      ? {
          ...placedEndpoint(classifier.endpoint(value, spot.name), span, plain),
          ...(classifier.isLocalStore(value) ? { local: true } : {}),
        }
      : {
          credential: judged.found.credential,
          secret: plain ? shift(span, judged.found) : span,
          variable: variableFor(judged.found.credential, judged.name ?? (before?.startsWith('-') === true ? before : key), serverOf(path)),
        }),
  };
}

/** Without its quotes; YAML needs none. */
function inside({ start, end }: Span, text: string): Span {
  return /["']/.test(text[start] ?? '') ? { start: start + 1, end: Math.max(start + 1, end - 1) } : { start, end };
}

/** The value as a whole first, then what is told inside it. */
function judge(spot: Spot, key: string, classifier: Classifier): { readonly found: Found; readonly name: string | undefined } | undefined {
  const whole = classifier.classify(spot.value, {
    name: spot.name,
    ...siblings(key, spot.around, classifier),
  });
  const parts = partsOf(spot.value, spot.before);
  if (whole !== undefined) {
    const part = parts.find((one) => one.start <= whole.start && whole.end <= one.start + one.value.length);
    return { found: whole, name: part?.name };
  }
  for (const part of parts) {
    const found = classifier.classify(part.value, { name: part.name });
    if (found !== undefined) return { found: { ...found, start: found.start + part.start, end: found.end + part.start }, name: part.name };
  }
  return undefined;
}

/** The name of the server that a setting belongs to: the key below `mcpServers`, `servers`, `context_servers` or `mcp`. */
function serverOf(path: readonly string[]): string {
  const at = path.findIndex((key) => key === 'mcpServers' || key === 'servers' || key === 'context_servers' || key === 'mcp');
  return at === -1 ? '' : (path[at + 1] ?? '');
}

function shift(span: Span, found: Span): Span {
  return { start: span.start + found.start, end: span.start + found.end };
}

function site(file: string, object: JsonObject): ObjectSite {
  return {
    file,
    span: object.span,
    entries: object.entries.map((entry) => ({ key: entry.key, span: entry.span, value: entry.value.span })),
  };
}

function inputList(file: string, text: string, array: Extract<JsonNode, { kind: 'array' }>): NonNullable<AgentClient['inputs']> {
  const [first] = array.items;
  const lead = first === undefined ? '' : text.slice(array.span.start + 1, first.span.start);
  return {
    array: { file, span: array.span },
    ids: array.items.flatMap((item) => stringOf(entryOf(item, 'id')?.value) ?? []),
    empty: first === undefined,
    // A comment in front of the first item would be repeated.
    lead: /^\s*$/.test(lead) ? lead : ' ',
  };
}
