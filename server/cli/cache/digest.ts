import { hash } from 'node:crypto';

/**
 * A short name for bytes or a text. Nobody can make two contents with the same one, so what a stranger wrote is never taken for
 * what was looked at before.
 */
export function digestOf(content: Uint8Array | string): string {
  return hash('sha256', content, 'base64url').slice(0, 32);
}

/** The same for the name of a file, where capital letters may be small ones. */
export function fileNameOf(content: string): string {
  return hash('sha256', content, 'hex').slice(0, 32);
}
