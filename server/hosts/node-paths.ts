/**
 * An absolute path of this machine as the workspace writes it: `C:\a\b` becomes `/c:/a/b`, `\\server\share` becomes
 * `//server/share`. Elsewhere than on Windows nothing changes.
 */
export function toFile(path: string, windows = process.platform === 'win32'): string {
  if (!windows) return path;
  const slashed = path.replace(/^\\\\\?\\/, '').replaceAll('\\', '/');
  return /^[A-Za-z]:/.test(slashed) ? `/${slashed[0]!.toLowerCase()}${slashed.slice(1)}` : slashed;
}

/** The inverse of {@link toFile}. */
export function toPath(file: string, windows = process.platform === 'win32'): string {
  if (!windows) return file;
  const plain = /^\/[A-Za-z]:(?:\/|$)/.test(file) ? file.slice(1) : file;
  const path = plain.replaceAll('/', '\\');
  return /^[A-Za-z]:$/.test(path) ? `${path}\\` : path;
}
