import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../surface/vscode/browser.mjs';

/**
 * Installs Chromium where that needs nobody's consent: on Debian and its relatives, as root, without one. Elsewhere it does
 * nothing, and what needs a browser says so.
 *
 * @param {(line: string) => void} say progress, one line at a time
 */
export function installBrowser(say) {
  const named = process.env.DETENT_BROWSER ?? process.env.DETENT_VSCODE;
  if (named || findBrowser() || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say('installing Chromium (apt-get)');
  for (const args of [
    ['update', '-q'],
    ['install', '-y', '-q', '--no-install-recommends', 'chromium'],
  ]) {
    const done = spawnSync('apt-get', args, {
      encoding: 'utf8',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      timeout: 300_000,
    });
    if (done.status !== 0) return say(`apt-get ${args[0]} failed: ${`${done.stdout}${done.stderr}`.trim().split('\n').at(-1)}`);
  }
}
