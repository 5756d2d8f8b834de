/**
 * `npm start [-- folder]`: lints a folder in the terminal, then opens it in a VS Code with the extension. Without a folder it
 * takes the example workspace.
 *
 * The VS Code is the one of this machine when it has one and a screen; else one from the package registry, in a browser.
 * Where nobody can look, because there is neither a screen nor a terminal, it keeps a picture and ends.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../surface/vscode/browser.mjs';
import { installHost } from '../surface/vscode/host/install.mjs';
import { runCommandLine, startServer } from '../surface/vscode/host/server.mjs';
import { build } from './build.mjs';
import { installBrowser } from './install-browser.mjs';
import { root } from './install.mjs';

const say = (line) => console.log(line);
const named = process.argv.slice(2).find((arg) => !arg.startsWith('--'));
const folder = named ? resolve(process.env.INIT_CWD ?? '.', named) : join(root, 'test/workspaces/incidents/replit-july-2025');
const cli = join(root, 'dist/cli.js');
const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

if (!existsSync(folder)) {
  console.error(`There is no folder ${folder}`);
  process.exit(1);
}
await build({ minify: false });
say(`\n$ detent check ${named ?? 'test/workspaces/incidents/replit-july-2025'}`);
spawnSync(process.execPath, [cli, 'check'], { cwd: folder, stdio: 'inherit' });
const desktop = hasScreen ? findProgram(['code', 'codium']) : undefined;
if (desktop) openDesktop(desktop);
else process.exitCode = await openFromRegistry();

function openDesktop(program) {
  say('\nOpening VS Code.');
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, folder];
  spawn(program, args, { stdio: 'ignore', detached: true, shell: process.platform === 'win32' }).unref();
}

async function openFromRegistry() {
  const nobodyLooks = !hasScreen && !process.stdout.isTTY;
  if (nobodyLooks) installBrowser(say);
  if (nobodyLooks && !findBrowser()) {
    console.error(
      '\nNot opened in VS Code: there is no screen, no terminal, and no Chromium to take a picture with. Install Chromium or name it in DETENT_BROWSER.',
    );
    return 2;
  }
  installHost(say);
  const scratch = mkdtempSync(join(tmpdir(), 'detent-start-'));
  const folders = { userData: join(scratch, 'user'), extensions: join(scratch, 'extensions') };
  let server;
  try {
    const { code, text } = await runCommandLine({ ...folders, args: [`--install-extension=${makePackage()}`] });
    if (code !== 0) throw new Error(`VS Code did not install the extension\n${text}`);
    quieten(folders.userData);
    server = await startServer({ ...folders, trust: false });
    return nobodyLooks ? await takePicture(server.address) : await serve(server.address);
  } finally {
    await server?.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

function makePackage() {
  const done = spawnSync(process.execPath, [join(root, 'test/tools/package.mjs')], { encoding: 'utf8' });
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = join(root, `${name}-${version}.vsix`);
  if (!existsSync(file)) throw new Error(`the extension could not be packaged\n${done.stdout}${done.stderr}`);
  return file;
}

function quieten(userData) {
  const settings = { 'chat.disableAIFeatures': true, 'telemetry.telemetryLevel': 'off', 'workbench.startupEditor': 'none' };
  mkdirSync(join(userData, 'User'), { recursive: true });
  writeFileSync(
    join(userData, 'User/settings.json'),
    JSON.stringify({ ...settings, 'workbench.secondarySideBar.defaultVisibility': 'hidden' }),
  );
}

async function serve(address) {
  const page = workbenchAddress(address);
  say(`\nOpen ${page}\nStop with Ctrl+C.`);
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform] ?? 'xdg-open';
  if (hasScreen)
    spawn(opener, [page], { stdio: 'ignore', detached: true })
      .on('error', () => undefined)
      .unref();
  // The terminal and npm may both send the signal; the second one must not interrupt the end.
  await new Promise((stop) => ['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, stop)));
  return 0;
}

async function takePicture(address) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: browserFlags });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(workbenchAddress(address));
    const squiggle = page.locator('.squiggly-error, .squiggly-warning, .squiggly-info').first();
    const seen = await squiggle.waitFor({ state: 'attached', timeout: 60_000 }).then(
      () => true,
      () => false,
    );
    await page.waitForTimeout(1000);
    const file = join(root, 'test/output/screenshots/start.png');
    mkdirSync(join(root, 'test/output/screenshots'), { recursive: true });
    await page.screenshot({ path: file });
    say(`\nNobody is looking, so here is a picture of it in VS Code: ${file}`);
    if (!seen) console.error('No squiggle appeared within 60 s.');
    return seen || named ? 0 : 1;
  } finally {
    await browser.close();
  }
}

/** Opens the folder at the first error of a tool, or else at the first error, or the first finding. */
function workbenchAddress(address) {
  const query = new URLSearchParams({ folder });
  const done = spawnSync(process.execPath, [cli, 'check', '--format', 'json'], { cwd: folder, encoding: 'utf8', maxBuffer: 100_000_000 });
  const { findings } = done.stdout ? JSON.parse(done.stdout) : { findings: [] };
  const errors = findings.filter(({ severity }) => severity === 'error');
  const first = errors.find(({ tool }) => tool !== undefined) ?? errors[0] ?? findings[0];
  if (first) {
    const { line, column } = first.range.start;
    const place = `vscode-remote://${new URL(address).host}${join(folder, first.file)}:${line}:${column}`;
    query.set(
      'payload',
      JSON.stringify([
        ['openFile', place],
        ['gotoLineMode', 'true'],
      ]),
    );
  }
  return `${address}/?${query}`;
}

function findProgram(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.cmd', '.exe'] : [''];
  return folders
    .flatMap((path) => names.flatMap((name) => endings.map((ending) => join(path, name + ending))))
    .find((file) => existsSync(file));
}
