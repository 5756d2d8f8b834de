import type { Span } from '../../../../rules/kit/index.js';
import type { Anatomy, Stretch } from '../anatomy.js';
import type { Difference } from '../cut.js';
import type { Reading } from '../graft.js';
import type { Binding, Statement } from '../ir.js';
import type { Section } from '../sections.js';
import type { StatementReading } from '../statement-reading.js';
import { readTrivia } from './comments.js';
import { hoist } from './hoist.js';
import { parse } from './parser.js';
import { emptyModule } from './read.js';
import { Reader } from './reader.js';
import { readers, readStretch } from './stretches.js';

const nowhere: Span = { start: -1, end: -1 };

/** What may reach beyond the statement that it stands in. */
const farReachingWords = /\bvar\b|\bimport\b|\brequire\b|\bexports\b|\bmodule\b/;

/** Ends for certain where it ends, whatever follows; and begins as it did. */
function isClosed(text: string, { stretch: { span }, section: { statements }, difference: { start } }: Edit): boolean {
  first.lastIndex = span.start;
  if (!first.test(text) || start <= first.lastIndex) return false;
  const last = text.charAt(span.end - 1);
  return last === ';' || (last === '}' && closed.has(statements[0]!.kind));
}

const first = /[A-Za-z_$][\w$]*/y;

const closed: ReadonlySet<string> = new Set(['function', 'class', 'if', 'loop', 'switch', 'try', 'block']);

/** The text of a statement may say something of the whole file. */
function reachesFar(text: string): boolean {
  return farReachingWords.test(text);
}

/** Where a statement is changed. */
interface Edit {
  readonly stretch: Stretch;
  readonly section: Section;
  readonly difference: Difference;
}

/**
 * Reads one statement of a file on its own. Answers `undefined` unless it stands alone: no errors, nothing that reaches beyond
 * it, and it declares what it declared before.
 *
 * @param span where it stands in the new text
 * @param isOwn whether a name of the module is declared in the statement
 */
export function readStatement(
  before: Reading,
  text: string,
  edit: Edit,
  span: Span,
  { names }: Anatomy,
  isOwn: (name: Binding) => boolean,
): StatementReading | undefined {
  const { file } = before.module;
  const { stretch: known } = edit;
  const own = text.slice(span.start, span.end);
  // What it said of the whole file is gone, or it says it now.
  if (!isClosed(before.text, edit) || reachesFar(before.text.slice(known.span.start, known.span.end)) || reachesFar(own)) return undefined;
  // White space in front keeps all offsets as they are.
  const padded = ' '.repeat(span.start) + own;
  const parsed = parse(file, padded);
  const [statement] = parsed?.source.statements ?? [];
  if (parsed === undefined || statement === undefined || parsed.text !== padded || parsed.source.parseDiagnostics.length > 0)
    return undefined;
  if (parsed.source.statements.length !== 1 || statement.end !== span.end) return undefined;

  const module = emptyModule(file);
  const r = new Reader(module, padded, readers);
  const clones = names.map((name) => (isOwn(name) ? undefined : { ...name, owner: module, span: nowhere, writes: [], mutations: [] }));
  for (const clone of clones) if (clone !== undefined) r.names.declare(clone);
  hoist(r, [statement]);
  const declared = names.map((name, i) => clones[i] ?? (name.kind === 'type' ? r.names.pureType(name.name) : r.names.value(name.name)));
  const all = new Set(r.names.declared());
  const same =
    all.size === names.length && declared.every((name, i) => name !== undefined && name.kind === names[i]!.kind && all.has(name));
  if (!same) return undefined;
  const statements: Statement[] = [];
  const stretch = readStretch(r, statement, statements);
  if (stretch === undefined || stretch.isQuiet || r.problems.length > 0 || r.requests.size > 0 || r.commonJs.isUsed) return undefined;
  const { comments, quotes } = readTrivia(padded, r.verbatim);
  const quotesBefore = readTrivia(before.text.slice(known.span.start, known.span.end), known.verbatim).quotes;
  return { module, statements, stretch, names: declared as Binding[], exports: r.exports, spans: r.spans, comments, quotes, quotesBefore };
}
