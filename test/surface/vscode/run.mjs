import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, resolveCliArgsFromVSCodeExecutablePath, runTests } from '@vscode/test-electron';
import { build as bundle } from 'esbuild';
import { findBrowser } from './browser.mjs';
import { startDriver } from './driver.mjs';
import { installHost } from './host/install.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const output = join(root, 'test/output');
const launcher = join(here, 'launcher.mjs');
const SESSION_LIMIT_MS = 220_000;

/** Sessions differ in what VS Code is told before it starts; what they check is in `suite/`. */
const usual = [
  { name: 'trusted', trusted: true, workspace: join(here, 'workspace') },
  { name: 'example', trusted: true, workspace: join(root, 'test/workspaces/incidents/replit-july-2025') },
  { name: 'surfaces', trusted: true, workspace: join(here, 'surfaces') },
  { name: 'restricted', trusted: false, workspace: join(here, 'workspace') },
  // Extensions may be told to run in a worker of the browser, as where there is no machine behind the window.
  { name: 'web', trusted: true, workspace: join(here, 'workspace'), settings: { 'remote.extensionKind': { 'detent.detent': ['web'] } } },
];

/** Nothing pops up, completes or asks while keys are typed. Trust is never asked for, so an untrusted window stays restricted. */
const settings = {
  'chat.disableAIFeatures': true,
  'editor.acceptSuggestionOnCommitCharacter': false,
  'editor.autoClosingBrackets': 'never',
  'editor.autoClosingQuotes': 'never',
  'editor.quickSuggestions': { other: 'off', comments: 'off', strings: 'off' },
  'editor.suggestOnTriggerCharacters': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'security.workspace.trust.banner': 'never',
  'security.workspace.trust.startupPrompt': 'never',
  'telemetry.telemetryLevel': 'off',
  'typescript.validate.enable': false,
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * Tries the packaged extension in a real VS Code.
 *
 * Which VS Code: the program named by `DETENT_VSCODE`, or the official build for `DETENT_VSCODE=download`, or else the
 * workbench from the package registry in Chromium, which needs neither a screen nor any other download. `DETENT_VSCODE_SESSION` names
 * the one session to try.
 *
 * @param {{ vsix: string, say: (line: string) => void, sessions?: readonly object[] }} options sessions: instead of the usual ones
 * @returns {Promise<readonly { name: string, ok: boolean, error?: string }[]>} one entry per check
 * @throws Error when VS Code cannot be started at all
 */
export async function runInVscode({ vsix, say, sessions = usual }) {
  const executable = await findVscode(say);
  const suite = join(output, 'vscode/suite.cjs');
  await bundle({
    absWorkingDir: here,
    entryPoints: ['suite/index.ts'],
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  const scratch = mkdtempSync(join(tmpdir(), 'detent-host-'));
  try {
    const extensions = join(scratch, 'extensions');
    await installExtension(executable, vsix, { extensions, userData: join(scratch, 'install') });
    const results = [];
    const named = process.env.DETENT_VSCODE_SESSION;
    for (const session of sessions.filter(({ name }) => named === undefined || name === named))
      results.push(...(await runSession({ executable, extensions, suite, scratch, session })));
    return results;
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** What the machine lacks for these checks, or undefined when they can run. */
export function missingForVscode() {
  if (process.env.DETENT_VSCODE || findBrowser()) return undefined;
  return 'Chromium (install it, name it in DETENT_BROWSER, or set DETENT_VSCODE=download for the official VS Code)';
}

async function findVscode(say) {
  const named = process.env.DETENT_VSCODE;
  if (named === 'download') return downloadAndUnzipVSCode();
  if (named) return named;
  installHost(say);
  return launcher;
}

async function installExtension(executable, vsix, { extensions, userData }) {
  const folders = [`--extensions-dir=${extensions}`, `--user-data-dir=${userData}`];
  const [program, ...args] =
    executable === launcher ? [launcher] : resolveCliArgsFromVSCodeExecutablePath(executable, { reuseMachineInstall: true });
  const { code, text } = await start(program, [...args, `--install-extension=${vsix}`, ...folders], process.env, 60_000);
  if (code !== 0) throw new Error(`VS Code did not install ${vsix} (code ${code})\n${text}`);
}

async function runSession({ executable, extensions, suite, scratch, session }) {
  const userData = join(scratch, `user-${session.name}`);
  const workspace = join(scratch, `workspace-${session.name}`);
  const resultFile = join(scratch, `${session.name}.json`);
  const debugPort = await freePort();
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(join(userData, 'User/settings.json'), JSON.stringify({ ...settings, ...session.settings }));
  cpSync(session.workspace, workspace, { recursive: true }); // outside the repository, so that its ignore files do not apply
  const driver = await startDriver({ debugPort, screenshots: join(output, 'screenshots') });
  const env = {
    DETENT_SESSION: session.name,
    DETENT_RESULTS: resultFile,
    DETENT_WINDOW: driver.address,
    DETENT_CLI: join(root, 'dist/cli.js'),
  };
  const launchArgs = [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`, `--remote-debugging-port=${debugPort}`];
  const log = createLog(join(output, `vscode/${session.name}.log`));
  let problem;
  try {
    const options = { vscodeExecutablePath: executable, extensionDevelopmentPath: join(here, 'carrier'), extensionTestsPath: suite };
    if (session.trusted) await runTests({ ...options, launchArgs, extensionTestsEnv: env, stdout: log, stderr: log });
    else await runRestricted(options, launchArgs, env, log);
  } catch (error) {
    problem = error instanceof Error ? error.message : String(error);
  } finally {
    await driver.stop();
    log.end();
  }
  return readResults(session, resultFile, problem);
}

/** As `runTests` does it, without its `--disable-workspace-trust`. */
async function runRestricted({ vscodeExecutablePath, extensionDevelopmentPath, extensionTestsPath }, launchArgs, env, log) {
  const args = ['--no-sandbox', '--disable-gpu-sandbox', '--disable-updates', '--skip-welcome', '--skip-release-notes'];
  args.push(`--extensionTestsPath=${extensionTestsPath}`, `--extensionDevelopmentPath=${extensionDevelopmentPath}`);
  const { code, text } = await start(vscodeExecutablePath, [...launchArgs, ...args], { ...process.env, ...env }, SESSION_LIMIT_MS);
  log.write(text);
  if (code !== 0) throw new Error(`Test run failed with code ${code}`);
}

/** A suite that did not reach its end has failed, whatever it wrote before. */
function readResults(session, file, problem) {
  const written = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { ended: false, checks: [] };
  const checks = written.checks.map((check) => ({ ...check, name: `${session.name} window: ${check.name}` }));
  const explained = checks.some((check) => !check.ok);
  const name = `${session.name} window: runs to its end`;
  if (written.ended && (problem === undefined || explained)) return [...checks, { name, ok: true }];
  return [...checks, { name, ok: false, error: `${problem ?? 'no results were written'}; see test/output/vscode/${session.name}.log` }];
}

function createLog(file) {
  mkdirSync(dirname(file), { recursive: true });
  const parts = [];
  return { write: (chunk) => parts.push(String(chunk)) > 0, end: () => writeFileSync(file, parts.join('')) };
}

function start(program, args, env, limit) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let text = '';
    const late = setTimeout(() => child.kill(), limit);
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(late);
      resolve({ code, text });
    });
  });
}

/** Between this answer and its use another program could take the port; the session then fails with a clear message. */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
