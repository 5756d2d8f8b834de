/** The parser of the `typescript` package, cut out by `test/tools/slice-parser.mjs`. */
declare module '#typescript-parser' {
  import type ts from 'typescript';

  export const SyntaxKind: typeof ts.SyntaxKind;
  export const createSourceFile: typeof ts.createSourceFile;
  export const forEachChild: typeof ts.forEachChild;
  /** The offset of the next token, behind white space and comments. */
  export function skipTrivia(text: string, position: number): number;
  /** The text of a keyword or sign. */
  export function tokenToString(kind: ts.SyntaxKind): string | undefined;
}
