import { SyntaxKind } from '#typescript-parser';
import type ts from 'typescript';
import type { Stretch } from '../anatomy.js';
import type { Statement } from '../ir.js';
import { expressions } from './expressions.js';
import type { Reader, Readers } from './reader.js';
import { statements } from './statements.js';
import { types } from './types.js';

export const readers: Readers = { expressions, statements, types };

/** Reads a statement at the top level; `undefined` for a semicolon alone. */
export function readStretch(r: Reader, statement: ts.Statement, body: Statement[]): Stretch | undefined {
  const { length } = body;
  const mentioned = r.mentioned;
  const known = r.verbatim.length;
  const before = { ...r.semicolons };
  r.statement(statement, body);
  const isQuiet = body.length === length;
  if (isQuiet && statement.kind === SyntaxKind.EmptyStatement) return undefined;
  const span = r.span(statement);
  const semicolons = { with: r.semicolons.with - before.with, without: r.semicolons.without - before.without };
  const verbatim = r.verbatim.length === known ? none : r.verbatim.slice(known).map((offset) => offset - span.start);
  return { span, isQuiet, mentions: r.mentionsSince(mentioned), semicolons, verbatim };
}

const none: readonly number[] = [];
