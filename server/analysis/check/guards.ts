import { tiers, type FixGrade } from '../../../rules/kit/index.js';
import type { TextEdit } from '../finding.js';
import type { Snapshot } from '../snapshot.js';
import type { Shared } from './shared.js';

/**
 * The hard rules that no fix may break, whatever its rule intended. They compare the text before and after, so that it does not
 * matter by which edits a change is made.
 *
 * - An `auto` fix makes no hint laxer than it was, and changes no line of an environment file but comments.
 * - No fix adds a random key: it may move one.
 * - No fix makes a declaration laxer that holds for other tools as well, nor gives all of these the title of one.
 * - No fix changes an installed package.
 * - No fix writes a value into an environment file that git may commit.
 */
export function isAllowed(grade: FixGrade, edits: readonly TextEdit[], snapshot: Snapshot, shared: Shared): boolean {
  if (edits.some(({ file }) => file.includes('/node_modules/'))) return false;
  const changes = edits.map((edit) => around(edit, snapshot.text(edit.file) ?? ''));
  if ((grade === 'auto' || shared.hints) && lax.some((pattern) => gains(pattern, changes))) return false;
  if (shared.hints && gains(title, changes)) return false;
  if (edits.some(({ text }) => understates(text, shared)) || gains(fresh, changes)) return false;
  return [...new Set(edits.map(({ file }) => file))].filter(isEnvironmentFile).every((file) => {
    const before = snapshot.text(file) ?? '';
    const own = edits.filter((edit) => edit.file === file);
    const after = applyEdits(before, own);
    const written = applyEdits(
      before,
      own.filter(({ text }) => !isHost(text)),
    );
    return !(grade === 'auto' && loses(before, after)) && !opensSecret(file, before, written, edits, snapshot);
  });
}

interface Change {
  readonly before: string;
  readonly after: string;
}

/** An edit with what stands around it: enough for a hint with its value. */
function around({ span, text }: TextEdit, whole: string): Change {
  const [left, right] = [whole.slice(Math.max(0, span.start - 100), span.start), whole.slice(span.end, span.end + 100)];
  return { before: left + whole.slice(span.start, span.end) + right, after: left + text + right };
}

/** Is there more of something after all changes than before? */
function gains(pattern: RegExp, changes: readonly Change[]): boolean {
  return changes.reduce((sum, { before, after }) => sum + count(pattern, after) - count(pattern, before), 0) > 0;
}

/** Applies edits of one file that do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    result += text.slice(from, edit.span.start) + edit.text;
    from = edit.span.end;
  }
  return result + text.slice(from);
}

/** The values that let a host ask less often, in both spellings and both languages. */
const lax = [
  /\b(?:readOnlyHint|read_only_hint)["']?\s{0,20}[:=]\s{0,20}[Tt]rue\b/gu,
  /\b(?:idempotentHint|idempotent_hint)["']?\s{0,20}[:=]\s{0,20}[Tt]rue\b/gu,
  /\b(?:destructiveHint|destructive_hint)["']?\s{0,20}[:=]\s{0,20}[Ff]alse\b/gu,
  /\b(?:openWorldHint|open_world_hint)["']?\s{0,20}[:=]\s{0,20}[Ff]alse\b/gu,
  /(?:@tier|# tier:|tier["']?:)\s{0,20}["']?observe\b/gu,
] as const;

const title = /\btitle["']?\s{0,20}[:=]/gu;

/** Does a comment state a lower tier than another tool below it needs? */
function understates(text: string, { tier }: Shared): boolean {
  const stated = tiers.findIndex((one) => text.includes(`@tier ${one}`));
  return stated !== -1 && stated < tiers.indexOf(tier);
}

/** Values that are new at every call. */
const fresh =
  /\b(?:randomUUID|randomBytes|getRandomValues|Math\.random|Date\.now|nanoid|ulid|uuid[14v]\w{0,4}|token_hex|token_urlsafe)\s{0,5}\(/gu;

function count(pattern: RegExp, text: string): number {
  return text.match(pattern)?.length ?? 0;
}

function isEnvironmentFile(file: string): boolean {
  return /(?:^|\/)[^/]{0,60}\.env(?:\.[^/]{1,60})?$/u.test(file);
}

/** The name of a host, which is no secret; what stands around it stood there before. */
function isHost(text: string): boolean {
  return text.length <= 253 && /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,8}$/u.test(text);
}

/** Is a line gone that was no comment? */
function loses(before: string, after: string): boolean {
  const left = new Set(after.split('\n'));
  return before.split('\n').some((line) => line.trim() !== '' && !line.trimStart().startsWith('#') && !left.has(line));
}

/** Does it give a value to a variable in a file that git does not ignore, neither now nor after this fix? */
function opensSecret(file: string, before: string, after: string, edits: readonly TextEdit[], snapshot: Snapshot): boolean {
  if (snapshot.ignored(file) === true) return false;
  if (edits.some((edit) => edit.file.endsWith('/.gitignore') || edit.file === '.gitignore')) return false;
  const had = new Set(values(before));
  return values(after).some((value) => !had.has(value));
}

/** Values of more than a word or a number: `NAME=` and `NAME=true` hold nothing to hide. */
function values(text: string): readonly string[] {
  return [...text.matchAll(/^[ \t]{0,20}(?:export[ \t]{1,20})?[A-Za-z_]\w{0,200}[ \t]{0,20}=[ \t]{0,20}["']?([^\s"'#]{8,4096})/gmu)].map(
    (match) => match[1] ?? '',
  );
}
