import { readFile, unlink } from 'node:fs/promises';

export async function load(file: string): Promise<string> {
  return readFile(file, 'utf8');
}

export async function forget(file: string): Promise<void> {
  await unlink(file);
}
