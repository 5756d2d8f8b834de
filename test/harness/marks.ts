/** What marks may say on a page. */
export interface Vocabulary {
  readonly kind: 'findings' | 'effects' | 'tools';
  /** The page's own rule. */
  readonly rule?: string;
  /** Message keys of a rule; `undefined` when there is no such rule. */
  keysOf(rule: string): readonly string[] | undefined;
}

export interface Mark {
  readonly state: 'expected' | 'missed' | 'spurious';
  /** 1-based line in the text without marks. */
  readonly line: number;
  /** Columns of the exact span on that line, 1-based and half open. */
  readonly columns?: { readonly start: number; readonly end: number };
  readonly said: Saying;
  /** Line of the page, 1-based. */
  readonly pageLine: number;
}

export type Saying =
  | { readonly kind: 'finding'; readonly rule: string; readonly key: string; readonly facts: readonly string[] }
  | { readonly kind: 'because'; readonly label: string }
  | { readonly kind: 'effect'; readonly class: string; readonly resource: string; readonly facts: readonly string[] }
  | { readonly kind: 'unresolved'; readonly named?: boolean; readonly reason?: string }
  | { readonly kind: 'tool'; readonly name: string; readonly facts: readonly string[] }
  | { readonly kind: 'handler'; readonly name: string }
  | { readonly kind: 'agent'; readonly name: string; readonly facts: readonly string[] };

/** Takes the marks out of the lines of a block. `first` is the page's line of the first of them. */
export function readMarks(
  file: string,
  lines: readonly string[],
  first: number,
  vocabulary: Vocabulary,
): { readonly text: string; readonly marks: readonly Mark[] } {
  const sign = /\.(?:[cm]?[jt]sx?|jsonc?|code-workspace)$/u.test(file) ? '//' : '#';
  const kept: string[] = [];
  const marks: Mark[] = [];
  for (const [i, line] of lines.entries()) {
    const pageLine = first + i;
    const span = spanOf(line, sign);
    if (span !== undefined) {
      const said = sayings(span.text, vocabulary, pageLine);
      if (said === undefined || kept.length === 0) throw new Error(`line ${pageLine}: cannot read the mark "${span.text}"`);
      marks.push(...said.map((one) => ({ ...one, line: kept.length, columns: span.columns, pageLine })));
      continue;
    }
    const trailing = trailingOf(line, sign, vocabulary, pageLine);
    kept.push(trailing === undefined ? line : trailing.code);
    if (trailing !== undefined) marks.push(...trailing.said.map((one) => ({ ...one, line: kept.length, pageLine })));
  }
  return { text: kept.map((line) => `${line}\n`).join(''), marks };
}

type Said = Pick<Mark, 'state' | 'said'>;

function spanOf(line: string, sign: string): { readonly text: string; readonly columns: { start: number; end: number } } | undefined {
  const start = line.indexOf('~~~');
  if (start === -1 || line.slice(0, start).trim() !== sign) return undefined;
  const length = /^~+/u.exec(line.slice(start))?.[0].length ?? 0;
  return { text: line.slice(start + length).trim(), columns: { start: start + 1, end: start + length + 1 } };
}

/** The first comment sign on the line behind which everything is marks. */
function trailingOf(
  line: string,
  sign: string,
  vocabulary: Vocabulary,
  pageLine: number,
): { code: string; said: readonly Said[] } | undefined {
  for (let at = line.indexOf(sign); at !== -1; at = line.indexOf(sign, at + 1)) {
    if (at > 0 && line[at - 1] !== ' ') continue;
    const said = sayings(line.slice(at + sign.length).trim(), vocabulary, pageLine);
    if (said === undefined) continue;
    if (line.slice(0, at).trim() === '') throw new Error(`line ${pageLine}: a mark stands behind code, or under it with ~~~`);
    return { code: line.slice(0, at).trimEnd(), said };
  }
  return undefined;
}

/** `undefined`: an ordinary comment. */
function sayings(text: string, vocabulary: Vocabulary, pageLine: number): readonly Said[] | undefined {
  const said = text.split(/;\s+/u).map((part) => saying(part.trim(), vocabulary, pageLine));
  if (said.every((one) => one !== undefined)) return said;
  const whole = saying(text, vocabulary, pageLine);
  return whole === undefined ? undefined : [whole];
}

function saying(text: string, vocabulary: Vocabulary, pageLine: number): Said | undefined {
  const word = /^(missed|spurious) /u.exec(text)?.[1] as 'missed' | 'spurious' | undefined;
  const rest = word === undefined ? text : text.slice(word.length + 1);
  const said = labelled(rest, vocabulary) ?? (vocabulary.kind === 'findings' ? findingOf(rest, vocabulary, pageLine) : undefined);
  if (said === undefined && word !== undefined) throw new Error(`line ${pageLine}: cannot read the mark "${text}"`);
  return said === undefined ? undefined : { state: word ?? 'expected', said };
}

function labelled(text: string, { kind }: Vocabulary): Saying | undefined {
  const because = /^because: +(.+)$/u.exec(text);
  if (because !== null) return { kind: 'because', label: because[1] ?? '' };
  if (kind === 'findings') return undefined;
  const unresolved = /^unresolved(?: +(named|unnamed))?(?:: +(.+))?$/u.exec(text);
  if (unresolved !== null) {
    const named = unresolved[1] === undefined ? undefined : unresolved[1] === 'named';
    return { kind: 'unresolved', ...(named !== undefined && { named }), reason: unresolved[2] };
  }
  const effect = /^effect: +(\S+) +(\S+)(.*)$/u.exec(text);
  if (effect !== null && kind === 'effects') {
    return { kind: 'effect', class: effect[1] ?? '', resource: effect[2] ?? '', facts: factsOf(effect[3] ?? '') };
  }
  const tool = /^(agent|tool|handler): +(\S+)(.*)$/u.exec(text);
  if (tool === null || kind !== 'tools') return undefined;
  const name = tool[2] ?? '';
  if (tool[1] === 'handler') return { kind: 'handler', name };
  return { kind: tool[1] === 'agent' ? 'agent' : 'tool', name, facts: factsOf(tool[3] ?? '') };
}

function findingOf(text: string, { rule: own, keysOf }: Vocabulary, pageLine: number): Saying | undefined {
  const match = /^(?:([a-z]+\/[a-z0-9-]+) +)?([A-Za-z][\w-]*)(?: +\(([^)]*)\))?$/u.exec(text);
  if (match === null) return undefined;
  const [, named, key = '', facts] = match;
  const rule = named ?? own;
  const keys = rule === undefined ? undefined : keysOf(rule);
  if (rule === undefined || keys?.includes(key) !== true) {
    if (named !== undefined && keys !== undefined) throw new Error(`line ${pageLine}: ${named} has no message "${key}"`);
    if (named !== undefined && groups.test(named)) throw new Error(`line ${pageLine}: there is no rule ${named}`);
    return undefined;
  }
  return { kind: 'finding', rule, key, facts: facts === undefined ? [] : facts.split(',').map((fact) => fact.trim()) };
}

const groups = /^(?:idempotency|permission|environment|verification|resumption|reliability|suppression)\//u;

/** `key=K4 detail="DELETE FROM users" own`. */
function factsOf(text: string): readonly string[] {
  return [...text.matchAll(/[A-Za-z]+(?:=(?:"[^"]*"|\S+))?/gu)].map((match) => match[0].replaceAll('"', ''));
}
