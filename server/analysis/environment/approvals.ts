/** Places in configuration, scripts and code where programs that run agents are told to ask nobody. */
import { asks, type ApprovalKnowledge, type ApprovalSwitch, type Place, type ScriptKnowledge } from '../../../rules/kit/index.js';
import type { Expression, Module, ObjectExpression } from '../syntax/ir.js';
import { entryOf, type JsonFile, type JsonNode } from '../syntax/json.js';
import { isAt } from './config-path.js';
import { lineOf, pieces, type Script } from './scripts.js';
import { walkModule } from './walk.js';

export type FoundSwitch = Omit<ApprovalSwitch, 'inTests'>;

/** Settings of a client, by where they stand and what they say. */
export function switchesInTree(file: string, tree: JsonFile, { settings }: ApprovalKnowledge): readonly FoundSwitch[] {
  const found: FoundSwitch[] = [];
  const contained = /(?:^|\/)\.devcontainer(?:\/|$)/.test(file);
  const rows = settings.map((row) => ({ ...row, keys: typeof row.at === 'string' ? row.at.split('.') : row.at }));
  const visit = (node: JsonNode, path: readonly string[], beside: JsonNode | undefined): void => {
    if (node.kind === 'object') for (const { key, value } of node.entries) visit(value, [...path, key], node);
    else if (node.kind === 'array') for (const [index, item] of node.items.entries()) visit(item, [...path, String(index)], beside);
    else {
      const row = rows.find(({ values, keys }) => values.some((value) => value === node.value) && isAt(keys, path));
      if (row === undefined || !fits(row, beside)) return;
      const at: Place = { file, span: node.span };
      const key = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
      const instead = row.instead === undefined ? {} : { instead: { at, text: JSON.stringify(row.instead) } };
      found.push({ ...at, kind: row.kind, shown: `${key}: ${JSON.stringify(node.value)}`.slice(0, 60), contained, ...instead });
    }
  };
  if (tree.root !== undefined) visit(tree.root, [], undefined);
  return found;
}

/** What stands beside a setting makes it what the row means. */
function fits({ beside: wanted, unless = [] }: ApprovalKnowledge['settings'][number], beside: JsonNode | undefined): boolean {
  if (unless.some((key) => entryOf(beside, key) !== undefined)) return false;
  if (wanted === undefined) return true;
  const value = entryOf(beside, wanted.key)?.value;
  if (value === undefined || wanted.values === undefined) return value !== undefined;
  const said = value.kind === 'array' ? value.items : [value];
  return said.some((node) => node.kind === 'scalar' && wanted.values?.some((one) => one === node.value));
}

/** Scripts and steps of workflows that start such a program without its questions. */
export function switchesInScripts(
  file: string,
  text: string,
  scripts: readonly Script[],
  { options: rows }: ApprovalKnowledge,
  knowledge: ScriptKnowledge,
): readonly FoundSwitch[] {
  return scripts.flatMap(pieces).flatMap((script): readonly FoundSwitch[] => {
    const line = script.parts.join(' ');
    const option = rows
      .flatMap(({ programs, options }) => (programs.some((one) => starts(line, one)) ? options : []))
      .find((one) => holds(line, one));
    if (option === undefined) return [];
    const contained =
      /\b(?:docker|podman|devcontainer|sandbox)\b/.test(script.where === 'shell' ? `${script.names.join(' ')} ${line}` : line) ||
      (script.where === 'workflow' && isAlone(text.slice(script.around.start, script.around.end), knowledge));
    const span = script.where === 'script' ? script.span : lineOf(text, script.span, option.split(' ')[0] ?? option);
    return [{ file, span, kind: 'script', shown: option, contained }];
  });
}

/** Inputs of a step that are what such a program is started with. */
export function switchesInInputs(
  file: string,
  text: string,
  tree: JsonFile,
  { options: rows }: ApprovalKnowledge,
  knowledge: ScriptKnowledge,
): readonly FoundSwitch[] {
  const found: FoundSwitch[] = [];
  const visit = (node: JsonNode, key: string, around: JsonNode): void => {
    if (node.kind === 'object') for (const entry of node.entries) visit(entry.value, entry.key, key === 'jobs' ? entry.value : around);
    else if (node.kind === 'array') for (const item of node.items) visit(item, key, around);
    else if (typeof node.value === 'string') {
      const said = node.value;
      const option = rows.flatMap(({ inputs, options }) => (inputs?.includes(key) === true ? options : [])).find((one) => holds(said, one));
      const contained = isAlone(text.slice(around.span.start, around.span.end), knowledge);
      if (option !== undefined) found.push({ file, span: node.span, kind: 'script', shown: option, contained });
    }
  };
  if (tree.root !== undefined) visit(tree.root, '', tree.root);
  return found;
}

/** The machine of a job is thrown away, and it holds no secret but the ones that a model is paid with. */
function isAlone(job: string, { modelSecrets }: ScriptKnowledge): boolean {
  if (/\bsecrets:\s*inherit\b|\b(?:contents|deployments|packages|pull-requests|id-token|issues):\s*write\b/.test(job)) return false;
  return [...job.matchAll(/\bsecrets\.(\w{1,100})/g)].every(([, name = '']) => modelSecrets.includes(name));
}

/** The option stands there as words of its own. */
function holds(text: string, option: string): boolean {
  for (let at = text.indexOf(option); at !== -1; at = text.indexOf(option, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + option.length] ?? ' '}`;
    if (!/[\w-]/.test(around)) return true;
  }
  return false;
}

/** The program is started there: `npx claude -p …`, `FOO=1 claude …`, and not a file of that name. */
function starts(text: string, program: string): boolean {
  return text.split(/&&|\|\||[;|\n]/).some((part) =>
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

/** What code says of itself that runs in a machine of its own: a bridge that runs inside a sandbox. */
const boxed =
  /\b(?:runs?|running|executes|executed|started|lives)\s{1,4}(?:inside|within|in)\s{1,4}(?:of\s{1,4})?(?:an?|its|our|the)\s{1,4}(?:\w{1,20}\s{1,4})?(?:containers?|micro-?VM|sandbox|VM)\b/i;

/** The comment that a file begins with, without its signs. */
function opening(text: string): string {
  const lines = text.slice(0, 4_000).split('\n');
  const end = lines.findIndex((line) => !/^\s{0,8}(?:#|\/\/|\/?\*)/.test(line));
  return lines
    .slice(0, end < 0 ? undefined : end)
    .map((line) => line.replace(/^\s{0,8}(?:#+|\/\/|\/?\*+)/, ''))
    .join(' ');
}

/** Options of SDKs in code. */
export function switchesInSource(module: Module, text: string, { code }: ApprovalKnowledge): readonly FoundSwitch[] {
  const found: FoundSwitch[] = [];
  const contained = boxed.test(opening(text));
  walkModule(module, (node, { name, object }) => {
    if (node.kind !== 'literal' || typeof node.value !== 'string' || name === undefined) return true;
    const row = code.find((one) => one.value === node.value && one.names.includes(name));
    if (row === undefined || (row.beside !== undefined && !row.beside.some((key) => valueIn(object, key) !== undefined))) return true;
    if ((row.listed ?? []).some((key) => onlyAsks(valueIn(object, key)))) return true;
    const { quote } = module.style;
    const at: Place = { file: module.file, span: node.span };
    const instead = row.instead === undefined ? {} : { instead: { at, text: `${quote}${row.instead}${quote}` } };
    found.push({ ...at, kind: row.kind, shown: `${name}: ${node.value}`, contained, ...instead });
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
