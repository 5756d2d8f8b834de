import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { entry } from './install.mjs';

/**
 * @typedef {object} Folders
 * @property {string} userData settings and state; a folder left by another version makes a run fail, so take a fresh one
 * @property {string} extensions where installed extensions live
 */

/**
 * Serves the workbench on a free local port.
 *
 * @param {Folders & { trust: boolean, log?: (text: string) => void }} options trust: ask before running workspace code, as VS Code does
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>}
 * @throws Error when the program ends, or says no address within 60 s
 */
export async function startServer(options) {
  const args = [...common(options), '--auth=none', '--bind-addr=127.0.0.1:0', '--disable-telemetry', '--disable-update-check'];
  args.push('--disable-getting-started-override', '--disable-proxy', '--ignore-last-opened', '--vscode-option=enable-smoke-test-driver');
  if (!options.trust) args.push('--disable-workspace-trust');
  const child = spawn(process.execPath, args, {
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  });
  const stop = () => stopGroup(child);
  let output = '';
  const address = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the VS Code server said no address within 60 s\n${output}`)), 60_000);
    const read = (chunk) => {
      output = (output + chunk).slice(-20_000);
      options.log?.(String(chunk));
      const found = /HTTP server listening on (http:\/\/127\.0\.0\.1:\d{1,5})/.exec(output);
      if (found) resolve(found[1]);
      if (found) clearTimeout(late);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the VS Code server ended with code ${code}\n${output}`)));
  });
  try {
    return { address: await address, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Runs the workbench's own command line (`--install-extension`, `--list-extensions`).
 *
 * @param {Folders & { args: readonly string[] }} options
 * @returns {Promise<{ code: number, text: string }>} its exit code and what it printed
 */
export function runCommandLine(options) {
  const child = spawn(process.execPath, [...common(options), ...options.args], { env: environment(), stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk) => (text += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, text }));
  });
}

function common({ userData, extensions }) {
  const config = join(userData, 'server.yaml');
  for (const folder of [userData, extensions]) mkdirSync(folder, { recursive: true });
  writeFileSync(config, 'auth: none\n');
  return [entry, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`, `--config=${config}`];
}

/** Without what an enclosing editor or npm run has left behind, and with the Node that runs this first in PATH. */
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(VSCODE_|ELECTRON_|npm_|CODE_SERVER_|PORT$|PASSWORD$)/.test(name));
  const separator = process.platform === 'win32' ? ';' : ':';
  return { ...Object.fromEntries(kept), PATH: `${dirname(process.execPath)}${separator}${process.env.PATH}` };
}

/** The server starts processes of its own (extension hosts), so the whole group is ended, first kindly. */
async function stopGroup(child) {
  const ended = new Promise((resolve) => (child.exitCode !== null || child.signalCode !== null ? resolve() : child.once('exit', resolve)));
  for (const signal of ['SIGTERM', 'SIGKILL']) {
    try {
      process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
    } catch {
      break; // no such process: all have ended
    }
    const done = await Promise.race([ended.then(() => true), new Promise((resolve) => setTimeout(() => resolve(false), 5000))]);
    if (done && signal === 'SIGKILL') break;
  }
  await ended;
}
