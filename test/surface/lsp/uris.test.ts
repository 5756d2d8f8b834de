import { describe, expect, it } from 'vitest';
import { fileOf, uriOf } from '../../../server/lsp/uris.js';

describe('names of files', () => {
  it('go from URI to path and back', () => {
    const pairs = [
      ['file:///home/me/a.ts', '/home/me/a.ts'],
      ['file:///home/me/a%20%23b%25.ts', '/home/me/a #b%.ts'],
      ['file:///c%3A/a.ts', '/c:/a.ts'],
      ['file://server/share/a.ts', '//server/share/a.ts'],
      ['vscode-vfs://github/me/repo/a.ts', 'vscode-vfs://github/me/repo/a.ts'],
    ] as const;
    for (const [uri, file] of pairs) {
      expect(fileOf(uri)).toBe(file);
      expect(uriOf(file)).toBe(uri);
    }
  });

  it('are one for all spellings of a drive and of a folder', () => {
    for (const uri of ['file:///C:/a', 'file:///c:/a', 'file:///C%3A/a', 'file:///c%3A/a/']) expect(fileOf(uri)).toBe('/c:/a');
  });

  it('have a root for texts that have no file', () => {
    expect(fileOf('untitled:Untitled-1')).toBe('untitled:///Untitled-1');
    expect(fileOf('vscode-notebook-cell:/a.ipynb#X1')).not.toBe(fileOf('vscode-notebook-cell:/a.ipynb#X2'));
  });

  it('stay as they are when they are no URI', () => {
    expect(fileOf('not a uri')).toBe('not a uri');
    expect(fileOf('')).toBe('');
  });
});
