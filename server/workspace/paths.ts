/**
 * Paths as the workspace knows them: absolute with `/`, or whole URIs of virtual file systems. The part up to the
 * first `/` of the path proper (`vscode-vfs://github`, `//server`) never changes.
 */
const authority = /^(?:[a-zA-Z][a-zA-Z0-9+.-]{0,40}:\/\/[^/]{0,300}|\/\/[^/]{1,300})/;

function split(file: string): readonly [prefix: string, path: string] {
  const length = prefixLength(file);
  return length === 0 ? ['', file] : [file.slice(0, length), file.slice(length)];
}

function prefixLength(file: string): number {
  // Nearly all paths are of this kind, and paths are taken apart very often.
  if (file.charCodeAt(0) === slash && file.charCodeAt(1) !== slash) return 0;
  return authority.exec(file)?.[0].length ?? 0;
}

const slash = 0x2f;
/** A part of a path that has to go. */
const loose = /\/(?:\.{0,2}(?:\/|$))/;

/** Removes `.`, `..`, doubled and trailing slashes. `..` above the root stays at the root. */
export function normalize(file: string): string {
  if (file.charCodeAt(0) === slash && !loose.test(file)) return file;
  const [prefix, path] = split(file);
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `${prefix}/${parts.join('/')}`;
}

/** `path` seen from `folder`; an absolute path is only normalized. */
export function join(folder: string, path: string): string {
  return normalize(isAbsolute(path) ? path : folder.endsWith('/') ? folder + path : `${folder}/${path}`);
}

export function isAbsolute(path: string): boolean {
  return path.startsWith('/') || authority.test(path);
}

/** The folder that holds a file; the root is its own folder. */
export function dirname(file: string): string {
  const start = prefixLength(file);
  const cut = file.lastIndexOf('/');
  return cut <= start ? `${file.slice(0, start)}/` : file.slice(0, cut);
}

export function basename(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

/** Last extension with its dot, in lower case; empty when there is none. */
export function extension(file: string): string {
  const name = basename(file);
  const dot = name.lastIndexOf('.');
  return dot <= 0 ? '' : name.slice(dot).toLowerCase();
}

/** `true` for the folder itself and everything below it. */
export function isInside(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The path of `file` as seen from `folder`, with `..` where it is outside; `.` for the folder itself. */
export function relative(folder: string, file: string): string {
  if (file === folder) return '.';
  if (isInside(folder, file)) return file.slice(folder.endsWith('/') ? folder.length : folder.length + 1);
  const [prefixA, pathA] = split(folder);
  const [prefixB, pathB] = split(file);
  if (prefixA !== prefixB) return file;
  const from = pathA.split('/').filter(Boolean);
  const to = pathB.split('/').filter(Boolean);
  let same = 0;
  while (same < from.length && same < to.length && from[same] === to[same]) same += 1;
  return [...from.slice(same).map(() => '..'), ...to.slice(same)].join('/') || '.';
}

/** The folder and all folders above it, nearest first. */
export function upward(folder: string): string[] {
  const folders = [folder];
  for (let at = folder; ;) {
    const above = dirname(at);
    if (above === at) return folders;
    folders.push(above);
    at = above;
  }
}
