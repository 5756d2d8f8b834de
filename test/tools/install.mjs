import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../../', import.meta.url));
/** The Node that development tools run under. */
export const toolsNode = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Brings `node_modules` in line with the lock file. Costs some milliseconds when it already is.
 *
 * @param {(line: string) => void} say progress, one line at a time
 * @throws Error when npm fails, or leaves no usable Node
 */
export function installDependencies(say) {
  if (!isInstalled()) {
    say('installing what is missing (npm ci)');
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  if (nodeWorks()) return;
  // The binary comes from an install script, which npm may hold back.
  npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
  if (!nodeWorks())
    throw new Error('The npm package "node" is installed but its binary is not; run: npm rebuild node --foreground-scripts');
}

/** Compares what npm wrote down after its last installation with the lock file, leaving out what other platforms need. */
function isInstalled() {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const there = JSON.parse(readFileSync(record, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version);
}

function nodeWorks() {
  return existsSync(toolsNode) && spawnSync(toolsNode, ['--version'], { stdio: 'ignore' }).status === 0;
}

function npm(args) {
  const done = spawnSync('npm', args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' });
  if (done.status !== 0) throw new Error(`npm ${args.join(' ')} failed${done.error ? `: ${done.error.message}` : ''}`);
}
