/** Makes the one universal extension package, prints its size, and checks what is in it. */
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { build } from './build.mjs';
import { root } from './install.mjs';

const LIMIT_BYTES = 3_000_000;
const expected = join(root, 'test/tools/package-files.txt');

const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const packagePath = join(root, `${name}-${version}.vsix`);
const kilobytes = (bytes) => `${Math.round(bytes / 1000)} KB`;

const bundles = await build({ minify: true });
await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
const { size } = statSync(packagePath);
console.log(`${name}-${version}.vsix: ${kilobytes(size)} (limit ${kilobytes(LIMIT_BYTES)})`);
for (const { file, bytes } of bundles) console.log(`  ${file}: ${kilobytes(bytes)}`);

const problems = [];
if (size > LIMIT_BYTES) problems.push(`The package is ${kilobytes(size)}; the limit is ${kilobytes(LIMIT_BYTES)}.`);
if (await filesChanged())
  problems.push('The package holds other files than test/tools/package-files.txt said. It is rewritten: look at the difference.');
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;

/** Rewrites the committed list, so that a change shows in review and the second run passes. */
async function filesChanged() {
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  const now = `${files
    .map((file) => file.replaceAll('\\', '/'))
    .sort()
    .join('\n')}\n`;
  const before = existsSync(expected) ? readFileSync(expected, 'utf8') : '';
  if (now !== before) writeFileSync(expected, now);
  return now !== before;
}
