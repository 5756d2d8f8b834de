import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { tiers, type Place, type Span } from '../../rules/kit/index.js';
import type { Config, GatePlaces, Policy } from './config.js';
import { restOf, type Rest } from './config-rest.js';
import { configSchema } from './config-schema.js';
import { nearest } from './suggest.js';

/** What is wrong in a configuration file, and where. */
export interface ConfigProblem {
  readonly file: string;
  readonly span: Span;
  readonly message: string;
}

/** A file with problems: what can be read of it all the same, and the rules that are off for what the lost part may have excused. */
export interface BrokenReading {
  readonly problems: readonly ConfigProblem[];
  readonly rest: Partial<Config>;
  readonly silent: readonly string[];
}

export type ConfigReading = { readonly config: Partial<Config> } | BrokenReading;

/** Reads one configuration file. Wrong syntax, unknown keys, unknown rules and bad values are problems with their place. */
export function readConfig(file: string, text: string, ruleIds: readonly string[]): ConfigReading {
  const problem = (span: Span, message: string): ConfigProblem => ({ file, span, message });
  let root: Node | undefined;
  let value: unknown;
  const errors: ParseError[] = [];
  try {
    root = parseTree(text, errors, { allowTrailingComma: true });
    value = root && getNodeValue(root);
  } catch {
    return broken([problem({ start: 0, end: 1 }, 'This is nested too deeply to be read.')], undefined, []);
  }
  // Errors behind the first one mostly follow from it.
  if (errors[0]) return broken([problem(spanOf(errors[0]), syntaxMessage(errors[0]))], value, []);
  if (!root) return broken([problem({ start: 0, end: text.length }, 'This file is empty: write at least `{}`.')], {}, []);
  const parsed = configSchema.safeParse(value);
  const found: readonly Complaint[] = [
    ...repeatedKeys(root).map((node) => ({ node, message: `${quoted(node.value)} is given twice: keep one.` })),
    ...(parsed.error?.issues ?? []).flatMap((issue) => explain(issue, root, [])),
    ...unknownRules(root, ruleIds),
    ...wrongTiers(root),
  ].toSorted((a, b) => a.node.offset - b.node.offset);
  if (found.length > 0) {
    const nodes = found.map(({ node }) => node);
    return broken(
      found.map(({ node, message }) => problem(spanOf(node), message)),
      value,
      nodes,
    );
  }
  const { $schema: _schema, ...config } = parsed.data!;
  return { config: placed(config as Partial<Config>, () => true) };

  /** With where the policy and the gates are written. */
  function placed(config: Partial<Config>, keeps: Rest['keeps']): Partial<Config> {
    if (root === undefined) return config;
    const policy = config.controls === undefined ? {} : { policy: { file, controls: controlPlaces(root, keeps) } };
    return { ...config, ...policy, gates: gatePlaces(file, root, keeps) };
  }

  function broken(problems: readonly ConfigProblem[], given: unknown, wrong: readonly Node[]): ConfigReading {
    const { config: rest, silent, keeps } = restOf(given, wrong, ruleIds);
    return { problems, rest: placed(rest, keeps), silent };
  }
}

interface Complaint {
  readonly node: Node;
  readonly message: string;
}

/** The parts of a zod issue that are used here; issues inside unions nest. */
interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly expected?: string;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly origin?: string | undefined;
  readonly minimum?: number | bigint | undefined;
  readonly maximum?: number | bigint | undefined;
  readonly errors?: readonly (readonly Issue[])[];
}

function explain(issue: Issue, root: Node, above: readonly PropertyKey[]): Complaint[] {
  const path = [...above, ...issue.path];
  const node = nodeAt(root, path);
  const name = nameOf(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return (issue.keys ?? []).map((key) => {
        const property = node.children?.find((child) => child.children?.[0]?.value === key);
        return { node: property?.children?.[0] ?? node, message: `Unknown key ${quoted(key)}.${meant(key, keysAt(path))}` };
      });
    case 'invalid_value': {
      const known = (issue.values ?? []).map(String);
      if (nodeIsMissing(root, path)) return [{ node, message: `${name} is missing here: one of ${known.join(', ')}.` }];
      const given = getNodeValue(node) as unknown;
      if (typeof given !== 'string') return [{ node, message: `${name} must be one of ${known.join(', ')}.` }];
      return [{ node, message: `${quoted(given)} is not one of ${known.join(', ')}.${meant(given, known)}` }];
    }
    case 'invalid_type':
      if (nodeIsMissing(root, path)) return [{ node, message: `${name} is missing here.` }];
      return [{ node, message: `${name} must be ${kinds[issue.expected ?? ''] ?? issue.expected}.` }];
    case 'invalid_union': {
      // The branch that got furthest tells most about what was meant.
      const branches = [...(issue.errors ?? [])].toSorted((a, b) => depth(b) - depth(a) || a.length - b.length);
      return (branches[0] ?? []).flatMap((inner) => explain(inner, root, path));
    }
    case 'too_small':
      if (issue.origin === 'string') return [{ node, message: `${name} must not be empty.` }];
      if (issue.origin === 'array') return [{ node, message: `${name} needs at least ${issue.minimum} items.` }];
      return [{ node, message: `${name} must be ${issue.minimum} or more.` }];
    case 'too_big':
      return [{ node, message: `${name} must be ${issue.maximum} or less.` }];
    case 'invalid_format':
      return [{ node, message: `${quoted(String(getNodeValue(node)))} ${issue.message}.` }];
    default:
      return [{ node, message: `${name}: ${issue.message}.` }];
  }
}

function depth(issues: readonly Issue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  tuple: 'a list',
  string: 'text',
  object: 'an object',
  record: 'an object',
  boolean: 'true or false',
  number: 'a number',
  int: 'a whole number',
};

/** Names that the schema knows at a path; asked of the schema itself, so that the two cannot differ. */
function keysAt(path: readonly PropertyKey[]): readonly string[] {
  let at: SchemaPart | undefined = configSchema as unknown as SchemaPart;
  for (const step of path) {
    at = innermost(at);
    at = at?.def.shape?.[String(step)] ?? at?.def.element ?? at?.def.valueType ?? at?.def.options?.at(-1)?.def.items?.[Number(step)];
  }
  return Object.keys(innermost(at)?.def.shape ?? {});
}

interface SchemaPart {
  readonly def: {
    readonly shape?: Readonly<Record<string, SchemaPart>>;
    readonly element?: SchemaPart;
    readonly valueType?: SchemaPart;
    readonly innerType?: SchemaPart;
    readonly options?: readonly SchemaPart[];
    readonly items?: readonly SchemaPart[];
  };
}

function innermost(part: SchemaPart | undefined): SchemaPart | undefined {
  return part?.def.innerType ? innermost(part.def.innerType) : part;
}

function unknownRules(root: Node, ruleIds: readonly string[]): Complaint[] {
  const rules = findNodeAtLocation(root, ['rules']);
  if (rules?.type !== 'object') return [];
  return (rules.children ?? []).flatMap((property) => {
    const key = property.children?.[0];
    if (!key || ruleIds.includes(String(key.value))) return [];
    return [{ node: key, message: `There is no rule ${quoted(key.value)}.${meant(String(key.value), ruleIds)}` }];
  });
}

/** A tier is one of the four, or has its name in `tierNames`, where the four mean what they mean. */
function wrongTiers(root: Node): Complaint[] {
  const own = entriesOf(root, 'tierNames').map(([key]) => key);
  const known = [...tiers, ...own.map(textOf)];
  const named = [
    ...(findNodeAtLocation(root, ['tiers'])?.children ?? []).flatMap((entry) => findNodeAtLocation(entry, ['tier']) ?? []),
    ...entriesOf(root, 'controls').map(([key]) => key),
  ];
  const unknown = (node: Node): Complaint => {
    const name = textOf(node);
    const hint = meant(name, known) || ` Use ${tiers.join(', ')}, or give the name a meaning in "tierNames".`;
    return { node, message: `There is no tier ${quoted(name)}.${hint}` };
  };
  return [
    ...own
      .filter((node) => (tiers as readonly string[]).includes(textOf(node)))
      .map((node) => ({ node, message: `${quoted(node.value)} is a tier already: choose another name.` })),
    ...own
      .filter((node) => !plainName.test(textOf(node)))
      .map((node) => ({ node, message: `${quoted(node.value)} is not a name of letters, digits and hyphens.` })),
    ...named.filter((node) => node.type === 'string' && node.value !== '' && !known.includes(textOf(node))).map(unknown),
  ];
}

/** It may stand in a comment. */
const plainName = /^[A-Za-z][A-Za-z0-9-]{0,40}$/;

function controlPlaces(root: Node, keeps: Rest['keeps']): Policy['controls'] {
  return Object.fromEntries(
    entriesOf(root, 'controls').map(([key, value]) => [
      textOf(key),
      (value.children ?? []).filter((_, i) => keeps(['controls', textOf(key), i])).map(spanOf),
    ]),
  );
}

function gatePlaces(file: string, root: Node, keeps: Rest['keeps']): GatePlaces {
  const place = (node: Node | undefined): Place => ({ file, span: spanOf(node ?? root) });
  const gates = (findNodeAtLocation(root, ['passK'])?.children ?? []).filter((_, i) => keeps(['passK', i]));
  return {
    root: {
      ...place(root),
      entries: (root.children ?? []).flatMap((property) => {
        const [key, value] = property.children ?? [];
        return key === undefined || value === undefined ? [] : [{ key: textOf(key), span: spanOf(property), value: spanOf(value) }];
      }),
    },
    places: gates.map((gate) => ({
      results: place(findNodeAtLocation(gate, ['results'])),
      k: place(findNodeAtLocation(gate, ['k'])),
      min: place(findNodeAtLocation(gate, ['min'])),
    })),
  };
}

/** Keys and values of an object in the configuration. */
function entriesOf(root: Node, field: string): readonly (readonly [Node, Node])[] {
  const object = findNodeAtLocation(root, [field]);
  if (object?.type !== 'object') return [];
  return (object.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key === undefined || value === undefined ? [] : [[key, value] as const],
  );
}

function textOf(node: Node): string {
  return String(node.value);
}

function repeatedKeys(node: Node): Node[] {
  const seen = new Set<unknown>();
  return (node.children ?? []).flatMap((child) => {
    if (node.type !== 'object') return repeatedKeys(child);
    const [key, value] = child.children ?? [];
    const again = key && seen.has(key.value);
    seen.add(key?.value);
    return [...(again ? [key] : []), ...(value ? repeatedKeys(value) : [])];
  });
}

function nodeIsMissing(root: Node, path: readonly PropertyKey[]): boolean {
  return findNodeAtLocation(root, path.map(segment)) === undefined;
}

/** The node at a path, or the nearest one around it. */
function nodeAt(root: Node, path: readonly PropertyKey[]): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(root, path.slice(0, length).map(segment));
    if (node) return node;
  }
  return root;
}

function segment(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key);
}

function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'The configuration';
  const words = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return quoted(words.replace(/^\./, ''));
}

function quoted(value: unknown): string {
  return JSON.stringify(String(value).slice(0, 100));
}

function meant(given: string, known: readonly string[]): string {
  const guess = nearest(given, known);
  return guess === undefined ? '' : ` Did you mean ${quoted(guess)}?`;
}

function spanOf(at: { readonly offset: number; readonly length: number }): Span {
  return { start: at.offset, end: at.offset + at.length };
}

const syntax: Readonly<Record<string, string>> = {
  InvalidSymbol: 'This is not JSON: text needs double quotes.',
  InvalidNumberFormat: 'This is not a number.',
  PropertyNameExpected: 'A key in double quotes is expected here.',
  ValueExpected: 'A value is expected here.',
  ColonExpected: 'A colon is expected here.',
  CommaExpected: 'A comma is expected here.',
  CloseBraceExpected: 'A closing brace `}` is missing here.',
  CloseBracketExpected: 'A closing bracket `]` is missing here.',
  EndOfFileExpected: 'Nothing may follow here.',
  UnexpectedEndOfComment: 'This comment is not closed.',
  UnexpectedEndOfString: 'This text is not closed.',
  UnexpectedEndOfNumber: 'This number is not complete.',
  InvalidUnicode: 'This Unicode escape is not valid.',
  InvalidEscapeCharacter: 'This escape is not valid.',
  InvalidCharacter: 'This character is not allowed here.',
};

function syntaxMessage(error: ParseError): string {
  return syntax[printParseErrorCode(error.error)] ?? 'This is not valid JSON.';
}
