import type { Located } from '../../../rules/kit/index.js';
import type { Module } from '../syntax/ir.js';

export interface Pragma extends Located<string> {
  /** It can mean nothing else: `@tier write`. */
  readonly isTag: boolean;
}

/** The tier that a comment above a definition names: `@tier write` or `tier: write`. Blank lines end the search. */
export function pragmaTier(module: Module | undefined, text: string | undefined, at: number): Pragma | undefined {
  if (module === undefined || text === undefined) return undefined;
  let line = lineStart(text, at);
  for (let i = module.comments.length - 1; i >= 0; i--) {
    const comment = module.comments[i]!;
    if (comment.span.end > at) continue;
    if (text.slice(comment.span.end, line).trim() !== '' || text.slice(comment.span.end, line).split('\n').length > 2) break;
    const found = /(@tier|\btier:)\s+([A-Za-z][A-Za-z0-9-]*)/.exec(comment.text);
    if (found !== null) return { value: found[2]!, isTag: found[1] === '@tier', file: module.file, span: comment.span };
    line = lineStart(text, comment.span.start);
  }
  return undefined;
}

function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}
