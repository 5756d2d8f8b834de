/**
 * Builds what ships into `dist`: the bundles, what reads Python, the rules' pages and the licence notices.
 *
 * Run it with the Node of the development tools. `--package` minifies.
 */
import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import './load-typescript.mjs';
import { bundles, bundling, unnamed } from './bundles.ts';
import { notices } from './notices.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { file, bytes } of await build({ minify: process.argv.includes('--package') }))
    console.log(`${file}: ${Math.round(bytes / 1000)} KB`);
}

/**
 * @param {{ minify: boolean }} options
 * @returns {Promise<readonly { file: string, bytes: number }[]>} the bundles, with their sizes
 * @throws Error when an entry is missing or does not compile
 */
export async function build({ minify }) {
  slice();
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const inputs = new Set();
  for (const output of bundles) for (const input of await compile(output, minify)) inputs.add(input);
  copyGrammar();
  nameBuild(join(root, 'dist/cli.js'), [join(root, 'dist/program.cjs'), join(root, 'dist/python/tree-sitter-python.wasm')]);
  nameBuild(join(root, 'dist/server.cjs'), [join(root, 'dist/language-server.cjs')]);
  chmodSync(join(root, 'dist/cli.js'), 0o755);
  await copyPages();
  writeFileSync(join(root, 'dist/NOTICES.txt'), notices(root, inputs));
  return bundles.map(({ file }) => ({ file, bytes: statSync(join(root, file)).size }));
}

/** The parser is cut out of the `typescript` package first; it is one of the inputs. */
function slice() {
  const done = spawnSync(process.execPath, [join(root, 'test/tools/slice-parser.mjs')], { cwd: root, stdio: 'inherit' });
  if (done.status !== 0) throw new Error('the parser could not be cut out of the typescript package');
}

async function compile(output, minify) {
  const { metafile } = await bundle({ ...bundling(output), absWorkingDir: root, minify, metafile: true });
  return Object.keys(metafile.inputs);
}

/** The program is told its own name, so that it never takes the answer of another one from the cache, nor its compiled form. */
function nameBuild(start, files) {
  const name = hash('sha256', [start, ...files].map((file) => hash('sha256', readFileSync(file))).join()).slice(0, 32);
  writeFileSync(start, readFileSync(start, 'utf8').replaceAll(unnamed, name));
}

/** A rule's page is opened offline by the editor and printed by the command line. */
async function copyPages() {
  const { forReading } = await import('./reading.ts');
  const { knowledge } = await import('../../rules/index.ts');
  const messages = new Map(knowledge.checks.map((rule) => [rule.id, Object.keys(rule.messages)]));
  const checks = join(root, 'rules/checks');
  for (const group of folders(checks)) {
    for (const rule of folders(join(checks, group))) {
      const page = join(checks, group, rule, 'README.md');
      if (!existsSync(page)) continue; // a tidy test asks for it
      const copy = join(root, 'dist/rules', group, `${rule}.md`);
      mkdirSync(dirname(copy), { recursive: true });
      writeFileSync(
        copy,
        forReading(readFileSync(page, 'utf8'), `${group}/${rule}`, (id) => messages.get(id)),
      );
    }
  }
}

/** What reads Python: the grammar, and what runs it, which is CommonJS. */
function copyGrammar() {
  const from = join(root, 'node_modules/@vscode/tree-sitter-wasm/wasm');
  mkdirSync(join(root, 'dist/python'), { recursive: true });
  for (const name of ['tree-sitter.wasm', 'tree-sitter-python.wasm']) copyFileSync(join(from, name), join(root, 'dist/python', name));
  copyFileSync(join(from, 'tree-sitter.js'), join(root, 'dist/python/tree-sitter.cjs'));
}

function folders(parent) {
  if (!existsSync(parent)) return [];
  return readdirSync(parent, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}
