/**
 * `npm run neovim`: records anew what Neovim and `detent lsp --stdio` say to each other, and what is then on the screen. The record is
 * replayed by `test/surface/editors/neovim.test.ts` where there is no Neovim. Its workspace is the one of the record.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './install.mjs';

const folder = join(root, 'test/surface/editors');
const record = join(folder, 'neovim.json');
const cli = join(root, 'dist/cli.js');
const version = spawnSync('nvim', ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0];

if (version === undefined) fail('There is no nvim: nothing was recorded.');
if (!existsSync(cli)) fail('dist is not there: npm run build.');

const home = realpathSync(mkdtempSync(join(tmpdir(), 'detent-neovim-')));
try {
  const { files } = JSON.parse(readFileSync(record, 'utf8'));
  const workspace = join(home, 'app');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), text);
  }
  const [log, screen] = [join(home, 'log'), join(home, 'screen')];
  const server = [process.execPath, join(folder, 'tee.mjs'), log, process.execPath, cli, 'lsp', '--stdio'];
  const done = spawnSync('nvim', ['--clean', '--headless', '-c', `luafile ${join(folder, 'neovim.lua')}`], {
    cwd: workspace,
    encoding: 'utf8',
    timeout: 60_000,
    env: { ...process.env, XDG_STATE_HOME: home, XDG_CACHE_HOME: home, DETENT_LSP: JSON.stringify(server), DETENT_SEEN: screen },
  });
  if (done.status !== 0) fail(`nvim ended with ${done.status ?? done.signal}:\n${done.stderr}`);
  const messages = anywhere(readFileSync(log, 'utf8'), workspace)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  const seen = JSON.parse(anywhere(readFileSync(screen, 'utf8'), workspace));
  writeFileSync(record, `${JSON.stringify({ files, editor: version, seen, messages }, null, 2)}\n`);
  console.log(`${version}: ${messages.length} messages, ${seen.diagnostics.length} findings, ${seen.fixes.length} fixes offered`);
} finally {
  rmSync(home, { recursive: true, force: true });
}

/** The same wherever it is recorded. */
function anywhere(text, workspace) {
  return text
    .replaceAll(workspace, '/home/me/app')
    .replaceAll(root.replace(/\/$/, ''), '/home/me/detent')
    .replaceAll(/"processId":\d+/g, '"processId":null');
}

function fail(message) {
  console.error(message);
  process.exit(1);
}
