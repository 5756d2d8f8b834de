/** Loaded when it is needed: that takes longer than all that a run without a cache does before it reads. */
const hash = (content: Uint8Array | string, encoding: 'base64url' | 'hex'): string =>
  process.getBuiltinModule('node:crypto').hash('sha256', content, encoding).slice(0, 32);

/**
 * A short name for bytes or a text. Nobody can make two contents with the same one, so what a stranger wrote is never taken for
 * what was looked at before.
 */
export function digestOf(content: Uint8Array | string): string {
  return hash(content, 'base64url');
}

/** The same for bytes that come in pieces. */
export function digester(): { add(piece: Uint8Array): void; end(): string } {
  const hash = process.getBuiltinModule('node:crypto').createHash('sha256');
  return { add: (piece) => void hash.update(piece), end: () => hash.digest('base64url').slice(0, 32) };
}

/** The same for the name of a file, where capital letters may be small ones. */
export function fileNameOf(content: string): string {
  return hash(content, 'hex');
}
