import { expandSecrets } from './secrets.js';
import { isNotebook } from '../../server/analysis/syntax/notebook/is-notebook.js';
import { readMarks, type Mark, type Vocabulary } from './marks.js';
import { notebookFrom } from './notebook.js';

/** One file of a case. */
export interface Block {
  readonly file: string;
  /** Without marks. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** For a file as it is after a fix: message key or title of the fix. */
  readonly after?: string;
  /** Without a name of its own: code that the page's kind may wrap. */
  readonly unnamed: boolean;
  /** Line of the page where its text starts, 1-based. */
  readonly line: number;
}

/** What a case or page says in lines of the form `name: values`. */
export interface Facts {
  readonly sets: readonly string[];
  /** Rules that the page is not about, and that would speak all over it. */
  readonly off?: readonly string[];
  readonly tracked?: readonly string[];
  readonly ignored?: readonly string[];
}

export interface Case extends Facts {
  readonly title: string;
  readonly line: number;
  readonly blocks: readonly Block[];
  /** Titles of cases in TypeScript whose pattern this case in Python shows, beside one of the same title. */
  readonly mirrors: readonly string[];
  /** Why there is no such case in Python. */
  readonly noPython?: string;
}

export interface Page {
  readonly title: string;
  readonly cases: readonly Case[];
}

/**
 * Reads the cases of a Markdown page.
 *
 * @param section cases are the `###` headings of this `##` section; without it, the `##` headings of the page
 * @throws Error, with the line, for marks and blocks that make no sense
 */
export function readPage(markdown: string, vocabulary: Vocabulary, section?: string): Page {
  const lines = markdown.split(/\r?\n/u);
  const depth = section === undefined ? 2 : 3;
  const cases: Draft[] = [];
  const common: Record<string, readonly string[]> = {};
  let title = '';
  let inside = section === undefined;
  let current: Draft | undefined;

  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const fence = /^(`{3,})(.*)$/u.exec(line);
    if (fence !== null) {
      const end = lines.findIndex((other, j) => j > i && other.trimEnd() === fence[1]);
      if (end === -1) throw new Error(`line ${i + 1}: the block has no end`);
      if (inside) {
        current ??= open(cases, section ?? title, i + 1);
        addBlock(current, fence[2] ?? '', lines.slice(i + 1, end), i + 2, vocabulary);
      }
      i = end;
      continue;
    }
    const heading = /^(#{1,3}) +(.+)$/u.exec(line);
    if (heading !== null) {
      const [level, words] = [heading[1]?.length ?? 0, heading[2]?.trim() ?? ''];
      if (level === 1) title = words;
      if (level === 2 && section !== undefined) [inside, current] = [words === section, undefined];
      if (level === depth && inside) current = open(cases, words, i + 1);
      continue;
    }
    const mirror = /^(mirrors|no Python): +(.+)$/u.exec(line);
    if (mirror !== null && current !== undefined) {
      if (mirror[1] === 'mirrors') current.mirrors.push(mirror[2] ?? '');
      else current.noPython = mirror[2];
    }
    const fact = /^(set|off|tracked|ignored): +(.+)$/u.exec(line);
    if (fact !== null) (current?.facts ?? common)[fact[1] ?? ''] = (fact[2] ?? '').split(',').map((word) => word.trim());
  }
  return { title, cases: cases.filter(({ blocks }) => blocks.length > 0).map((draft) => finish(draft, common)) };
}

interface Draft {
  readonly title: string;
  readonly line: number;
  readonly blocks: Block[];
  readonly facts: Record<string, readonly string[]>;
  readonly mirrors: string[];
  noPython?: string;
}

function open(cases: Draft[], title: string, line: number): Draft {
  const draft: Draft = { title, line, blocks: [], facts: {}, mirrors: [] };
  cases.push(draft);
  return draft;
}

function finish({ title, line, blocks, facts, mirrors, noPython }: Draft, common: Record<string, readonly string[]>): Case {
  const all = { ...common, ...facts };
  return {
    title,
    line,
    blocks,
    mirrors,
    ...(noPython !== undefined && { noPython }),
    sets: all.set ?? [],
    ...(all.off !== undefined && { off: all.off }),
    ...(all.tracked !== undefined && { tracked: all.tracked }),
    ...(all.ignored !== undefined && { ignored: all.ignored }),
  };
}

const names: Readonly<Record<string, string>> = {
  ts: 'case.ts',
  tsx: 'case.tsx',
  mts: 'case.mts',
  cts: 'case.cts',
  js: 'case.js',
  jsx: 'case.jsx',
  mjs: 'case.mjs',
  cjs: 'case.cjs',
  py: 'case.py',
  python: 'case.py',
  json: 'case.json',
  jsonc: 'case.jsonc',
  yaml: 'case.yaml',
  yml: 'case.yml',
  toml: 'case.toml',
  env: '.env',
};

function addBlock(draft: Draft, info: string, lines: readonly string[], line: number, vocabulary: Vocabulary): void {
  const match = /^(\S*)(?: +file=(\S+))?(?: +after +(.+))?(?: +(ignored))?\s*$/u.exec(info);
  if (match === null) throw new Error(`line ${line - 1}: cannot read "${info}"; see test/harness/README.md`);
  const [, language = '', named, after, ignored] = match;
  const file = named ?? names[language];
  if (ignored !== undefined || file === undefined) {
    if (after !== undefined) throw new Error(`line ${line - 1}: a block after a fix needs a file`);
    return;
  }
  const { text: read, marks } = readMarks(file, lines.map(expandSecrets), line, vocabulary);
  const text = isNotebook(file) && language !== 'json' ? notebookFrom(read) : read;
  if (after === undefined && draft.blocks.some((block) => block.file === file && block.after === undefined)) {
    throw new Error(`line ${line - 1}: ${file} stands twice in this case`);
  }
  draft.blocks.push({
    file,
    text,
    marks,
    line,
    unnamed: named === undefined,
    ...(after !== undefined && { after: after.trim().replace(/^"(.*)"$/u, '$1') }),
  });
}
