import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as library from '@vscode/tree-sitter-wasm';
import { loadGrammar } from '../../server/analysis/syntax/python/grammar.js';

const folder = join(import.meta.dirname, '../../node_modules/@vscode/tree-sitter-wasm/wasm');

/** Tests read Python from memory, where no file of the program is. The package is CommonJS, of which Node knows no names. */
await loadGrammar(async () => ({
  library: 'default' in library ? (library.default as typeof library) : library,
  runtime: readFileSync(join(folder, 'tree-sitter.wasm')),
  python: readFileSync(join(folder, 'tree-sitter-python.wasm')),
}));
