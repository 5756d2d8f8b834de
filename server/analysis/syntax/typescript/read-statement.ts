import type { Anatomy, Stretch } from '../anatomy.js';
import type { Binding, Comment, Export, Module, Statement } from '../ir.js';
import type { Span } from '../../../../rules/kit/index.js';
import { readTrivia, type Trivia } from './comments.js';
import { hoist } from './hoist.js';
import { parse } from './parser.js';
import { emptyModule } from './read.js';
import { Reader } from './reader.js';
import { readers, readStretch } from './stretches.js';

/** One statement as it would be read in its file. */
export interface StatementReading {
  /** What the nodes say they belong to. */
  readonly module: Module;
  readonly statements: readonly Statement[];
  readonly stretch: Stretch;
  /** One for each name of the module, in the same order. */
  readonly names: readonly Binding[];
  readonly exports: readonly Export[];
  readonly spans: readonly Span[];
  readonly comments: readonly Comment[];
  readonly quotes: Trivia['quotes'];
}

const nowhere: Span = { start: -1, end: -1 };

/** What may reach beyond the statement that it stands in. */
const farReachingWords = /\bvar\b|\bimport\b|\brequire\b|\bexports\b|\bmodule\b/;

/** The text of a statement may say something of the whole file. */
export function reachesFar(text: string): boolean {
  return farReachingWords.test(text);
}

/**
 * Reads one statement of a file on its own. Answers `undefined` unless it stands alone: no errors, nothing that reaches beyond
 * it, and it declares what it declared before.
 *
 * @param span where it stands in the text
 * @param isOwn whether a name of the module is declared in the statement
 */
export function readStatement(
  file: string,
  text: string,
  span: Span,
  { names }: Anatomy,
  isOwn: (name: Binding) => boolean,
): StatementReading | undefined {
  const own = text.slice(span.start, span.end);
  if (reachesFar(own)) return undefined;
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
  return { module, statements, stretch, names: declared as Binding[], exports: r.exports, spans: r.spans, comments, quotes };
}

/** Counts the quotes of a statement that was read before. */
export function quotesIn(text: string, { span, verbatim }: Stretch): Trivia['quotes'] {
  return readTrivia(text.slice(span.start, span.end), verbatim).quotes;
}
