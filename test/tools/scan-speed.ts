/**
 * `node --import ./test/tools/load-typescript.mjs test/tools/scan-speed.ts [--rg PATH] [--files N] [--rounds N] [--threads N]`: what the search for
 * credentials costs in a tree of 50,000 files, beside `rg -l` with the same prefixes on the same tree in the same run. The tree is made
 * of the code of installed packages in a temporary folder, with some planted credentials, and removed at the end.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { knowledge } from '../../rules/index.js';
import { bundling } from './bundles.js';
import { secret } from '../harness/secrets.js';

const { values: options } = parseArgs({
  options: {
    rg: { type: 'string' },
    files: { type: 'string', default: '50000' },
    rounds: { type: 'string', default: '5' },
    threads: { type: 'string', default: '2' },
  },
});
const limit = 2;
const root = fileURLToPath(new URL('../..', import.meta.url));

await measure(Number(options.files), Number(options.rounds));

async function measure(count: number, rounds: number): Promise<void> {
  const rg = options.rg ?? findRipgrep();
  if (rg === undefined || !existsSync(rg)) {
    console.error('There is no rg on PATH: install ripgrep, or say where it is with --rg PATH. Nothing was measured.');
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'detent-scan-'));
  try {
    for (const name of ['scan-once', 'scan-thread'])
      await build(bundling({ entry: join(root, `test/tools/${name}.ts`), file: join(folder, `${name}.cjs`), format: 'cjs', external: [] }));
    const { bytes, planted } = writeTree(folder, count);
    const prefixes = join(folder, 'prefixes.list');
    writeFileSync(prefixes, `${starts().join('\n')}\n`);
    console.log(
      `${String(count)} files, ${(bytes / 1e6).toFixed(0)} MB, ${String(planted)} with a planted credential; ${String(starts().length)} prefixes`,
    );
    const took = { rg: [] as number[], search: [] as number[], whole: [] as number[] };
    let [matched, found] = [0, 0];
    for (let round = 0; round <= rounds; round++) {
      const theirs = run(rg, ['-l', '--no-config', '-F', '-f', prefixes, join(folder, 'tree')]);
      matched = theirs.text.split('\n').filter(Boolean).length;
      const ours = run(process.execPath, [
        join(folder, 'scan-once.cjs'),
        join(folder, 'tree'),
        join(folder, 'scan-thread.cjs'),
        options.threads,
      ]);
      const answer = JSON.parse(ours.text) as { readonly searched: number; readonly took: number; readonly found: number };
      found = answer.found;
      if (round === 0) continue; // The first round fills the caches of the disk.
      took.rg.push(theirs.took);
      took.search.push(answer.searched);
      took.whole.push(answer.took);
    }
    const [theirs, search, whole] = [median(took.rg), median(took.search), median(took.whole)];
    const row = (name: string, ours: number): void =>
      console.log(`${name}: ${ours.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)}, limit ${String(limit)}`);
    console.log(`rg -l: ${theirs.toFixed(0)} ms, ${String(matched)} files hold a prefix`);
    row('Detent, the search for files that may hold a credential', search);
    row(`Detent, with all that is read in them, findings in ${String(found)} files`, whole);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What credentials begin with: the rows of shapes, keys and tokens, and the schemes of stores. */
function starts(): readonly string[] {
  const { shapes, schemes } = knowledge.credentials;
  const stores = Object.keys(schemes).filter((scheme) => !/^(?:https?|wss?|git|ssh|s?ftps?|smtps?|imaps?)$/.test(scheme));
  return [...new Set([...shapes.map(([start]) => start), ...stores.map((scheme) => `${scheme}://`), 'eyJ', '-----BEGIN '])];
}

/** Code and configuration as people wrote them, under other names and as often as needed. */
function writeTree(folder: string, count: number): { readonly bytes: number; readonly planted: number } {
  const wanted = new Set(['.ts', '.js', '.mjs', '.cjs', '.json', '.py', '.yml', '.yaml', '.toml']);
  const sources = readdirSync(join(root, 'node_modules'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && wanted.has(extname(entry.name)) && !/\.d\.[cm]?ts$|\.min\.js$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size < 1 << 16)
    .sort();
  let [bytes, planted] = [0, 0];
  for (let index = 0; index < count; index++) {
    const source = sources[index % sources.length] ?? '';
    const file = join(folder, 'tree', `part${String(index % 97)}`, `unit${String(index % 389)}`, `${String(index)}${extname(source)}`);
    let text = readFileSync(source, 'utf8');
    if (index % 500 === 0 && /\.[cm]?[jt]s$/.test(source)) {
      text += `\nexport const key = '${secret('stripe-live', index)}';\n`;
      planted += 1;
    }
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    bytes += text.length;
  }
  return { bytes, planted };
}

function run(program: string, args: readonly string[]): { readonly text: string; readonly took: number } {
  const start = performance.now();
  const done = spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const took = performance.now() - start;
  if (done.status !== 0) throw new Error(`${program} ended with code ${String(done.status)}\n${done.stderr.slice(-2000)}`);
  return { text: done.stdout, took };
}

function findRipgrep(): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((path) => join(path, process.platform === 'win32' ? 'rg.exe' : 'rg'))
    .find((file) => existsSync(file));
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
