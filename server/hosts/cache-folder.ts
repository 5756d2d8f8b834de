import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { toFile } from './node-paths.js';

/** The folder in which programs keep what they can make again, by the customs of the platform; `undefined` for a user without a home. */
export function userCacheFolder(platform = process.platform, env = process.env): string | undefined {
  const given = platform === 'win32' ? env['LOCALAPPDATA'] : platform === 'darwin' ? undefined : env['XDG_CACHE_HOME'];
  // The standard of XDG tells to leave out a relative path.
  if (given !== undefined && isAbsolute(given)) return toFile(given);
  try {
    return toFile(join(homedir(), platform === 'win32' ? 'AppData/Local' : platform === 'darwin' ? 'Library/Caches' : '.cache'));
  } catch {
    return undefined;
  }
}
