import * as library from '@vscode/tree-sitter-wasm';
import python from '@vscode/tree-sitter-wasm/wasm/tree-sitter-python.wasm';
import runtime from '@vscode/tree-sitter-wasm/wasm/tree-sitter.wasm';
import type { GrammarFiles } from '../analysis/syntax/python/grammar.js';

export const files: GrammarFiles = { library, runtime, python };
