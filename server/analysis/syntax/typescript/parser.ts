import { createSourceFile } from '#typescript-parser';
import type ts from 'typescript';
import { blankDeepNesting } from './nesting.js';
import { isTemplateOpen, withTemplateClosed } from './templates.js';

/** A source file as the parser leaves it; `parseDiagnostics` is there, but not in the published types. */
export type SourceFile = ts.SourceFile & { readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[] };

/** What a text was read as. Where it had to be changed to be readable, each character kept its place. */
export interface Parsed {
  readonly source: SourceFile;
  readonly text: string;
  /** Brackets were nested too deeply for the parser, and what they hold was left out. */
  readonly shortened: boolean;
}

/** Values of enums that the slice does not carry. */
const latest = 99 as ts.ScriptTarget;
const parseNone = 1 as ts.JSDocParsingMode;
const kinds: Readonly<Record<string, ts.ScriptKind>> = {
  js: 1,
  cjs: 1,
  mjs: 1,
  jsx: 2,
  ts: 3,
  cts: 3,
  mts: 3,
  tsx: 4,
  json: 6,
};

/**
 * Parses a TypeScript or JavaScript file; its ending decides on JSX and type syntax. Errors are in `parseDiagnostics`.
 * Answers `undefined` when the text is nested too deeply in other ways than by brackets.
 */
export function parse(file: string, text: string): Parsed | undefined {
  const whole = attempt(file, text);
  if (whole === undefined) {
    const blanked = blankDeepNesting(text);
    const rest = attempt(file, blanked);
    return rest && { source: rest, text: blanked, shortened: true };
  }
  const parsed: Parsed = { source: whole, text, shortened: false };
  return isTemplateOpen(whole) ? withTemplateClosed(parsed, (changed) => attempt(file, changed)) : parsed;
}

function attempt(file: string, text: string): SourceFile | undefined {
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const setExternalModuleIndicator = ending === 'cjs' || ending === 'cts' ? markNothing : markAsModule;
  try {
    return createSourceFile(
      file,
      text,
      { languageVersion: latest, jsDocParsingMode: parseNone, setExternalModuleIndicator },
      false,
      kinds[ending] ?? kinds['ts'],
    ) as SourceFile;
  } catch {
    // The stack overflowed. A parse that ends well resets the state that the parser keeps between files.
    createSourceFile('empty.ts', '', latest, false, kinds['ts']);
    return undefined;
  }
}

/** `await` at the top level is then an operator. The parser's own test walks the tree, once more and recursively. */
function markAsModule(file: ts.SourceFile): void {
  (file as unknown as { externalModuleIndicator: true }).externalModuleIndicator = true;
}

function markNothing(): void {}
