import { WatchKind, type DidChangeWatchedFilesParams, type DidChangeWatchedFilesRegistrationOptions } from 'vscode-languageserver';
import { fileOf } from './uris.js';

const everything = WatchKind.Create | WatchKind.Change | WatchKind.Delete;

/** Files whose text or existence can change a finding. */
export const watched: DidChangeWatchedFilesRegistrationOptions = {
  watchers: [
    { globPattern: '**/*.{ts,tsx,mts,cts,js,jsx,mjs,cjs,py,ipynb,json,jsonc,yaml,yml,toml,mk,sh,bash,jsonl,csv}', kind: everything },
    { globPattern: '**/{.env,.env.*,*.env,.envrc,.dev.vars,.dev.vars.*,.gitignore,Makefile,makefile,GNUmakefile}', kind: everything },
    // A folder that goes is told as one event that no file pattern matches.
    { globPattern: '**/*', kind: WatchKind.Delete },
  ],
};

/** Each file once: patterns overlap, and tools that write a file often cause several events. */
export function changedFiles({ changes }: DidChangeWatchedFilesParams): string[] {
  return [...new Set(changes.map(({ uri }) => fileOf(uri)))];
}
