import { join } from 'node:path';
import { userCacheFolder } from '../hosts/cache-folder.js';
import { loadCompiled } from '../hosts/compiled.js';

/** Put in when the bundle is built. */
declare const DETENT_BUILD: string;

const folder = userCacheFolder();
// The server serves as soon as it is loaded. By its end, everything that it needed is compiled.
loadCompiled(join(__dirname, 'language-server.cjs'), DETENT_BUILD, folder && join(folder, 'detent', 'code')).keep();
