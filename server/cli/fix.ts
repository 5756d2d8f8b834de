import type { TextEdit } from '../analysis/finding.js';
import { changeOfFile } from '../analysis/syntax/notebook/notebook.js';
import { Together } from '../analysis/together.js';
import { decode, encode, type Encoding } from '../workspace/decode.js';
import type { CheckResult, Session } from '../workspace/session.js';
import { unifiedDiff } from './diff.js';
import type { Io } from './io.js';
import { settledResult, type LiveLook } from './look.js';
import { masked } from './mask.js';
import { printable } from '../analysis/printable.js';
import { count } from './style.js';

export interface Fixed {
  /** Findings that are left. */
  readonly result: CheckResult;
  /** How many findings were fixed. */
  readonly count: number;
  readonly said: string;
  readonly diff: string;
  readonly problems: readonly string[];
}

/** One fix may make room for the next; after this many rounds the rest is left. */
const mostRounds = 10;

interface Original {
  readonly text: string | undefined;
  readonly encoding: Encoding;
}

/**
 * Applies the fixes of grade `auto`, round by round, and writes what changed. With `dry` nothing is written; the diff
 * says what would be.
 */
export async function fixAll(found: LiveLook, io: Io, dry: boolean): Promise<Fixed> {
  const { session, name } = found;
  const originals = new Map<string, Original>();
  let { result } = found;
  let fixed = 0;
  for (let round = 0; round < mostRounds; round += 1) {
    const chosen = compatible(result);
    if (chosen.count === 0) break;
    const edits = new Map<string, TextEdit[]>();
    for (const edit of chosen.edits) edits.set(edit.file, [...(edits.get(edit.file) ?? []), edit]);
    for (const [file, list] of edits) {
      if (!originals.has(file)) originals.set(file, await original(file, written(session, file), io));
      session.setText(file, fixedText(session, file, list));
    }
    fixed += chosen.count;
    result = await settledResult(session);
  }
  const changed = [...originals].filter(([file, { text }]) => written(session, file) !== text).sort(([a], [b]) => (a < b ? -1 : 1));
  const diff = dry
    ? changed.map(([file, { text }]) => unifiedDiff(name(file), text, written(session, file)!, (line) => masked(printable(line)))).join('')
    : '';
  const problems = dry ? [] : await write(changed, found, io);
  return { result, count: fixed, said: `Fixed ${count(fixed, 'problem')} in ${count(changed.length, 'file')}.`, diff, problems };
}

/** The first automatic fix of each finding, as far as no two touch the same text. */
function compatible(result: CheckResult): { readonly edits: readonly TextEdit[]; readonly count: number } {
  const all = new Together();
  const chosen = result.findings.filter(({ fixes }) => {
    const fix = fixes.find(({ grade }) => grade === 'auto');
    return fix !== undefined && all.add(fix);
  });
  return { edits: all.edits, count: chosen.length };
}

/** The text of a file as it is to be on disk. */
function written(session: Session, file: string): string | undefined {
  return session.notebook(file)?.json ?? session.text(file);
}

function fixedText(session: Session, file: string, edits: readonly TextEdit[]): string {
  const notebook = session.notebook(file);
  const changes = notebook === undefined ? edits : edits.flatMap((edit) => changeOfFile(notebook, edit) ?? []);
  let out = written(session, file) ?? '';
  for (const { span, text: put } of changes.toSorted((a, b) => b.span.start - a.span.start))
    out = out.slice(0, span.start) + put + out.slice(span.end);
  return out;
}

async function original(file: string, seen: string | undefined, io: Io): Promise<Original> {
  const answer = await io.host.read(file);
  const decoded = 'bytes' in answer ? decode(answer.bytes) : undefined;
  return { text: seen, encoding: decoded && 'encoding' in decoded ? decoded.encoding : 'utf-8' };
}

/** Writes each file in its own encoding, unless it changed since it was read. */
async function write(changed: readonly (readonly [string, Original])[], { session, name }: LiveLook, io: Io): Promise<string[]> {
  const problems: string[] = [];
  for (const [file, { text, encoding }] of changed) {
    const answer = await io.host.read(file);
    const now = 'bytes' in answer ? decode(answer.bytes) : undefined;
    const bytes = encode(written(session, file)!, encoding);
    if ((now && 'text' in now ? now.text : undefined) !== text) problems.push(`${name(file)}: not fixed, since it changed meanwhile`);
    else if (!bytes) problems.push(`${name(file)}: not fixed, since its encoding has no place for the new text`);
    else {
      const problem = await io.host.write(file, bytes);
      if (problem) problems.push(`${name(file)}: not fixed: ${problem.problem}`);
    }
  }
  return problems.map(printable);
}
