import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { userCacheFolder } from '../hosts/cache-folder.js';
import { loadCompiled } from '../hosts/compiled.js';
import type { main as run } from './main.js';

/** Put in when the bundle is built. */
declare const DETENT_BUILD: string;

const here = new URL('.', import.meta.url);
const folder = userCacheFolder();
const program = loadCompiled(fileURLToPath(new URL('program.cjs', here)), DETENT_BUILD, folder && join(folder, 'detent', 'code'));
const { main } = program.exports as { readonly main: typeof run };
await main({
  here,
  keeps: { build: DETENT_BUILD, folder },
  serve: () => import(new URL('server.cjs', here).href),
  warm: () => program.keep(),
});
