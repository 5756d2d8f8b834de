import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { userCacheFolder } from '../hosts/cache-folder.js';
import { loadCompiled } from '../hosts/compiled.js';
import type { main as run, thread as help } from './main.js';

/** Put in when the bundle is built. */
declare const DETENT_BUILD: string;

const here = new URL('.', import.meta.url);
const folder = userCacheFolder();
const program = loadCompiled(fileURLToPath(new URL('program.cjs', here)), DETENT_BUILD, folder && join(folder, 'detent', 'code'));
const { main, thread } = program.exports as { readonly main: typeof run; readonly thread: typeof help };
const start = {
  here,
  keeps: { build: DETENT_BUILD, folder },
  serve: () => import(new URL('server.cjs', here).href),
  warm: () => program.keep(),
};
if (isMainThread) await main(start);
else thread(start);
