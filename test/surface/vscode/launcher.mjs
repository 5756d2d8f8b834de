#!/usr/bin/env node
/**
 * Stands where the Electron build of VS Code would: takes its arguments, serves the same workbench and extension host from
 * the package registry, shows it in Chromium, and ends with the exit code of the test suite.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { browserFlags, findBrowser } from './browser.mjs';
import { runCommandLine, startServer } from './host/server.mjs';

const SUITE_LIMIT_MS = 200_000;

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string', multiple: true },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
    'install-extension': { type: 'string', multiple: true },
    'remote-debugging-port': { type: 'string' },
    'folder-uri': { type: 'string' },
  },
});

/** What has to end before this program may, newest first. */
const running = [];
let stopped;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void (stopped ??= stopAll().finally(() => process.exit(1))));

const scratch = mkdtempSync(join(tmpdir(), 'detent-vscode-'));
const userData = resolve(values['user-data-dir'] ?? join(scratch, 'user'));
const extensions = resolve(values['extensions-dir'] ?? join(scratch, 'extensions'));
try {
  process.exitCode = values['install-extension'] ? await install() : await runSuite();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await stopAll();
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}

async function install() {
  const args = values['install-extension'].map((file) => `--install-extension=${file}`);
  const { code, text } = await runCommandLine({ userData, extensions, args: [...args, '--force'] });
  if (code !== 0) console.error(text);
  return code;
}

async function runSuite() {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error('no Chromium found: install it, or name it in DETENT_BROWSER');
  const server = await startServer({ userData, extensions, trust: !values['disable-workspace-trust'] });
  running.unshift(() => server.stop());
  const args = [...browserFlags];
  if (values['remote-debugging-port']) args.push(`--remote-debugging-port=${values['remote-debugging-port']}`);
  const browser = await chromium.launch({ executablePath, args, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
  running.unshift(() => browser.close());
  return showAndWait(browser, server.address);
}

async function stopAll() {
  for (const stop of running.splice(0)) await stop().catch((error) => console.error(error));
}

async function showAndWait(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const ended = new Promise((done, failed) => {
    const late = setTimeout(() => failed(new Error(`the suite did not end within ${SUITE_LIMIT_MS / 1000} s`)), SUITE_LIMIT_MS);
    const settle = (act) => (value) => {
      clearTimeout(late);
      act(value);
    };
    page.on('crash', () => settle(failed)(new Error('the browser page crashed')));
    page.exposeFunction('codeAutomationExit', settle(done));
    page.exposeFunction('codeAutomationLog', (level, items) => console[level === 'error' ? 'error' : 'log'](...items));
  });
  // Both calls above answer through the page's own queue, so they are in place before it loads anything.
  await page.goto(workbenchAddress(address));
  return ended.then(
    (code) => Number(code),
    async (error) => {
      const file = join(userData, 'last-seen.png');
      mkdirSync(userData, { recursive: true });
      writeFileSync(file, await page.screenshot().catch(() => ''));
      throw error;
    },
  );
}

function workbenchAddress(address) {
  const remote = (path) => `vscode-remote://${new URL(address).host}${resolve(path)}`;
  const payload = [['skipWelcome', 'true']];
  for (const path of values.extensionDevelopmentPath ?? []) payload.push(['extensionDevelopmentPath', remote(path)]);
  if (values.extensionTestsPath) payload.push(['extensionTestsPath', remote(values.extensionTestsPath)]);
  const workspace = positionals[0];
  const query = new URLSearchParams({ payload: JSON.stringify(payload) });
  if (workspace) query.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', resolve(workspace));
  return `${address}/?${query}`;
}
