/** The grammar of Python, compiled to WebAssembly. Who starts the program hands it over once; reading is synchronous from then on. */
import type * as TreeSitter from '@vscode/tree-sitter-wasm';
import type { Language, Parser } from '@vscode/tree-sitter-wasm';
import { treeOf, type Kinds, type Node } from './tree.js';

/** What reading Python takes of `@vscode/tree-sitter-wasm`. It is handed in, so that nobody loads it who reads no Python. */
export interface GrammarFiles {
  readonly library: Pick<typeof TreeSitter, 'Language' | 'Parser'>;
  /** `tree-sitter.wasm`, which runs grammars. */
  readonly runtime: Uint8Array;
  /** `tree-sitter-python.wasm`. */
  readonly python: Uint8Array;
}

interface Grammar {
  readonly parser: Parser;
  readonly kinds: Kinds;
}

let grammar: Grammar | undefined;
let loading: Promise<void> | undefined;

/** Whether Python can be read already. */
export function canParse(): boolean {
  return grammar !== undefined;
}

/**
 * Makes Python readable. A second call changes nothing.
 *
 * @throws Error when the files are no grammar of a version that this runtime knows
 */
export async function loadGrammar(files: () => Promise<GrammarFiles>): Promise<void> {
  loading ??= load(files);
  try {
    await loading;
  } catch (error) {
    loading = undefined;
    throw error;
  }
}

async function load(files: () => Promise<GrammarFiles>): Promise<void> {
  const { library, runtime, python } = await files();
  // Given its own binary, the runtime asks no file system for it.
  const options = { locateFile: (name: string) => name, wasmBinary: runtime };
  await library.Parser.init(options);
  const language = await library.Language.load(python);
  const parser = new library.Parser();
  parser.setLanguage(language);
  grammar = { parser, kinds: kindsOf(language) };
}

/** By number, so that a walk over the tree makes no texts. */
function kindsOf(language: Language): Kinds {
  const types = Array.from({ length: language.nodeTypeCount }, (_, id) => language.nodeTypeForId(id) ?? '');
  const named = types.map((_, id) => language.nodeTypeIsNamed(id));
  const fields = Array.from({ length: language.fieldCount + 1 }, (_, id) => language.fieldNameForId(id) ?? undefined);
  return { types, named, fields };
}

/**
 * The tree of a text; nothing of the parser stays behind.
 *
 * @param at where the text begins in the one that places are to be told of, in UTF-16 units
 * @throws Error when the grammar was not loaded
 */
export function parse(text: string, at = 0): Node {
  if (grammar === undefined) throw new Error('The grammar of Python was not loaded.');
  const tree = grammar.parser.parse(text);
  if (tree === null) throw new Error('The parser of Python gave no answer.');
  const cursor = tree.walk();
  try {
    return treeOf(cursor, grammar.kinds, at);
  } finally {
    cursor.delete();
    tree.delete();
  }
}
