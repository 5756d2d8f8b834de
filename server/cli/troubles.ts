import { lineIndex } from '../analysis/lines.js';
import { printable } from '../analysis/printable.js';
import type { Look } from './told.js';

/** What kept us from checking everything, one line each; nothing of it may be taken for clean. */
export function troubles({ result, session, name, missing }: Look): string[] {
  const failed = new Set(result.unreadable);
  const lines = [
    ...missing.map((path) => `${path}: there is no such file or folder`),
    ...result.configProblems.map(({ file, span, message }) => {
      const { line, column } = lineIndex(session.text(file) ?? '').position(span.start);
      return `${name(file)}:${line + 1}:${column + 1}  error  ${message}`;
    }),
    ...result.skipped.filter(({ file }) => failed.has(file)).map(({ file, reason }) => `${name(file)}: could not be read: ${reason}`),
    ...result.internal.map(
      ({ where, message, file }) => `${file === undefined ? '' : `${name(file)}: `}internal error in ${where}: ${message}`,
    ),
  ];
  return lines.map(printable);
}
