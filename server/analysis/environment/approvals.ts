/** Places in configuration, scripts and code where programs that run agents are told to ask nobody. */
import { asks, type ApprovalKnowledge, type ApprovalSwitch, type Place } from '../../../rules/kit/index.js';
import type { Expression, Module, ObjectExpression } from '../syntax/ir.js';
import { entryOf, stringOf, type JsonFile, type JsonNode } from '../syntax/json.js';
import { walkModule } from './walk.js';

export type FoundSwitch = Omit<ApprovalSwitch, 'inTests'>;

/** Settings of a client, by where they stand and what they say. */
export function switchesInJson(file: string, json: JsonFile, { settings }: ApprovalKnowledge): readonly FoundSwitch[] {
  const found: FoundSwitch[] = [];
  const contained = /(?:^|\/)\.devcontainer(?:\/|$)/.test(file);
  const visit = (node: JsonNode, path: readonly string[]): void => {
    if (node.kind === 'object') for (const { key, value } of node.entries) visit(value, [...path, key]);
    else if (node.kind === 'array') for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)]);
    else {
      const row = settings.find(({ at, values }) => values.some((value) => value === node.value) && isAt(at.split('.'), path));
      if (row === undefined) return;
      const at: Place = { file, span: node.span };
      const key = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
      const instead = row.instead === undefined ? {} : { instead: { at, text: JSON.stringify(row.instead) } };
      found.push({ ...at, kind: row.kind, shown: `${key}: ${JSON.stringify(node.value)}`.slice(0, 60), contained, ...instead });
    }
  };
  if (json.root !== undefined) visit(json.root, []);
  return found;
}

/** Whether a path fits `mcpServers.*.trust`; a key may hold dots itself. */
function isAt(pattern: readonly string[], path: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return path.length === 0;
  if (head === '**') return path.some((_, index) => isAt(rest, path.slice(index)));
  return path.length > 0 && (head === '*' || head === path[0]) && isAt(rest, path.slice(1));
}

/** Scripts of `package.json` that start such a program without its questions. */
export function switchesInScripts(file: string, json: JsonFile, { options: rows }: ApprovalKnowledge): readonly FoundSwitch[] {
  const scripts = entryOf(json.root, 'scripts')?.value;
  if (scripts?.kind !== 'object') return [];
  return scripts.entries.flatMap(({ value }): readonly FoundSwitch[] => {
    const text = stringOf(value) ?? '';
    const option = rows
      .flatMap(({ programs, options }) => (programs.some((one) => starts(text, one)) ? options : []))
      .find((one) => text.includes(one));
    return option === undefined
      ? []
      : [{ file, span: value.span, kind: 'script', shown: option, contained: /\b(?:docker|podman|devcontainer|sandbox)\b/.test(text) }];
  });
}

/** The program is started there: `npx claude -p …`, `FOO=1 claude …`, and not a file of that name. */
function starts(text: string, program: string): boolean {
  return text.split(/&&|\|\||[;|]/).some((part) =>
    part
      .trim()
      .split(/\s+/)
      .filter((word) => !/^(?:npx|bunx|pnpm|yarn|dlx|exec|-y|--yes|\w+=\S*)$/.test(word))
      .slice(0, 1)
      .some((word) => word === program || word.endsWith(`/${program}`)),
  );
}

/** The text may hold such a place. */
export function maySwitch(text: string, { code }: ApprovalKnowledge): boolean {
  return code.some(({ names, value }) => text.includes(value) && names.some((name) => text.includes(name)));
}

/** Options of SDKs in code. */
export function switchesInSource(module: Module, { code }: ApprovalKnowledge): readonly FoundSwitch[] {
  const found: FoundSwitch[] = [];
  walkModule(module, (node, { name, object }) => {
    if (node.kind !== 'literal' || typeof node.value !== 'string' || name === undefined) return true;
    const row = code.find((one) => one.value === node.value && one.names.includes(name));
    if (row === undefined || (row.beside !== undefined && !row.beside.some((key) => valueIn(object, key) !== undefined))) return true;
    if ((row.listed ?? []).some((key) => onlyAsks(valueIn(object, key)))) return true;
    const { quote } = module.style;
    const at: Place = { file: module.file, span: node.span };
    const instead = row.instead === undefined ? {} : { instead: { at, text: `${quote}${row.instead}${quote}` } };
    found.push({ ...at, kind: row.kind, shown: `${name}: ${node.value}`, contained: false, ...instead });
    return true;
  });
  return found;
}

function valueIn(object: ObjectExpression | undefined, key: string): Expression | undefined {
  const entry = object?.entries.find((one) => one.kind === 'entry' && one.key === key);
  return entry?.kind === 'entry' ? entry.value : undefined;
}

/** A list of tools that are all named for a question. */
function onlyAsks(list: Expression | undefined): boolean {
  if (list?.kind !== 'array' || list.items.length === 0) return false;
  return list.items.every(({ value }) => value.kind === 'literal' && typeof value.value === 'string' && asks(value.value));
}
