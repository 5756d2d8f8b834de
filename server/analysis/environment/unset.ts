/** What takes the place of a value that the environment has to give. */
import type { Module, Style } from '../syntax/ir.js';

/** An expression that fails, in the style of the file: `(() => { throw new Error('TOKEN is not set'); })()`. */
export function failing(variable: string, { quote, semicolons }: Style): string {
  const end = semicolons ? '; ' : ' ';
  return `(() => { throw new Error(${quote}${variable} is not set${quote})${end}})()`;
}

/**
 * How a file of TypeScript or JavaScript reads a variable that has to be there: one that is not set stops the program, as it does in Python,
 * unless the file itself takes what it reads to be set. Code for browsers has no place for a secret at all.
 */
export function requiredRead({ file, mentions, style }: Module, text: string): ((variable: string) => string) | undefined {
  if (text.includes('import.meta.env') && !text.includes('process.env')) return undefined;
  const { quote } = style;
  const isDeno = mentions.has('Deno') && !mentions.has('process');
  const read = (variable: string): string => (isDeno ? `Deno.env.get(${quote}${variable}${quote})` : `process.env.${variable}`);
  const isTaken = /\.[cm]?tsx?$/.test(file) && /\b(?:process\.env\.\w{1,80}|Deno\.env\.get\([^()\n]{1,80}\))!(?!=)/.test(text);
  return (variable) => (isTaken ? `${read(variable)}!` : `${read(variable)} ?? ${failing(variable, style)}`);
}

/** Nothing stands beside an expression that would take a part of its operator for its own. */
export function standsAlone(before: string, behind: string): boolean {
  return (
    /(?:(?<![=!<>])=|=>|[(,:[{]|\breturn|\bdefault)$/.test(before.trimEnd().slice(-8)) &&
    /^\s*(?:[),;:}\]]|$)|^[^\S\n]*(?:\/\/[^\n]*)?\n\s*[\w$@/]/.test(behind)
  );
}
