/** `npm run format`: formats every source in place. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './install.mjs';

process.exitCode = spawnSync(process.execPath, [join(root, 'node_modules/oxfmt/bin/oxfmt')], { cwd: root, stdio: 'inherit' }).status ?? 1;
