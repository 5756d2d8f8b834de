/**
 * What IPython takes beyond Python: magics, commands of the shell, questions for help. Inside functions they become the calls that
 * IPython itself makes of them, so that a command in a tool's function is an effect of the tool. At the outermost level they belong to
 * no tool and become texts, as a description of a module is: imports may stand behind them, and a secret in them is still one.
 */
import { Pieces } from './pieces.js';
import { statementEnd, type Statement } from './statements.js';

export interface Translated {
  /** Python. */
  readonly text: string;
  /** Where it stands in the cell. */
  readonly pieces: Pieces;
}

/** Cell magics whose body is Python of this notebook. */
const runsBody = new Set(['capture', 'code_wrap', 'debug', 'ipytest', 'memit', 'prun', 'snakeviz', 'time', 'timeit']);

/** Line magics that run the Python behind them, with their options. */
const runsLine = /%(?:time|timeit|prun|memit|snakeviz)\b(?:[ \t]{1,9}-{1,2}[A-Za-z]\w{0,19}(?:[ \t]{1,9}\d{1,9}\b)?)*[ \t]*/y;

/** Databricks marks whole cells of other languages with one sign: alone on the first line, or always, where it is for texts. */
const otherLanguage = /^%(?:(?:sql|sh|scala|r|fs|html|javascript|sparkr)[ \t]*\r?\n[\s\S]*\S|md(?:-sandbox)?\b)/;

/** What runs as a magic without a sign, and is no Python with a word behind it. */
const automagic =
  /(?:pip|conda|mamba|uv|cd|ls|cat|mkdir|rm|cp|mv)[ \t]{1,9}(?:(?!(?:in|is|and|or|not|if|else|for|as)\b)[A-Za-z_]|\.{1,2}\/|\/[A-Za-z_]|[~$])[^\r\n]*/y;

const question = /%{0,2}[A-Za-z_*][\w.*]{0,200}\?{1,2}[ \t]*(?=\r?(?:\n|$))/y;

const hint = /[!%?]|^[ \t]*(?:pip|conda|mamba|uv|cd|ls|cat|mkdir|rm|cp|mv)[ \t]/m;

/** The Python in a cell; `undefined` when the cell holds something else. */
export function pythonOf(source: string): Translated | undefined {
  if (!hint.test(source)) return new Translation(source).take(0, source.length).done();
  const first = /^\s*/.exec(source)![0].length;
  if (otherLanguage.test(source.slice(first))) return undefined;
  const next = lineEnd(source, first);
  const [line = '', whole, name = ''] = /^%(%?)([A-Za-z_]\w{0,99})/.exec(source.slice(first, next)) ?? [];
  if (whole === '%' && !runsBody.has(name)) return undefined;
  const isPython = whole === '' && name === 'python' && source.slice(first + line.length, next).trim() === '';
  return translated(source, whole === '%' || isPython ? next : 0).done();
}

function translated(source: string, begin: number): Translation {
  const out = new Translation(source);
  for (let at = begin; at < source.length;) {
    const code = at + /^[ \t]*/.exec(source.slice(at, at + 200))![0].length;
    const special = lineMagic(source, code);
    if (special === undefined) {
      const statement = statementEnd(source, at);
      assigned(out.take(at, statement.escape ?? statement.end), source, statement);
      at = statement.end;
    } else {
      out.take(at, code);
      if (code === at && special.isPython !== true) quoted(out, at, special.end, false);
      else special.write(out);
      out.take(special.end, lineEnd(source, special.end));
      at = lineEnd(source, special.end);
    }
  }
  return out;
}

interface Special {
  readonly end: number;
  /** Python of this notebook is run by it. */
  readonly isPython?: true;
  readonly write: (out: Translation) => void;
}

/** A statement that is no Python, if one begins here. */
function lineMagic(source: string, at: number): Special | undefined {
  const sign = source[at];
  if (sign === '!' && source[at + 1] !== '=') {
    const end = escapeEnd(source, at);
    return { end, write: (out) => command(out, at, end, source[at + 1] === '!' ? 2 : 1) };
  }
  if (sign === '?' || matches(question, source, at)) {
    const end = escapeEnd(source, at);
    return { end, write: (out) => void out.put('pass', at, end) };
  }
  if (sign === '%' && /[A-Za-z_%]/.test(source[at + 1] ?? '')) {
    const timed = matches(runsLine, source, at);
    const end = escapeEnd(source, at);
    if (timed === undefined) return { end, write: (out) => magic(out, source, at, end) };
    const body = at + timed.length;
    if (body >= end) return { end, write: (out) => void out.put('pass', at, end) };
    const statement = statementEnd(source, body);
    const whole = source[statement.end - 1] === '\n' ? statement.end - 1 : statement.end;
    return { end: whole, isPython: true, write: (out) => void out.take(body, whole) };
  }
  const bare = matches(automagic, source, at);
  return bare === undefined ? undefined : { end: at + bare.length, write: (out) => magic(out, source, at, at + bare.length) };
}

/** `files = !ls` and `x = %magic`. */
function assigned(out: Translation, source: string, { escape, end }: Statement): void {
  if (escape === undefined) return;
  const stop = escapeEnd(source, escape);
  if (source[escape] === '!') command(out, escape, stop, 2);
  else {
    const timed = matches(runsLine, source, escape);
    if (timed === undefined) magic(out, source, escape, stop);
    else out.take(escape + timed.length, stop);
  }
  out.take(stop, end);
}

/** `!rm {path}` is `get_ipython().system(f"rm {path}")`; of two signs, and what is assigned, the output is given back. */
function command(out: Translation, at: number, end: number, signs: 1 | 2): void {
  const begin = /^!{1,2}[ \t]*/.exec(out.source.slice(at, end))![0].length + at;
  // What a call does is shown at what is called: here, at the whole command.
  out.put(`get_ipython().${signs === 1 ? 'system' : 'getoutput'}(`, at, end);
  quoted(out, begin, end);
  out.put(')', end, end);
}

/** `%cd {folder}` is `get_ipython().run_line_magic("cd", f"{folder}")`. */
function magic(out: Translation, source: string, at: number, end: number): void {
  const [head, name = ''] = /^%{0,2}([\w.]*)[ \t]*/.exec(source.slice(at, end))!;
  if (name === 'sx' || name === 'system') {
    out.put('get_ipython().getoutput(', at, end);
    quoted(out, at + head.length, end);
  } else {
    out.put(`get_ipython().run_line_magic("${name}", `, at, end);
    quoted(out, at + head.length, end);
  }
  out.put(')', end, end);
}

/** A simple expression in braces, which IPython puts in; anything else in braces is for the shell. */
const hole = /\{([A-Za-z_]\w*(?:\.[A-Za-z_]\w*|\[(?:\w{1,60}|'[^'"\\{}\n]{0,60}')\]|\([\w., ]{0,60}\))*(?:![rsa])?)\}/y;

/** A name of Python. Those in capitals are most likely variables of the shell. */
const variable = /\$[A-Za-z_]\w{0,60}/y;

/** A text of Python with what stands here, and holes where IPython puts values in. */
function quoted(out: Translation, from: number, to: number, mayFill = true): void {
  const { source } = out;
  const isIn = (regex: RegExp, at: number): string | undefined => {
    const found = matches(regex, source, at);
    return mayFill && found !== undefined && at + found.length <= to ? found : undefined;
  };
  const nameAt = (at: number): string | undefined => {
    const found = isIn(variable, at);
    return found !== undefined && /[a-z]/.test(found) ? found : undefined;
  };
  let hasHoles = false;
  for (let at = from; at < to && !hasHoles; at++) hasHoles = isIn(hole, at) !== undefined || nameAt(at) !== undefined;
  out.put(hasHoles ? 'f"' : '"', from, from);
  for (let at = from; at < to;) {
    const filled = isIn(hole, at);
    const named = nameAt(at);
    const char = source[at]!;
    const two = source.slice(at, Math.min(at + 2, to));
    if (filled !== undefined) {
      out.take(at, at + filled.length);
      at += filled.length;
    } else if (named !== undefined) {
      out.put('{', at, at + 1);
      out.take(at + 1, at + named.length);
      out.put('}', at + named.length, at + named.length);
      at += named.length;
    } else if (mayFill && (two === '{{' || two === '}}' || two === '$$')) {
      out.put(two === '$$' ? '$' : hasHoles ? two : char, at, at + 2);
      at += 2;
    } else if (two === '\\\n') {
      out.put(' ', at, at + 2);
      at += 2;
    } else {
      if (char === '\\' || char === '"') out.put(`\\${char}`, at, at + 1);
      else if (char === '\n' || char === '\r') out.put(' ', at, at + 1);
      else if (hasHoles && (char === '{' || char === '}')) out.put(char + char, at, at + 1);
      else out.take(at, at + 1);
      at += 1;
    }
  }
  out.put('"', to, to);
}

/** The text of a translation, and where it comes from, from start to end. */
class Translation {
  readonly source: string;
  readonly #texts: string[] = [];
  readonly #pieces = new Pieces();
  /** What is to be copied and can still grow. */
  #from = 0;
  #to = 0;

  constructor(source: string) {
    this.source = source;
  }

  take(from: number, to: number): this {
    if (from !== this.#to) this.#flush(from);
    this.#to = Math.max(from, to);
    return this;
  }

  put(text: string, from: number, to: number): this {
    this.#flush(to);
    this.#texts.push(text);
    this.#pieces.replace(text.length, from, to);
    return this;
  }

  done(): Translated {
    this.#flush(this.#to);
    return { text: this.#texts.join(''), pieces: this.#pieces };
  }

  #flush(next: number): void {
    this.#texts.push(this.source.slice(this.#from, this.#to));
    this.#pieces.copy(this.#to - this.#from, this.#from);
    this.#from = next;
    this.#to = next;
  }
}

function matches(regex: RegExp, text: string, at: number): string | undefined {
  regex.lastIndex = at;
  return regex.exec(text)?.[0];
}

/** The end of the line without its break; a line that ends with a backslash goes on. */
function escapeEnd(source: string, at: number): number {
  let end = source.indexOf('\n', at);
  while (end > 0 && source[end - 1] === '\\') end = source.indexOf('\n', end + 1);
  if (end < 0) return source.length;
  return source[end - 1] === '\r' ? end - 1 : end;
}

/** Behind the line break. */
function lineEnd(source: string, at: number): number {
  const end = source.indexOf('\n', at);
  return end < 0 ? source.length : end + 1;
}
