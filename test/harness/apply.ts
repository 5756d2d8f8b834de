import type { Fix } from '../../server/analysis/finding.js';
import type { Files } from './ask.js';
import { editOf } from './notebook.js';

/** The workspace after a fix. `root` is where the paths of the edits begin. */
export function applyFix(files: Files, fix: Pick<Fix, 'edits'>, root: string): Files {
  const result = new Map(files);
  for (const file of new Set(fix.edits.map((edit) => edit.file))) {
    const path = relativeTo(root, file);
    const before = result.get(path) ?? '';
    let text = before;
    // From the end, so that offsets before an edit stay what they are.
    for (const one of fix.edits.filter((other) => other.file === file).toReversed()) {
      const edit = editOf(path, before, one);
      text = text.slice(0, edit.span.start) + edit.text + text.slice(edit.span.end);
    }
    result.set(path, text);
  }
  return result;
}

export function relativeTo(root: string, file: string): string {
  if (!file.startsWith(`${root}/`)) throw new Error(`${file} is outside the workspace`);
  return file.slice(root.length + 1);
}

/** Do edits of one file overlap, or stand in another order than from start to end? */
export function overlaps(fix: Pick<Fix, 'edits'>): boolean {
  return fix.edits.some((edit, i) => {
    const next = fix.edits[i + 1];
    return next !== undefined && next.file === edit.file && (next.span.start < edit.span.end || next.span.start === edit.span.start);
  });
}
