import type { Effect, Effects } from '../../rules/kit/index.js';
import { matchesGlob } from '../../server/analysis/glob.js';
import type { Answer, Ask, Files } from './ask.js';
import { at, fits, spotOf, type Spot } from './compare.js';
import { differentEffects } from './effect-form.js';
import type { Block, Case } from './page.js';
import { marksOf } from './findings.js';

export interface EffectsChecked {
  readonly problems: readonly string[];
  /** The effects that were found, for the question which rows fired. */
  readonly effects: readonly Effect[];
}

/** Runs a case of effects: every effect and every unresolved call of every tool must be marked, and the reverse. */
export async function checkEffects(one: Case, ask: Ask): Promise<EffectsChecked> {
  const wrapped = one.blocks.map(wrap);
  const files: Files = new Map(wrapped.map(({ file, text }) => [file, text]));
  const answer = await ask(files, one);
  const { tools } = answer.result;
  const effects = distinct(
    tools.flatMap((tool) => tool.effects.known),
    answer,
    files,
  );
  const unresolved = distinct(
    tools.flatMap((tool) => tool.effects.unresolved),
    answer,
    files,
  );
  const problems: string[] = tools.length === 0 ? ['no tool was recognized'] : [];
  for (const { file, mark } of marksOf(wrapped)) {
    const { said, state } = mark;
    const list: readonly Found<Effect | (typeof unresolved)[number]['item']>[] = said.kind === 'effect' ? effects : unresolved;
    const here = list.filter(({ spot, taken }) => !taken && fits(spot, file, mark));
    const wrong = here.map(({ item }) => ('class' in item && said.kind === 'effect' ? differentEffects(item, said) : []));
    const match = here[wrong.findIndex((differences) => differences.length === 0)];
    const name = said.kind === 'effect' ? `${said.class} ${said.resource} ${said.facts.join(' ')}`.trim() : said.kind;
    if (match !== undefined) match.taken = true;
    if (state === 'missed' && match !== undefined) problems.push(`${at(file, mark)}: ${name} is no longer missed: remove the word`);
    if (state !== 'missed' && match === undefined) problems.push(`${at(file, mark)}: no ${name}${explain(here, wrong)}`);
  }
  for (const { item, spot, taken } of effects) {
    if (!taken) problems.push(`${place(spot)}: unexpected effect ${item.class} ${item.resource}, ${item.api} (${item.certainty})`);
  }
  for (const { item, spot, taken } of unresolved) if (!taken) problems.push(`${place(spot)}: unresolved ${item.label}: ${item.reason}`);
  problems.push(...answer.result.internal.map(({ where, message }) => `internal error in ${where}: ${message}`));
  return { problems, effects: effects.map(({ item }) => item) };
}

/** Rows of a library that no effect came from. Rows of one callee are told apart by their class. */
export function unhitRows(library: Effects, effects: readonly Effect[]): readonly string[] {
  const interpreted = new Set<string>(['sql', 'cypher', 'http', 'graphql', 'shell', 'argv']);
  const own = effects
    .map(({ api, class: is }) => ({ is, of: api.slice(0, api.indexOf(': ')), path: api.slice(api.indexOf(': ') + 2) }))
    .filter(({ of }) => matchesGlob(library.library, of));
  const rows = [...library.calls, ...(library.commands ?? [])].map(([callee, ...rest]) => [ofAnyService(callee), ...rest] as const);
  const names = new Set(rows.map(([callee]) => callee));
  return rows.flatMap(([callee, kind, , options]) => {
    // What a call of kind `command` does is told by the rows of the objects that it sends.
    const hit =
      kind === 'command' || own.some(({ is, path }) => (interpreted.has(kind) || is === kind) && isNamed(callee, path, library, names));
    return hit ? [] : [`${callee} (${kind}${options?.if === undefined ? '' : `, if ${options.if}`})`];
  });
}

/** A name of a file that speaks of many services. */
function ofAnyService(name: string): string {
  return name.replaceAll(/\{[Ss]ervice\}/gu, '*');
}

/** Whether a row names a path: itself, with stars, or by a base class. A row without stars is asked first. */
function isNamed(callee: string, path: string, { extends: bases = {} }: Effects, names: ReadonlySet<string>): boolean {
  for (let name: string | undefined = path; name !== undefined;) {
    if (callee === name) return true;
    const [patterns, segments] = [callee, name].map((text) => text.split(/[.#]/u)) as [string[], string[]];
    const fits = callee.includes('*') && !names.has(name) && patterns.length === segments.length;
    if (fits && patterns.every((part, i) => matchesGlob(part, segments[i] ?? ''))) return true;
    const at: number = name.indexOf('#');
    const base: string | undefined = bases[name.slice(0, Math.max(at, 0))];
    name = base === undefined ? undefined : base + name.slice(at);
  }
  return false;
}

interface Found<T> {
  readonly item: T;
  readonly spot: Spot;
  taken: boolean;
}

function distinct<T extends { readonly file: string; readonly span: { readonly start: number; readonly end: number } }>(
  items: readonly T[],
  { root }: Answer,
  files: Files,
): readonly Found<T>[] {
  const seen = new Map<string, Found<T>>();
  for (const item of items) {
    const about =
      'class' in item ? [item.class, 'resource' in item && item.resource, 'api' in item && item.api, 'detail' in item && item.detail] : [];
    const key = JSON.stringify([item.file, item.span.start, item.span.end, ...about]);
    if (!seen.has(key)) seen.set(key, { item, spot: spotOf(item, root, files), taken: false });
  }
  return [...seen.values()];
}

function explain(here: readonly Found<unknown>[], wrong: readonly (readonly string[])[]): string {
  return here.length === 0 ? '' : ` (${wrong.map((differences) => differences.join(', ')).join('; or ')})`;
}

function place({ file, line, start }: Spot): string {
  return `${file}:${line}:${start}`;
}

/** Code without a file name becomes the handler of a tool, below its own imports. */
function wrap(block: Block): Block {
  if (!block.unnamed || !/\.(?:ts|tsx|js|py)$/u.test(block.file)) return block;
  const lines = block.text.split('\n').slice(0, -1);
  const split = importsEnd(lines);
  const isPython = block.file.endsWith('.py');
  const [head, tail] = isPython ? python : typescript;
  const body = lines.slice(split).map((line) => (isPython && line !== '' ? `    ${line}` : line));
  return {
    ...block,
    text: [...lines.slice(0, split), ...head, ...body, ...tail, ''].join('\n'),
    marks: block.marks.map((mark) => ({ ...mark, ...(mark.line > split && { line: mark.line + head.length }) })),
  };
}

const typescript = [
  [
    "import { McpServer as Server_ } from '@modelcontextprotocol/sdk/server/mcp.js';",
    "new Server_({ name: 'case', version: '1' }).registerTool('case', { inputSchema: {} }, async (args) => {",
  ],
  ['});'],
] as const;

const python = [
  ['from mcp.server.fastmcp import FastMCP as Server_', "server_ = Server_('case')", '@server_.tool()', 'async def case(args: dict):'],
  [],
] as const;

/** Number of lines up to the last import or `require` at the top. */
function importsEnd(lines: readonly string[]): number {
  let end = 0;
  let within = false;
  for (const [i, line] of lines.entries()) {
    const starts = /^(?:import |from \S+ import |(?:const|let|var) .*= require\()/u.test(line);
    const isOpen: boolean =
      (within || starts) && !/from ['"][^'"]*['"]|^import ['"]|require\(['"]|^import [\w.]+( as \w+)?$|import [^({]*$|\)$/u.test(line);
    if (starts || within) end = i + 1;
    else if (line.trim() !== '' && !/^\s*(?:\/\/|#)/u.test(line)) break;
    within = isOpen;
  }
  return end;
}
