/**
 * `npm run bench`: how fast Detent is, as ratios to something that runs in the same minute on the same machine. It fails
 * nothing; the limits stand beside the ratios. `npm run bench -- results` reads a gigabyte of results instead, and `npm run bench -- editor` types in a real
 * VS Code.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, delimiter, join } from 'node:path';
import { hostFolder } from '../surface/vscode/host/install.mjs';
import { startLanguageServer } from './bench/language-server.mjs';
import { median, memoryOf, quantile, timePrograms } from './bench/measure.mjs';
import { writeResults } from './bench/results.mjs';
import { writeWorkspace } from './bench/workspace.mjs';
import { typingInVscode } from './bench/editor.mjs';
import { build } from './build.mjs';
import { root } from './install.mjs';

const EDITS = 300;
const WARM_UP = 60;
const MARKERS = 'registerTool|@modelcontextprotocol/|setRequestHandler|dynamicTool|from ["\']ai["\']';

const machineNode = process.env.DETENT_MACHINE_NODE ?? process.execPath;
const cli = join(root, 'dist/cli.js');
const packages = ['sdk', 'server-filesystem'].map((name) => join(root, 'node_modules/@modelcontextprotocol', name));
const example = join(root, 'test/workspaces/incidents/replit-july-2025');
const cache = mkdtempSync(join(tmpdir(), 'detent-bench-'));
// The compiled form of the program is kept by the first of the runs, which are not counted.
process.env.XDG_CACHE_HOME = process.env.LOCALAPPDATA = cache;
process.on('exit', () => rmSync(cache, { recursive: true, force: true }));

await build({ minify: true });
if (process.argv.includes('editor')) process.exit(await typingInVscode());
const rows = process.argv.includes('results') ? readingResults() : [...(await editing()), ...startingCold(), ...checkingPackages()];
console.log('\n   ratio   limit   of what to what');
for (const { ratio, limit, text } of rows)
  console.log(`${ratio.toFixed(2).padStart(8)}${(limit ? `≤ ${limit}` : '').padStart(8)}   ${text}`);

/** From a key to its diagnostics, in a warm server with a big workspace, beside the bare re-parse of the same file. */
async function editing() {
  const folder = mkdtempSync(join(tmpdir(), 'detent-bench-'));
  try {
    const { files, lines, focus } = writeWorkspace(folder);
    const text = readFileSync(join(folder, focus), 'utf8');
    console.log(
      `workspace: ${files} files, ${lines} lines; edited: ${focus}, ${text.split('\n').length} lines, ${Math.round(text.length / 1000)} KB`,
    );
    const pulled = await editingWith({ folder, focus, text, pull: true });
    const pushed = await editingWith({ folder, focus, text, pull: false });
    const parse = median(pulled.parses);
    const row = (name, times, share, limit) => ({
      ratio: quantile(times, share) / parse,
      limit,
      text: `${name}, p${share * 100}, to the bare re-parse (${ms(quantile(times, share))} : ${ms(parse)})`,
    });
    console.log(
      `server: ${Math.round(pulled.memory)} MB resident, ${ms(pulled.first)} from start to the first diagnostics, ${pulled.count} findings in the edited file`,
    );
    return [
      row('key to diagnostics asked for', pulled.keys, 0.5),
      row('key to diagnostics asked for', pulled.keys, 0.95, 5),
      row('key to diagnostics sent', pushed.keys, 0.5),
      row('key to diagnostics sent', pushed.keys, 0.95),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function editingWith({ folder, focus, text, pull }) {
  const { createSourceFile } = await import('../../build/typescript-parser.js');
  const start = performance.now();
  const server = await startLanguageServer({
    program: process.execPath,
    args: [join(root, 'dist/server.cjs'), '--stdio'],
    root: folder,
    pull,
  });
  const document = server.open(focus);
  const { at, states } = hintNear(text);
  const keys = [];
  const parses = [];
  let count = 0;
  let first = 0;
  for (let edit = 0; edit < WARM_UP + EDITS; edit++) {
    const [now, next] = edit % 2 === 0 ? states : states.toReversed();
    const range = { start: at, end: { ...at, character: at.character + now.word.length } };
    const pressed = performance.now();
    const diagnostics = await document.edit(range, next.word);
    const answered = performance.now();
    createSourceFile(focus, next.text, { languageVersion: 9, jsDocParsingMode: 1 }, false);
    const parsed = performance.now();
    if (edit === 0) first = answered - start;
    if (edit >= WARM_UP) keys.push(answered - pressed);
    if (edit >= WARM_UP) parses.push(parsed - answered);
    if (next === states[1]) count = diagnostics.length;
    if (next === states[1] && count === 0) throw new Error('a hint that lies is not reported, so the time says nothing');
  }
  const memory = memoryOf(server.pid) ?? 0;
  await server.stop();
  return { keys, parses, memory, first, count };
}

/** The hint of a writing tool near the middle of the file: as it is, and as a lie, which is reported. */
function hintNear(text) {
  const hint = 'readOnlyHint: false';
  const offset = text.indexOf(hint, text.length / 2) + hint.indexOf('false');
  const before = text.slice(0, offset).split('\n');
  const lie = `${text.slice(0, offset)}true${text.slice(offset + 'false'.length)}`;
  return {
    at: { line: before.length - 1, character: before.at(-1).length },
    states: [
      { word: 'false', text },
      { word: 'true', text: lie },
    ],
  };
}

function startingCold() {
  const programs = {
    nothing: { program: machineNode, args: ['-e', '0'], cwd: example, codes: [0] },
    check: { program: machineNode, args: [cli, 'check', '--no-cache'], cwd: example, codes: [0, 1] },
    uncompiled: {
      program: machineNode,
      args: [cli, 'check', '--no-cache'],
      cwd: example,
      codes: [0, 1],
      env: { NODE_DISABLE_COMPILE_CACHE: '1' },
    },
    again: { program: machineNode, args: [cli, 'check', '--cache-location', cache], cwd: example, codes: [0, 1] },
  };
  const { nothing, check, uncompiled, again } = timePrograms(programs, 15);
  return [
    { ratio: check / nothing, limit: 6, text: `cold check of the example workspace to \`node -e 0\` (${ms(check)} : ${ms(nothing)})` },
    {
      ratio: uncompiled / nothing,
      text: `the same without the compiled form of the program, as in the first run of all (${ms(uncompiled)} : ${ms(nothing)})`,
    },
    { ratio: again / check, text: `the same from the cache to the cold one (${ms(again)} : ${ms(check)})` },
  ];
}

/** `secretlint` never looks into `node_modules`, so it gets a copy; the files are the same. */
function checkingPackages() {
  const copy = mkdtempSync(join(tmpdir(), 'detent-bench-'));
  try {
    for (const folder of packages) cpSync(folder, join(copy, basename(folder)), { recursive: true });
    const files = readdirSync(copy, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?:\.[cm]?[jt]sx?|\.json|\.env)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    const rules = ['--secretlintrc', join(root, '.secretlintrc.json'), '--no-gitignore', '--no-glob'];
    const programs = {
      check: { program: process.execPath, args: [cli, 'check', '--no-cache', ...packages], cwd: root, codes: [0, 1] },
      again: { program: process.execPath, args: [cli, 'check', '--cache-location', cache, ...packages], cwd: root, codes: [0, 1] },
      secretlint: {
        program: process.execPath,
        args: [join(root, 'node_modules/secretlint/bin/secretlint.js'), ...rules, ...files],
        cwd: copy,
        codes: [0, 1],
      },
    };
    const rg = findRipgrep();
    if (rg) programs.rg = { program: rg, args: ['-l', '--no-ignore', MARKERS, copy], cwd: copy, codes: [0, 1] };
    else console.log('rg: not on this machine, left out');
    const times = timePrograms(programs, 5);
    const row = (other, limit) => ({
      ratio: times.check / times[other],
      limit,
      text: `cold check of ${files.length} files of packages to ${other} on the same (${ms(times.check)} : ${ms(times[other])})`,
    });
    const again = {
      ratio: times.again / times.check,
      text: `the same from the cache to the cold one (${ms(times.again)} : ${ms(times.check)})`,
    };
    return [again, row('secretlint', 1), ...(rg ? [row('rg')] : [])];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** `detent pass-k` over a gigabyte, in both forms, beside a program that only hashes the file; and how much memory that takes. */
function readingResults() {
  const folder = mkdtempSync(join(tmpdir(), 'detent-bench-'));
  try {
    const [file, run] = [join(folder, 'results.json'), join(folder, 'run')];
    const { bytes, runs } = writeResults(file, 1e9);
    writeResults(run, 1e9, { folder: true });
    const args = (place) => [cli, 'pass-k', place];
    const hash = `const h=require('node:crypto').createHash('sha256');require('node:fs').createReadStream(process.argv[1],{highWaterMark:262144}).on('data',(d)=>h.update(d)).on('end',()=>h.digest())`;
    const programs = {
      hash: { program: machineNode, args: ['-e', hash, file], cwd: folder, codes: [0] },
      whole: { program: machineNode, args: args(file), cwd: folder, codes: [0] },
      parts: { program: machineNode, args: args(run), cwd: folder, codes: [0] },
    };
    const times = timePrograms(programs, 3);
    const told = "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS / 1024)))";
    const held = (place) => {
      const loaded = ['--import', `data:text/javascript,${encodeURIComponent(told)}`];
      return Math.round(Number(spawnSync(machineNode, [...loaded, ...args(place)], { encoding: 'utf8' }).stderr));
    };
    console.log(
      `results: ${Math.round(bytes / 1e6)} MB, ${runs} runs; at most ${held(file)} MB resident for one file, ${held(run)} MB for a folder (≤ 300)`,
    );
    const row = (what, took) => ({ ratio: took / 30_000, limit: 1, text: `\`detent pass-k\` over them, ${what}, to 30 s (${ms(took)})` });
    return [
      row('one file', times.whole),
      row('a folder with a file for each run', times.parts),
      { ratio: times.whole / times.hash, text: `the first to hashing the file (${ms(times.whole)} : ${ms(times.hash)})` },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The one of the machine, or the one that the VS Code of the tests brings. */
function findRipgrep() {
  const bundled = join(
    hostFolder,
    'node_modules/code-server/lib/vscode/node_modules/@vscode/ripgrep-universal/bin',
    `${process.platform}-${process.arch}`,
  );
  return [...(process.env.PATH ?? '').split(delimiter), bundled].map((folder) => join(folder, 'rg')).find((file) => existsSync(file));
}

function ms(value) {
  return `${value.toFixed(value < 10 ? 1 : 0)} ms`;
}
