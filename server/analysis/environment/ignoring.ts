import type { Snapshot } from '../snapshot.js';

/** What the ignore file at the root of a workspace says of a file by its name, before git was asked again. */
export function ignoring(
  name: string,
  root: string,
  snapshot: Pick<Snapshot, 'text'>,
): { readonly ignored: boolean; readonly ignoreFile?: string } {
  const file = `${root.replace(/\/$/, '')}/.gitignore`;
  const lines = (snapshot.text(file) ?? '').split(/\r?\n/).map((line) => line.trim());
  // Who excepts a file by its name means to have it in git.
  const isExcepted = lines.some((line) => line === `!${name}` || line === `!**/${name}` || line === `!/${name}`);
  return { ignored: lines.includes(name) && !isExcepted, ...(isExcepted ? {} : { ignoreFile: file }) };
}
