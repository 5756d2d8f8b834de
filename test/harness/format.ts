import { format } from 'prettier';
import type { Files } from './ask.js';

/** Two ways of writing the same program: narrow with double quotes, wide with single quotes, tabs and no semicolons. */
export const manners = [
  { name: 'width 40', options: { printWidth: 40 } },
  { name: 'width 200', options: { printWidth: 200, singleQuote: true, semi: false, useTabs: true, trailingComma: 'none' } },
] as const;

/** Those in which cases are written again: while coding only the narrow one, which moves more. */
export const usualManners = process.env['DETENT_QUICK'] === undefined ? manners : manners.slice(0, 1);

/** All sources of a case in another manner; a file that Prettier cannot read stays as it is. */
export async function formatted(files: Files, manner: (typeof manners)[number]): Promise<Files> {
  const result = new Map<string, string>();
  for (const [file, text] of files) {
    const isSource = /\.[cm]?[jt]sx?$/u.test(file);
    result.set(file, isSource ? await format(text, { ...manner.options, filepath: file }).catch(() => text) : text);
  }
  return result;
}
