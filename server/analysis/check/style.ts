import type { Data } from '../../../rules/kit/index.js';
import type { Module, Style } from '../syntax/ir.js';
import { isPython } from '../syntax/read.js';
import { literals } from './literals.js';

export interface FileStyle extends Style {
  readonly language: 'typescript' | 'python' | 'json' | 'other';
  /** `{ a }`, not `{a}`. */
  readonly spaced: boolean;
  /** Columns that lines may take. */
  readonly width: number;
}

const jsonFile = /\.(?:json|jsonc|json5|code-workspace|webmanifest)$/u;

/** How a file is written: told by its reader for source code, by its text otherwise. */
export function styleOf(file: string, text: string, module: Module | undefined): FileStyle {
  const language = module?.language ?? (jsonFile.test(file) ? 'json' : isPython(file) ? 'python' : 'other');
  return {
    ...(module?.style ?? guessed(text)),
    language,
    spaced: language !== 'python' && isSpaced(text),
    width: Math.min(Math.max(longestLine(text), language === 'python' ? 88 : 80), 120),
  };
}

function guessed(text: string): Style {
  return {
    quote: '"',
    indent: /(?:^|\n)([ \t]+)\S/u.exec(text)?.[1] ?? '  ',
    eol: /\r\n/u.test(text) ? '\r\n' : '\n',
    semicolons: true,
  };
}

/** As many braces are followed by a space and something as by something at once. */
function isSpaced(text: string): boolean {
  let more = 0;
  for (let at = text.indexOf('{', 1); at !== -1; at = text.indexOf('{', at + 1)) {
    if (text[at - 1] === '$') continue;
    const next = text[at + 1] ?? '';
    if (next === ' ' && /\S/u.test(text[at + 2] ?? '')) more++;
    else if (/[\w"']/u.test(next)) more--;
  }
  return more >= 0;
}

function longestLine(text: string): number {
  let longest = 0;
  let start = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', start)) {
    longest = Math.max(longest, end - start);
    start = end + 1;
  }
  return Math.max(longest, text.length - start);
}

/** Where a value is written: the indentation of its line, and how many columns stand before and behind it. */
export interface Spot {
  readonly indent: string;
  readonly taken: number;
}

/**
 * Source text of a value; objects and arrays that do not fit into the line are spread over several. A class that `maker` names is
 * given by name what would be the keys of an object.
 */
export function render(value: Data, style: FileStyle, spot: Spot, maker?: string): string {
  if (value === null) return style.language === 'python' ? 'None' : 'null';
  if (typeof value === 'boolean') return style.language === 'python' ? (value ? 'True' : 'False') : String(value);
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return quoted(value, style);
  if (isCode(value)) return inStyle(value.code, style);

  const keyword = maker !== undefined;
  const [open, close] = Array.isArray(value) ? ['[', ']'] : keyword ? [`${maker}(`, ')'] : ['{', '}'];
  const inner: Spot = { indent: spot.indent + style.indent, taken: spot.indent.length + style.indent.length };
  const items = Array.isArray(value)
    ? value.map((item: Data) => render(item, style, inner))
    : Object.entries(value as Readonly<Record<string, Data>>).map(([key, item]) => pair(key, item, style, inner, { keyword }));
  if (items.length === 0) return open + close;
  const space = open === '{' && style.spaced ? ' ' : '';
  const line = `${open}${space}${items.join(', ')}${space}${close}`;
  if (!line.includes('\n') && spot.taken + line.length <= style.width) return line;
  const comma = style.language === 'json' ? '' : ',';
  return `${open}${style.eol}${items.map((item) => inner.indent + item).join(`,${style.eol}`)}${comma}${style.eol}${spot.indent}${close}`;
}

/** `key: value`; `quoteKeys` when the neighbors are quoted, `keyword` for arguments of Python calls. */
export function pair(
  key: string,
  value: Data,
  style: FileStyle,
  spot: Spot,
  form: { readonly quoteKeys?: boolean; readonly keyword?: boolean; readonly maker?: string | undefined } = {},
): string {
  const named = style.language === 'typescript' && form.quoteKeys !== true && /^[A-Za-z_$][\w$]*$/u.test(key);
  if (named && isCode(value) && value.code === key && form.keyword !== true) return key;
  const head = form.keyword === true ? `${key}=` : `${named ? key : quoted(key, style)}: `;
  return head + render(value, style, { indent: spot.indent, taken: spot.taken + head.length + 1 }, form.maker);
}

/** Rules write code with single quotes and semicolons; here it takes the quotes of the file. */
export function inStyle(code: string, style: FileStyle): string {
  if (style.language !== 'typescript' && style.language !== 'python') return code;
  return literals(code)
    .map(({ text, quote }) => {
      const plain = quote !== '' && quote !== '`' && !/["'\\]/u.test(text);
      return plain ? style.quote + text + style.quote : quote + text + quote;
    })
    .join('');
}

function isCode(value: Data): value is { readonly code: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).length === 1 &&
    typeof (value as { code?: unknown }).code === 'string'
  );
}

function quoted(value: string, style: FileStyle): string {
  const json = JSON.stringify(value);
  if (style.language === 'json' || style.language === 'other' || style.quote === '"') {
    const single = style.language !== 'json' && value.includes('"') && !/['\\]/u.test(value) && !/\p{Cc}/u.test(value);
    return single ? `'${value}'` : json;
  }
  if (value.includes("'") && !value.includes('"')) return json;
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}
