import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { installBrowser } from './install-browser.mjs';
import { root } from './install.mjs';

/**
 * @typedef {{ name: string, ok: boolean, error?: string, note?: string }} Check
 * @typedef {{ checks: readonly Check[], missing?: undefined } | { missing: string }} Result missing: what the machine lacks
 * @typedef {{ name: string, quick: boolean, run: (how: { quick: boolean }) => Promise<Result> }} Group quick: part of `npm run test:quick`
 */

const LIMIT_MS = 8 * 60_000;

const tool = (...parts) => join(root, 'node_modules', ...parts);

/** @type {readonly Group[]} In the order in which they run: the cheap ones first. */
export const groups = [
  { name: 'parser', quick: true, run: () => command([join(root, 'test/tools/slice-parser.mjs')]) },
  { name: 'types', quick: true, run: () => command([tool('typescript7/bin/tsc'), '-b', '--pretty', 'false']) },
  { name: 'lint', quick: true, run: () => command([tool('oxlint/bin/oxlint'), '--deny-warnings']) },
  { name: 'format', quick: true, run: () => command([tool('oxfmt/bin/oxfmt'), '--check']) },
  { name: 'unused', quick: false, run: () => command([tool('knip/bin/knip.js'), '--no-progress']) },
  { name: 'unused-in-production', quick: false, run: () => command([tool('knip/bin/knip.js'), '--no-progress', '--production']) },
  { name: 'package', quick: false, run: () => command([join(root, 'test/tools/package.mjs')], { note: /^.{1,80}\.vsix: .{1,80}$/m }) },
  { name: 'unit', quick: true, run: runUnit },
  { name: 'machine-node', quick: false, run: runUnderMachineNode },
  { name: 'vscode', quick: false, run: runInVscodeGroup },
];

/** One program, one check: it passes when the program ends with 0. The line that matches `note` is shown then too. */
async function command(args, { note } = {}) {
  const { code, text } = await start(process.execPath, args);
  return { checks: [{ name: relative(root, args[0]), ok: code === 0, error: text.slice(-8000), note: note?.exec(text)?.[0] }] };
}

/** What takes seconds each and seldom breaks alone: started programs, published servers and types, proofs about expressions, long days of edits. */
const slow = [
  'test/surface/**',
  'test/ecosystem/servers.test.ts',
  'test/effects/published/**',
  'test/tidy/expressions.test.ts',
  'test/check/afresh.test.ts',
  'test/check/incremental.test.ts',
  'test/syntax/graft.test.ts',
  'test/syntax/slice.test.ts',
];

/** Everything that vitest runs: cases, pages, transcripts, the language server in memory, the tidy tests. */
async function runUnit({ quick }) {
  const folder = mkdtempSync(join(tmpdir(), 'detent-test-'));
  try {
    const file = join(folder, 'results.json');
    const left = quick ? slow.map((pattern) => `--exclude=${pattern}`) : [];
    // Cases are not written to the disk, nor fixes made in an editor's session as well.
    if (quick) process.env.DETENT_QUICK = '1';
    const { text } = await start(process.execPath, [tool('vitest/vitest.mjs'), 'run', '--reporter=json', `--outputFile=${file}`, ...left]);
    if (!existsSync(file)) return { checks: [{ name: 'vitest', ok: false, error: text.slice(-8000) }] };
    return { checks: readVitest(JSON.parse(readFileSync(file, 'utf8')), text) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A file that could not be loaded has no tests and counts as one that failed; so does a test that was skipped. */
function readVitest({ testResults, success }, text) {
  const checks = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(root, name);
    const tests = assertionResults.map((test) => ({
      name: `${file} › ${test.fullName}`,
      ok: test.status === 'passed',
      error: test.failureMessages?.join('\n') || test.status,
    }));
    const loaded = tests.length > 0 && (status === 'passed' || tests.some((test) => !test.ok));
    return loaded ? tests : [...tests, { name: file, ok: false, error: message || 'holds no tests' }];
  });
  if (success || checks.some((check) => !check.ok)) return checks;
  return [...checks, { name: 'vitest', ok: false, error: text.slice(-8000) }];
}

/** What ships has to run on Node 20, and on whatever the machine has, with the same findings as under the Node of the tools. */
async function runUnderMachineNode() {
  const node = process.env.DETENT_MACHINE_NODE ?? process.execPath;
  const { stdout: version } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  const cwd = join(root, 'test/workspaces/incidents/replit-july-2025');
  const check = [join(root, 'dist/cli.js'), 'check', '--no-cache', '--format', 'json'];
  const [there, here] = [await start(node, check, { cwd }), await start(process.execPath, check, { cwd })];
  const ok = there.code === 1 && there.code === here.code && there.text === here.text;
  const name = `Node ${version.trim()} reports what Node ${process.versions.node} reports`;
  return { checks: [{ name, ok, error: `code ${there.code} and ${here.code}\n${there.text.slice(0, 4000)}` }] };
}

async function runInVscodeGroup() {
  await installBrowser((line) => console.log(line));
  const { missingForVscode, runInVscode } = await import('../surface/vscode/run.mjs');
  const missing = missingForVscode();
  if (missing !== undefined) return { missing };
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const vsix = join(root, `${name}-${version}.vsix`);
  if (!existsSync(vsix)) throw new Error(`${relative(root, vsix)} is not there: run the group "package" first`);
  return { checks: await runInVscode({ vsix, say: (line) => console.log(line) }) };
}

/** A program that does not end in time is ended, with everything it has started, and has failed. */
function start(program, args, { cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const detached = process.platform !== 'win32';
    const child = spawn(program, args, {
      cwd,
      detached,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    let text = '';
    const late = setTimeout(() => {
      text += `\nnot ended after ${LIMIT_MS / 60_000} minutes`;
      process.kill(detached ? -child.pid : child.pid, 'SIGKILL');
    }, LIMIT_MS);
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(late);
      resolve({ code, text });
    });
  });
}
