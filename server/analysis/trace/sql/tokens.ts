/** Words and signs of SQL, tolerant of every dialect that is not told apart by its signs. */

export type Dialect = 'postgresql' | 'mysql' | 'sqlite' | 'duckdb';

/**
 * `word` is an unquoted name or keyword, `text` in upper case; `name` is a quoted name, or a name that is partly unknown (then
 * `text` is empty); `value` is a literal, parameter or variable, `text` as written; `hole` is unknown text.
 */
export type Token =
  | { readonly kind: 'word'; readonly text: string; readonly raw: string }
  | { readonly kind: 'name' | 'value' | 'sign'; readonly text: string }
  | { readonly kind: 'hole' }
  | { readonly kind: 'group'; readonly items: readonly Token[] };

/** Stands for unknown text in the input of {@link readTokens}; no dialect allows it in a statement. */
export const holeMark = '\0';

const maximalDepth = 100;
const signs = ['->>', '#>>', '||', '::', ':=', '<=', '>=', '<>', '!=', '->', '#>', '#-', '@>', '<@'];
const wordCharacter = /[\w$\0\u0080-\uffff]/;
const wordStart = /[A-Za-z_\0\u0080-\uffff]/;

/** Reads text into tokens, with parentheses and brackets as groups. `complete` is false when quotes or brackets do not pair. */
export function readTokens(text: string, dialect: Dialect | undefined): { tokens: Token[]; complete: boolean } {
  // DuckDB's own parser came from PostgreSQL's.
  const words = dialect === 'duckdb' ? 'postgresql' : dialect;
  const standard = new Lexer(text, words, words === 'mysql').read();
  // Without a known dialect a backslash may escape a quote (MySQL) or not (the standard); the reading whose quotes pair wins.
  if (standard.complete || dialect !== undefined || !text.includes('\\')) return standard;
  const escaped = new Lexer(text, dialect, true).read();
  return escaped.complete ? escaped : standard;
}

class Lexer {
  private at = 0;
  private complete = true;
  private readonly top: Token[] = [];
  private readonly open: { readonly close: string; readonly items: Token[] }[] = [];
  private items: Token[] = this.top;
  private readonly text: string;
  private readonly dialect: Dialect | undefined;
  private readonly backslash: boolean;

  constructor(text: string, dialect: Dialect | undefined, backslash: boolean) {
    this.text = text;
    this.dialect = dialect;
    this.backslash = backslash;
  }

  read(): { tokens: Token[]; complete: boolean } {
    while (this.at < this.text.length) this.step();
    return { tokens: this.top, complete: this.complete && this.open.length === 0 };
  }

  private step(): void {
    const char = this.text[this.at]!;
    if (char <= ' ' && char !== holeMark) this.at += 1;
    else if (this.skipsComment(char)) return;
    else if (char === "'") this.push('value', this.quoted(this.at, "'", this.backslash));
    else if (char === '"') this.doubleQuoted();
    else if (char === '`') this.name(this.quoted(this.at, '`', false));
    else if (char === '[' && this.bracketName()) return;
    else if (char === '(' || char === '[') this.openGroup(char);
    else if (char === ')' || char === ']') this.closeGroup(char);
    else if (/[0-9]/.test(char)) this.push('value', this.run(/[\w.\0]/));
    else if (wordStart.test(char)) this.word();
    else this.parameterOrSign(char);
  }

  private skipsComment(char: string): boolean {
    const next = this.text[this.at + 1];
    const hash = char === '#' && this.dialect !== 'postgresql' && (this.dialect === 'mysql' || next === ' ');
    const dashes = char === '-' && next === '-' && !(this.dialect === 'mysql' && /\S/.test(this.text[this.at + 2] ?? ' '));
    if (hash || dashes) {
      const end = this.text.indexOf('\n', this.at);
      this.at = end < 0 ? this.text.length : end + 1;
      return true;
    }
    if (char === '*' && next === '/') {
      // The end of a conditional comment, whose inside is code.
      this.at += 2;
      return true;
    }
    if (char !== '/' || next !== '*') return false;
    const conditional = this.dialect !== 'postgresql' && this.dialect !== 'sqlite' && this.text[this.at + 2] === '!';
    if (conditional) {
      this.at += 3;
      this.run(/[0-9]/);
    } else this.at = this.commentEnd();
    return true;
  }

  private commentEnd(): number {
    const plain = this.text.indexOf('*/', this.at + 2);
    if (this.dialect === 'mysql' || this.dialect === 'sqlite') return this.closed(plain, 2);
    let depth = 1;
    // PostgreSQL nests comments. Elsewhere pairs are looked for nearby only, which keeps the whole reading linear.
    const last = this.dialect === 'postgresql' ? this.text.length : Math.min(this.text.length, this.at + 2000);
    for (let i = this.at + 2; i < last - 1; i += 1) {
      const pair = this.text.slice(i, i + 2);
      if (pair === '/*') depth += 1;
      else if (pair === '*/') depth -= 1;
      else continue;
      i += 1;
      if (depth === 0) return i + 1;
    }
    return this.closed(this.dialect === 'postgresql' ? -1 : plain, 2);
  }

  private closed(index: number, length: number): number {
    if (index >= 0) return index + length;
    this.complete = false;
    return this.text.length;
  }

  /** Reads from the quote at `start` to the quote that ends it; returns the inside. */
  private quoted(start: number, quote: string, backslash: boolean): string {
    for (let i = start + 1; i < this.text.length; i += 1) {
      if (backslash && this.text[i] === '\\') i += 1;
      else if (this.text[i] !== quote) continue;
      else if (this.text[i + 1] === quote) i += 1;
      else {
        this.at = i + 1;
        return this.text.slice(start + 1, i);
      }
    }
    this.at = this.text.length;
    this.complete = false;
    return this.text.slice(start + 1);
  }

  private doubleQuoted(): void {
    const inside = this.quoted(this.at, '"', this.backslash);
    if (this.dialect === 'mysql') this.push('value', inside);
    else this.name(inside);
  }

  private bracketName(): boolean {
    if (this.dialect === 'postgresql' || this.dialect === 'mysql') return false;
    const inside = /^\[([A-Za-z_\0][\w \0]{0,127})\]/.exec(this.text.slice(this.at, this.at + 130))?.[1];
    if (inside === undefined || /\w/.test(this.text[this.at - 1] ?? ' ')) return false;
    this.at += inside.length + 2;
    this.name(inside);
    return true;
  }

  private openGroup(char: string): void {
    this.at += 1;
    if (this.open.length >= maximalDepth) {
      this.complete = false;
      return;
    }
    const items: Token[] = [];
    this.items.push({ kind: 'group', items });
    this.open.push({ close: char === '(' ? ')' : ']', items });
    this.items = items;
  }

  private closeGroup(char: string): void {
    this.at += 1;
    if (this.open.at(-1)?.close !== char) {
      this.complete = false;
      return;
    }
    this.open.pop();
    this.items = this.open.at(-1)?.items ?? this.top;
  }

  private word(): void {
    const raw = this.run(wordCharacter);
    if (/^\0+$/.test(raw)) this.items.push({ kind: 'hole' });
    else if (raw.includes(holeMark)) this.name(raw);
    else if (this.text[this.at] === "'" && /^(?:e|n|b|x|_utf8|_utf8mb4)$/i.test(raw)) {
      this.push('value', this.quoted(this.at, "'", this.backslash || /^e$/i.test(raw)));
    } else this.items.push({ kind: 'word', text: raw.toUpperCase(), raw });
  }

  private parameterOrSign(char: string): void {
    const rest = this.text.slice(this.at, this.at + 80);
    const tag = /^\$(?:[A-Za-z_]\w*)?\$/.exec(rest)?.[0];
    if (tag !== undefined && this.dialect !== 'mysql' && this.dialect !== 'sqlite') {
      const end = this.text.indexOf(tag, this.at + tag.length);
      const inside = this.text.slice(this.at + tag.length, end < 0 ? undefined : end);
      this.at = this.closed(end, tag.length);
      this.push('value', inside);
      return;
    }
    if (rest.startsWith('??')) {
      // The sign of mysql2 and knex for a quoted name.
      this.at += 2;
      this.name(holeMark);
      return;
    }
    const parameter = /^(?:\?[0-9]*|[:$]\w+|@@?[\w.\0]+|%s(?!\w)|%\(\w+\)s)/.exec(rest)?.[0];
    if (parameter !== undefined) {
      this.at += parameter.length;
      this.push('value', parameter);
      return;
    }
    const sign = signs.find((known) => rest.startsWith(known)) ?? char;
    this.at += sign.length;
    this.push('sign', sign);
  }

  private run(pattern: RegExp): string {
    const start = this.at;
    while (this.at < this.text.length && pattern.test(this.text[this.at]!)) this.at += 1;
    return this.text.slice(start, this.at);
  }

  private push(kind: 'value' | 'sign', text: string): void {
    this.items.push({ kind, text });
  }

  private name(text: string): void {
    this.items.push({ kind: 'name', text: text.includes(holeMark) ? '' : text });
  }
}
