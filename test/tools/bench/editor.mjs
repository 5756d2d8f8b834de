import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { missingForVscode, runInVscode } from '../../surface/vscode/run.mjs';
import { root } from '../install.mjs';
import { writeWorkspace } from './workspace.mjs';

/**
 * Opens a big workspace in a real VS Code with the packaged extension, and types in it: how long the first findings take, and each
 * squiggle after its key, VS Code's own delays included. The limits are 1 s, and 150 ms for 95 of 100 keys.
 *
 * @returns {Promise<number>} exit code: 0 when everything was measured
 */
export async function typingInVscode() {
  const missing = missingForVscode();
  if (missing !== undefined) {
    console.error(`not measured, missing: ${missing}`);
    return 2;
  }
  const packed = spawnSync(process.execPath, [join(root, 'test/tools/package.mjs')], { encoding: 'utf8' });
  if (packed.status !== 0) throw new Error(packed.stderr);
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'detent-bench-'));
  try {
    const { files, lines } = writeWorkspace(folder);
    console.log(`workspace: ${files} files, ${lines} lines`);
    const checks = await runInVscode({
      vsix: join(root, `${name}-${version}.vsix`),
      say: (line) => console.log(line),
      sessions: [{ name: 'typing', trusted: true, workspace: folder }],
    });
    for (const check of checks) console.log(`${check.ok ? '✓' : '✗'} ${check.name}: ${check.note ?? check.error ?? ''}`);
    return checks.every(({ ok }) => ok) ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
