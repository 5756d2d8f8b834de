/**
 * The words, operators and redirections of a shell command line, after the POSIX Shell Command Language (2.2 quoting,
 * 2.3 tokens, 2.6 expansions, 2.7 redirection, 2.9 commands) with the common additions of bash. Never throws.
 */

/** Stands for unknown text in the input. */
export const holeMark = '\0';
/** Stands for the value of a shell variable in the text of a word: unknown, and perhaps empty. */
export const variableMark = '\u0001';

export interface Word {
  /** After quotes are removed; {@link holeMark} and {@link variableMark} stand for what is not known. */
  readonly text: string;
  /** Unknown text stands outside of quotes: it may be several words, or end the command. */
  readonly bare: boolean;
  /** Where it is written, in the text that it was read from. */
  readonly start: number;
  readonly end: number;
}

export interface Redirection {
  readonly operator: '>' | '>>' | '<';
  readonly target: Word;
}

export interface SimpleCommand {
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
  /** What is written into it, as far as it is known: a here-document, or the output of `echo` in front of `|`. */
  input?: string;
  /** It reads what the command before it writes. */
  readonly piped: boolean;
  /** The sign behind it: `&&`, `||`, `|`, `;`, `&`, `)`, a line's end; nothing at the end of the text. */
  readonly ended: string;
  /** A test: what stands behind `if`, `while` or `!`. */
  readonly asked: boolean;
  /** It stands in the text itself, and not inside of a word of it. */
  readonly outer: boolean;
}

export interface ShellText {
  readonly commands: readonly SimpleCommand[];
  readonly complete: boolean;
}

const maximalDepth = 12;
const openers = new Set(['if', 'then', 'elif', 'else', 'while', 'until', 'do', '!', '{', 'time', 'coproc', 'fi', 'done', 'esac', '}']);
const askers = new Set(['if', 'elif', 'while', 'until', '!']);

/** Splits a command line into its simple commands, those of substitutions and compound commands included. */
export function readShell(text: string, depth = 0): ShellText {
  const reader = new ShellReader(text, depth);
  reader.run();
  return { commands: reader.commands, complete: reader.complete };
}

class ShellReader {
  readonly commands: SimpleCommand[] = [];
  complete = true;
  private at = 0;
  private words: Word[] = [];
  private redirections: Redirection[] = [];
  private documents: { readonly end: string; readonly plain: boolean; command?: SimpleCommand }[] = [];
  private input: string | undefined;
  private piped = false;
  private parentheses = 0;
  private readonly functions = new Set<string>();
  private readonly text: string;
  private readonly depth: number;

  constructor(text: string, depth: number) {
    this.text = text;
    this.depth = depth;
  }

  run(): void {
    while (this.at < this.text.length) this.step();
    this.finish('');
    if (this.documents.length > 0 || this.parentheses > 0) this.complete = false;
  }

  private step(): void {
    const char = this.text[this.at]!;
    if (char === '\n') {
      this.at += 1;
      this.finish(char);
      this.readDocuments();
    } else if (char === ' ' || char === '\t' || char === '\r') this.at += 1;
    else if (this.text.startsWith('\\\n', this.at)) this.at += 2;
    else if (char === '#') this.at = this.lineEnd();
    else if (this.startsRedirection()) this.redirection();
    else if (char === ';' || char === '&' || char === '|') this.operator();
    else if (char === '(' || char === ')') this.parenthesis(char);
    else this.word();
  }

  private lineEnd(): number {
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.length : end;
  }

  private operator(): void {
    const found = /^(?:&&|\|\||\|&|;;&?|;&|[;&|])/.exec(this.text.slice(this.at, this.at + 3))![0];
    this.at += found.length;
    this.finish(found);
  }

  private parenthesis(char: string): void {
    this.at += 1;
    if (char === '(') {
      if (this.words.length === 1 && /^\s*\)/.test(this.text.slice(this.at, this.at + 20))) {
        // `name ()` defines a function; its body is read where it stands, as if it ran.
        this.functions.add(this.words[0]!.text);
        this.words = [];
        this.at = this.text.indexOf(')', this.at) + 1;
        return;
      }
      this.parentheses += 1;
      this.finish(this.piped ? '|' : char);
    } else if (this.parentheses > 0) {
      this.parentheses -= 1;
      this.finish(char);
    } else this.words = []; // The pattern of a `case` branch.
  }

  private startsRedirection(): boolean {
    return /^(?:\d*[<>]|&>)/.test(this.text.slice(this.at, this.at + 12)) && !/^[<>]\(/.test(this.text.slice(this.at, this.at + 2));
  }

  private redirection(): void {
    const found = /^\d*(&>>|&>|<<<|<<-|<<|<>|<&|<|>>|>\||>&|>)/.exec(this.text.slice(this.at, this.at + 16))!;
    this.at += found[0].length;
    const operator = found[1]!;
    this.skipBlanks();
    const start = this.at;
    const target = this.takeWord();
    if (target === undefined) {
      this.complete = false;
      return;
    }
    if (operator === '<<' || operator === '<<-') {
      this.documents.push({ end: target.text, plain: /['"\\]/.test(this.text.slice(start, this.at)) });
    } else if (operator === '<<<') this.input = target.text;
    else if (/&$/.test(operator) && /^(?:\d+-?|-)$/.test(target.text)) return; // `2>&1` joins two streams.
    else this.redirections.push({ operator: operator.startsWith('<') ? '<' : operator.includes('>>') ? '>>' : '>', target });
  }

  private readDocuments(): void {
    for (const { end, plain, command } of this.documents.splice(0)) {
      const lines: string[] = [];
      for (let closed = false; !closed;) {
        if (this.at >= this.text.length) {
          this.complete = false;
          break;
        }
        const stop = this.lineEnd();
        const line = this.text.slice(this.at, stop);
        this.at = Math.min(stop + 1, this.text.length);
        closed = line.replace(/^\t+/, '') === end;
        if (!closed) lines.push(line);
      }
      const input = lines.join('\n');
      const reader = command === undefined ? -1 : this.commands.indexOf(command);
      const next = this.commands[reader + 1];
      if (command !== undefined) command.input = input;
      if (command?.words[0]?.text === 'cat' && next?.piped === true) next.input = input;
      if (plain) continue;
      // The text is expanded like a double-quoted word.
      const inner = new ShellReader(input, this.depth);
      inner.doubleQuoted(false);
      this.take(inner);
    }
  }

  private skipBlanks(): void {
    while (this.text[this.at] === ' ' || this.text[this.at] === '\t') this.at += 1;
  }

  /** Ends a simple command, by the sign behind it. */
  private finish(ended: string): void {
    const pipes = ended === '|' || ended === '|&';
    const words = this.withoutKeywords(this.words);
    const asked = this.words.some(({ text }, at) => at < this.words.length - words.length && askers.has(text));
    const input = this.input;
    const { redirections, piped } = this;
    this.words = [];
    this.redirections = [];
    this.input = undefined;
    this.piped = pipes;
    const empty = words.length === 0 || this.functions.has(words[0]!.text);
    if (empty && redirections.length === 0) return;
    const outer = this.depth === 0;
    const command: SimpleCommand = { words, redirections, piped, ended, asked, outer, ...(input === undefined ? {} : { input }) };
    for (const document of this.documents) document.command ??= command;
    this.commands.push(command);
    this.input = pipes ? printed(words) : undefined;
  }

  private withoutKeywords(words: readonly Word[]): readonly Word[] {
    let start = 0;
    while (words[start] !== undefined && !words[start]!.bare && openers.has(words[start]!.text)) start += 1;
    const rest = words.slice(start);
    if (rest[0]?.text === 'for' || rest[0]?.text === 'select' || rest[0]?.text === 'case') return [];
    return rest[0]?.text === 'function' ? rest.slice(rest[2]?.text === '{' ? 3 : 2) : rest;
  }

  private word(): void {
    const word = this.takeWord();
    if (word === undefined) {
      this.at += 1;
      return;
    }
    this.words.push(word);
    if (word.text === 'in' && this.words[0]?.text === 'case') this.words = [];
    if (word.text === '[[' && this.words.length === 1) this.test();
  }

  /** `[[ … ]]` compares; its signs are no operators. */
  private test(): void {
    while (this.at < this.text.length) {
      this.skipBlanks();
      if ('<>|&()'.includes(this.text[this.at]!) || this.text[this.at] === '\n') this.at += 1;
      else if (this.takeWord()?.text === ']]') return;
    }
    this.complete = false;
  }

  /** Reads one word from here; `undefined` when none begins. */
  private takeWord(): Word | undefined {
    const start = this.at;
    let text = '';
    let bare = false;
    while (this.at < this.text.length) {
      const char = this.text[this.at]!;
      if (/[\s;&|()]/.test(char) || ((char === '<' || char === '>') && this.text[this.at + 1] !== '(')) break;
      if (char === holeMark) bare = true;
      text += this.piece(char);
    }
    return this.at === start ? undefined : { text, bare, start, end: this.at };
  }

  private piece(char: string): string {
    const next = this.text[this.at + 1];
    if (char === '\\') {
      this.at += 2;
      return next === '\n' ? '' : (next ?? '');
    }
    if (char === "'") return this.singleQuoted(this.at);
    if (char === '"') {
      this.at += 1;
      return this.doubleQuoted(true);
    }
    if (char === '$' && next === "'") return this.escapeQuoted();
    if (char === '$' && next === '"') {
      this.at += 2;
      return this.doubleQuoted(true);
    }
    if ((char === '<' || char === '>') && next === '(') return this.commandSubstitution(2);
    return this.expansion(char);
  }

  private singleQuoted(start: number): string {
    const end = this.text.indexOf("'", start + 1);
    if (end < 0) this.complete = false;
    this.at = end < 0 ? this.text.length : end + 1;
    return this.text.slice(start + 1, end < 0 ? undefined : end);
  }

  /** `$'a\n'`: escapes as in C. */
  private escapeQuoted(): string {
    let text = '';
    for (this.at += 2; this.at < this.text.length; this.at += 1) {
      const char = this.text[this.at]!;
      if (char === "'") {
        this.at += 1;
        return text;
      }
      if (char === '\\') this.at += 1;
      text += char === '\\' ? ({ n: '\n', t: '\t' }[this.text[this.at]!] ?? this.text[this.at] ?? '') : char;
    }
    this.complete = false;
    return text;
  }

  /** The inside of double quotes, from behind the first; without `closes` up to the end of the text. */
  doubleQuoted(closes: boolean): string {
    let text = '';
    while (this.at < this.text.length) {
      const char = this.text[this.at]!;
      if (char === '"' && closes) {
        this.at += 1;
        return text;
      }
      if (char === '\\' && /[$`"\\\n]/.test(this.text[this.at + 1] ?? '')) {
        text += this.text[this.at + 1] === '\n' ? '' : this.text[this.at + 1]!;
        this.at += 2;
      } else text += this.expansion(char);
    }
    if (closes) this.complete = false;
    return text;
  }

  /** `$name`, `${…}`, `$(…)`, `$((…))`, `` `…` ``, or the character itself. */
  private expansion(char: string): string {
    const next = this.text[this.at + 1];
    if (char === '`') return this.backquoted();
    if (char === '$' && next === '(') {
      if (this.text[this.at + 2] !== '(') return this.commandSubstitution(2);
      this.commandSubstitution(2, false);
      return variableMark;
    }
    if (char === '$' && next === '{') return this.parameter();
    const name = char === '$' ? /^\$(?:[A-Za-z_]\w{0,80}|[0-9@*#?$!-])/.exec(this.text.slice(this.at, this.at + 84))?.[0] : undefined;
    if (name === undefined) {
      this.at += 1;
      return char;
    }
    this.at += name.length;
    return variableMark;
  }

  private commandSubstitution(skipped: number, runs = true): string {
    const start = this.at + skipped;
    const end = this.closing(start, '(', ')');
    this.at = end + 1;
    if (runs) this.nested(this.text.slice(start, end));
    return variableMark;
  }

  /** `${name:-word}`; the word may hold commands. */
  private parameter(): string {
    const start = this.at + 2;
    const end = this.closing(start, '{', '}');
    this.at = end + 1;
    const inner = new ShellReader(this.text.slice(start, end), this.depth + 1);
    if (this.depth < maximalDepth) inner.doubleQuoted(false);
    this.take(inner);
    return variableMark;
  }

  private backquoted(): string {
    const start = this.at + 1;
    let end = start;
    while (end < this.text.length && this.text[end] !== '`') end += this.text[end] === '\\' ? 2 : 1;
    if (end >= this.text.length) this.complete = false;
    this.at = Math.min(end + 1, this.text.length);
    this.nested(this.text.slice(start, end).replace(/\\([`$\\])/g, '$1'));
    return variableMark;
  }

  /** Index of the sign that closes what stands open at `start`; quotes hide signs. */
  private closing(start: number, open: string, close: string): number {
    let depth = 1;
    for (let i = start; i < this.text.length; i += 1) {
      const char = this.text[i]!;
      if (char === '\\') i += 1;
      else if (char === "'" || char === '"') {
        for (i += 1; i < this.text.length && this.text[i] !== char; i += 1) if (char === '"' && this.text[i] === '\\') i += 1;
      } else if (char === open) depth += 1;
      else if (char === close && (depth -= 1) === 0) return i;
    }
    this.complete = false;
    return this.text.length;
  }

  private nested(text: string): void {
    if (this.depth >= maximalDepth) {
      this.complete = false;
      return;
    }
    const inner = new ShellReader(text, this.depth + 1);
    inner.run();
    this.take(inner);
  }

  private take(inner: ShellReader): void {
    this.commands.push(...inner.commands);
    this.complete &&= inner.complete;
  }
}

/** What `echo` and `printf` write. */
function printed(words: readonly Word[]): string | undefined {
  const [program, ...rest] = words.map((word) => word.text);
  if (program !== 'echo' && program !== 'printf') return undefined;
  return rest.filter((text) => !/^-[neE]+$/.test(text)).join(' ');
}
