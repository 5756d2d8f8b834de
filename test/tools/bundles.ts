import { readFileSync } from 'node:fs';
import type { BuildOptions, Plugin } from 'esbuild';
import type { Effects } from '../../rules/kit/index.js';

export interface Bundle {
  readonly entry: string;
  readonly file: string;
  readonly format: 'cjs' | 'esm' | 'iife';
  /** A browser runs it. */
  readonly web?: boolean;
  readonly external: readonly string[];
}

/** What ships, and what it is made of. */
export const bundles = [
  { entry: 'client/main.ts', file: 'dist/client.cjs', format: 'cjs', external: ['vscode'] },
  { entry: 'client/browser.ts', file: 'dist/client.web.cjs', format: 'cjs', external: ['vscode'], web: true },
  { entry: 'server/lsp/starter.ts', file: 'dist/server.cjs', format: 'cjs', external: [] },
  { entry: 'server/lsp/node.ts', file: 'dist/language-server.cjs', format: 'cjs', external: [] },
  { entry: 'server/lsp/browser.ts', file: 'dist/server.web.js', format: 'iife', external: [], web: true },
  { entry: 'server/cli/main.ts', file: 'dist/program.cjs', format: 'cjs', external: [] },
  { entry: 'server/cli/start.ts', file: 'dist/cli.js', format: 'esm', external: [] },
] as const satisfies readonly Bundle[];

/** Stands for the name of the build until everything else is known. */
export const unnamed = '(name of the build)';

/**
 * Files of effects are literals, and hundreds of them are never asked for in a run: a bundle has each as a function that makes it, beside
 * what it is found by, so that the engine neither compiles nor makes what nobody asks for.
 */
const effectsWhenAsked: Plugin = {
  name: 'effects-when-asked',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]rules[\\/]effects[\\/].*\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const [, head, literal] = /^([^]*)\nexport default defineEffects\((\{[^]*\})\);\n$/.exec(text) ?? [];
      if (head === undefined || literal === undefined) return undefined;
      // A test holds that it is a literal.
      const { library, language, modules } = new Function(`return ${literal}`)() as Effects;
      return {
        contents: `${head.replace('defineEffects', 'effectsFile')}\nexport default effectsFile(${JSON.stringify({ library, language, modules })}, () => (${literal}));`,
        loader: 'ts',
      };
    });
  },
};

/** Most runs meet no YAML and no TOML, and their parsers make hundreds of functions and tables before anything is read. */
const parsersWhenAsked: Plugin = {
  name: 'parsers-when-asked',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]syntax[\\/](?:yaml|toml)\.ts$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8');
      const [line, name, source] = /^import \* as (\w+) from '([\w-]+)';$/m.exec(text) ?? [];
      if (line === undefined) return undefined;
      return {
        contents: text.replace(line, '').replaceAll(new RegExp(`\\b${name}\\.(?=[a-zA-Z])`, 'g'), `require('${source}').`),
        loader: 'ts',
      };
    });
  },
};

/** An `import` of a module of Node asks for each of its exports, which loads parts that nobody wants; asking by name does not. */
const builtinsByName: Plugin = {
  name: 'builtins-by-name',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'builtin' }));
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};

/** How a bundle is made, relative to the repository. The oldest Node that has to run those that it runs is 20. */
export function bundling({ entry, file, format, external, web = false }: Bundle): BuildOptions {
  return {
    entryPoints: [entry],
    outfile: file,
    format,
    bundle: true,
    plugins: [effectsWhenAsked, parsersWhenAsked, ...(format === 'esm' ? [builtinsByName] : [])],
    // What runs Python's grammar has a way of its own for Node, which is not taken.
    external: web ? [...external, 'fs', 'fs/promises', 'module', 'path', 'url'] : [...external],
    platform: web ? 'browser' : 'node',
    target: web ? 'es2022' : 'node20',
    // Some packages name a script for module loaders first, which cannot be bundled.
    mainFields: ['module', 'main'],
    // A text of other letters takes twice the memory in the engine.
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'warning',
    // What is run as a script has nobody to ask for modules but `require`.
    supported: format === 'cjs' ? { 'dynamic-import': false } : {},
    loader: { '.wasm': 'binary' },
    // It asks a page for the address of the script, and a worker has none.
    define: { DETENT_BUILD: JSON.stringify(unnamed), ...(web ? { document: '{"currentScript":null}' } : {}) },
    banner: file.endsWith('cli.js') ? { js: '#!/usr/bin/env node' } : {},
  };
}
