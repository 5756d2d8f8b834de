/** Markdown, or plain text for clients that show no other; text of somebody's code means nothing in either. */
import { MarkupKind, type MarkupContent } from 'vscode-languageserver';
import { codeSpan, plainWords } from '../analysis/markdown.js';
import { printable } from '../analysis/printable.js';

export class Writer {
  readonly #isMarked: boolean;

  /** `isMarked`: the client shows Markdown. */
  constructor(isMarked: boolean) {
    this.#isMarked = isMarked;
  }

  content(blocks: readonly string[]): MarkupContent {
    return { kind: this.#isMarked ? MarkupKind.Markdown : MarkupKind.PlainText, value: blocks.join('\n\n') };
  }

  bold(text: string): string {
    return this.#isMarked ? `**${text}**` : text;
  }

  code(text: string): string {
    return this.#isMarked ? codeSpan(text) : printable(text);
  }

  plain(text: string): string {
    return this.#isMarked ? plainWords(text) : printable(text);
  }

  link(label: string, uri: string): string {
    return this.#isMarked ? `[${this.plain(label)}](${uri})` : label;
  }

  /** Of more than `limit` items the rest is counted; nothing without any. */
  list(title: string, items: readonly string[], limit: number): readonly string[] {
    if (items.length === 0) return [];
    const rest = items.length - limit;
    const shown = [...items.slice(0, limit), ...(rest > 0 ? [`and ${rest} more`] : [])];
    return [[this.bold(title), ...(this.#isMarked ? [''] : []), ...shown.map((item) => `- ${item}`)].join('\n')];
  }

  /** Rows of words; as sentences where there are no tables. */
  table(head: readonly [string, string, string], rows: readonly (readonly [string, string, string])[]): string {
    if (!this.#isMarked) return rows.map(([title, said, found]) => `${title}: declared ${said}, inferred ${found}`).join('\n');
    return [`| ${head.join(' | ')} |`, '|---|---|---|', ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n');
  }
}
